import { describe, expect, it } from 'vitest';
import { resultOfTokenEndpoint } from '../../src/credentials/token-endpoint.ts';
import type { NoReply, Reply } from '../../src/http/messages.ts';
import { failed } from '../support/builders.ts';
import { CUT, cutReply, noReply, reply } from '../support/replies.ts';

const WEB_PAGE = '<html>';
const redact = (text: string) => text.replaceAll('not-for-logs', '***');
const BEFORE = { redact, hasSucceeded: false };
const AFTER = { redact, hasSucceeded: true };

function oauth(error: string, error_description?: string) {
  return { error, error_description };
}

/** The cause of the answer, before and after the first success. */
function both(given: Reply | NoReply) {
  return [BEFORE, AFTER].map((state) => resultOfTokenEndpoint(given, state));
}

describe('a 2xx of the token endpoint', () => {
  it.each([
    [{ expires_in: 1800 }, 1_800_000],
    [{ expires_in: 0.5 }, 500],
    [{}, Infinity],
    [{ expires_in: 0 }, Infinity],
    [{ expires_in: -1 }, Infinity],
    [{ expires_in: '1800' }, 1_800_000],
    [{ expires_in: '0' }, Infinity],
    [{ expires_in: 'soon' }, Infinity],
    [{ expires_in: null }, Infinity],
  ])('grants a token with %j', (life, lifetimeMs) => {
    const answer = reply(200, { access_token: 'issued', token_type: 'Bearer', ...life });
    const grant = { kind: 'grant', token: 'issued', lifetimeMs };
    expect(both(answer)).toEqual([grant, grant]);
  });

  it.each([{}, { access_token: '' }, { access_token: 'a\nb' }, { access_token: 5 }, null])(
    'fails without a token that a header can carry: %j',
    (body) => {
      const cause = { type: 'no-access-token', status: 200 } as const;
      const expected = failed(cause, { endpoint: 'token', reached: 'unclear' });
      expect(both(reply(200, body))).toEqual([expected, expected]);
    },
  );

  it('fails if it is a web page or was cut', () => {
    const page = { type: 'not-json', status: 200, body: 'web-page' } as const;
    const options = { endpoint: 'token', reached: 'nothing' } as const;
    expect(resultOfTokenEndpoint(reply(200, WEB_PAGE), BEFORE)).toEqual(failed(page, options));
    expect(resultOfTokenEndpoint(cutReply(200), BEFORE)).toEqual(failed(CUT, options));
    expect(resultOfTokenEndpoint(reply(204, ''), BEFORE)).toMatchObject({
      cause: { type: 'not-json', status: 204, body: 'empty' },
    });
  });

  it('is final if it says that the client is refused, and gives the reason', () => {
    const error = oauth('invalid_client', 'Invalid client or not-for-logs\ncredentials');
    const said = 'invalid_client: Invalid client or *** credentials';
    const cause = { type: 'client-refused', status: 200, said };
    const expected = { kind: 'refused', endpoint: 'token', cause };
    expect(both(reply(200, error))).toEqual([expected, expected]);
  });

  it.each([
    [{ error: { message: 'denied: not-for-logs' } }, 'denied: ***'],
    [{ error: { code: 7 } }, '{"code":7}'],
  ])('is final if it is an error in another form: %j', (body, said) => {
    expect(resultOfTokenEndpoint(reply(200, body), BEFORE)).toMatchObject({
      kind: 'refused',
      cause: { type: 'client-refused', status: 200, said },
    });
    const [, after] = both(reply(200, body));
    expect(after).toMatchObject({ kind: 'failed', cause: { type: 'no-access-token' } });
  });

  it.each(['server_error', 'temporarily_unavailable', 'slow_down'])(
    'passes by itself if it says %s',
    (error) => {
      const cause = { type: 'http-status', status: 200, message: `${error}: later` } as const;
      const expected = failed(cause, { endpoint: 'token', reached: 'busy' });
      expect(both(reply(200, oauth(error, 'later')))).toEqual([expected, expected]);
    },
  );

  it('asks for HTTP Basic if it says so', () => {
    const answer = reply(200, oauth('unauthorized_client', "requires 'client_secret_basic'"));
    expect(both(answer)).toMatchObject([{ kind: 'wants-basic' }, { kind: 'wants-basic' }]);
  });

  it('grants a token whatever else it says', () => {
    const answer = reply(200, { access_token: 'issued', error: 'none' });
    expect(both(answer)).toMatchObject([{ kind: 'grant' }, { kind: 'grant' }]);
  });
});

