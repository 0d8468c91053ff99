/** What tenant.yml checks before it keeps answers, by its script as written. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScript } from './support/script-step.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows/tenant.yml'), 'utf8')) as {
  jobs: { tenant: { steps: readonly { id?: string; if?: string; uses?: string; run?: string }[] } };
};
const { steps } = jobs.tenant;
const script = steps.find(({ id }) => id === 'anonymous')?.run ?? '';
const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = 'https://dashboard-acme.binarly.cloud\n\nclient-of-acme\n';

async function check(answers: string) {
  writeFileSync(join(folder, 'answers.jsonl'), answers);
  return runScript(script, { cwd: folder, env: { NAMES, RUNNER_TEMP: folder } });
}

// The workflow runs on Linux; elsewhere there need be no bash, and grep differs.
describe.skipIf(process.platform !== 'linux')('the answers of a tenant', () => {
  it('are kept if they name nothing of it', async () => {
    expect(await check('{"address":"/api/v4/products/id-1","status":200}\n')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it.each([
    ['an ID', '{"id":"01JZ30CYZY52F5BPR3AAJ2DP89"}'],
    ['an ID', '{"id":"images/01jz30cyzy52f5bpr3aaj2dp89"}'],
    ['a name', '{"url":"http://Dashboard-ACME.binarly.cloud/x"}'],
    ['a name', '{"author":"client-of-acme"}'],
  ])('are not kept if they have %s of it: %s', async (what, answers) => {
    const { code, stdout } = await check(answers);
    expect(code).toBe(1);
    expect(stdout).toBe(
      `::error::The answers still have ${what} of the tenant. Please report this.\n`,
    );
  });

  it('are kept by a step that needs this check', () => {
    expect(steps.at(-1)).toMatchObject({
      if: "always() && steps.anonymous.outcome == 'success'",
      uses: expect.stringMatching(/^actions\/upload-artifact@/),
    });
  });
});
