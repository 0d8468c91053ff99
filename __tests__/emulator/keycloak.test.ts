/** The emulated realm refuses what Keycloak refuses, with its statuses and words. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import {
  type IdTokenEndpoint,
  type IdTokenScript,
  startIdTokenEndpoint,
} from '../../emulator/github-id-token.ts';
import type { ClientScript } from '../../emulator/keycloak.ts';
import { createJumpingClock, type JumpingClock } from '../support/jumping-clock.ts';

const CLIENT = { id: 'ci', secret: 'secret of & for tests', lifetimeMs: 60_000 };
const SECRET = { client_id: CLIENT.id, client_secret: CLIENT.secret };
const UNKNOWN = 'Invalid client or Invalid client credentials';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const running: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

async function start(more: Partial<ClientScript> = {}, clock = createJumpingClock()) {
  const emulator = await startEmulator({ client: { ...CLIENT, ...more }, images: [] }, clock);
  running.push(emulator);
  return emulator;
}

/** Posts a form, and reads the status and whatever of the answer is an error. */
async function post(
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<readonly unknown[]> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...form });
  const response = await fetch(url, { method: 'POST', body, headers });
  const { error, error_description } = (await response.json()) as Record<string, string>;
  return error === undefined ? [response.status] : [response.status, error, error_description];
}

function basic(id: string, secret: string): Readonly<Record<string, string>> {
  const parts = [id, secret].map((part) => new URLSearchParams({ '': part }).toString().slice(1));
  return { authorization: `Basic ${Buffer.from(parts.join(':')).toString('base64')}` };
}

describe('a client with a secret', () => {
  it('gets a token for the secret in the form or by HTTP Basic', async () => {
    const { tokenUrl } = await start();
    expect(await post(tokenUrl, SECRET)).toEqual([200]);
    expect(await post(tokenUrl, {}, basic(CLIENT.id, CLIENT.secret))).toEqual([200]);
  });

  it('that is restricted to HTTP Basic is refused the secret in the form', async () => {
    const { tokenUrl } = await start({ secretMethod: 'client_secret_basic' });
    expect(await post(tokenUrl, SECRET)).toEqual([
      401,
      'unauthorized_client',
      "Invalid method used to get client secret. Client requires method 'client_secret_basic' to obtain client secret from the request",
    ]);
    expect(await post(tokenUrl, {}, basic(CLIENT.id, CLIENT.secret))).toEqual([200]);
    expect(await post(tokenUrl, {}, basic(CLIENT.id, 'wrong'))).toEqual([
      401,
      'unauthorized_client',
      UNKNOWN,
    ]);
  });

  it.each<[string, Partial<ClientScript>, Record<string, string>, unknown[]]>([
    ['a wrong secret', {}, { client_secret: 'x' }, [401, 'unauthorized_client', UNKNOWN]],
    ['an unknown client', {}, { client_id: 'x' }, [401, 'invalid_client', UNKNOWN]],
    ['a disabled client', { off: 'client' }, {}, [401, 'invalid_client', UNKNOWN]],
    [
      'service accounts off',
      { off: 'service-account' },
      {},
      [401, 'unauthorized_client', 'Client not enabled to retrieve service account'],
    ],
    [
      'a disabled user',
      { off: 'user' },
      {},
      [401, 'invalid_request', "User 'service-account-ci' disabled"],
    ],
    ['a disabled realm', { off: 'realm' }, {}, [403, 'access_denied', 'Realm not enabled']],
    [
      'another grant',
      {},
      { grant_type: 'password' },
      [400, 'unsupported_grant_type', 'Unsupported grant_type'],
    ],
  ])('is refused: %s', async (_, script, form, expected) => {
    const { tokenUrl } = await start(script);
    expect(await post(tokenUrl, { ...SECRET, ...form })).toEqual(expected);
  });

  it('needs an ID', async () => {
    const { tokenUrl } = await start();
    const expected = [400, 'invalid_client', 'Missing client_id parameter'];
    expect(await post(tokenUrl, {})).toEqual(expected);
    expect(await post(tokenUrl, {}, { authorization: 'Bearer x' })).toEqual(expected);
  });
});

describe('a path', () => {
  it.each([
    ['/realms/Other/protocol/openid-connect/token', [404, 'Realm does not exist']],
    ['/realms/BinarlyRealmX/protocol/openid-connect/token', [404, 'Realm does not exist']],
    ['/realms/BinarlyRealm/protocol/openid-connect/tokens', [405, 'HTTP 405 Method Not Allowed']],
    ['/realms/BinarlyRealm', [405, 'HTTP 405 Method Not Allowed']],
  ])('that is wrong says how: %s', async (path, expected) => {
    const { url, tokenRequests } = await start();
    expect(await post(url + path, SECRET)).toEqual([...expected, undefined]);
    expect(tokenRequests()).toBe(0);
  });
});

