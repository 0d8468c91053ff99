/** What waiting costs in runner minutes: GitHub rounds each job up to a whole one. Calculated. */
import { deferredTable } from './deferred-minutes.ts';
import { figure, type Part, table } from './markdown.ts';
import { auto, durations, mean, RANGES, seeded, wait } from './polling-model.ts';

/** Means over `rounds` random sets of scans that start together. Only the waiting counts. */
export function bills(rounds = 200) {
  const random = seeded(4);
  const schedule = auto(5);
  const minutes = (bounds: readonly [number, number]) => {
    const [durationMs = 0] = durations(bounds, 1, random);
    return Math.ceil((durationMs + wait(durationMs, schedule).lagMs) / 60_000);
  };
  return Object.entries(RANGES).flatMap(([range, bounds]) =>
    [1, 10, 100].map((images) => {
      const sets = Array.from({ length: rounds }, () =>
        Array.from({ length: images }, () => minutes(bounds)),
      );
      // A job for each image pays for itself; one step for all ends with the last scan.
      const jobs = mean(sets.map((set) => set.reduce((sum, each) => sum + each)));
      return { range, images, jobs, step: mean(sets.map((set) => Math.max(...set))) };
    }),
  );
}

export function runnerMinutes(): Part {
  const rows = bills().map(({ range, images, jobs, step }) => [
    range,
    `${images}`,
    `${figure(jobs)} min`,
    `${figure(step)} min`,
    `${Math.round((1 - step / jobs) * 100)} %`,
  ]);
  const header = ['scan duration', 'images', 'a job for each', 'one step for all', 'saved'];
  const blocks = { 'minutes.billed': table(header, rows), 'minutes.deferred': deferredTable() };
  return { blocks };
}
