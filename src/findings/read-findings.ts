/**
 * Reads and judges the findings of an image whose scan has completed, and retries as long as that
 * may help.
 */
import {
  type Absent,
  type Answer,
  type Failed,
  failedByApi,
  type Interrupted,
  type Refused,
} from '../model/answer.ts';
import type { Judgement, Policy } from '../model/policy.ts';
import type { Clock } from '../polling/clock.ts';
import { limitsOf } from '../polling/limits.ts';
import { type Attempt, isStale, poll } from '../polling/poll.ts';
import { refusedTwice } from '../polling/refused-twice.ts';
import { nextSleepMs, type PollInterval } from '../polling/schedule.ts';
import { createReadOnce, type FindingsQuestions } from './read-once.ts';

/** How long to read and how often to try. Instants are monotonic; all in milliseconds. */
export interface ReadingBudgets {
  readonly completedMs: number;
  readonly deadlineMs: number;
  readonly maxOutageMs: number;
  readonly pollInterval: PollInterval;
}

export interface ReadingDependencies {
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Called with each failed attempt and the number of attempts so far. */
  readonly onFailure: (failure: Failed, times: number) => void;
}

export type ReadingResult =
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  | {
      readonly kind: 'unavailable';
      readonly failure: Failed;
      /** How long attempts failed, in milliseconds. */
      readonly forMs: number;
      readonly ended: 'max-outage' | 'time';
    }
  | Refused
  | Interrupted;

/** However late the scan completed, its findings get this long, in milliseconds. */
const SHORTEST_READING_MS = 60_000;

interface Failing {
  readonly last: Failed;
  readonly times: number;
  readonly sinceMs: number;
}

/** @param policies a finding counts if it counts under any of them. */
export async function readFindings(
  policies: readonly Policy[],
  questions: FindingsQuestions,
  { completedMs, deadlineMs, maxOutageMs, pollInterval: interval }: ReadingBudgets,
  { clock, random, signal, onFailure }: ReadingDependencies,
): Promise<ReadingResult> {
  const endMs = Math.max(deadlineMs, completedMs + SHORTEST_READING_MS);
  const newReader = () => createReadOnce(policies, questions, clock, signal);
  let readOnce = newReader();
  let failing: Failing | undefined;

  async function attempt(): Promise<Attempt<ReadingResult>> {
    const beganMs = clock.monotonicMs();
    const answer = await readOnce(() => limitsOf(clock, signal, beganMs, endMs));
    if (!isStale(beganMs, clock.monotonicMs(), endMs)) return attemptOf(answer);
    readOnce = newReader();
    return { done: false, sleepMs: 0, pollByMs: Infinity };
  }

  function attemptOf(answer: Answer<Judgement>): Attempt<ReadingResult> {
    switch (answer.kind) {
      case 'found':
        return { done: true, value: { kind: 'judged', judgement: answer.value } };
      case 'absent':
        // One answer does not prove that an image whose scan was seen is gone.
        return fail(notFound(answer));
      case 'failed':
        return fail(answer);
      case 'refused':
      case 'interrupted':
        return { done: true, value: answer };
    }
  }

  function fail(failure: Failed): Attempt<ReadingResult> {
    // An answer in flight at the end counts as received at that moment.
    const nowMs = Math.min(clock.monotonicMs(), endMs);
    const refusal = refusedTwice(failing?.last, failure);
    if (refusal !== undefined) return { done: true, value: refusal };
    const { times: timesBefore, sinceMs } = failing ?? { times: 0, sinceMs: nowMs };
    const failuresInRow = timesBefore + 1;
    failing = { last: failure, times: failuresInRow, sinceMs };
    onFailure(failure, failuresInRow);
    const outageEndMs = sinceMs + maxOutageMs;
    if (nowMs >= outageEndMs) return { done: true, value: unavailable(failing, 'max-outage') };
    const { retryAfterMs } = failure;
    const pace = { interval, ageMs: nowMs - completedMs, failuresInRow, retryAfterMs, random };
    return { done: false, sleepMs: nextSleepMs(pace), pollByMs: outageEndMs };
  }

  function unavailable({ last, sinceMs }: Failing, ended: 'max-outage' | 'time'): ReadingResult {
    return { kind: 'unavailable', failure: last, forMs: clock.monotonicMs() - sinceMs, ended };
  }

  const polled = await poll(attempt, { clock, deadlineMs: endMs, signal });
  if (polled.kind === 'settled') return polled.value;
  if (polled.kind === 'interrupted' || failing === undefined) return { kind: 'interrupted' };
  return unavailable(failing, 'time');
}

function notFound({ cause, retryAfterMs }: Absent): Failed {
  return { ...failedByApi({ type: 'findings-not-found', absent: cause }), retryAfterMs };
}
