/** Carries out the protocol against GitHub, and outlasts its trouble while there is time. */
import { GITHUB_TROUBLE_MS, type GitHubApi, type GitHubBudget } from '../github/api.ts';
import { addStatus, listStatuses, type StatusContext } from '../github/statuses.ts';
import type { ContextStatus } from '../model/commit-status.ts';
import type { GitHubProblem } from '../model/github-problem.ts';
import type { Clock } from '../polling/clock.ts';
import type { Outcome, Writing } from './protocol.ts';

export type Written =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly problem: GitHubProblem };

export interface WriteOptions {
  readonly api: GitHubApi;
  readonly clock: Clock;
  /** The interruption. It aborts nothing, but leaves little time. */
  readonly signal: AbortSignal;
}

/** The runner kills an interrupted step after 10 s, and outputs and summary need some of them. */
const INTERRUPTED_LIMIT_MS = 3_000;

export async function writeStatus(
  writing: Writing,
  target: StatusContext,
  { api, clock, signal }: WriteOptions,
): Promise<Written> {
  const timeIsUp = new AbortController();
  const done = new AbortController();
  void stopInTime(clock, signal, done.signal).then(() => timeIsUp.abort());
  const budget = () => ({
    untilMs: clock.monotonicMs() + GITHUB_TROUBLE_MS,
    signal: timeIsUp.signal,
    hurry: signal,
  });
  const written = await carryOut(writing, target, api, budget);
  done.abort();
  return written;
}

/** Ends when an interruption leaves no more time. */
async function stopInTime(clock: Clock, signal: AbortSignal, done: AbortSignal): Promise<void> {
  const either = AbortSignal.any([signal, done]);
  if (!either.aborted)
    await new Promise((resolve) => either.addEventListener('abort', resolve, { once: true }));
  if (signal.aborted) await clock.sleep(INTERRUPTED_LIMIT_MS, done);
}

async function carryOut(
  writing: Writing,
  target: StatusContext,
  api: GitHubApi,
  budget: () => GitHubBudget,
): Promise<Written> {
  let seen: readonly ContextStatus[] = [];
  for (;;) {
    const result = writing.next(seen);
    if (result.done === true) return { ok: true, outcome: result.value };
    const request = result.value;
    if (request.type === 'list') {
      const answer = await listStatuses(api, target, budget());
      if (!answer.ok) return answer;
      seen = answer.value;
    } else {
      const answer = await addStatus(api, target, request.status, budget());
      if (!answer.ok) return answer;
    }
  }
}
