/** The README's workflow and the release after it, run step by step against the emulator. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import { startGitHub } from '../../emulator/github.ts';
import type { GitHub } from '../../emulator/github-script.ts';
import { JOB_TOKEN } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { type JobStep, runJobStep, type Values } from '../support/workflow-job.ts';
import { IDS } from './step.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<
    Record<string, { readonly if?: string; readonly needs?: string; readonly steps: JobStep[] }>
  >;
}

const read = (path: string) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const README = read('README.md');
const firstBlock = (text = '') => parse(/```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '') as Workflow;
const workflow = firstBlock(README);
const recipe = firstBlock(read('docs/recipes.md').split('\n## Release after a pass\n')[1]);
const [TIP, HEAD, MERGE] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
];
/** What every upload has. */
const FOUND = {
  counts: { findingTypeCounts: [{ type: 'knownVulnerability', count: 1 }], kev: 0 },
  findings: {
    rows: [{ id: 'known', severity: 'high', status: 'new', type: 'knownVulnerability' }],
  },
};
const CLIENT = { id: 'readme-client', secret: 'readme-secret' };

describe('the first example of the README', () => {
  it('is a workflow that scans every change, and runs once a pull request', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'merge_group', 'push']);
    expect(workflow.concurrency.group).toContain('github.event.pull_request.number');
  });

  it('is continued by a release on a push only', () => {
    expect(recipe.jobs['release']).toMatchObject({
      needs: 'scan',
      if: "github.event_name == 'push'",
    });
    expect(recipe.jobs['scan']).toEqual({
      outputs: { 'scan-id': `\${{ steps.wait.outputs.scan-id }}` },
    });
  });
});

// On Windows there need be no bash and no jq; the workflow runs on Linux.
describe.skipIf(process.platform === 'win32')('the steps of that workflow', () => {
  let emulator: Emulator;
  let github: GitHub;
  let folder = '';
  let values: Values = {};

  beforeAll(async () => {
    emulator = await startEmulator(
      {
        client: { ...CLIENT, lifetimeMs: 1_800_000 },
        images: [],
        uploads: {
          states: [
            { atMs: 0, type: 'new' },
            { atMs: 500, type: 'completed' },
          ],
          findings: FOUND,
        },
      },
      systemClock,
    );
    github = await startGitHub({
      repository: 'acme/firmware',
      token: JOB_TOKEN,
      commits: { [MERGE]: [TIP, HEAD], [HEAD]: [TIP], [TIP]: [] },
    });
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    // The build is the user's own.
    writeFileSync(join(folder, 'make'), '#!/bin/sh\necho firmware > "$1"\n');
    chmodSync(join(folder, 'make'), 0o755);
    values = {
      'vars.BINARLY_API_URL': emulator.url,
      'vars.BINARLY_AUTH_URL': emulator.tokenUrl,
      'vars.BINARLY_CLIENT_ID': CLIENT.id,
      'vars.BINARLY_PRODUCT_ID': IDS.product,
      'secrets.BINARLY_CLIENT_SECRET': CLIENT.secret,
      'github.repository': 'acme/firmware',
    };
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await Promise.all([emulator.close(), github.close()]);
  });

  function run(step: JobStep, given: Values, env: Values = {}) {
    // The emulator is on premises: one more line, as the README says.
    const known = step.with && { ...step.with, 'token-url': `\${{ vars.BINARLY_AUTH_URL }}` };
    return runJobStep(known === undefined ? step : { ...step, with: known }, given, {
      cwd: folder,
      commands: folder,
      env: {
        GITHUB_REPOSITORY: 'acme/firmware',
        GITHUB_API_URL: github.url,
        GITHUB_SERVER_URL: 'https://github.test',
        GITHUB_RUN_ID: '1',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_SHA: TIP,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_ACTOR: 'octocat',
        ...env,
      },
    });
  }

  /** Runs all steps until one fails. @returns what is known then. */
  async function runAll(env: Values): Promise<Values> {
    const done: Values = { ...values };
    for (const step of workflow.jobs['scan']?.steps ?? []) {
      if (step.uses?.startsWith('actions/')) continue;
      const { code, stderr } = await run(step, done, env);
      expect(stderr, step.id).toBe('');
      if (code !== 0) break;
    }
    return done;
  }

  it('block every finding until main was scanned once, then what is new', async () => {
    const first = await runAll({});
    expect(first).toMatchObject({
      'steps.upload.outcome': 'success',
      'steps.wait.outputs.status': 'findings',
    });
    const event = join(folder, 'pull-request.json');
    const pull = { head: { sha: HEAD }, base: { sha: TIP, ref: 'main' } };
    writeFileSync(event, JSON.stringify({ pull_request: pull }));
    const done = await runAll({ GITHUB_SHA: MERGE, GITHUB_EVENT_PATH: event });
    expect(done).toMatchObject({
      'steps.wait.outcome': 'success',
      'steps.wait.outputs.status': 'completed',
    });
    expect(emulator.uploaded.map(({ name, version }) => [name, version])).toEqual([
      ['firmware.bin', TIP],
      ['firmware.bin', MERGE],
    ]);
    const [scan] = JSON.parse(`${done['steps.wait.outputs.scans']}`) as [object];
    const row = /^\| `scans` \|.*$/m.exec(README)?.[0] ?? '';
    for (const field of Object.keys(scan)) expect(row).toContain(`\`${field}\``);
    const [release] = recipe.jobs['release']?.steps ?? [];
    const scanId = `${done['steps.wait.outputs.scan-id']}`;
    const released = await run(release ?? {}, { 'needs.scan.outputs.scan-id': scanId });
    expect(released).toMatchObject({
      code: 0,
      stdout: `Releasing the firmware of scan ${scanId}\n`,
    });
  });

  describe('without the secret', () => {
    const upload = workflow.jobs['scan']?.steps.find(({ id }) => id === 'upload') ?? {};

    it.each([
      ['in a pull request from a fork', 'mallory/firmware', 'mallory', 'comes from a fork'],
      ["in Dependabot's run", 'acme/firmware', 'dependabot[bot]', 'Dependabot secrets'],
      ['in a repository that lacks it', 'acme/firmware', 'octocat', 'check that the secret exists'],
    ])('say why %s', async (_, head, actor, words) => {
      const event = join(folder, 'event.json');
      const repository = { full_name: 'acme/firmware' };
      const pull = { number: 1, head: { repo: { full_name: head } } };
      writeFileSync(event, JSON.stringify({ repository, pull_request: pull }));
      const before = emulator.tokenRequests();
      const given = { ...values, 'secrets.BINARLY_CLIENT_SECRET': '' };
      const env = { GITHUB_ACTOR: actor, GITHUB_EVENT_PATH: event };
      const { code, stdout } = await run(upload, given, env);
      expect(code).toBe(1);
      expect(stdout).toContain(words);
      expect(emulator.tokenRequests()).toBe(before);
    });
  });

  it('end at the first call that fails', async () => {
    const given = { ...values, 'secrets.BINARLY_CLIENT_SECRET': 'wrong' };
    const upload = workflow.jobs['scan']?.steps.find(({ id }) => id === 'upload') ?? {};
    const refused = await run(upload, given);
    expect(refused.code).toBe(1);
    expect(refused.outputs).toMatchObject({ status: 'error', images: '' });
  });
});
