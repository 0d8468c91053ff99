/** Tokens from a real OpenID provider (oidc-provider, certified) over real HTTP: its grant, its expiry, its errors. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import { createClient } from '../../src/binarly/client.ts';
import { clientCredential } from '../../src/binarly/credential.ts';
import { createHttp } from '../../src/http/http.ts';
import { systemClock } from '../../src/util/clock.ts';

const CLIENT = { clientId: 'ci', clientSecret: 'secret-of-the-provider' };
const LIFETIME_S = 2;
const LIMITS = { limitMs: () => 20_000, signal: new AbortController().signal };

const server = createServer();
let tokenUrl = '';
let emulator: Emulator;

beforeEach(async () => {
  // It warns of its in-memory store and of plain http, both of which are meant.
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    ttl: { ClientCredentials: LIFETIME_S },
  });
  server.on('request', provider.callback());
  tokenUrl = `${issuer}/token`;
  const scans = [{ id: 's1', createdMs: 0, states: [{ atMs: 0, type: 'running' }] }];
  const accepts = async (token: string) =>
    (await provider.ClientCredentials.find(token))?.isValid === true;
  emulator = await startEmulator(
    { accepts, images: [{ productId: 'p1', imageId: 'i1', scans }] },
    systemClock,
  );
});

afterEach(async () => {
  await emulator.close();
  server.removeAllListeners('request').closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function ask(more: Partial<typeof CLIENT & { tokenUrl: string }> = {}) {
  const received: string[] = [];
  const http = createHttp('test', systemClock);
  const parts = {
    http,
    clock: systemClock,
    received: (token: string) => void received.push(token),
  };
  const credential = clientCredential({ ...CLIENT, tokenUrl, ...more }, parts);
  const client = createClient({ http, apiUrl: emulator.url, credential });
  return {
    received,
    newest: () => client.newestScan({ productId: 'p1', imageId: 'i1' }, undefined, LIMITS),
  };
}

describe('a real provider', () => {
  it('issues tokens that the API takes, again after they have ended', async () => {
    const { newest, received } = ask();
    expect(await newest()).toMatchObject({ kind: 'found' });
    expect(await newest()).toMatchObject({ kind: 'found' });
    const before = received.length;
    await systemClock.sleep(LIFETIME_S * 1000 + 1_000, LIMITS.signal);
    expect(await newest()).toMatchObject({ kind: 'found' });
    expect(received).toHaveLength(before + 1);
    expect(new Set(received).size).toBe(received.length);
  });

  it.each([{ clientSecret: 'another-secret' }, { clientId: 'nobody' }])(
    'refuses another client: %j',
    async (more) => {
      const answer = await ask(more).newest();
      expect(answer).toMatchObject({
        kind: 'refusal',
        advice: 'check `client-id`, `client-secret` and `token-url`',
      });
      expect(JSON.stringify(answer)).toContain('HTTP 401: invalid_client');
    },
  );

  it('has no endpoint elsewhere', async () => {
    expect(await ask({ tokenUrl: `${tokenUrl}s` }).newest()).toMatchObject({
      kind: 'refusal',
      detail: 'there is no token endpoint at `token-url` (HTTP 404)',
    });
  });
});
