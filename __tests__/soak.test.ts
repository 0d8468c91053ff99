/** A wait of a whole day: nothing piles up, and it completes. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { SoakReport } from './support/soak.ts';

const SCRIPT = fileURLToPath(new URL('support/soak.ts', import.meta.url));

it('a wait of a day leaks nothing and completes', { timeout: 240_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', SCRIPT]);
  const report = JSON.parse(stdout) as SoakReport;

  expect(report.exitCode).toBe(0);
  expect(report.outputs).toMatchObject({
    status: 'completed',
    'waited-seconds': expect.stringMatching(/^864\d\d$/),
  });
  const [{ polls }] = JSON.parse(report.outputs['scans'] ?? '[]') as [{ polls: number }];
  expect(polls).toBeGreaterThan(2_800);
  // A token every half hour, and no more.
  expect(report.tokenRequests).toBeLessThan(60);
  expect(report.logLines).toBeLessThan(400);
  const { samples } = report;
  const [first, last] = [samples[1], samples.at(-1)];
  expect(samples.length).toBeGreaterThan(4);
  if (first === undefined || last === undefined) throw new Error('too few samples');
  expect(last.heap - first.heap).toBeLessThan(4 * 1024 * 1024);
  expect(last.handles - first.handles).toBeLessThan(20);
  expect(Math.max(...samples.map(({ listeners }) => listeners))).toBeLessThan(6);
});
