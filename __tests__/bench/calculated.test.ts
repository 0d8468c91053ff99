/** What the bench calculates has no noise: it is held here, and the documents say what it says. What it measures is not judged. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lag } from '../../bench/lag.ts';
import { bill, runnerMinutes } from '../../bench/minutes.ts';
import { fixed, wait } from '../../bench/schedules.ts';
import { line, median, quantile } from '../../bench/stats.ts';
import { figure, markdown } from '../../bench/table.ts';

const read = (path: string) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

describe('the lag of `auto`', () => {
  const part = lag();

  it('meets every target', () => {
    const rows = part.tables['lag.targets']?.rows ?? [];
    expect(rows).toHaveLength(6);
    expect(rows.filter((cells) => cells.at(-1) !== 'met')).toEqual([]);
  });

  it.each(Object.entries(part.files ?? {}))('is drawn in %s as it is calculated', (path, text) => {
    expect(read(path)).toBe(text);
  });

  it.each(Object.entries({ ...part.tables, ...runnerMinutes().tables }))(
    '%s is in the documents as it is calculated',
    (id, table) => {
      expect(read('docs/performance.md')).toContain(
        `<!-- bench:${id} -->\n\n${markdown(table)}\n\n<!-- end -->`,
      );
    },
  );
});

it('one step is never billed more than a job for each image', () => {
  expect(bill(20).filter(({ jobs, step }) => step > jobs)).toEqual([]);
});

it.each([
  [0, 30_000, { lagMs: 0, requests: 1 }],
  [1, 30_000, { lagMs: 29_999, requests: 2 }],
  [60_000, 30_000, { lagMs: 0, requests: 3 }],
  [65_000, 10_000, { lagMs: 5_000, requests: 8 }],
])('a scan of %i ms, asked for every %i ms', (durationMs, everyMs, expected) => {
  expect(wait(durationMs, fixed(everyMs))).toEqual({ durationMs, ...expected });
});

it('statistics', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([5, 1, 2, 3, 4], 1)).toBe(5);
  expect(
    line([
      [1, 5],
      [2, 7],
      [4, 11],
    ]),
  ).toEqual({ slope: 2, intercept: 3 });
});

it.each([
  [0.123, '0.12'],
  [1.5, '1.50'],
  [12.34, '12.3'],
  [123.4, '123'],
  [12_345, '12,345'],
  [Number.NaN, '–'],
])('%f is written %s', (value, text) => {
  expect(figure(value)).toBe(text);
});
