/** The loop: attempt, sleep, attempt again, until it settles, time is up, or somebody interrupts. */
import type { Clock } from '../util/clock.ts';

/** An attempt either settles the wait or says how long to sleep. */
export type Attempt<T> =
  | { readonly done: true; readonly value: T }
  | {
      readonly done: false;
      /** Milliseconds to sleep. */
      readonly sleepMs: number;
      /** A monotonic instant, in milliseconds, at which a poll is due even if the sleep were longer; Infinity if none. */
      readonly dueMs: number;
    };

export type Polled<T> =
  | { readonly kind: 'settled'; readonly value: T }
  /** The attempt made at the deadline, or in flight then, did not settle it. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'interrupted' };

export interface PollOptions {
  readonly clock: Clock;
  /** A monotonic instant, in milliseconds. No sleep passes it, and one attempt is made at it; it aborts nothing. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** Repeats `attempt`, at least once unless it is interrupted before. A signal after the attempt that settles changes nothing. */
export async function poll<T>(
  attempt: () => Promise<Attempt<T>>,
  { clock, deadlineMs, signal }: PollOptions,
): Promise<Polled<T>> {
  while (!signal.aborted) {
    const result = await attempt();
    if (result.done) return { kind: 'settled', value: result.value };
    const now = clock.monotonicMs();
    if (now >= deadlineMs && !signal.aborted) return { kind: 'deadline' };
    await sleepUntil(Math.min(now + result.sleepMs, result.dueMs, deadlineMs), clock, signal);
  }
  return { kind: 'interrupted' };
}

/** A budget that ends in a poll must have ended: what rounding leaves of a sleep is slept as well. */
async function sleepUntil(wakeMs: number, clock: Clock, signal: AbortSignal): Promise<void> {
  while (clock.monotonicMs() < wakeMs && !signal.aborted)
    await clock.sleep(wakeMs - clock.monotonicMs(), signal);
}
