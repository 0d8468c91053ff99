/**
 * Tokens from a real OpenID provider (oidc-provider, certified) over real HTTP: its grant, its
 * expiry, its errors.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import { createApi } from '../../src/binarly/api.ts';
import { newestScan } from '../../src/binarly/scans.ts';
import { clientCredential } from '../../src/credentials/client-credential.ts';
import { createHttp } from '../../src/http/http.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { limits } from '../support/builders.ts';

const CLIENT = { clientId: 'ci', clientSecret: 'secret-of-the-provider' };
const LIFETIME_S = 2;

const server = createServer();
let tokenUrl = '';
let emulator: Emulator;

beforeEach(async () => {
  // It warns about its in-memory store and about plain http; both are intended.
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
  const masked: string[] = [];
  const http = createHttp('test', systemClock);
  const credential = clientCredential(
    { ...CLIENT, tokenUrl, ...more },
    { http, clock: systemClock, mask: (token) => void masked.push(token) },
  );
  const askApi = createApi({ http, apiUrl: emulator.url, credential });
  /** One poll. */
  function newest() {
    return askApi(newestScan('i1')('p1'), limits({ beganMs: systemClock.monotonicMs() }));
  }
  return { masked, newest };
}

describe('a real provider', () => {
  it('issues tokens that the API accepts, and new ones after they have expired', async () => {
    const { newest, masked } = ask();
    expect(await newest()).toMatchObject({ kind: 'found' });
    expect(await newest()).toMatchObject({ kind: 'found' });
    const before = masked.length;
    await systemClock.sleep(LIFETIME_S * 1000 + 1_000, limits().signal);
    expect(await newest()).toMatchObject({ kind: 'found' });
    expect(masked).toHaveLength(before + 1);
    expect(new Set(masked).size).toBe(masked.length);
  });

  it.each([{ clientSecret: 'another-secret' }, { clientId: 'nobody' }])(
    'refuses a client with another ID or secret: %j',
    async (more) => {
      expect(await ask(more).newest()).toMatchObject({
        kind: 'refused',
        endpoint: 'token',
        cause: {
          type: 'client-refused',
          status: 401,
          said: expect.stringMatching(/^invalid_client/),
        },
      });
    },
  );

  it('has no token endpoint at another path', async () => {
    expect(await ask({ tokenUrl: `${tokenUrl}s` }).newest()).toMatchObject({
      kind: 'refused',
      endpoint: 'token',
      cause: { type: 'no-token-endpoint', status: 404 },
    });
  });
});
