/**
 * A sweep's requests to GitHub: one of a kind at a time, writes at a pace that GitHub takes, and none
 * after a rate limit, which every further request would only prolong.
 */
import pLimit from 'p-limit';
import { GITHUB_TROUBLE_MS, type GitHubApi, type GitHubResult } from '../../github/api.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import type { Clock } from '../../polling/clock.ts';

/** The least time between the starts of two writes, in milliseconds (GitHub: 80 a minute). */
const WRITE_PACE_MS = 750;

export function queuedGitHub(api: GitHubApi, clock: Clock): GitHubApi {
  const reads = createLane(0, clock);
  // What is written must be looked at afterward.
  const writes = createLane(WRITE_PACE_MS, clock, reads.limit);
  return {
    rest(request, budget) {
      const lane = request.route.startsWith('POST') ? writes.send : reads.send;
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

/**
 * @param paceMs the least time between the starts of two requests.
 * @param limitElsewhere the rate limit of what each request needs later; undefined without one.
 */
function createLane(
  paceMs: number,
  clock: Clock,
  limitElsewhere: () => GitHubProblem | undefined = () => undefined,
) {
  const queue = pLimit(1);
  let nextMs = 0;
  let limit: GitHubProblem | undefined;
  /** Trouble has used up a budget: until a request succeeds, each gets a single try. */
  let isTired = false;

  function note({ problem }: { readonly problem: GitHubProblem }, bearsTrouble: boolean): void {
    if (problem.type !== 'rate-limit') return;
    const { retryAfterMs } = problem;
    // A caller that tries only once asks again later, so a short limit only delays the lane.
    if (bearsTrouble || retryAfterMs > GITHUB_TROUBLE_MS) limit = problem;
    else nextMs = Math.max(nextMs, clock.monotonicMs() + retryAfterMs);
  }

  function send<T>(
    signal: AbortSignal,
    bearsTrouble: boolean,
    sendNow: (isTired: boolean) => Promise<GitHubResult<T>>,
  ): Promise<GitHubResult<T>> {
    return queue(async () => {
      await clock.sleep(nextMs - clock.monotonicMs(), signal);
      const problem = limit ?? limitElsewhere();
      if (problem !== undefined) return { ok: false, problem };
      nextMs = clock.monotonicMs() + paceMs;
      const result = await sendNow(isTired);
      if (bearsTrouble || result.ok) isTired = !result.ok && isTrouble(result.problem);
      if (!result.ok) note(result, bearsTrouble);
      return result;
    });
  }

  return { send, limit: () => limit };
}

function isTrouble({ type }: GitHubProblem): boolean {
  return type !== 'refused' && type !== 'no-permission';
}
