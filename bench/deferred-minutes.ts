/** What a day of deferred waits costs in runner minutes, beside waiting in a step. Calculated. */
import { table } from './markdown.ts';
import { auto, durations, mean, RANGES, seeded, wait } from './polling-model.ts';

/** Pushes a day, each with so many images whose scans take 1 to 3 h. */
const DAYS = [
  { pushes: 1, images: 1 },
  { pushes: 5, images: 1 },
  { pushes: 20, images: 1 },
  { pushes: 5, images: 10 },
] as const;
const DAY_MINUTES = 24 * 60;
/** Pushes come within a working day. */
const WORK_MINUTES = 10 * 60;
/** How long a step waits before it hands over, in minutes. */
const DEFER_AFTER = 10;

interface Push {
  /** Minutes since the day began. */
  readonly start: number;
  /** When its last scan ends. */
  readonly end: number;
  /** What a job for each image is billed, in minutes. */
  readonly jobs: readonly number[];
}

/** Each way to wait, and a day's bill for it in minutes. */
const WAYS: Readonly<Record<string, (day: readonly Push[]) => number>> = {
  'a job for each image': (day) => sum(day.flatMap(({ jobs }) => jobs)),
  'one step': (day) => sum(day.map(({ jobs }) => Math.max(...jobs))),
  'sweep every 15 min': (day) => handOvers(day) + DAY_MINUTES / 15,
  'every 30 min': (day) => handOvers(day) + DAY_MINUTES / 30,
  'every 15 min, asleep while idle': (day) => handOvers(day) + day.length + needed(day, 15),
  'every 30 min, asleep while idle': (day) => handOvers(day) + day.length + needed(day, 30),
};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function handOvers(day: readonly Push[]): number {
  return day.length * DEFER_AFTER;
}

/**
 * Sweeps from each push to the first one after its last scan. The job that wakes them is billed
 * besides.
 */
function needed(day: readonly Push[], every: number): number {
  const sweeps = Array.from({ length: (2 * DAY_MINUTES) / every }, (_, index) => index * every);
  return sweeps.filter((at) => day.some(({ start, end }) => at >= start && at < end + every))
    .length;
}

/** The mean bills of random days, in minutes, in the order of the columns. */
function daysBills(pushes: number, images: number, rounds = 200): readonly number[] {
  const random = seeded(5);
  const schedule = auto(6);
  const bill = () => {
    const [durationMs = 0] = durations(RANGES['1 to 3 h'], 1, random);
    return Math.ceil((durationMs + wait(durationMs, schedule).lagMs) / 60_000);
  };
  const days = Array.from({ length: rounds }, () =>
    Array.from({ length: pushes }, (): Push => {
      const start = random() * WORK_MINUTES;
      const jobs = Array.from({ length: images }, bill);
      return { start, end: start + Math.max(...jobs), jobs };
    }),
  );
  return Object.values(WAYS).map((billOf) => mean(days.map(billOf)));
}

export function deferredTable(): string {
  const rows = DAYS.map(({ pushes, images }) => [
    `${pushes} × ${images}`,
    ...daysBills(pushes, images).map((value) => `${Math.round(value).toLocaleString('en')} min`),
  ]);
  return table(['pushes × images a day', ...Object.keys(WAYS)], rows);
}
