/** Time as a parameter: the action uses the machine's clock, tests use a fake one. */
import { setTimeout as timer } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since the Unix epoch; may jump. For the ages of things that carry a date. */
  wallMs(): number;
  /** Milliseconds since some fixed moment; never goes back. For budgets and deadlines. */
  monotonicMs(): number;
  /**
   * Resolves after `ms` milliseconds, never earlier on the monotonic clock, or as soon as `signal`
   * aborts. Never rejects.
   * @param keepsAlive whether the process must not end meanwhile; true if left out.
   */
  sleep(ms: number, signal: AbortSignal, keepsAlive?: boolean): Promise<void>;
}

/** Node fires a longer timer immediately, so longer sleeps are split. 2^31 − 1 ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Not `performance.now()`, whose first use loads a module of Node's that nothing else needs. */
function monotonicMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

/** The machine's own clocks and timers. */
export const systemClock: Clock = {
  wallMs: () => Date.now(),
  monotonicMs,
  async sleep(ms, signal, keepsAlive = true) {
    const until = monotonicMs() + ms;
    // A timer may fire a fraction of a millisecond early, and a budget that ends with a poll must
    // have ended by then.
    for (let left = ms; left > 0 && !signal.aborted; left = until - monotonicMs()) {
      const part = Math.min(Math.ceil(left), LONGEST_TIMER_MS);
      await timer(part, undefined, { signal, ref: keepsAlive }).catch(() => undefined);
    }
  },
};

/**
 * Sleeps again if a timer fires a fraction of a millisecond early: a budget that ends in an attempt
 * must have ended by then.
 */
export async function sleepUntil(wakeMs: number, clock: Clock, signal: AbortSignal): Promise<void> {
  while (clock.monotonicMs() < wakeMs && !signal.aborted)
    await clock.sleep(wakeMs - clock.monotonicMs(), signal);
}
