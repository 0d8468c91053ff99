/** The built action when the runner's files cannot be written. */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectComplete, takeStep } from './step.ts';

const MISSING = join(tmpdir(), 'no-such-folder', 'file');

describe.concurrent('a file of the runner that cannot be written', () => {
  it('is a note in the log if it is the summary', async () => {
    const result = await takeStep({ options: { env: { GITHUB_STEP_SUMMARY: MISSING } } });
    expectComplete({ ...result, summary: '## not written' });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('Could not write the job summary');
  });

  it('fails if outputs cannot be written, because later steps would read nothing', async () => {
    const result = await takeStep({ options: { env: { GITHUB_OUTPUT: MISSING } } });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ level }) => level)).toEqual(['error']);
    expect(result.annotations[0]?.message).toContain('Could not write the output status');
    expect(result.summary).toMatch(/^## /);
  });
});
