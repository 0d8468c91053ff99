/** Waiting, as a calculation: when a schedule asks about a scan that lasts so long. No request takes time here, and none fails. */
import { nextSleepMs } from '../src/wait/schedule.ts';
import { mean, quantile, seeded } from './stats.ts';

/** Milliseconds to sleep at this age of the scan, in milliseconds. */
export type Schedule = (ageMs: number) => number;

export interface Wait {
  readonly durationMs: number;
  /** From the end of the scan to the poll that sees it. */
  readonly lagMs: number;
  readonly requests: number;
}

/** The action's own schedule, with its jitter; the random numbers are the same in each run. */
export function auto(seed = 1): Schedule {
  const random = seeded(seed);
  return (ageMs) =>
    nextSleepMs({
      interval: { kind: 'auto' },
      ageMs,
      failuresInRow: 0,
      retryAfterMs: undefined,
      random,
    });
}

/** A loop that sleeps as long each time. */
export function fixed(ms: number): Schedule {
  return () => ms;
}

/** Waits from the creation of a scan, where the upload was the step before. */
export function wait(durationMs: number, schedule: Schedule): Wait {
  let [nowMs, requests] = [0, 1];
  while (nowMs < durationMs) {
    nowMs += schedule(nowMs);
    requests += 1;
  }
  return { durationMs, lagMs: nowMs - durationMs, requests };
}

/** Durations spread evenly over the logarithm, as many between 1 and 2 minutes as between 1 and 2 hours. One from each of `count` slices. */
export function durations(
  fromMs: number,
  toMs: number,
  count: number,
  random: () => number,
): readonly number[] {
  return Array.from(
    { length: count },
    (_, index) => fromMs * (toMs / fromMs) ** ((index + random()) / count),
  );
}

export interface Summary {
  readonly meanLagMs: number;
  readonly p95LagMs: number;
  readonly meanRelativeLag: number;
  readonly p95RelativeLag: number;
  readonly requests: number;
}

export function summarise(waits: readonly Wait[]): Summary {
  const lags = waits.map(({ lagMs }) => lagMs);
  const relative = waits.map(({ lagMs, durationMs }) => lagMs / durationMs);
  return {
    meanLagMs: mean(lags),
    p95LagMs: quantile(lags, 0.95),
    meanRelativeLag: mean(relative),
    p95RelativeLag: quantile(relative, 0.95),
    requests: mean(waits.map(({ requests }) => requests)),
  };
}

/** The fixed interval, in milliseconds, that makes as many requests over these durations. */
export function equalCost(forMs: readonly number[], requests: number): number {
  let [shortest, longest] = [1_000, 600_000];
  while (longest - shortest > 1) {
    const middle = (shortest + longest) / 2;
    if (mean(forMs.map((ms) => wait(ms, fixed(middle)).requests)) > requests) shortest = middle;
    else longest = middle;
  }
  return longest;
}
