/** Access tokens by ID tokens: what is sent, and what each answer of the token endpoint means. */
import { describe, expect, it, vi } from 'vitest';
import {
  type IdToken,
  type IdTokenIssuer,
  idTokenCredential,
} from '../../src/credentials/id-token-credential.ts';
import type { Http } from '../../src/http/http.ts';
import type { HttpRequest, Reply } from '../../src/http/messages.ts';
import type { Failed, Interrupted } from '../../src/model/api-result.ts';
import type { CallOptions } from '../../src/polling/call-options.ts';
import { limits } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { reply } from '../support/replies.ts';

const LIMITS = limits();
const AUDIENCE = 'https://auth.example/realms/r';
const UNKNOWN = 'Invalid client or Invalid client credentials';
const ENDPOINT = { kind: 'failed', endpoint: 'token' };

function refusal(status: number, description: string): Reply {
  return reply(status, { error: 'invalid_client', error_description: description });
}

/**
 * A token endpoint that gives these answers, then tokens of 100 s; GitHub numbers its ID tokens.
 */
function credentialOf(...answers: readonly Reply[]) {
  const left = [...answers];
  const clock = createJumpingClock();
  const masked: string[] = [];
  const request = vi.fn(
    (_audience: string, _limits: CallOptions): ReturnType<IdTokenIssuer['request']> => {
      const value = `id-token-${request.mock.calls.length}`;
      const idToken: IdToken = { kind: 'id-token', value, subject: 'repo:a', issuer: 'https://g' };
      return Promise.resolve(idToken);
    },
  );
  const http = vi.fn((_: HttpRequest) => {
    const token = { access_token: `access-${http.mock.calls.length}`, expires_in: 100 };
    return Promise.resolve(left.shift() ?? reply(200, token));
  });
  const credential = idTokenCredential(
    { tokenUrl: 'https://auth.example/token', audience: AUDIENCE },
    {
      http: http as Http,
      clock,
      mask: (token) => void masked.push(token),
      issuer: { request, secrets: ['request-token'] },
    },
  );
  const forms = () => http.mock.calls.map(([{ body }]) => new URLSearchParams(body));
  return { credential, clock, masked, http, request, forms };
}

describe('an ID token', () => {
  it('takes the place of a secret, without the ID of a client', async () => {
    const { credential, request, forms, masked } = credentialOf();
    expect(await credential.token(LIMITS)).toMatchObject({ kind: 'token', value: 'access-1' });
    expect(request).toHaveBeenCalledExactlyOnceWith(AUDIENCE, LIMITS);
    expect(forms().map((form) => Object.fromEntries(form))).toEqual([
      {
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: 'id-token-1',
      },
    ]);
    expect(masked).toEqual(['id-token-1', 'access-1']);
  });

  it('is used for one request to the token endpoint, whether that succeeds or not', async () => {
    const { credential, clock, forms } = credentialOf(reply(503, {}));
    expect(await credential.token(LIMITS)).toMatchObject({ ...ENDPOINT, reached: 'busy' });
    await credential.token(LIMITS);
    clock.jump(95_000);
    await Promise.all([credential.token(LIMITS), credential.token(LIMITS)]);
    const sent = forms().map((form) => form.get('client_assertion'));
    expect(sent).toEqual(['id-token-1', 'id-token-2', 'id-token-3']);
  });

  it('that is echoed goes no further, nor does what it was requested with', async () => {
    const { credential } = credentialOf(refusal(401, 'id-token-1 of request-token'));
    expect(await credential.token(LIMITS)).toMatchObject({
      cause: { said: 'invalid_client: *** of ***' },
    });
    expect(credential.redact('a id-token-1 b request-token')).toBe('a *** b ***');
  });

  it.each<Failed | Interrupted>([
    {
      kind: 'failed',
      endpoint: 'id-token',
      cause: { type: 'no-id-token', status: 200 },
      reached: 'unclear',
    },
    { kind: 'interrupted' },
  ])('that GitHub did not issue means no request: %j', async (answer) => {
    const { credential, request, http } = credentialOf();
    request.mockResolvedValueOnce(answer);
    expect(await credential.token(LIMITS)).toEqual(answer);
    expect(http).not.toHaveBeenCalled();
  });
});

describe('an ID token that is refused', () => {
  const CLAIMS = { subject: 'repo:a', issuer: 'https://g' };

  it.each<[string, Reply, object]>([
    [
      'for its subject, issuer or signature',
      refusal(401, UNKNOWN),
      { type: 'id-token-refused', status: 401, said: `invalid_client: ${UNKNOWN}`, ...CLAIMS },
    ],
    [
      'for its audience',
      refusal(400, 'Invalid token audience'),
      {
        type: 'audience-refused',
        status: 400,
        said: 'invalid_client: Invalid token audience',
        audience: AUDIENCE,
      },
    ],
    [
      'for its age',
      refusal(400, 'Token is not active'),
      { type: 'id-token-refused', status: 400, ...CLAIMS },
    ],
    [
      'by a disabled realm',
      refusal(403, 'Realm not enabled'),
      { type: 'id-token-refused', status: 403, ...CLAIMS },
    ],
    ['without a word', reply(401, 'x'), { type: 'id-token-refused', status: 401, said: '' }],
    [
      'in favor of HTTP Basic',
      refusal(401, "Client requires method 'client_secret_basic'"),
      { type: 'id-token-refused', status: 401, ...CLAIMS },
    ],
    ['by no token endpoint', reply(404, {}), { type: 'no-token-endpoint', status: 404 }],
  ])('%s ends the wait', async (_, answer, cause) => {
    const { credential, http } = credentialOf(answer);
    expect(await credential.token(LIMITS)).toMatchObject({
      kind: 'refused',
      endpoint: 'token',
      cause,
    });
    expect(http).toHaveBeenCalledTimes(1);
  });

  it.each(['Token was issued in the future', 'Token reuse detected'])(
    'with the words "%s" is a failed poll, and the next one gets another',
    async (description) => {
      const { credential } = credentialOf(refusal(400, description));
      expect(await credential.token(LIMITS)).toEqual({
        ...ENDPOINT,
        cause: { type: 'http-status', status: 400, message: `invalid_client: ${description}` },
        reached: 'unclear',
      });
      expect(await credential.token(LIMITS)).toMatchObject({ value: 'access-2' });
    },
  );

  it('by a 401 after an earlier success is a failed poll', async () => {
    const { credential, clock } = credentialOf(
      reply(200, { access_token: 'first-one', expires_in: 100 }),
      refusal(401, UNKNOWN),
    );
    await credential.token(LIMITS);
    clock.jump(101_000);
    expect(await credential.token(LIMITS)).toMatchObject({
      ...ENDPOINT,
      cause: { type: 'http-status', status: 401, message: `invalid_client: ${UNKNOWN}` },
    });
    expect(await credential.token(LIMITS)).toMatchObject({ value: 'access-3' });
  });

  it('by a 400 after an earlier success still ends the wait', async () => {
    const { credential, clock } = credentialOf(
      reply(200, { access_token: 'first-one', expires_in: 100 }),
      refusal(400, 'Invalid token audience'),
    );
    await credential.token(LIMITS);
    clock.jump(101_000);
    expect(await credential.token(LIMITS)).toMatchObject({ kind: 'refused' });
  });
});
