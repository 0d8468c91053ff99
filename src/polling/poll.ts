/**
 * The loop: attempt, sleep, attempt again, until it settles, time is up, or the step is
 * interrupted.
 */
import type { Clock } from './clock.ts';
import { GRACE_MS } from './limits.ts';

/** An attempt either settles the wait or says how long to sleep. */
export type Attempt<T> =
  | { readonly done: true; readonly value: T }
  | {
      readonly done: false;
      /** Milliseconds to sleep. */
      readonly sleepMs: number;
      /**
       * When a poll is due even if the sleep is longer, a monotonic instant in milliseconds; or
       * Infinity.
       */
      readonly pollByMs: number;
    };

export type Polled<T> =
  | { readonly kind: 'settled'; readonly value: T }
  /** The attempt at the deadline, or in flight then, did not settle the wait. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'interrupted' };

export interface PollOptions {
  readonly clock: Clock;
  /**
   * A monotonic instant, in milliseconds. No sleep goes past it, and one attempt is made at it.
   * It aborts nothing.
   */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/**
 * Whether an answer that was in flight at the deadline came so late that the process must have been
 * stopped, for example by a suspended machine. Such an answer decides nothing; one more poll does.
 */
export function isStale(beganMs: number, nowMs: number, deadlineMs: number): boolean {
  return beganMs < deadlineMs && nowMs > deadlineMs + GRACE_MS;
}

/**
 * Repeats `attempt`, at least once unless it is interrupted first. A signal during the attempt that
 * settles the wait changes nothing.
 */
export async function poll<T>(
  attempt: () => Promise<Attempt<T>>,
  { clock, deadlineMs, signal }: PollOptions,
): Promise<Polled<T>> {
  while (!signal.aborted) {
    const beganMs = clock.monotonicMs();
    const result = await attempt();
    if (result.done) return { kind: 'settled', value: result.value };
    const nowMs = clock.monotonicMs();
    const isLast = nowMs >= deadlineMs && !isStale(beganMs, nowMs, deadlineMs);
    if (isLast && !signal.aborted) return { kind: 'deadline' };
    await sleepUntil(Math.min(nowMs + result.sleepMs, result.pollByMs, deadlineMs), clock, signal);
  }
  return { kind: 'interrupted' };
}

/**
 * Sleeps again if a timer fires a fraction of a millisecond early: a budget that ends in a poll
 * must have ended by then.
 */
async function sleepUntil(wakeMs: number, clock: Clock, signal: AbortSignal): Promise<void> {
  while (clock.monotonicMs() < wakeMs && !signal.aborted)
    await clock.sleep(wakeMs - clock.monotonicMs(), signal);
}
