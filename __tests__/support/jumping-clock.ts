/**
 * A clock that jumps: sleeping takes no time and moves it forward, so a wait of hours runs in
 * milliseconds.
 */
import type { Clock } from '../../src/polling/clock.ts';

export interface JumpingClock extends Clock {
  /** Moves both hands forward, as time does that nobody slept through. */
  jump(ms: number): void;
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: readonly number[];
  /**
   * Holds time still while the work runs: with several sleepers, no one knows otherwise that
   * somebody is still awake.
   */
  hold<T>(work: () => Promise<T>): Promise<T>;
}

interface Sleeper {
  readonly wakeMs: number;
  readonly wake: () => void;
}

/**
 * Time jumps to the next sleeper's end once all that could run has run.
 * @param startWallMs what the wall clock shows at first; the monotonic one starts at an odd value,
 * to catch confusions.
 */
export function createJumpingClock(startWallMs = Date.parse('2026-01-26T15:00:00Z')): JumpingClock {
  let passedMs = 0;
  let held = 0;
  let due = false;
  const sleeps: number[] = [];
  const sleepers = new Set<Sleeper>();

  function schedule(): void {
    if (due) return;
    due = true;
    setImmediate(() => {
      due = false;
      const [first, ...others] = sleepers;
      if (held > 0 || first === undefined) return;
      const next = others.reduce((one, other) => (other.wakeMs < one.wakeMs ? other : one), first);
      passedMs = Math.max(passedMs, next.wakeMs);
      next.wake();
      schedule();
    });
  }

  return {
    sleeps,
    wallMs: () => startWallMs + passedMs,
    monotonicMs: () => 12_345 + passedMs,
    jump(ms) {
      passedMs += ms;
    },
    sleep(ms, signal) {
      if (signal.aborted || ms <= 0) return Promise.resolve();
      sleeps.push(ms);
      return new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { wakeMs: passedMs + ms, wake };
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake, { once: true });
        schedule();
      });
    },
    async hold(work) {
      held += 1;
      try {
        return await work();
      } finally {
        held -= 1;
        schedule();
      }
    },
  };
}
