/** CI's self-test, step by step, so that it is known to pass before a runner runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type JobStep, runJobStep, type Values } from '../support/workflow-job.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { jobs } = parse(readFileSync(`${ROOT}/.github/workflows/ci.yml`, 'utf8')) as {
  jobs: { 'self-test': { env: Values; steps: readonly JobStep[] } };
};
const { env, steps } = jobs['self-test'];

// On Windows there need be no bash; the job runs on Linux.
describe.skipIf(process.platform === 'win32')("CI's self-test", () => {
  const token = `${env['TOKEN']}`;
  let emulator: ChildProcess;
  let temp = '';
  const values: Values = { 'env.TOKEN': token };

  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), 'self-test-'));
    const args = [`${ROOT}/emulator/serve.ts`, '0', token];
    emulator = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [url] = (await once(emulator.stdout ?? emulator, 'data')) as [Buffer];
    values['env.API_URL'] = url.toString().trim();
  });

  afterAll(() => {
    emulator.kill();
    rmSync(temp, { recursive: true, force: true });
  });

  it('passes every step', async () => {
    const own = steps.filter(
      (step) => step.uses === './' || (step.run !== undefined && step.name?.startsWith('It ')),
    );
    // Checkout, Node, the emulator at the start, and its log after a failure.
    expect(steps.length - own.length).toBe(4);
    for (const step of own) {
      const { code, stdout, stderr } = await runJobStep(step, values, {
        cwd: ROOT,
        env: { RUNNER_TEMP: temp },
      });
      if (step['continue-on-error'] !== true)
        expect(code, `${step.name}\n${stdout}${stderr}`).toBe(0);
    }
  });
});
