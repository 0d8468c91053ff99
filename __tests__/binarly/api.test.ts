import { describe, expect, it } from 'vitest';
import { createApi } from '../../src/binarly/api.ts';
import type { ApiRequest } from '../../src/binarly/request.ts';
import {
  type Credential,
  staticCredential,
  type TokenResult,
} from '../../src/credentials/credential.ts';
import type { HttpRequest, NoReply, Reply } from '../../src/http/messages.ts';
import { failedByApi } from '../../src/model/api-result.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { failed, limits, TOKEN } from '../support/builders.ts';
import { CUT, cutReply, noReply, reply } from '../support/replies.ts';

const LIMITS = limits({ beganMs: 1_000 });
const QUESTION: ApiRequest<unknown> = {
  path: ['things', 'a/b'],
  maxBytes: 99,
  read: (value) => ({ kind: 'found', value }),
};
/** An error in Binarly's format. */
const ERROR = { message: 'what it\nsaid', details: [] };
const WEB_PAGE = '<html>';

/** An API behind these replies, one after the other; the last one stays. */
function apiOf(replies: readonly (Reply | NoReply)[], credential?: Credential) {
  const left = [...replies];
  const requests: HttpRequest[] = [];
  const ask = createApi({
    apiUrl: 'https://api.example/prefix',
    credential: credential ?? staticCredential(TOKEN, systemClock),
    http(request) {
      requests.push(request);
      const [next = noReply()] = left.length > 1 ? left.splice(0, 1) : left;
      return Promise.resolve(next);
    },
  });
  return { ask, requests, askIt: () => ask(QUESTION, LIMITS) };
}

/** The answer to the first question. */
function first(given: Reply | NoReply) {
  return apiOf([given]).askIt();
}

/** The answer once the API has answered in its own format before. */
async function afterAnAnswer(given: Reply | NoReply) {
  const { askIt } = apiOf([reply(200, {}), given]);
  await askIt();
  return askIt();
}