describe('an error of the token endpoint', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('always passes by itself at %i', (status) => {
    const cause = { type: 'http-status', status, message: undefined } as const;
    const options = { endpoint: 'token', reached: 'busy', retryAfterMs: 9 } as const;
    const expected = failed(cause, options);
    expect(both(reply(status, WEB_PAGE, { retryAfterMs: 9 }))).toEqual([expected, expected]);
  });

  it.each([400, 401, 403])('is final at %i if it is an OAuth error', (status) => {
    const answer = reply(status, oauth('unauthorized_client', 'Invalid client\ncredentials'));
    const said = 'unauthorized_client: Invalid client credentials';
    const cause = { type: 'client-refused', status, said };
    const expected = { kind: 'refused', endpoint: 'token', cause };
    expect(both(answer)).toEqual([expected, expected]);
  });

  it('passes if it is a web page with 403 before the first token: a firewall may challenge', () => {
    const page = { type: 'not-json', status: 403, body: 'web-page' } as const;
    const expected = failed(page, { endpoint: 'token', reached: 'nothing' });
    expect(resultOfTokenEndpoint(reply(403, WEB_PAGE), BEFORE)).toEqual(expected);
    expect(resultOfTokenEndpoint(cutReply(403), BEFORE)).toMatchObject({ kind: 'refused' });
  });

  it.each([
    [400, WEB_PAGE, 'client-refused', ''],
    [401, '', 'client-refused', ''],
    [403, { message: 'x' }, 'client-refused', ''],
    [410, oauth('gone'), 'client-refused', 'gone'],
    [404, oauth('Realm does not exist'), 'no-token-endpoint', 'Realm does not exist'],
    [404, WEB_PAGE, 'no-token-endpoint', ''],
    [405, oauth('HTTP 405 Method Not Allowed'), 'no-token-endpoint', 'HTTP 405 Method Not Allowed'],
    [406, '', 'no-token-endpoint', ''],
    [304, '', 'no-token-endpoint', ''],
  ])('is final at %i with %j only before the first success', (status, body, type, said) => {
    const message = said === '' ? undefined : said;
    expect(both(reply(status, body))).toEqual([
      { kind: 'refused', endpoint: 'token', cause: { type, status, said } },
      failed({ type: 'http-status', status, message }, { endpoint: 'token', reached: 'unclear' }),
    ]);
  });

  it('is final at a redirect only before the first success', () => {
    const location = '/lo\ngin?secret=not-for-logs';
    expect(both(reply(302, '', { location }))).toMatchObject([
      {
        kind: 'refused',
        cause: { type: 'redirect', status: 302, location: '/lo gin?secret=***' },
      },
      { kind: 'failed', cause: { type: 'http-status', status: 302 } },
    ]);
  });

  it('is final if a proxy requires credentials, only before the first success', () => {
    expect(both(reply(407))).toMatchObject([
      { kind: 'refused', cause: { type: 'proxy-auth' } },
      { kind: 'failed', cause: { type: 'http-status', status: 407 } },
    ]);
  });

  it('is final if the certificate is refused, only before the first success', () => {
    const problem = { type: 'certificate', code: 'CERT_HAS_EXPIRED' } as const;
    expect(both(noReply(problem))).toEqual([
      { kind: 'refused', endpoint: 'token', cause: problem },
      failed(problem, { endpoint: 'token', reached: 'nothing' }),
    ]);
  });

  it('is final without a readable body, only before the first success', () => {
    expect(both(cutReply(401))).toMatchObject([
      { kind: 'refused', cause: { type: 'client-refused', said: '' } },
      { kind: 'failed' },
    ]);
  });

  it('keeps the text of a Keycloak setting, and no secret', () => {
    const text = 'Client not enabled to retrieve service account: not-for-logs';
    expect(both(reply(401, oauth('unauthorized_client', text)))[0]).toMatchObject({
      cause: {
        said: 'unauthorized_client: Client not enabled to retrieve service account: ***',
      },
    });
  });

  it('asks for HTTP Basic if Keycloak requires it', () => {
    const text =
      'Invalid method used to get client secret. ' + "Client requires method 'client_secret_basic'";
    const said = `unauthorized_client: ${text}`;
    const refused = {
      kind: 'refused',
      endpoint: 'token',
      cause: { type: 'client-refused', status: 401, said },
    };
    const expected = { kind: 'wants-basic', refused };
    expect(both(reply(401, oauth('unauthorized_client', text)))).toEqual([expected, expected]);
  });
});
