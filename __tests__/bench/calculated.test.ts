/**
 * What the benchmark calculates is exact, so it is checked here. What it measures is not judged.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lag } from '../../bench/lag.ts';
import { figure, xychart } from '../../bench/markdown.ts';
import { wait } from '../../bench/polling-model.ts';
import { bills, runnerMinutes } from '../../bench/runner-minutes.ts';

const document = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');
const { blocks, targets = [] } = lag();

describe('docs/performance.md', () => {
  it.each(Object.entries({ ...blocks, ...runnerMinutes().blocks }))(
    'shows %s as it is calculated today',
    (id, block) => {
      expect(document.replaceAll('\r\n', '\n')).toContain(
        `<!-- bench:${id} -->\n\n${block}\n\n<!-- end -->`,
      );
    },
  );
});

it('`auto` meets every target for lag and requests', () => {
  expect(targets).toHaveLength(6);
  expect(targets.filter(({ measured, atMost }) => !(measured <= atMost))).toEqual([]);
});

it('one step is never billed more than a job for each image', () => {
  expect(bills(20).filter(({ jobs, step }) => step > jobs)).toEqual([]);
});

it.each([
  [0, 30_000, { lagMs: 0, requests: 1 }],
  [1, 30_000, { lagMs: 29_999, requests: 2 }],
  [60_000, 30_000, { lagMs: 0, requests: 3 }],
  [65_000, 10_000, { lagMs: 5_000, requests: 8 }],
])('a scan of %i ms polled every %i ms is noticed by the first poll after its end', (...row) => {
  const [durationMs, everyMs, expected] = row;
  expect(wait(durationMs, () => everyMs)).toEqual(expected);
});

it.each([
  [0.123, '0.12'],
  [1.5, '1.50'],
  [9.999, '10.0'],
  [12.34, '12.3'],
  [123.4, '123'],
  [12_345, '12,345'],
])('the figure %f is written as %s', (value, text) => {
  expect(figure(value)).toBe(text);
});

it('a chart is a mermaid block with one line and one series of bars', () => {
  expect(xychart('Lag', ['1 s', '2 s'], { bar: [1, 2], line: [3, 4.25] }).split('\n')).toEqual([
    '```mermaid',
    'xychart-beta',
    '  title "Lag"',
    '  x-axis "scan duration" ["1 s", "2 s"]',
    '  y-axis 0 --> 5',
    '  bar [1.0, 2.0]',
    '  line [3.0, 4.3]',
    '```',
  ]);
});
