/** The Keycloak recipe in docs/credentials.md: it is JSON, and a realm set up by it takes the ID tokens. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../emulator/binarly.ts';
import { startIdTokenEndpoint } from '../emulator/github-id-token.ts';
import { systemClock } from '../src/util/clock.ts';

interface Provider {
  readonly alias: string;
  readonly config: Readonly<Record<string, string>>;
}

interface Client {
  readonly clientId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const text = readFileSync(new URL('../docs/credentials.md', import.meta.url), 'utf8');
const [provider, client, ...others] = Array.from(
  text.replaceAll('\r\n', '\n').matchAll(/^```json\n([\s\S]*?)^```$/gm),
  ([, block = '']) => JSON.parse(block) as unknown,
) as [Provider, Client];

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

  it('makes a realm take the ID token of a job in the environment', async () => {
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
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } =
      github.env;
    const audience = encodeURIComponent(`${emulator.url}/realms/BinarlyRealm`);
    const answer = await fetch(`${url}&audience=${audience}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const form = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: ((await answer.json()) as { value: string }).value,
    };
    const body = new URLSearchParams(form);
    expect((await fetch(emulator.tokenUrl, { method: 'POST', body })).status).toBe(200);
  });
});
