/** Carries out the protocol against GitHub, through its trouble. */
import type { GitHubApi, GitHubProblem } from '../github/api.ts';
import { type PatientGitHub, retryingGitHub, TROUBLE_MS } from '../github/retry-github.ts';
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
  /** From [0, 1). */
  readonly random: () => number;
  /** The interruption. It aborts nothing, but leaves little time. */
  readonly signal: AbortSignal;
}

/** The runner kills an interrupted step after 10 s, and outputs and summary need some of them. */
const INTERRUPTED_LIMIT_MS = 3_000;

/** Trouble with one request is borne for two minutes; after an interruption, there is one try. */
export async function writeStatus(
  writing: Writing,
  target: StatusContext,
  { api, clock, random, signal }: WriteOptions,
): Promise<Written> {
  const timeIsUp = new AbortController();
  const done = new AbortController();
  void stopInTime(clock, signal, done.signal).then(() => timeIsUp.abort());
  const patient = retryingGitHub(api, {
    clock,
    random,
    signal: timeIsUp.signal,
    untilMs: () => clock.monotonicMs() + (signal.aborted ? 0 : TROUBLE_MS),
  });
  const written = await write(writing, target, patient);
  done.abort();
  return written;
}

/** Ends soon after an interruption. */
async function stopInTime(clock: Clock, signal: AbortSignal, done: AbortSignal): Promise<void> {
  const either = AbortSignal.any([signal, done]);
  if (!either.aborted)
    await new Promise<void>((ended) => {
      either.addEventListener('abort', () => ended(), { once: true });
    });
  if (signal.aborted) await clock.sleep(INTERRUPTED_LIMIT_MS, done);
}

async function write(
  writing: Writing,
  target: StatusContext,
  api: PatientGitHub,
): Promise<Written> {
  let seen: readonly ContextStatus[] = [];
  for (;;) {
    const result = writing.next(seen);
    if (result.done === true) return { ok: true, outcome: result.value };
    const request = result.value;
    if (request.type === 'list') {
      const answer = await listStatuses(api, target);
      if (!answer.ok) return answer;
      seen = answer.value;
    } else {
      const answer = await addStatus(api, target, request.status);
      if (!answer.ok) return answer;
    }
  }
}
