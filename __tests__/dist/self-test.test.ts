/** CI's self-test, step by step, so that it is known to pass before a runner runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type JobStep, runJobStep, type Values } from '../support/workflow-job.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { jobs } = parse(readFileSync(`${ROOT}/.github/workflows/ci.yml`, 'utf8')) as {
  jobs: { 'self-test': { env: Values; steps: readonly JobStep[] } };
};
const { env, steps } = jobs['self-test'];
const START = steps.findIndex(({ name }) => name === 'Start the emulator');

// On Windows there need be no bash; the job runs on Linux.
describe.skipIf(process.platform === 'win32')("CI's self-test", () => {
  const [token, commit] = [`${env['TOKEN']}`, `${env['COMMIT']}`];
  let emulator: ChildProcess;
  let urls: string[] = [];
  const temp = mkdtempSync(join(tmpdir(), 'self-test-'));

  beforeAll(async () => {
    const args = [`${ROOT}/emulator/serve.ts`, '0', token, '0', commit];
    emulator = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    if (emulator.stdout === null) throw new Error('no output');
    const lines = createInterface(emulator.stdout);
    for (const _ of ['Binarly', 'GitHub']) urls = [...urls, `${(await once(lines, 'line'))[0]}`];
  });

  afterAll(() => {
    emulator.kill();
    rmSync(temp, { recursive: true, force: true });
  });

  it('passes every step', async () => {
    const own = steps.slice(START + 1).filter((step) => step.if === undefined);
    expect(own.length).toBeGreaterThan(10);
    const [url = '', github = ''] = urls;
    const job = { ...env, API_URL: url, GITHUB: github, EMULATOR: `${ROOT}/emulator` };
    const values: Values = { 'env.API_URL': url, 'env.TOKEN': token };
    const take = async (step: JobStep) => {
      const { code, stdout, stderr } = await runJobStep(step, values, {
        cwd: ROOT,
        env: {
          ...job,
          RUNNER_TEMP: temp,
          GITHUB_ACTIONS: 'true',
          GITHUB_SERVER_URL: 'https://github.example',
          GITHUB_RUN_ID: '1',
          GITHUB_RUN_ATTEMPT: '1',
        },
      });
      if (step['continue-on-error'] !== true)
        expect(code, `${step.name}\n${stdout}${stderr}`).toBe(0);
    };
    const takeAll = async (one: readonly JobStep[]) => {
      for (const step of one) await take(step);
    };
    // The first two waits meet what the emulator does once, the last one needs the first. The
    // others need nothing of each other, and most of their time is waiting.
    const waits = withChecks(own);
    for (const wait of waits.slice(0, 2)) await takeAll(wait);
    await Promise.all(waits.slice(2, -1).map(takeAll));
    for (const wait of waits.slice(-1)) await takeAll(wait);
  });
});

/** Each step that has an ID, with the steps behind it that look at its outputs. */
function withChecks(all: readonly JobStep[]): readonly (readonly JobStep[])[] {
  const starts = all.flatMap(({ id }, index) => (id === undefined ? [] : [index]));
  return starts.map((start, index) => all.slice(start, starts[index + 1]));
}