describe('a question', () => {
  it('is a GET with a bearer token', async () => {
    const { askIt, requests } = apiOf([reply(200, { a: 1 }, { retryAfterMs: 5 })]);
    expect(await askIt()).toEqual({ kind: 'found', value: { a: 1 }, retryAfterMs: 5 });
    expect(requests).toEqual([
      {
        url: 'https://api.example/prefix/api/v4/things/a%2Fb',
        headers: { accept: 'application/json', authorization: `Bearer ${TOKEN}` },
        maxBytes: 99,
        ...LIMITS,
      },
    ]);
  });

  it('is a POST of JSON if it has a body', async () => {
    const { ask, requests } = apiOf([reply(200, {})]);
    await ask({ ...QUESTION, query: '?q=1', body: { a: 1 } }, LIMITS);
    expect(requests[0]).toMatchObject({
      url: 'https://api.example/prefix/api/v4/things/a%2Fb?q=1',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
  });
});

describe('a first answer', () => {
  it.each<[string, Reply, object]>([
    ['a web page', reply(200, WEB_PAGE), { type: 'not-json', status: 200, body: 'web-page' }],
    [
      'a web page with 404',
      reply(404, `\n ${WEB_PAGE}`),
      { type: 'not-json', status: 404, body: 'web-page' },
    ],
    [
      'a web page with 403, as a firewall challenges browsers',
      reply(403, WEB_PAGE),
      { type: 'not-json', status: 403, body: 'web-page' },
    ],
    ['empty', reply(200, ''), { type: 'not-json', status: 200, body: 'empty' }],
    ['empty with 204', reply(204, ''), { type: 'not-json', status: 204, body: 'empty' }],
    [
      'JSON that breaks off',
      reply(200, '{"scans":[{"id":"s1'),
      { type: 'not-json', status: 200, body: 'broken-off' },
    ],
    ['a word', reply(200, 'OK'), { type: 'not-json', status: 200, body: 'other' }],
    ['a body that was cut', cutReply(200), CUT],
    ['a 404 whose body was cut', cutReply(404), CUT],
  ])('fails and shows no API if it is %s', async (_, given, cause) => {
    expect(await first(given)).toEqual(failed(cause as never, { reached: 'nothing' }));
  });

  it('fails and proves nothing if it is a 404 in the format of another API', async () => {
    const cause = { type: 'http-status', status: 404, message: undefined } as const;
    expect(await first(reply(404, { error: 'x' }))).toEqual(failed(cause, { reached: 'unclear' }));
  });

  it.each([408, 429, 500, 502, 503, 504])(
    'fails and passes by itself if it is a %i',
    async (it) => {
      const cause = { type: 'http-status', status: it, message: undefined } as const;
      const expected = failed(cause, { reached: 'busy', retryAfterMs: 9_000 });
      expect(await first(reply(it, WEB_PAGE, { retryAfterMs: 9_000 }))).toEqual(expected);
    },
  );

  it('fails and shows the API if it is a 500 in its format', async () => {
    const cause = { type: 'http-status', status: 500, message: 'what it said' } as const;
    expect(await first(reply(500, ERROR))).toEqual(failed(cause, { reached: 'api' }));
  });

  it('says that there is no such thing if it is a 404 in the format of the API', async () => {
    expect(await first(reply(404, ERROR, { retryAfterMs: 3 }))).toEqual({
      kind: 'absent',
      cause: { type: 'not-found', message: 'what it said' },
      retryAfterMs: 3,
    });
  });

  it.each([400, 410, 422, 425, 431])('refuses if it is a %i', async (status) => {
    const cause = { type: 'http-status', status, error: undefined };
    expect(await first(reply(status, WEB_PAGE))).toEqual({
      kind: 'refused',
      endpoint: 'api',
      cause,
    });
  });

  it.each<[string, Reply]>([
    ['without a body', reply(403, '')],
    ['with a word', reply(403, 'error code: 1020')],
    ['with JSON of another shape', reply(403, { error: 'denied' })],
    ['with a body that was cut', cutReply(403)],
  ])('refuses if it is a 403 %s', async (_, given) => {
    expect(await first(given)).toMatchObject({
      kind: 'refused',
      cause: { type: 'http-status', status: 403, error: undefined },
    });
  });

  it('has the time of the server', async () => {
    expect(await first(reply(200, {}, { dateMs: 7 }))).toMatchObject({ kind: 'found', dateMs: 7 });
    expect(await first(reply(404, ERROR, { dateMs: 7 }))).toMatchObject({
      kind: 'absent',
      dateMs: 7,
    });
  });

  it('refuses with what the credential lacks, as far as it is readable', async () => {
    const rights = { permission: 'products.view', resourceName: 'products/p' };
    expect(await first(reply(403, { ...ERROR, ...rights }))).toMatchObject({
      cause: { error: { message: 'what it said', ...rights } },
    });
    for (const unreadable of [5, null, ''])
      expect(
        await first(reply(403, { ...ERROR, permission: unreadable, resourceName: unreadable })),
      ).toMatchObject({ cause: { error: { permission: undefined, resourceName: undefined } } });
  });

  it('refuses with the details of an error, as far as there are any', async () => {
    const details = [
      { field: 'version', reason: 'is empty' },
      { reason: 'no' },
      {},
      { field: 'x' },
    ];
    expect(await first(reply(403, { ...ERROR, details }))).toMatchObject({
      cause: { error: { details: 'version: is empty; no' } },
    });
  });

  it('refuses if it is a redirect, and says to where', async () => {
    expect(await first(reply(307, '', { location: '/log\nin' }))).toMatchObject({
      kind: 'refused',
      cause: { type: 'redirect', status: 307, location: '/log in' },
    });
    expect(await first(reply(301))).toMatchObject({
      cause: { type: 'redirect', location: undefined },
    });
  });

  it('is not a redirect if it is a 304', async () => {
    expect(await first(reply(304))).toMatchObject({
      kind: 'refused',
      cause: { type: 'http-status', status: 304 },
    });
  });

  it('refuses if a proxy requires credentials', async () => {
    expect(await first(reply(407))).toMatchObject({
      kind: 'refused',
      cause: { type: 'proxy-auth' },
    });
  });

  it.each(['certificate', 'interrupted', 'network'] as const)(
    'may be none at all: %s',
    async (type) => {
      const problem = { type, code: 'X', message: 'x' };
      const kinds = { certificate: 'refused', interrupted: 'interrupted', network: 'failed' };
      expect(await first(noReply(problem))).toMatchObject({ kind: kinds[type] });
    },
  );
});

describe('once the API has answered in its own format', () => {
  it.each([301, 302, 304, 400, 403, 404, 410, 425])(
    'a %i without its JSON is a failed poll',
    async (status) => {
      const cause = { type: 'http-status', status, message: undefined } as const;
      const page = { type: 'not-json', status, body: 'web-page' } as const;
      const expected = failed(status === 404 ? page : cause, { reached: 'api' });
      expect(await afterAnAnswer(reply(status, WEB_PAGE))).toEqual(expected);
    },
  );

  it('a 400 whose body was cut is a failed poll', async () => {
    expect(await afterAnAnswer(cutReply(400))).toMatchObject({ kind: 'failed' });
  });

  it('a 400 or 403 with its JSON still refuses', async () => {
    for (const status of [400, 403])
      expect(await afterAnAnswer(reply(status, ERROR))).toMatchObject({ kind: 'refused' });
  });

  it('a 401 or 407 without its JSON still refuses', async () => {
    expect(await afterAnAnswer(reply(401, WEB_PAGE))).toMatchObject({
      cause: { type: 'token-refused' },
    });
    expect(await afterAnAnswer(reply(407, WEB_PAGE))).toMatchObject({
      cause: { type: 'proxy-auth' },
    });
  });

  it('a failure no longer casts doubt on its address', async () => {
    expect(await afterAnAnswer(noReply())).toEqual(failed(CUT, { reached: 'api' }));
  });

  it.each<[string, Reply]>([
    ['an error in its format', reply(500, ERROR)],
    ['a 404 in its format', reply(404, ERROR)],
  ])('%s counts as such an answer', async (_, answer) => {
    const { askIt } = apiOf([answer, reply(403, WEB_PAGE)]);
    await askIt();
    expect(await askIt()).toMatchObject({ kind: 'failed', reached: 'api' });
  });

  it.each<[string, Reply]>([
    ['a web page', reply(200, WEB_PAGE)],
    ['a 502 of a proxy', reply(502, WEB_PAGE)],
    ['an error of another API', reply(404, { error: 'x' })],
  ])('%s does not count as such an answer', async (_, answer) => {
    const { askIt } = apiOf([answer, reply(410, WEB_PAGE)]);
    await askIt();
    expect(await askIt()).toMatchObject({ kind: 'refused' });
  });

  it('a 2xx counts only if it has the expected shape, or shows a fault of the API', async () => {
    const cause = { type: 'paged-list' } as const;
    for (const [answer, kind] of [
      [failedByApi(cause), 'failed'],
      [failed(cause, { reached: 'unclear' }), 'refused'],
    ] as const) {
      const { ask } = apiOf([reply(200, ERROR), reply(410, WEB_PAGE)]);
      await ask({ ...QUESTION, read: () => answer }, LIMITS);
      expect(await ask(QUESTION, LIMITS)).toMatchObject({ kind });
    }
  });
});

describe('a list that says that it is not whole', () => {
  const more = reply(200, {}, { hasMore: true });

  it.each(['found', 'absent'] as const)('is a failed poll: %s', async (kind) => {
    const { ask } = apiOf([more]);
    const read = () =>
      kind === 'found'
        ? ({ kind, value: 1 } as const)
        : ({ kind, cause: { type: 'empty-list' } } as const);
    const expected = failed({ type: 'paged-list' }, { reached: 'api' });
    expect(await ask({ ...QUESTION, isList: true, read }, LIMITS)).toEqual(expected);
  });

  it('says first what else is wrong with it', async () => {
    const read = () => failedByApi({ type: 'unrankable-scan' });
    const answer = await apiOf([more]).ask({ ...QUESTION, isList: true, read }, LIMITS);
    expect(answer).toMatchObject({ cause: { type: 'unrankable-scan' } });
  });

  it('is something else if it is no list', async () => {
    expect(await apiOf([more]).askIt()).toMatchObject({ kind: 'found' });
  });
});

describe('a 403 that names no permission', () => {
  const FORBIDDEN = reply(403, { message: 'Forbidden' });
  const about = (image: string): ApiRequest<unknown> => ({ ...QUESTION, subject: image });

  it('refuses until the credential has read the image', async () => {
    const { ask } = apiOf([FORBIDDEN]);
    expect(await ask(about('a'), LIMITS)).toMatchObject({ kind: 'refused' });
  });

  it.each<[string, Reply]>([
    ['found', reply(200, {})],
    ['no scan', reply(200, {})],
  ])('fails the poll once it has: %s', async (what, answer) => {
    const { ask } = apiOf([answer, FORBIDDEN]);
    const absent = { kind: 'absent', cause: { type: 'empty-list' } } as const;
    await ask({ ...about('a'), ...(what === 'found' ? {} : { read: () => absent }) }, LIMITS);
    expect(await ask(about('a'), LIMITS)).toEqual(
      failed({ type: 'http-status', status: 403, message: 'Forbidden' }, { reached: 'api' }),
    );
    // Another image may be one that it may not read.
    expect(await ask(about('b'), LIMITS)).toMatchObject({ kind: 'refused' });
    expect(await ask(QUESTION, LIMITS)).toMatchObject({ kind: 'refused' });
  });

  it('still refuses if the image could not be read before', async () => {
    const unreadable = () => failedByApi({ type: 'no-state' });
    const { ask } = apiOf([reply(200, {}), reply(404, ERROR), FORBIDDEN]);
    await ask({ ...about('a'), read: unreadable }, LIMITS);
    await ask(about('a'), LIMITS);
    expect(await ask(about('a'), LIMITS)).toMatchObject({ kind: 'refused' });
  });

  it('names none if it is empty, as Go leaves it', async () => {
    const empty = reply(403, { message: 'Forbidden', permission: '', resourceName: '' });
    const { ask } = apiOf([reply(200, {}), empty]);
    await ask(about('a'), LIMITS);
    expect(await ask(about('a'), LIMITS)).toMatchObject({ kind: 'failed' });
  });

  it('still refuses if it names one', async () => {
    const { ask } = apiOf([reply(200, {}), reply(403, { ...ERROR, permission: 'products.view' })]);
    await ask(about('a'), LIMITS);
    expect(await ask(about('a'), LIMITS)).toMatchObject({
      kind: 'refused',
      cause: { error: { permission: 'products.view' } },
    });
  });
});

describe('a token that the server echoes', () => {
  it.each<[string, Reply]>([
    ['in a message', reply(400, { message: `bad: ${TOKEN}` })],
    ['behind an escape', reply(400, `{"message":"bad: \\u0074${TOKEN.slice(1)}"}`)],
    ['in a redirect', reply(302, '', { location: `/login?from=${TOKEN}` })],
  ])('is in no answer, not even %s', async (_, given) => {
    const text = JSON.stringify(await first(given));
    expect(text).toContain('***');
    expect(text).not.toContain(TOKEN);
  });
});

describe('a 401', () => {
  /** Tokens in turn, each with the time when it was issued; the poll began at 1,000. */
  function credentialOf(...tokens: readonly (readonly [value: string, issuedMs: number])[]) {
    const left = tokens.map(
      ([value, issuedMs]): TokenResult => ({ kind: 'token', value, issuedMs }),
    );
    const refusedValues: (string | undefined)[] = [];
    const credential: Credential = {
      token(_, refused) {
        refusedValues.push(refused?.value);
        return Promise.resolve(left.shift() ?? failed(CUT, { endpoint: 'token' }));
      },
      finalRefusal: undefined,
      redact: (text) => text,
    };
    return { credential, refusedValues };
  }

  const UNAUTHENTICATED = reply(401, { message: 'unauthenticated' });

  it('is answered by another token, and the question is repeated at once', async () => {
    const { credential, refusedValues } = credentialOf(['one', 500], ['two', 1_500]);
    const { askIt, requests } = apiOf([UNAUTHENTICATED, reply(200, {})], credential);
    expect(await askIt()).toMatchObject({ kind: 'found' });
    expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer one',
      'Bearer two',
    ]);
    expect(refusedValues).toEqual([undefined, 'one']);
  });

  const FRESH = { type: 'fresh-token-refused', message: 'unauthenticated' } as const;

  it('fails the poll if the renewed token is refused as well', async () => {
    const { credential } = credentialOf(['one', 500], ['two', 1_500], ['three', 1_600]);
    const { askIt, requests } = apiOf([UNAUTHENTICATED], credential);
    expect(await askIt()).toEqual(failed(FRESH, { reached: 'api' }));
    expect(requests).toHaveLength(2);
  });

  it('fails the poll at once if the token was issued in this poll', async () => {
    const { credential, refusedValues } = credentialOf(['one', 1_000], ['two', 1_500]);
    const { askIt, requests } = apiOf([UNAUTHENTICATED], credential);
    expect(await askIt()).toEqual(failed(FRESH, { reached: 'api' }));
    expect(requests).toHaveLength(1);
    expect(refusedValues).toEqual([undefined]);
  });

  it.each([reply(401, WEB_PAGE), cutReply(401)])(
    'of a fresh token proves nothing without the format of the API, case %#',
    async (given) => {
      const { credential } = credentialOf(['one', 1_000]);
      const cause = { type: 'fresh-token-refused', message: undefined } as const;
      const expected = failed(cause, { reached: 'unclear' });
      expect(await apiOf([given], credential).askIt()).toEqual(expected);
    },
  );

  it('of a fresh token shows the API, if it has its format', async () => {
    const { credential } = credentialOf(['one', 1_000], ['one', 1_000]);
    const { askIt } = apiOf([UNAUTHENTICATED, reply(403, WEB_PAGE)], credential);
    await askIt();
    expect(await askIt()).toMatchObject({ kind: 'failed', reached: 'api' });
  });

  it('ends in whatever keeps another token from being issued', async () => {
    const { credential } = credentialOf(['one', 500]);
    const expected = failed(CUT, { endpoint: 'token', reached: 'api' });
    expect(await apiOf([UNAUTHENTICATED], credential).askIt()).toEqual(expected);
  });

  it('does not come if there is no token to send', async () => {
    const { askIt, requests } = apiOf([UNAUTHENTICATED], credentialOf().credential);
    expect(await askIt()).toEqual(failed(CUT, { endpoint: 'token', reached: 'busy' }));
    expect(requests).toEqual([]);
  });

  it.each<[string, Reply, string | undefined]>([
    ['the format of the API', UNAUTHENTICATED, 'unauthenticated'],
    ['a web page', reply(401, WEB_PAGE), undefined],
    ['a body that was cut', cutReply(401), undefined],
  ])('is final at once for a token that cannot be renewed: %s', async (_, given, message) => {
    const { askIt, requests } = apiOf([given]);
    const cause = { type: 'token-refused', message, expiredAtMs: undefined };
    expect(await askIt()).toEqual({ kind: 'refused', endpoint: 'api', cause });
    expect(requests).toHaveLength(1);
  });
});
