/** The seed that nightly.yml draws, by its script as written. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScript } from './support/script-step.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows/nightly.yml'), 'utf8')) as {
  jobs: { random: { steps: readonly { name?: string; run?: string }[] } };
};
const script = jobs.random.steps.find(({ name }) => name === 'Draw a seed')?.run ?? '';
const folder = mkdtempSync(join(tmpdir(), 'nightly-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param given the input of the workflow. */
async function draw(given: string) {
  const file = join(folder, 'env');
  writeFileSync(file, '');
  const result = await runScript(script, { cwd: ROOT, env: { GIVEN: given, GITHUB_ENV: file } });
  const [, seed] = /^FAST_CHECK_SEED=(.*)\n$/.exec(readFileSync(file, 'utf8')) ?? [];
  return { ...result, seed };
}

// On Windows there need be no bash; the job runs on Linux.
describe.skipIf(process.platform === 'win32')('the seed of the night', () => {
  it('is new in every run, and is in the log and the summary', async () => {
    const [one, other] = [await draw(''), await draw('')];
    expect(one.seed).not.toBe(other.seed);
    expect(Number(one.seed)).toBe(Number(one.seed) | 0);
    const line = `To repeat this run: FAST_CHECK_SEED=${one.seed} npm run test:unit\n`;
    expect([one.stdout, one.summary]).toEqual([line, line]);
  });

  it('is the one given, to repeat a run', async () => {
    expect((await draw('-7')).seed).toBe('-7');
  });

  it('is no text that would set other variables', async () => {
    const result = await draw('7\nNODE_OPTIONS=--inspect');
    expect(result).toMatchObject({ code: 1, seed: undefined });
    expect(result.stdout).toMatch(/^::error::/);
  });
});
