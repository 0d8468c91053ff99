import { describe, expect, it, vi } from 'vitest';
import {
  clientCredential,
  expiryOf,
  staticCredential,
  type Token,
} from '../../src/binarly/credential.ts';
import type { Failure, Http, HttpRequest, Reply } from '../../src/http/http.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const CLIENT = {
  clientId: 'ci',
  clientSecret: 'secret&under=test',
  tokenUrl: 'https://auth.example/token',
};
const LIMITS = { limitMs: () => 5_000, signal: new AbortController().signal };

function reply(status: number, body: unknown, more: Partial<Reply> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind: 'reply',
    status,
    retryAfterMs: undefined,
    location: undefined,
    body: { ok: true, text },
    ...more,
  };
}

/** A credential whose endpoint gives these answers, then numbered tokens that live 100 s. */
function credentialOf(...answers: readonly (Reply | Failure)[]) {
  const left = [...answers];
  const clock = createJumpingClock();
  const received: string[] = [];
  const http = vi.fn((_: HttpRequest) =>
    Promise.resolve(
      left.shift() ??
        reply(200, { access_token: `issued-token-${http.mock.calls.length}`, expires_in: 100 }),
    ),
  );
  const credential = clientCredential(CLIENT, {
    http: http as Http,
    clock,
    received: (token) => void received.push(token),
  });
  return { credential, clock, received, http };
}

/** Not signed by anybody. */
function jwt(payload: unknown): string {
  return `${[{ alg: 'none' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.x`;
}

describe('client credentials', () => {
  it('are exchanged for a token, which is announced before it is used', async () => {
    const { credential, http, received } = credentialOf();
    expect(await credential.token(LIMITS)).toEqual({
      kind: 'token',
      value: 'issued-token-1',
      best: true,
    });
    expect(received).toEqual(['issued-token-1']);
    expect(http.mock.calls).toEqual([
      [
        {
          url: CLIENT.tokenUrl,
          headers: {
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
          },
          form: 'grant_type=client_credentials&client_id=ci&client_secret=secret%26under%3Dtest',
          maxBytes: 1024 * 1024,
          limitMs: LIMITS.limitMs,
          signal: LIMITS.signal,
        },
      ],
    ]);
  });

  it('give the same token until a tenth of its life is left', async () => {
    const { credential, clock } = credentialOf();
    await credential.token(LIMITS);
    clock.jump(89_999);
    expect(await credential.token(LIMITS)).toEqual({
      kind: 'token',
      value: 'issued-token-1',
      best: false,
    });
    clock.jump(1);
    expect(await credential.token(LIMITS)).toEqual({
      kind: 'token',
      value: 'issued-token-2',
      best: true,
    });
  });

  it('replace a token a minute before its end at most', async () => {
    const { credential, clock } = credentialOf(
      reply(200, { access_token: 'issued', expires_in: 1800 }),
    );
    await credential.token(LIMITS);
    clock.jump(1_739_999);
    expect(await credential.token(LIMITS)).toMatchObject({ value: 'issued' });
    clock.jump(1);
    expect(await credential.token(LIMITS)).toMatchObject({ value: 'issued-token-2' });
  });

  it('share one request among callers that come together', async () => {
    const { credential, http } = credentialOf();
    const tokens = await Promise.all([
      credential.token(LIMITS),
      credential.token(LIMITS),
      credential.token(LIMITS),
    ]);
    expect(new Set(tokens).size).toBe(1);
    expect(http).toHaveBeenCalledTimes(1);
  });

  it('replace a token that was refused once, whoever says so', async () => {
    const { credential, http } = credentialOf();
    const first = (await credential.token(LIMITS)) as Token;
    expect(await credential.token(LIMITS, first)).toMatchObject({
      value: 'issued-token-2',
      best: true,
    });
    expect(await credential.token(LIMITS, first)).toMatchObject({
      value: 'issued-token-2',
      best: false,
    });
    expect(http).toHaveBeenCalledTimes(2);
  });

  it('ask again after a failure', async () => {
    const { credential } = credentialOf(reply(503, ''));
    expect(await credential.token(LIMITS)).toMatchObject({ kind: 'trouble' });
    expect(await credential.token(LIMITS)).toMatchObject({ value: 'issued-token-2' });
  });

  const CHECK = 'check `client-id`, `client-secret` and `token-url`';
  it.each<[string, Reply | Failure, object]>([
    [
      '503',
      reply(503, 'x', { retryAfterMs: 9 }),
      {
        kind: 'trouble',
        contact: 'unclear',
        detail: 'no token from `token-url`: HTTP 503',
        retryAfterMs: 9,
      },
    ],
    ['429', reply(429, 'x'), { kind: 'trouble', contact: 'unclear' }],
    ['408', reply(408, 'x'), { kind: 'trouble', contact: 'unclear' }],
    [
      'a web page',
      reply(200, '<html>'),
      {
        kind: 'trouble',
        contact: 'none',
        detail: 'no token from `token-url`: HTTP 200 with a body that is not JSON',
      },
    ],
    [
      'a body that was cut',
      reply(200, '', { body: { ok: false, problem: 'cut' } }),
      { kind: 'trouble', contact: 'none', detail: 'no token from `token-url`: cut' },
    ],
    [
      'no token',
      reply(200, {}),
      {
        kind: 'trouble',
        contact: 'unclear',
        detail: 'no token from `token-url`: HTTP 200 without an access token',
      },
    ],
    ['a token that no header can carry', reply(200, { access_token: 'a\\nb' }), { kind: 'token' }],
    [
      'a token with a line break',
      reply(200, { access_token: 'a\nb' }),
      { kind: 'trouble', contact: 'unclear' },
    ],
    [
      'no network',
      { kind: 'failure', cause: 'network', detail: 'refused' },
      { kind: 'trouble', contact: 'none', detail: 'no token from `token-url`: refused' },
    ],
    [
      'an interruption',
      { kind: 'failure', cause: 'interrupted', detail: '' },
      { kind: 'interrupted' },
    ],
    [
      'a bad certificate',
      { kind: 'failure', cause: 'certificate', detail: 'CERT_REVOKED' },
      { kind: 'refusal' },
    ],
    [
      'invalid_client',
      reply(401, { error: 'invalid_client', error_description: `no: ${CLIENT.clientSecret}` }),
      {
        kind: 'refusal',
        detail: 'the token endpoint refused the client (HTTP 401: invalid_client: no: ***)',
        advice: CHECK,
      },
    ],
    [
      'unauthorized_client',
      reply(400, { error: 'unauthorized_client' }),
      { detail: 'the token endpoint refused the client (HTTP 400: unauthorized_client)' },
    ],
    [
      '401 without a reason',
      reply(401, '<html>'),
      {
        kind: 'refusal',
        detail: 'the token endpoint refused the client (HTTP 401)',
        advice: CHECK,
      },
    ],
    [
      '403',
      reply(403, '', { body: { ok: false, problem: 'cut' } }),
      { kind: 'refusal', detail: 'the token endpoint refused the client (HTTP 403)' },
    ],
    [
      '404',
      reply(404, ''),
      {
        kind: 'refusal',
        detail: 'there is no token endpoint at `token-url` (HTTP 404)',
        advice: 'check `token-url`, or `api-url` where it is derived from that',
      },
    ],
    [
      'a redirect',
      reply(302, '', { location: '/lo\ngin' }),
      {
        kind: 'refusal',
        detail: 'there is no token endpoint at `token-url` (HTTP 302 to /lo gin)',
      },
    ],
    [
      '407',
      reply(407, ''),
      { kind: 'refusal', advice: 'put user and password into the address in `https_proxy`' },
    ],
  ])('tell %s apart', async (_, answer, expected) => {
    expect(await credentialOf(answer).credential.token(LIMITS)).toMatchObject(expected);
  });

  it('say what it means that a token is refused that was just issued', () => {
    expect(credentialOf().credential.refusal('no such user')).toEqual({
      kind: 'refusal',
      detail:
        'the API refused a token that it was shown right after it was issued (HTTP 401: no such user)',
      advice:
        'check that `api-url` and `token-url` belong to the same tenant, and that the client may use the API',
    });
  });

  it('keep their secret to themselves as it stands in a form or an address, too', () => {
    const { credential } = credentialOf();
    expect(credential.redact('client_secret=secret%26under%3Dtest&x')).toBe('client_secret=***&x');
  });

  it('keep their secret, the token and the one before it to themselves', async () => {
    const { credential, clock } = credentialOf();
    await credential.token(LIMITS);
    clock.jump(95_000);
    await credential.token(LIMITS);
    expect(credential.redact(`a ${CLIENT.clientSecret} b issued-token-1 c issued-token-2`)).toBe(
      'a *** b *** c ***',
    );
  });
});

