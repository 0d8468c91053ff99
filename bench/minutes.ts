/** What waiting costs in a runner's minutes, as GitHub bills them: each job rounded up to a whole one. A calculation, without noise. */
import { SETS } from './lag.ts';
import { auto, durations, wait } from './schedules.ts';
import { mean, seeded } from './stats.ts';
import { figure, type Part } from './table.ts';

const COUNTS = [1, 10, 100];
const ROUNDS = 200;
const MINUTE = 60_000;

export interface Billed {
  readonly set: string;
  readonly images: number;
  /** One job an image. */
  readonly jobs: number;
  /** One step of one job for all of them, which ends with the last. */
  readonly step: number;
}

/** Means over random sets of scans that start together. What a job needs besides waiting is left out: it would favour one step more. */
export function bill(rounds = ROUNDS): readonly Billed[] {
  const random = seeded(4);
  const schedule = auto(5);
  const minutes = (ms: number) => Math.ceil(ms / MINUTE);
  return Object.entries(SETS).flatMap(([set, [from, to]]) =>
    COUNTS.map((images) => {
      const costs = Array.from({ length: rounds }, () => {
        const seen = Array.from({ length: images }, () => {
          const [durationMs = 0] = durations(from, to, 1, random);
          return durationMs + wait(durationMs, schedule).lagMs;
        });
        return {
          jobs: seen.reduce((sum, ms) => sum + minutes(ms), 0),
          step: minutes(Math.max(...seen)),
        };
      });
      return {
        set,
        images,
        jobs: mean(costs.map(({ jobs }) => jobs)),
        step: mean(costs.map(({ step }) => step)),
      };
    }),
  );
}

export function runnerMinutes(): Part {
  const data = bill();
  return {
    data,
    tables: {
      'minutes.billed': {
        header: ['scans of', 'images', 'a job for each', 'one step for all', 'saved'],
        rows: data.map(({ set, images, jobs, step }) => [
          set,
          `${images}`,
          `${figure(jobs)} min`,
          `${figure(step)} min`,
          `${Math.round((1 - step / jobs) * 100)} %`,
        ]),
      },
    },
  };
}
