/**
 * The one check that the branch rules require, run as written: only success of every job passes.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScript } from './support/script-step.ts';

const { jobs } = parse(
  readFileSync(new URL('../.github/workflows/ci.yml', import.meta.url), 'utf8'),
) as { jobs: { required: { steps: readonly { run: string; env: Record<string, string> }[] } } };
const { steps } = jobs.required;

// On Windows there need be no bash; the job runs on Linux.
describe.skipIf(process.platform === 'win32')('the required job', () => {
  it('is one script over the results of all jobs', () => {
    expect(steps).toMatchObject([
      { env: { RESULTS: expect.stringContaining("{ join(needs.*.result, ' ') }}") } },
    ]);
  });

  it.each([
    ['success', 0],
    ['success success success', 0],
    ['success failure success', 1],
    ['success success cancelled', 1],
    ['skipped success success', 1],
    ['success unheard-of', 1],
    ['success  success', 1],
    ['', 1],
  ])('with the results "%s" exits %i', async (results, code) => {
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const result = await runScript(steps[0]?.run ?? '', { cwd, env: { RESULTS: results } });
    expect(result.code).toBe(code);
  });
});
