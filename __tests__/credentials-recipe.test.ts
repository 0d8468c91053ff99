/**
 * The recipe without a stored secret in docs/credentials.md: Keycloak's part, and the workflow's.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startEmulator } from '../emulator/binarly.ts';
import { startIdTokenEndpoint } from '../emulator/github-id-token.ts';
import { readActionYml } from '../emulator/runner.ts';
import { systemClock } from '../src/polling/clock.ts';

interface Provider {
  readonly alias: string;
  readonly config: Readonly<Record<string, string>>;
}

interface Client {
  readonly clientId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const text = readFileSync(new URL('../docs/credentials.md', import.meta.url), 'utf8').replaceAll(
  '\r\n',
  '\n',
);
const [provider, client, ...others] = Array.from(
  text.matchAll(/^```json\n([\s\S]*?)^```$/gm),
  ([, block = '']) => JSON.parse(block) as unknown,
) as [Provider, Client];

interface Job {
  readonly steps: readonly { readonly run?: string; readonly with?: object }[];
}

const [, yaml = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(text) ?? [];
const job = (parse(yaml) as { readonly jobs: { readonly scan: Job } }).jobs.scan;

const running: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

describe('the Keycloak recipe', () => {
  it('is an identity provider for GitHub’s ID tokens', () => {
    expect(provider).toMatchObject({
      providerId: 'oidc',
      enabled: true,
      config: {
        issuer: 'https://token.actions.githubusercontent.com',
        jwksUrl: 'https://token.actions.githubusercontent.com/.well-known/jwks',
        useJwksUrl: 'true',
        validateSignature: 'true',
        supportsClientAssertions: 'true',
        allowedClockSkew: '30',
      },
    });
    expect(provider.config).not.toHaveProperty('supportsClientAssertionReuse');
  });

  it('is a client that such an ID token identifies, and nothing else does', () => {
    expect(client).toMatchObject({
      enabled: true,
      publicClient: false,
      serviceAccountsEnabled: true,
      standardFlowEnabled: false,
      directAccessGrantsEnabled: false,
      clientAuthenticatorType: 'federated-jwt',
      attributes: { 'jwt.credential.issuer': provider.alias },
    });
    expect(others).toEqual([]);
  });
});

// On Windows there need be no bash and no jq; the workflow runs on Linux.
describe.skipIf(process.platform === 'win32')('a job in the environment', () => {
  it('gets an access token from a realm that was set up by the recipe', async () => {
    const github = await startIdTokenEndpoint({ aheadMs: 20_000 }, systemClock);
    const trusts = {
      issuer: String(provider.config['issuer']),
      subject: String(client.attributes['jwt.credential.sub']),
      allowedClockSkew: Number(provider.config['allowedClockSkew']),
      publicKey: github.publicKey,
    };
    const script = { id: client.clientId, secret: '', lifetimeMs: 60_000, trusts };
    const emulator = await startEmulator({ client: script, images: [] }, systemClock);
    running.push(github, emulator);
    const REALM_URL = `${emulator.url}/realms/BinarlyRealm`;
    const { stdout, output } = await runScript({ ...github.env, REALM_URL });
    const [token] = emulator.issued;
    expect(output).toBe(`token=${token}\n`);
    expect(stdout).toBe(`::add-mask::${github.issued[0]}\n::add-mask::${token}\n`);
  });
});

describe('the workflow of the recipe', () => {
  it('has the permission and the environment, and passes inputs that exist', () => {
    expect(job).toMatchObject({ environment: 'binarly', permissions: { 'id-token': 'write' } });
    const passed = Object.keys(job.steps.find((step) => step.with !== undefined)?.with ?? {});
    const { inputs } = readActionYml();
    const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
    expect(passed).toEqual(expect.arrayContaining([...required, 'oidc', 'token-url']));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(passed));
  });
});

/** Runs the recipe's step as the runner does; not in this thread, which answers its requests. */
async function runScript(env: Readonly<Record<string, string>>) {
  const script = job.steps.find(({ run }) => run !== undefined)?.run ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  const output = join(folder, 'output');
  const options = {
    env: { PATH: process.env['PATH'], GITHUB_OUTPUT: output, no_proxy: '*', ...env },
  };
  try {
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-eo', 'pipefail', '-c', script],
      options,
    );
    return { stdout, output: readFileSync(output, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
