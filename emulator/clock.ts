/** A clock that jumps: sleeping takes no time and moves it forward, so a wait of hours runs in milliseconds. */
import type { Clock } from '../src/clock.ts';

export interface JumpingClock extends Clock {
  /** Moves both hands forward, as time does that nobody slept through. */
  jump(ms: number): void;
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: readonly number[];
}

/** @param startWallMs what the wall clock shows at first; the monotonic one starts at an odd value, to catch confusions. */
export function createJumpingClock(startWallMs = Date.parse('2026-01-26T15:00:00Z')): JumpingClock {
  let passedMs = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    wallMs: () => startWallMs + passedMs,
    monotonicMs: () => 12_345 + passedMs,
    jump(ms) {
      passedMs += ms;
    },
    sleep(ms, signal) {
      if (!signal.aborted && ms > 0) {
        sleeps.push(ms);
        passedMs += ms;
      }
      return Promise.resolve();
    },
  };
}
