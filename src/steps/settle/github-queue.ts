/**
 * A sweep's requests to GitHub: one of a kind at a time, writes at a pace that GitHub takes, and none
 * after a rate limit, which every further request would only prolong.
 */
import pLimit from 'p-limit';
import type { GitHubApi, GitHubResult } from '../../github/api.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import type { Clock } from '../../polling/clock.ts';

/** The least time between the starts of two writes, in milliseconds (GitHub: 80 a minute). */
const WRITE_PACE_MS = 750;

export function queuedGitHub(api: GitHubApi, clock: Clock): GitHubApi {
  const [reads, writes] = [createLane(0, clock), createLane(WRITE_PACE_MS, clock)];
  return {
    rest(request, budget) {
      const lane = request.route.startsWith('POST') ? writes : reads;
      // Time in the queue is not part of the budget.
      const troubleMs = budget.untilMs - clock.monotonicMs();
      // A request with a single try is tried again by its caller.
      return lane(budget.signal, troubleMs > 0, (isTired) => {
        const untilMs = clock.monotonicMs() + (isTired ? 0 : troubleMs);
        return api.rest(request, { ...budget, untilMs });
      });
    },
    query: api.query,
  };
}

/** @param paceMs the least time between the starts of two requests. */
function createLane(paceMs: number, clock: Clock) {
  const queue = pLimit(1);
  let nextMs = 0;
  let limit: GitHubProblem | undefined;
  /** Trouble has used up a budget: until a request succeeds, each gets a single try. */
  let isTired = false;
  return <T>(
    signal: AbortSignal,
    bearsTrouble: boolean,
    send: (isTired: boolean) => Promise<GitHubResult<T>>,
  ): Promise<GitHubResult<T>> =>
    queue(async () => {
      if (limit !== undefined) return { ok: false, problem: limit };
      await clock.sleep(nextMs - clock.monotonicMs(), signal);
      nextMs = clock.monotonicMs() + paceMs;
      const result = await send(isTired);
      if (bearsTrouble || result.ok) isTired = !result.ok && isTrouble(result.problem);
      if (!result.ok && result.problem.type === 'rate-limit') limit = result.problem;
      return result;
    });
}

function isTrouble({ type }: GitHubProblem): boolean {
  return type !== 'refused' && type !== 'no-permission';
}
