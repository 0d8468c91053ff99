/** The built action without a stored secret: ID tokens from GitHub, access tokens from Keycloak. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { type Fault, jsonAnswer } from '../../emulator/faults.ts';
import { type IdTokenScript, startIdTokenEndpoint } from '../../emulator/github-id-token.ts';
import type { ClientScript } from '../../emulator/keycloak.ts';
import { runStep, type StepOptions, type StepResult } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { expectComplete, IDS, RUNNER_KILLS_AFTER_MS, SCAN, scanIn } from './step.ts';

const ISSUER = 'https://token.actions.githubusercontent.com';
const SUBJECT = 'repo:acme/firmware:environment:binarly';
const UNKNOWN: Fault = jsonAnswer(401, {
  error: 'invalid_client',
  error_description: 'Invalid client or Invalid client credentials',
});

const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Given {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly github?: IdTokenScript;
  readonly client?: Partial<ClientScript>;
  /** Whose ID tokens Keycloak accepts. */
  readonly subject?: string;
  /** When the scan completes, in milliseconds; before the step if left out. */
  readonly completesMs?: number;
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly printed?: NonNullable<StepOptions['printed']>;
}

interface Taken extends StepResult {
  readonly idTokens: readonly string[];
  readonly accessTokens: readonly string[];
  readonly requestToken: string;
  readonly audiences: readonly (string | null)[];
  readonly tokenUrl: string;
  /** How many requests the token endpoint got. */
  readonly tokenRequests: number;
}

async function takeStep(given: Given): Promise<Taken> {
  const github = await startIdTokenEndpoint(given.github ?? {}, systemClock);
  const { publicKey } = github;
  const trusts = { issuer: ISSUER, subject: given.subject ?? SUBJECT, publicKey };
  const client = { id: 'ci', secret: '', lifetimeMs: 60_000, trusts, ...given.client };
  const states = [
    { atMs: -1, type: 'running' },
    { atMs: given.completesMs ?? 0, type: 'completed' },
  ];
  const images = [{ productId: IDS.product, imageId: IDS.image, scans: [scanIn('', { states })] }];
  const emulator = await startEmulator({ client, images }, systemClock);
  const { url, tokenUrl } = emulator;
  const inputs = { oidc: 'true', 'api-url': url, 'token-url': tokenUrl, 'poll-interval': '1s' };
  const env = { ...github.env, RUNNER_DEBUG: '1', ...given.env };
  try {
    const options = { env, ...(given.printed === undefined ? {} : { printed: given.printed }) };
    const result = await runStep({ ...IDS, ...inputs, ...given.inputs }, options);
    return {
      ...result,
      idTokens: github.issued,
      accessTokens: emulator.issued,
      requestToken: github.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
      audiences: github.audiences,
      tokenUrl,
      tokenRequests: emulator.tokenRequests(),
    };
  } finally {
    await Promise.all([emulator.close(), github.close()]);
  }
}

/** Every path masks each secret before it can show, and shows it nowhere else. */
function expectSecretsKept(result: Taken): void {
  const { stdout, stderr, summary, outputs, annotations } = result;
  const written = [
    stdout.replaceAll(/^::add-mask::.*$/gm, ''),
    stderr,
    summary,
    JSON.stringify([outputs, annotations]),
  ].join('\n');
  for (const secret of [result.requestToken, ...result.idTokens, ...result.accessTokens]) {
    expect(stdout).toContain(`::add-mask::${secret}\n`);
    expect(written).not.toContain(secret);
  }
}

