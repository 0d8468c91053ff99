/** Carries out the protocol against GitHub, within a time limit and with a few tries. */
import { type GitHubApi, type GitHubProblem, isPassing } from '../github/api.ts';
import { addStatus, listStatuses, type StatusContext } from '../github/statuses.ts';
import type { ContextStatus } from '../model/commit-status.ts';
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

const TRIES = 3;
/** How long a write may take with all its tries, in milliseconds. */
const LIMIT_MS = 15_000;
/** The runner kills an interrupted step after 10 s, and outputs and summary need some of them. */
const INTERRUPTED_LIMIT_MS = 3_000;
/** The longest that one request may take, in milliseconds: a silent GitHub still gets all tries. */
const REQUEST_LIMIT_MS = 4_000;
/** How long to wait before another try, in milliseconds. */
const PAUSE_MS = 1_000;

/** @param start begins the writing; called again for each try, which starts over. */
export async function writeStatus(
  start: () => Writing,
  target: StatusContext,
  { api, clock, signal }: WriteOptions,
): Promise<Written> {
  const timeIsUp = new AbortController();
  const done = new AbortController();
  const tries = signal.aborted ? 1 : TRIES;
  void stopInTime(clock, signal, done.signal).then(() => timeIsUp.abort());
  let written: Written = { ok: false, problem: { type: 'stopped' } };
  for (let count = 1; count <= tries && !timeIsUp.signal.aborted; count += 1) {
    if (count > 1) await clock.sleep(PAUSE_MS, timeIsUp.signal);
    written = await writeOnce(start(), target, api, timeIsUp.signal);
    if (written.ok || !isPassing(written.problem)) break;
  }
  done.abort();
  return written;
}

/** Ends when the time is up; an interruption shortens it. */
async function stopInTime(clock: Clock, signal: AbortSignal, done: AbortSignal): Promise<void> {
  const either = AbortSignal.any([signal, done]);
  if (!signal.aborted) await clock.sleep(LIMIT_MS, either);
  if (signal.aborted) await clock.sleep(INTERRUPTED_LIMIT_MS, done);
}

async function writeOnce(
  writing: Writing,
  target: StatusContext,
  api: GitHubApi,
  signal: AbortSignal,
): Promise<Written> {
  const limits = { limitMs: REQUEST_LIMIT_MS, signal };
  let seen: readonly ContextStatus[] = [];
  for (;;) {
    const result = writing.next(seen);
    if (result.done === true) return { ok: true, outcome: result.value };
    const request = result.value;
    if (request.type === 'list') {
      const answer = await listStatuses(api, target, limits);
      if (!answer.ok) return answer;
      seen = answer.value;
    } else {
      const answer = await addStatus(api, target, request.status, limits);
      if (!answer.ok) return answer;
    }
  }
}