describe('a static token', () => {
  const clock = createJumpingClock(Date.parse('2026-01-26T15:00:00Z'));
  const advice =
    'access tokens live 30 minutes, so request `token` just before this step, or give `client-id` and `client-secret` instead, with which this action renews its tokens';

  it('is the best that there is', async () => {
    expect(await staticCredential('not-a-token', clock).token(LIMITS)).toEqual({
      kind: 'token',
      value: 'not-a-token',
      best: true,
    });
  });

  it.each([
    ['not-a-token', undefined, 'the API refused `token` (HTTP 401)'],
    ['not-a-token', 'no', 'the API refused `token` (HTTP 401: no)'],
    [
      jwt({ exp: Date.parse('2026-01-26T15:00:01Z') / 1000 }),
      'no',
      'the API refused `token` (HTTP 401: no)',
    ],
    [
      jwt({ exp: Date.parse('2026-01-26T15:00:00Z') / 1000 }),
      undefined,
      '`token` expired at 2026-01-26 15:00:00 UTC (HTTP 401)',
    ],
  ])('that was refused is told of, case %#', (token, said, detail) => {
    expect(staticCredential(token, clock).refusal(said)).toEqual({
      kind: 'refusal',
      detail,
      advice,
    });
  });

  it('is kept to itself, unless it is too short to be one', () => {
    expect(staticCredential('not-a-token', clock).redact('a not-a-token b')).toBe('a *** b');
    expect(staticCredential('a', clock).redact('{"a": 1}')).toBe('{"a": 1}');
  });
});

describe('expiryOf', () => {
  it.each([
    [jwt({ exp: 1_800_000_000 }), 1_800_000_000_000],
    [jwt({}), undefined],
    [jwt({ exp: '1800000000' }), undefined],
    [jwt({ exp: 1e300 }), undefined],
    [jwt(null), undefined],
    ['not-a-token', undefined],
    ['a.b.c', undefined],
    ['', undefined],
  ])('case %#', (token, ms) => {
    expect(expiryOf(token)).toBe(ms);
  });
});