describe.concurrent('ID tokens', () => {
  it('carry a wait over several access tokens, one ID token for each', async () => {
    const result = await takeStep({ completesMs: 6_000, client: { lifetimeMs: 2_000 } });
    expectComplete(result);
    expectSecretsKept(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
    expect(result.accessTokens.length).toBeGreaterThanOrEqual(3);
    expect(new Set(result.idTokens).size).toBe(result.accessTokens.length);
    expect(result.tokenRequests).toBe(result.accessTokens.length);
    const realm = result.tokenUrl.replace('/protocol/openid-connect/token', '');
    expect(new Set(result.audiences)).toEqual(new Set([realm]));
  });

  it('survive trouble at GitHub and a Keycloak that refuses one for now', async () => {
    const result = await takeStep({
      completesMs: 5_000,
      github: { faults: { 1: jsonAnswer(503, {}), 4: jsonAnswer(200, { value: 'none' }) } },
      client: { lifetimeMs: 1_500, faults: { 2: UNKNOWN } },
    });
    expectComplete(result);
    expectSecretsKept(result);
    expect(result.outputs['status']).toBe('completed');
    expect(result.stdout).toContain('failed, no ID token from GitHub: HTTP 503');
    expect(result.stdout).toContain('failed, no token from `token-url`: HTTP 401: invalid_client');
    expect(result.stdout).toContain(
      'failed, no ID token from GitHub: HTTP 200 without an ID token',
    );
  });
});

describe.concurrent('an ID token that Keycloak refuses', () => {
  it('for its subject ends the step, and names the subject and the issuer', async () => {
    const result = await takeStep({ subject: 'repo:acme/firmware:ref:refs/heads/main' });
    expectComplete(result);
    expectSecretsKept(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toBe(
      `The token endpoint refused the ID token with the sub ${SUBJECT} and the iss ${ISSUER} ` +
        '(HTTP 401: invalid_client: Invalid client or Invalid client credentials): ' +
        'set jwt.credential.sub of the client in Keycloak to this sub, and the issuer of its ' +
        'identity provider to this iss.',
    );
    expect(result.tokenRequests).toBe(1);
  });

  it('for its audience ends the step, and names the audience and the input', async () => {
    const result = await takeStep({ inputs: { 'oidc-audience': 'https://other.example' } });
    expectComplete(result);
    expectSecretsKept(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toBe(
      'The token endpoint refused the ID token for the audience https://other.example ' +
        '(HTTP 400: invalid_client: Invalid token audience): ' +
        'set oidc-audience to the issuer of the Keycloak realm.',
    );
  });

  it('because service accounts are off ends the step, and says so', async () => {
    const result = await takeStep({ client: { off: 'service-account' } });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain(
      'Client not enabled to retrieve service account): turn on service accounts for this client',
    );
  });

  it('because its clock is ahead does not end the step before `max-outage`', async () => {
    const result = await takeStep({
      github: { aheadMs: 60_000 },
      inputs: { 'max-outage': '2s' },
    });
    expectComplete(result);
    expectSecretsKept(result);
    expect(result.outputs['status']).toBe('unavailable');
    expect(result.outputs['reason']).toContain('Token was issued in the future');
    expect(result.tokenRequests).toBeGreaterThan(1);
  });

  it('because it was used before does not end the step before `max-outage`', async () => {
    const result = await takeStep({
      completesMs: 60_000,
      github: { tokenId: 'always-the-same' },
      client: { lifetimeMs: 1_500 },
      inputs: { 'max-outage': '2s' },
    });
    expectComplete(result);
    expectSecretsKept(result);
    expect(result.outputs['status']).toBe('unavailable');
    expect(result.outputs['reason']).toContain('Token reuse detected');
  });
});

describe.skipIf(process.platform === 'win32')('an interruption', () => {
  it('does not wait for an ID token', async () => {
    let signaled = 0;
    const result = await takeStep({
      github: { faults: { 1: { kind: 'silent' } } },
      printed(text, child) {
        if (signaled > 0 || !text.includes('Waiting up to')) return;
        signaled = performance.now();
        setTimeout(() => child.kill('SIGINT'), 500);
      },
    });
    expect(performance.now() - signaled).toBeLessThan(RUNNER_KILLS_AFTER_MS);
    expectComplete(result);
    expectSecretsKept(result);
    expect(result.outputs['status']).toBe('interrupted');
    expect(result.audiences).toHaveLength(1);
  });
});

describe.concurrent('without an ID token', () => {
  it('because GitHub issues none, the step ends after `max-outage` and names GitHub', async () => {
    const faults = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [at, jsonAnswer(403, {})]));
    const result = await takeStep({ github: { faults }, inputs: { 'max-outage': '2s' } });
    expectComplete(result);
    expect(result.outputs['status']).toBe('unavailable');
    expect(result.outputs['reason']).toMatch(
      /^GitHub issued no ID token for \d s \(last: HTTP 403\): check that the runner can connect/,
    );
    expect(result.tokenRequests).toBe(0);
  });

  const NONE = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined };

  it('because the job may not request any, the step makes no request and says why', async () => {
    const result = await takeStep({ env: NONE });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error', scans: '[]' });
    expect(result.outputs['reason']).toBe(
      'One input is invalid: oidc is true, but GitHub gives this job no ID tokens: ' +
        'add permissions: id-token: write to the job (pull requests from forks never have it).',
    );
    expect(result.audiences).toEqual([]);
    expect(result.tokenRequests).toBe(0);
  });

  it('because the pull request comes from a fork, that is the one problem reported', async () => {
    const path = join(folder, 'fork.json');
    const head = { repo: { full_name: 'other/firmware' } };
    const repository = { full_name: 'acme/firmware' };
    writeFileSync(path, JSON.stringify({ repository, pull_request: { number: 1, head } }));
    const env = { ...NONE, GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: 'pull_request' };
    const result = await takeStep({ env, inputs: { product: '' } });
    expectComplete(result);
    expect(result.outputs['reason']).toBe(
      'One input is invalid: oidc does not work here: this pull request comes from a fork, and ' +
        'GitHub gives such runs no ID tokens, so scan after the merge or from a branch of this ' +
        'repository.',
    );
  });
});
