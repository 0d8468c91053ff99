import { describe, expect, it, vi } from 'vitest';
import { clientCredential } from '../../src/credentials/client-credential.ts';
import type { Token } from '../../src/credentials/credential.ts';
import type { Http } from '../../src/http/http.ts';
import type { HttpRequest, NoReply, Reply } from '../../src/http/messages.ts';
import { limits } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { noReply, reply } from '../support/replies.ts';

const CLIENT = {
  clientId: 'c:i',
  clientSecret: 'secret&under=test',
  tokenUrl: 'https://auth.example/token',
};
const LIMITS = limits();
const BAD_CLIENT = reply(401, { error: 'invalid_client' });

/** A credential whose endpoint gives these answers, then numbered tokens that live 100 s. */
function setUp(...answers: readonly (Reply | NoReply)[]) {
  const left = [...answers];
  const clock = createJumpingClock();
  const masked: string[] = [];
  const http = vi.fn((_: HttpRequest): Promise<Reply | NoReply> => {
    const access_token = `issued-token-${http.mock.calls.length}`;
    return Promise.resolve(left.shift() ?? reply(200, { access_token, expires_in: 100 }));
  });
  const mask = (token: string) => void masked.push(token);
  const credential = clientCredential(CLIENT, { http: http as Http, clock, mask });
  return { credential, clock, masked, http, token: () => credential.token(LIMITS) };
}

