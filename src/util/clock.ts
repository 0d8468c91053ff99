/** Time, as something that is passed in: the wait runs on a real clock here and on a fake one in tests. */
import { setTimeout as timer } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since the Unix epoch; may jump. For ages of things that carry a date. */
  wallMs(): number;
  /** Milliseconds since some fixed moment; never goes back. For budgets and deadlines. */
  monotonicMs(): number;
  /** Resolves after `ms` milliseconds, never earlier on the monotonic clock, or as soon as `signal` aborts. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Node fires a timer beyond 2^31 − 1 ms at once, so longer sleeps are slept in parts. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clocks and timers. */
export const systemClock: Clock = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  async sleep(ms, signal) {
    const until = performance.now() + ms;
    // A timer may fire a fraction of a millisecond early; a budget that ends in a poll must have ended.
    for (let left = ms; left > 0 && !signal.aborted; left = until - performance.now()) {
      await timer(Math.min(Math.ceil(left), LONGEST_TIMER_MS), undefined, { signal }).catch(
        () => undefined,
      );
    }
  },
};
