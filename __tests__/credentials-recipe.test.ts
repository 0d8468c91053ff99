/**
 * The recipe without a stored secret in docs/credentials.md: Keycloak's part, and the workflow's.
 */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startEmulator } from '../emulator/binarly.ts';
import { startIdTokenEndpoint } from '../emulator/github-id-token.ts';
import { readActionYml } from '../emulator/runner.ts';
import { createCredential } from '../src/credentials/create-credential.ts';
import { idTokenEndpoint } from '../src/credentials/github-id-token.ts';
import { createHttp } from '../src/http/http.ts';
import { systemClock } from '../src/polling/clock.ts';
import { readUploadInputs } from '../src/steps/upload/inputs.ts';
import { readInputs } from '../src/steps/wait/inputs.ts';
import { runnerDefault } from './inputs/read.ts';
import { limits } from './support/builders.ts';

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
  readonly steps: readonly {
    readonly name: string;
    readonly uses: string;
    readonly with: Readonly<Record<string, unknown>>;
  }[];
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

describe('each step of the recipe', () => {
  it.each(job.steps)(
    'gets an access token from a realm that was set up by it: $name',
    async (step) => {
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
      const given: Readonly<Record<string, unknown>> = {
        ...step.with,
        'token-url': `${step.with['token-url']}`.replace(
          /\$\{\{ env\.REALM_URL \}\}/,
          `${emulator.url}/realms/BinarlyRealm`,
        ),
        // Another step's output, and defaults that are expressions.
        image: 'image-1',
        version: 'v1',
        'github-token': 'any',
      };
      const get = (name: string) => String(given[name] ?? '');
      const endpoint = idTokenEndpoint(github.env);
      const inputs = step.uses.includes('/upload@')
        ? readUploadInputs(get, endpoint, { files: [], problems: [] })
        : readInputs((name) => get(name) || runnerDefault(name), endpoint);
      if (!inputs.ok) throw new Error(JSON.stringify(inputs.problems));
      const masked: string[] = [];
      const mask = (secret: string) => void masked.push(secret);
      const http = createHttp('agent', systemClock);
      const credential = createCredential(inputs.settings.credential, http, systemClock, mask);
      const token = await credential.token(limits());
      expect(token).toMatchObject({ kind: 'token', value: emulator.issued[0] });
      expect(masked).toEqual([github.issued[0], emulator.issued[0]]);
    },
  );
});

describe('the workflow of the recipe', () => {
  it('has the permission and the environment, and passes inputs that exist', () => {
    expect(job).toMatchObject({ environment: 'binarly', permissions: { 'id-token': 'write' } });
    for (const { uses, with: given } of job.steps) {
      const { inputs } = readActionYml(uses.includes('/upload@') ? 'upload' : '');
      const passed = Object.keys(given);
      const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
      expect(passed).toEqual(expect.arrayContaining([...required, 'oidc', 'token-url']));
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(passed));
    }
  });
});