describe('a token', () => {
  async function asked(emulator: Emulator, token: string): Promise<number> {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${emulator.url}/api/v4/products`, { headers })).status;
  }

  it('is refused by the API at first where the clocks differ, and again when it has ended', async () => {
    const clock = createJumpingClock();
    const emulator = await start({ refusedForMs: 1_000 }, clock);
    await post(emulator.tokenUrl, SECRET);
    const [token = ''] = emulator.issued;
    expect(await asked(emulator, token)).toBe(401);
    clock.jump(1_000);
    expect(await asked(emulator, token)).toBe(200);
    clock.jump(CLIENT.lifetimeMs - 1_000);
    expect(await asked(emulator, token)).toBe(401);
  });
});

describe('a client that ID tokens identify', () => {
  interface Realm {
    readonly clock: JumpingClock;
    readonly github: IdTokenEndpoint;
    readonly tokenUrl: string;
    readonly audience: string;
  }

  async function trusting(script: IdTokenScript = {}, trusts: object = {}): Promise<Realm> {
    const clock = createJumpingClock();
    const github = await startIdTokenEndpoint(script, clock);
    running.push(github);
    const trust = {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:acme/firmware:environment:binarly',
      publicKey: github.publicKey,
      ...trusts,
    };
    const { tokenUrl } = await start({ trusts: trust }, clock);
    return { clock, github, tokenUrl, audience: tokenUrl.replace(/\/protocol\/.*/, '') };
  }

  async function idToken({ github: { env } }: Realm, audience: string): Promise<string> {
    const url = `${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`;
    const authorization = `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`;
    const response = await fetch(url, { headers: { authorization } });
    return ((await response.json()) as { value: string }).value;
  }

  async function assert(realm: Realm, token: string, more: Record<string, string> = {}) {
    const form = { client_assertion_type: ASSERTION_TYPE, client_assertion: token, ...more };
    return post(realm.tokenUrl, form);
  }

  it('gets a token for one whose audience is the realm’s issuer, once', async () => {
    const realm = await trusting();
    const token = await idToken(realm, realm.audience);
    expect(await assert(realm, token)).toEqual([200]);
    expect(await assert(realm, token)).toEqual([400, 'invalid_client', 'Token reuse detected']);
    expect(await assert(realm, await idToken(realm, realm.audience))).toEqual([200]);
  });

  it('is refused another audience, even one that ends in a slash', async () => {
    const realm = await trusting();
    expect(await assert(realm, await idToken(realm, `${realm.audience}/`))).toEqual([
      400,
      'invalid_client',
      'Invalid token audience',
    ]);
  });

  it.each<[string, IdTokenScript, object]>([
    ['subject', { subject: 'repo:acme/firmware:pull_request' }, {}],
    ['issuer', { issuer: 'https://github.example/_services/token' }, {}],
  ])('is refused another %s', async (_, script, trusts) => {
    const realm = await trusting(script, trusts);
    expect(await assert(realm, await idToken(realm, realm.audience))).toEqual([
      401,
      'invalid_client',
      UNKNOWN,
    ]);
  });

  it('is refused another signature', async () => {
    const realm = await trusting();
    const token = (await idToken(realm, realm.audience)).replace(/\.[^.]*$/, '.AAAA');
    expect(await assert(realm, token)).toEqual([401, 'invalid_client', UNKNOWN]);
    expect(await assert(realm, 'no-token')).toEqual([401, 'invalid_client', UNKNOWN]);
  });

  it('is refused an ID token that is older than 300 s', async () => {
    const realm = await trusting();
    const [early, late] = [
      await idToken(realm, realm.audience),
      await idToken(realm, realm.audience),
    ];
    realm.clock.jump(299_000);
    expect(await assert(realm, early)).toEqual([200]);
    realm.clock.jump(1_000);
    expect(await assert(realm, late)).toEqual([400, 'invalid_client', 'Token is not active']);
  });

  it('is refused an ID token from the future, unless the skew allows it', async () => {
    const strict = await trusting({ aheadMs: 20_000 });
    expect(await assert(strict, await idToken(strict, strict.audience))).toEqual([
      400,
      'invalid_client',
      'Token was issued in the future',
    ]);
    const lax = await trusting({ aheadMs: 20_000 }, { allowedClockSkew: 30 });
    expect(await assert(lax, await idToken(lax, lax.audience))).toEqual([200]);
  });

  it('sends no other ID, and no secret', async () => {
    const realm = await trusting();
    const token = await idToken(realm, realm.audience);
    expect(await assert(realm, token, { client_id: CLIENT.id })).toEqual([
      400,
      'invalid_client',
      'client_id parameter does not match sub claim',
    ]);
    expect(await post(realm.tokenUrl, SECRET)).toEqual([401, 'unauthorized_client', UNKNOWN]);
  });

  it('is unknown to a realm that trusts nobody', async () => {
    const realm = await trusting();
    const { tokenUrl } = await start();
    const token = await idToken(realm, realm.audience);
    expect(await assert({ ...realm, tokenUrl }, token)).toEqual([401, 'invalid_client', UNKNOWN]);
  });
});
