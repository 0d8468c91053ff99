/** The built action with a client's secret against a realm that refuses as Keycloak does. */
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import type { ClientScript } from '../../emulator/keycloak.ts';
import { runStep } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { expectComplete, IDS, scanIn } from './step.ts';

const CLIENT = { id: 'ci & co', secret: 'secret: of & the emulator', lifetimeMs: 60_000 };

interface Given {
  readonly client?: Partial<ClientScript>;
  /** When the scan completes, in milliseconds; before the step if left out. */
  readonly completesMs?: number;
  /** Takes the place of the realm in `token-url`. */
  readonly realm?: string;
}

async function takeStep({ client = {}, completesMs = 0, realm = 'BinarlyRealm' }: Given) {
  const states = [
    { atMs: -1, type: 'running' },
    { atMs: completesMs, type: 'completed' },
  ];
  const images = [{ productId: IDS.product, imageId: IDS.image, scans: [scanIn('', { states })] }];
  const emulator = await startEmulator({ client: { ...CLIENT, ...client }, images }, systemClock);
  try {
    const result = await runStep({
      ...IDS,
      'api-url': emulator.url,
      'client-id': CLIENT.id,
      'client-secret': CLIENT.secret,
      'token-url': emulator.tokenUrl.replace('BinarlyRealm', realm),
      'poll-interval': '1s',
    });
    expectComplete(result);
    return { ...result, issued: emulator.issued, tokenRequests: emulator.tokenRequests() };
  } finally {
    await emulator.close();
  }
}

describe.concurrent('a realm', () => {
  it('whose clock is ahead of the API’s at every renewal does not end the wait', async () => {
    const { outputs, issued } = await takeStep({
      client: { lifetimeMs: 3_000, refusedForMs: 500 },
      completesMs: 7_000,
    });
    expect(outputs['status']).toBe('completed');
    expect(issued.length).toBeGreaterThanOrEqual(2);
  });

  it('that takes the secret only by HTTP Basic is served, and remembered', async () => {
    const { outputs, issued, tokenRequests } = await takeStep({
      client: { secretMethod: 'client_secret_basic', lifetimeMs: 2_000 },
      completesMs: 4_000,
    });
    expect(outputs['status']).toBe('completed');
    expect(issued.length).toBeGreaterThanOrEqual(2);
    expect(tokenRequests).toBe(issued.length + 1);
  });

  it.each<[string, Given, RegExp]>([
    [
      'has service accounts off',
      { client: { off: 'service-account' } },
      /Client not enabled to retrieve service account\): turn on service accounts for this client/,
    ],
    [
      'has disabled the user of the service account',
      { client: { off: 'user' } },
      /disabled\): enable the service account user of this client in Keycloak\.$/,
    ],
    [
      'has disabled the client',
      { client: { off: 'client' } },
      /Invalid client or Invalid client credentials\): check client-id, client-secret and token-url/,
    ],
    [
      'is disabled itself',
      { client: { off: 'realm' } },
      /\(HTTP 403: access_denied: Realm not enabled\): check that the realm is enabled/,
    ],
    [
      'does not exist',
      { realm: 'Other' },
      /^No token endpoint answers at token-url \(HTTP 404: Realm does not exist\): set token-url/,
    ],
    [
      'is not what `token-url` leads to',
      { realm: 'BinarlyRealm/x' },
      /^No token endpoint answers at token-url \(HTTP 405: HTTP 405 Method Not Allowed\)/,
    ],
  ])('that %s ends the step at once, with advice that fits', async (_, given, reason) => {
    const { outputs } = await takeStep(given);
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toMatch(reason);
  });
});
