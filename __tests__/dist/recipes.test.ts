/** The scripts of the recipes, run as written. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startEmulator } from '../../emulator/binarly.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { type JobStep, runJobStep, type Values } from '../support/workflow-job.ts';
import { IDS } from './step.ts';

const RECIPES = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8').replaceAll(
  '\r\n',
  '\n',
);

/** Answers `--jq` from files in the current folder; prints the arguments of any other call. */
const GH = `#!/bin/sh
file=comments.json
[ "$1" = attestation ] && file=attestations.json
for argument; do last=$argument; done
case "$*" in
*--jq*) exec jq -r "$last" $file ;;
*) printf '%s\\n' "$@" ;;
esac
`;

/** The YAML of the first block below a heading. */
function recipe<T>(heading: string): T {
  const section = RECIPES.split(`\n## ${heading}\n`)[1] ?? '';
  return parse(/^```yaml\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? '') as T;
}

// On Windows there need be no bash.
describe.skipIf(process.platform === 'win32')('the recipe', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recipes-'));
    writeFileSync(join(folder, 'gh'), GH);
    chmodSync(join(folder, 'gh'), 0o755);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('for a rescan starts a scan and waits for that one', async () => {
    const token = 'recipe-token';
    const emulator = await startEmulator(
      { token, images: [], uploads: { states: [{ atMs: 0, type: 'completed' }] } },
      systemClock,
    );
    const call = async (path: string, init: RequestInit = {}) => {
      const reply = await fetch(`${emulator.url}/api/v4/products/${IDS.product}/${path}`, {
        headers: { authorization: `Bearer ${token}` },
        ...init,
      });
      return (await reply.json()) as Record<string, string>;
    };
    const temp = await call('tempFiles:generateUploadUrl');
    await fetch(`${temp['uploadUrl']}`, { method: 'PUT', body: 'bin' });
    const query = new URLSearchParams({ tempFileId: `${temp['id']}`, imageName: 'firmware.bin' });
    const form = { method: 'POST', body: new FormData() };
    const image = await call(`images:upload?${query}`, form);
    // The time is written in whole seconds: the first scan must be older than that.
    await new Promise((resolve) => setTimeout(resolve, 1_100));

    const [rescan, wait] = recipe<[JobStep, JobStep]>('A rescan');
    const values: Values = {
      'vars.BINARLY_API_URL': emulator.url,
      'vars.BINARLY_PRODUCT_ID': IDS.product,
      'vars.BINARLY_IMAGE_ID': `${image['id']}`,
      'steps.auth.outputs.token': token,
    };
    const started = await runJobStep(rescan, values, { cwd: folder });
    expect(started).toMatchObject({ code: 0, stderr: expect.any(String) });
    const { id: newest } = JSON.parse(started.stdout) as { id: string };
    const { 'client-id': _, 'client-secret': __, ...given } = wait.with ?? {};
    const waited = await runJobStep({ ...wait, with: { ...given, token } }, values, {
      cwd: folder,
    });
    expect(waited.outputs).toMatchObject({ status: 'completed', 'scan-id': newest });
    await emulator.close();
  });

  it('for a rescan of the baseline finds the newest image of the branch', async () => {
    const token = 'recipe-token';
    const client = { id: 'recipe-client', secret: 'recipe-secret', lifetimeMs: 60_000 };
    const others = [
      { name: 'firmware.bin', version: 'f'.repeat(40), createdMs: 60_000 },
      { name: 'firmware.bin', createdMs: 60_000 },
    ].map((more, index) => {
      return { productId: IDS.product, imageId: `other-${index}`, scans: [], ...more };
    });
    const emulator = await startEmulator(
      { token, client, images: others, uploads: { states: [{ atMs: 0, type: 'completed' }] } },
      systemClock,
    );
    const repository = mkdtempSync(join(tmpdir(), 'repository-'));
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.test', ...args], {
        cwd: repository,
        encoding: 'utf8',
      }).trim();
    git('init', '--quiet');
    const commits = ['one', 'two', 'three'].map((name) => {
      git('commit', '--quiet', '--allow-empty', '-m', name);
      return git('rev-parse', 'HEAD');
    });
    const [older = '', newer = ''] = commits;
    const authorization = `Bearer ${token}`;
    const product = `${emulator.url}/api/v4/products/${IDS.product}`;
    const upload = async (version: string, imageName = 'firmware.bin') => {
      const init = { headers: { authorization } };
      const temp = await fetch(`${product}/tempFiles:generateUploadUrl`, init);
      const { id, uploadUrl } = (await temp.json()) as Record<string, string>;
      await fetch(`${uploadUrl}`, { method: 'PUT', body: 'bin' });
      const query = new URLSearchParams({ tempFileId: `${id}`, imageName, version });
      const form = { ...init, method: 'POST', body: new FormData() };
      const made = await fetch(`${product}/images:upload?${query}`, form);
      return ((await made.json()) as { readonly id: string }).id;
    };
    await upload(older);
    await upload(newer);
    const wanted = await upload(newer.toUpperCase());
    await upload(newer, 'other.bin');
    // The time is written in whole seconds: the first scan must be older than that.
    await new Promise((resolve) => setTimeout(resolve, 1_100));

    const { jobs } = recipe<{
      jobs: { rescan: { steps: readonly [JobStep, JobStep, JobStep, JobStep] } };
    }>('Scan the baseline every night');
    const [, auth, rescan, wait] = jobs.rescan.steps;
    const values: Values = {
      'vars.BINARLY_API_URL': emulator.url,
      'vars.BINARLY_AUTH_URL': emulator.tokenUrl,
      'vars.BINARLY_CLIENT_ID': client.id,
      'vars.BINARLY_PRODUCT_ID': IDS.product,
      'secrets.BINARLY_CLIENT_SECRET': client.secret,
    };
    const options = { cwd: repository, env: { RUNNER_TEMP: repository } };
    for (const step of [auth, rescan])
      expect(await runJobStep(step, values, options)).toMatchObject({ code: 0 });
    expect(values['steps.rescan.outputs.image']).toBe(wanted);
    const waited = await runJobStep(wait, values, options);
    expect(waited.outputs).toMatchObject({ status: 'completed', 'image-id': wanted });
    const scans = emulator.uploaded.find(({ imageId }) => imageId === wanted)?.scans ?? [];
    expect(waited.outputs['scan-id']).toBe(scans[1]?.id);
    await emulator.close();
    rmSync(repository, { recursive: true, force: true });
  });

  it('for an upload without the action makes the API’s own requests', async () => {
    const client = { id: 'recipe-client', secret: 'recipe-secret' };
    const emulator = await startEmulator(
      {
        client: { ...client, lifetimeMs: 60_000 },
        images: [],
        uploads: { states: [{ atMs: 0, type: 'completed' }] },
      },
      systemClock,
    );
    writeFileSync(join(folder, 'firmware.bin'), 'firmware');
    const values: Values = {
      'vars.BINARLY_API_URL': emulator.url,
      'vars.BINARLY_AUTH_URL': emulator.tokenUrl,
      'vars.BINARLY_CLIENT_ID': client.id,
      'vars.BINARLY_PRODUCT_ID': IDS.product,
      'secrets.BINARLY_CLIENT_SECRET': client.secret,
    };
    const [auth, upload] = recipe<[JobStep, JobStep]>('Upload without the action');
    const env = { GITHUB_SHA: '0123456789abcdef' };
    const authorized = await runJobStep(auth, values, { cwd: folder, env });
    expect(authorized.stdout).toBe(`::add-mask::${authorized.outputs['token']}\n`);
    const uploaded = await runJobStep(upload, values, { cwd: folder, env });
    expect(uploaded).toMatchObject({ code: 0, stderr: '' });
    const [image] = emulator.uploaded;
    expect(image).toMatchObject({ name: 'firmware.bin', version: env.GITHUB_SHA });
    expect(uploaded.outputs['image']).toBe(image?.imageId);
    // It ends at the first call that fails.
    const refused = { ...values, 'steps.auth.outputs.token': 'other' };
    const failed = await runJobStep(upload, refused, { cwd: folder, env });
    expect([failed.code === 0, failed.outputs]).toEqual([false, {}]);
    await emulator.close();
  });

  it('for a required job passes only after a success', async () => {
    const { gate } = recipe<{ gate: { steps: [JobStep]; if: string } }>(
      'A required job that always runs',
    );
    expect(gate.if).toBe('always()');
    const code = async (result: string) =>
      (await runJobStep(gate.steps[0], { 'needs.scan.result': result }, { cwd: folder })).code;
    expect(await Promise.all(['success', 'failure', 'cancelled', 'skipped'].map(code))).toEqual([
      0, 1, 1, 1,
    ]);
  });

  describe('for a comment', () => {
    const MINE = { user: { login: 'github-actions[bot]' }, body: '<!-- binarly-scan -->\n\nold' };
    const OTHERS: readonly [object, object] = [
      { id: 1, user: { login: 'mallory' }, body: MINE.body },
      { id: 2, user: MINE.user, body: 'of another workflow' },
    ];

    async function comment(comments: readonly object[]) {
      const cwd = mkdtempSync(join(folder, 'comment-'));
      writeFileSync(join(cwd, 'comments.json'), JSON.stringify(comments));
      writeFileSync(join(cwd, 'summary.md'), '## Passed\n');
      const [step] = recipe<[JobStep]>('Comment on the pull request');
      const values = {
        'github.token': 'any',
        'github.repository': 'acme/firmware',
        'github.event.pull_request.number': '7',
        'steps.wait.outputs.summary-file': 'summary.md',
      };
      const { code, stdout } = await runJobStep(step, values, { cwd, commands: folder });
      expect(code).toBe(0);
      const body = readFileSync(join(cwd, 'binarly-comment.md'), 'utf8');
      expect(body).toBe('<!-- binarly-scan -->\n\n## Passed\n');
      return stdout;
    }

    it('edits its own of the last run, never just the last one', async () => {
      const [stranger, other] = OTHERS;
      expect(await comment([stranger, { id: 3, ...MINE }, other])).toBe(
        'api\n--silent\n--method\nPATCH\nrepos/acme/firmware/issues/comments/3\n--field\n' +
          'body=@binarly-comment.md\n',
      );
    });

    it('writes a first one', async () => {
      expect(await comment(OTHERS)).toBe(
        'api\n--silent\n--method\nPOST\nrepos/acme/firmware/issues/7/comments\n--field\n' +
          'body=@binarly-comment.md\n',
      );
    });
  });

  describe('for an attestation', () => {
    const [check, attest] = recipe<[JobStep, JobStep]>('Attest the verdict');

    it.each([
      ['continues with the file that was uploaded', 'firmware', 0],
      ['stops if the file has changed', 'other', 1],
    ])('%s', async (_, content, expected) => {
      const cwd = mkdtempSync(join(folder, 'attest-'));
      writeFileSync(join(cwd, 'firmware.bin'), content);
      const sha256 = createHash('sha256').update('firmware').digest('hex');
      const values = { 'steps.upload.outputs.sha256': sha256 };
      expect((await runJobStep(check, values, { cwd })).code).toBe(expected);
    });

    it('signs the verdict of the waiting step', () => {
      expect(attest.with).toEqual({
        'subject-path': 'firmware.bin',
        'predicate-type': 'https://in-toto.io/attestation/test-result/v0.1',
        'predicate-path': `\${{ steps.wait.outputs.verdict-file }}`,
      });
    });
  });

  it.each([
    ['passes if the newest verdict does', ['FAILED', 'PASSED'], 0],
    ['fails if a newer verdict does', ['PASSED', 'FAILED'], 1],
    ['fails if the newest verdict is only a warning', ['PASSED', 'WARNED'], 1],
  ])('before flashing %s', async (_, results, expected) => {
    const cwd = mkdtempSync(join(folder, 'verify-'));
    const attestations = results.map((result, day) => ({
      verificationResult: {
        verifiedTimestamps: [{ timestamp: `2026-11-0${day + 1}T00:00:00Z` }],
        statement: { predicate: { result } },
      },
    }));
    // GitHub's order is not the order of time.
    writeFileSync(join(cwd, 'attestations.json'), JSON.stringify(attestations.toReversed()));
    const [step] = recipe<[JobStep]>('Verify before flashing');
    const { code } = await runJobStep(step, { 'github.token': 'any' }, { cwd, commands: folder });
    expect(code).toBe(expected);
  });

  it('for code scanning uploads the file of the step, if there is one', () => {
    const [{ if: condition, with: given = {} }] = recipe<[JobStep]>(
      'Show findings in code scanning',
    );
    expect(condition).toContain("steps.wait.outputs.sarif-file != ''");
    // A category would be the same for all images.
    expect(given).toEqual({ sarif_file: `\${{ steps.wait.outputs.sarif-file }}` });
  });

  it('for reports keeps what the step downloaded', async () => {
    const [wait, keep] = recipe<[JobStep, JobStep]>('Keep reports');
    const image = {
      productId: IDS.product,
      imageId: IDS.image,
      scans: [{ id: 'S', createdMs: -1_000, states: [{ atMs: -1_000, type: 'completed' }] }],
    };
    const emulator = await startEmulator({ token: 'recipe-token', images: [image] }, systemClock);
    const values: Values = {
      'vars.BINARLY_API_URL': emulator.url,
      'vars.BINARLY_PRODUCT_ID': IDS.product,
      'steps.upload.outputs.images': IDS.image,
    };
    const { 'client-id': _, 'client-secret': __, ...given } = wait.with ?? {};
    const step = { ...wait, with: { ...given, token: 'recipe-token' } };
    const { code, outputs } = await runJobStep(step, values, {
      cwd: folder,
      env: { RUNNER_TEMP: folder },
    });
    await emulator.close();
    expect(code).toBe(0);
    expect(readdirSync(join(`${outputs['reports']}`, IDS.image)).sort()).toEqual([
      'findings-pdf.pdf',
      'sbom-cyclonedx.json',
      'vex-openvex.json',
    ]);
    for (const name of ['reports', 'verdict-file'])
      expect(keep.with?.['path']).toContain(`steps.wait.outputs.${name}`);
  });
});
