/** A model of polling: when a schedule asks about a scan. Requests take no time and never fail. */
import { nextSleepMs } from '../src/polling/schedule.ts';

/** The ranges of scan durations that are compared, in milliseconds. */
export const RANGES = {
  '15 s to 3 h': [15_000, 10_800_000],
  '5 to 10 min': [300_000, 600_000],
  '10 to 60 min': [600_000, 3_600_000],
  '1 to 3 h': [3_600_000, 10_800_000],
} as const;

/** How long to sleep, in milliseconds, at this age of the scan in milliseconds. */
export type Schedule = (ageMs: number) => number;

/** The action's own schedule, jitter included. The random numbers are the same in each run. */
export function auto(seed = 1): Schedule {
  const random = seeded(seed);
  const pace = { interval: { kind: 'auto' }, failuresInRow: 0, retryAfterMs: undefined } as const;
  return (ageMs) => nextSleepMs({ ...pace, ageMs, random });
}

/** Waits from the creation of a scan. The lag is the time from its end to the poll that sees it. */
export function wait(durationMs: number, schedule: Schedule): { lagMs: number; requests: number } {
  let [nowMs, requests] = [0, 1];
  while (nowMs < durationMs) {
    nowMs += schedule(nowMs);
    requests += 1;
  }
  return { lagMs: nowMs - durationMs, requests };
}

/** Durations spread evenly over the logarithm: as many from 1 to 2 minutes as from 1 to 2 hours. */
export function durations(
  [fromMs, toMs]: readonly [number, number],
  count: number,
  random: () => number,
): readonly number[] {
  return Array.from(
    { length: count },
    (_, index) => fromMs * (toMs / fromMs) ** ((index + random()) / count),
  );
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Random numbers in [0, 1) that are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