describe('client credentials', () => {
  it('are exchanged for a token, which is masked first', async () => {
    const { token, clock, http, masked } = setUp();
    expect(await token()).toMatchObject({
      kind: 'token',
      value: 'issued-token-1',
      issuedMs: clock.monotonicMs(),
    });
    expect(masked).toEqual(['issued-token-1']);
    expect(http.mock.calls).toEqual([
      [
        {
          url: CLIENT.tokenUrl,
          headers: {
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body:
            'grant_type=client_credentials&client_id=c%3Ai' +
            '&client_secret=secret%26under%3Dtest',
          maxBytes: 1024 * 1024,
          ...LIMITS,
        },
      ],
    ]);
  });

  it('return the same token until the last 10 % of its lifetime', async () => {
    const { token, clock } = setUp();
    await token();
    clock.jump(89_999);
    expect(await token()).toMatchObject({ value: 'issued-token-1' });
    clock.jump(1);
    expect(await token()).toMatchObject({ value: 'issued-token-2' });
  });

  it('renew a token at most a minute before its end', async () => {
    const { token, clock } = setUp(reply(200, { access_token: 'issued', expires_in: 1800 }));
    await token();
    clock.jump(1_739_999);
    expect(await token()).toMatchObject({ value: 'issued' });
    clock.jump(1);
    expect(await token()).toMatchObject({ value: 'issued-token-2' });
  });

  it('keep a token of unknown life until it is refused', async () => {
    const { token, clock } = setUp(reply(200, { access_token: 'issued' }));
    await token();
    clock.jump(1e12);
    expect(await token()).toMatchObject({ value: 'issued' });
  });

  it('count the life of a token from before the request', async () => {
    const { credential, clock, http } = setUp();
    http.mockImplementationOnce(() => {
      clock.jump(30_000);
      return Promise.resolve(reply(200, { access_token: 'slow', expires_in: 100 }));
    });
    const { issuedMs } = (await credential.token(LIMITS)) as Token;
    expect(issuedMs).toBe(clock.monotonicMs());
    clock.jump(60_000);
    expect(await credential.token(LIMITS)).toMatchObject({ value: 'issued-token-2' });
  });

  it('share one request among callers that come together', async () => {
    const { token, http } = setUp();
    const tokens = await Promise.all([token(), token(), token()]);
    expect(new Set(tokens).size).toBe(1);
    expect(http).toHaveBeenCalledTimes(1);
  });

  it('renew a refused token once, whichever image asks', async () => {
    const { credential, http } = setUp();
    const refused = (await credential.token(LIMITS)) as Token;
    const second = { value: 'issued-token-2' };
    expect(await credential.token(LIMITS, refused)).toMatchObject(second);
    expect(await credential.token(LIMITS, refused)).toMatchObject(second);
    expect(http).toHaveBeenCalledTimes(2);
  });

  it('keep a token that was refused in a poll, so that the next poll tries it first', async () => {
    const { credential, token } = setUp();
    const fresh = await token();
    expect(await token()).toBe(fresh);
    expect(credential.finalRefusal).toBeUndefined();
  });

  it('retry after a failure', async () => {
    const { token } = setUp(reply(503));
    expect(await token()).toMatchObject({ kind: 'failed', endpoint: 'token' });
    expect(await token()).toMatchObject({ value: 'issued-token-2' });
  });

  it('are refused for good by an OAuth error', async () => {
    expect(await setUp(BAD_CLIENT).token()).toMatchObject({ kind: 'refused', endpoint: 'token' });
  });
});

describe('a renewal', () => {
  const GOOD = reply(200, { access_token: 'issued-first', expires_in: 100 });

  it.each<[string, Reply | NoReply]>([
    ['a 503', reply(503)],
    ['an OAuth error', BAD_CLIENT],
    ['no reply', noReply()],
    ['a web page', reply(404, '<html>')],
  ])('that fails with %s does not matter while the token is valid', async (_, answer) => {
    const { token, clock, http } = setUp(GOOD, answer, answer);
    await token();
    clock.jump(90_000);
    expect(await token()).toMatchObject({ kind: 'token', value: 'issued-first' });
    clock.jump(9_999);
    expect(await token()).toMatchObject({ kind: 'token', value: 'issued-first' });
    expect(http).toHaveBeenCalledTimes(3);
    expect(await token()).toMatchObject({ value: 'issued-token-4' });
  });

  it.each<[string, Reply | NoReply, object]>([
    ['fails with a 503', reply(503), { kind: 'failed' }],
    ['fails with a 404 page', reply(404, '<html>'), { kind: 'failed' }],
    ['is final with an OAuth error', BAD_CLIENT, { kind: 'refused' }],
  ])('%s once the token has expired', async (_, answer, expected) => {
    const { token, clock } = setUp(GOOD, answer);
    await token();
    clock.jump(100_000);
    expect(await token()).toMatchObject(expected);
  });

  it('that fails matters if the API refused the token', async () => {
    const { credential } = setUp(GOOD, reply(503));
    const refused = (await credential.token(LIMITS)) as Token;
    expect(await credential.token(LIMITS, refused)).toMatchObject({ kind: 'failed' });
  });

  it('that is interrupted is an interruption, although the token is valid', async () => {
    const { token, clock } = setUp(GOOD, noReply({ type: 'interrupted' }));
    await token();
    clock.jump(95_000);
    expect(await token()).toEqual({ kind: 'interrupted' });
  });
});

describe('a client that is restricted to HTTP Basic', () => {
  const WANTS_BASIC = reply(401, {
    error: 'unauthorized_client',
    error_description: "Client requires method 'client_secret_basic'",
  });
  const basic = Buffer.from('c%3Ai:secret%26under%3Dtest').toString('base64');

  it('is asked again at once with HTTP Basic, which is remembered', async () => {
    const { token, clock, http } = setUp(WANTS_BASIC);
    expect(await token()).toMatchObject({ value: 'issued-token-2' });
    clock.jump(95_000);
    expect(await token()).toMatchObject({ value: 'issued-token-3' });
    const [post, ...others] = http.mock.calls.map(([request]) => request);
    expect(post?.headers).not.toHaveProperty('authorization');
    expect(others).toHaveLength(2);
    for (const { headers, body } of others) {
      expect(headers['authorization']).toBe(`Basic ${basic}`);
      expect(body).toBe('grant_type=client_credentials');
    }
  });

  it('is refused if it says the same of HTTP Basic', async () => {
    const { token, http } = setUp(WANTS_BASIC, WANTS_BASIC);
    expect(await token()).toMatchObject({ kind: 'refused', cause: { type: 'client-refused' } });
    expect(http).toHaveBeenCalledTimes(2);
  });
});

describe('redact', () => {
  it('hides the secret, also in a form and in HTTP Basic', () => {
    const { credential } = setUp();
    const basic = Buffer.from('c%3Ai:secret%26under%3Dtest').toString('base64');
    const text = `${CLIENT.clientSecret} client_secret=secret%26under%3Dtest&x Basic ${basic}`;
    expect(credential.redact(text)).toBe('*** client_secret=***&x Basic ***');
  });

  it('hides the token and the one before it', async () => {
    const { credential, clock } = setUp();
    await credential.token(LIMITS);
    clock.jump(95_000);
    await credential.token(LIMITS);
    expect(credential.redact('a issued-token-1 b issued-token-2')).toBe('a *** b ***');
  });
});
