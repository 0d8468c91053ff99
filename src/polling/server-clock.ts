/** The platform's clock, as far as this machine's can be corrected by what the platform says. */
import type { Clock } from './clock.ts';

/**
 * This machine's clock, but `wallMs` is the platform's: the ages and times that the platform gives
 * are by its own clock, and that of a runner may be wrong by hours.
 */
export interface ServerClock extends Clock {
  /**
   * Takes note of an answer.
   * @param aheadMs how far the server's clock was ahead of this machine's when the answer came, in
   * milliseconds; undefined if the answer has no date.
   */
  hear(aheadMs: number | undefined): void;
  /** Whether an answer with a date has come. */
  isSet(): boolean;
}

/** A date has whole seconds, and an answer takes its time: less than this is no difference. */
const NOTICEABLE_MS = 5_000;

/** Until an answer has come, it is this machine's clock. */
export function createServerClock(clock: Clock): ServerClock {
  let correctionMs: number | undefined;
  return {
    wallMs: () => clock.wallMs() + (correctionMs ?? 0),
    monotonicMs: () => clock.monotonicMs(),
    sleep: (ms, signal, keepsAlive) => clock.sleep(ms, signal, keepsAlive),
    hear(aheadMs) {
      if (aheadMs !== undefined) correctionMs = Math.abs(aheadMs) < NOTICEABLE_MS ? 0 : aheadMs;
    },
    isSet: () => correctionMs !== undefined,
  };
}
