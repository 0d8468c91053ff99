import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/binarly/client.ts';
import { type Credential, staticCredential, type Token } from '../../src/binarly/credential.ts';
import type { Body, Failure, HttpRequest, Reply } from '../../src/http/http.ts';
import { systemClock } from '../../src/util/clock.ts';
import { parseInstant } from '../../src/util/instant.ts';

const TOKEN = 'token-under-test';
const IMAGE = { productId: 'p/1', imageId: 'i 2' };
const LIMITS = { limitMs: () => 5_000, signal: new AbortController().signal };
const CREDENTIAL = staticCredential(TOKEN, systemClock);

function reply(status: number, body: unknown, more: Partial<Reply> = {}): Reply {
  const read: Body = { ok: true, text: typeof body === 'string' ? body : JSON.stringify(body) };
  return {
    kind: 'reply',
    status,
    retryAfterMs: undefined,
    location: undefined,
    body: read,
    ...more,
  };
}

function clientOf(answer: Reply | Failure) {
  const requests: HttpRequest[] = [];
  const client = createClient({
    apiUrl: 'https://api.example',
    credential: CREDENTIAL,
    http: (request) => {
      requests.push(request);
      return Promise.resolve(answer);
    },
  });
  return { client, requests };
}

const newest = (answer: Reply | Failure) =>
  clientOf(answer).client.newestScan(IMAGE, undefined, LIMITS);

const ENTRY = {
  id: 's1',
  createTime: '2026-01-26T15:30:01Z',
  latestScanState: { type: 'running' },
};

describe('the questions', () => {
  it('ask for the scans of an image with their states', async () => {
    const { client, requests } = clientOf(reply(200, { scans: [ENTRY] }));
    expect(await client.newestScan(IMAGE, undefined, LIMITS)).toEqual({
      kind: 'found',
      value: {
        id: 's1',
        createTime: parseInstant(ENTRY.createTime),
        state: { type: 'running', since: undefined },
      },
      retryAfterMs: undefined,
    });
    expect(requests).toEqual([
      {
        url: 'https://api.example/api/v4/products/p%2F1/images/i%202/scans?status=true',
        headers: { accept: 'application/json', authorization: `Bearer ${TOKEN}` },
        maxBytes: 4 * 1024 * 1024,
        ...LIMITS,
      },
    ]);
  });

  it('ask for one scan by its ID', async () => {
    const { client, requests } = clientOf(reply(200, ENTRY));
    expect(await client.scan(IMAGE, 's1', LIMITS)).toMatchObject({
      kind: 'found',
      value: { id: 's1' },
    });
    expect(requests.map(({ url }) => url)).toEqual([
      'https://api.example/api/v4/products/p%2F1/images/i%202/scans/s1?status=true',
    ]);
  });

  it('leave out scans created before a time', async () => {
    const { client } = clientOf(reply(200, { scans: [ENTRY] }));
    expect(
      await client.newestScan(IMAGE, parseInstant('2026-01-26T15:30:02Z'), LIMITS),
    ).toMatchObject({ kind: 'absent' });
  });
});

describe('what an answer means', () => {
  const error = { message: 'what it\nsaid', details: [] };
  it.each([
    [
      'no scans',
      reply(200, { scans: [] }),
      { kind: 'absent', detail: 'the list of scans is empty' },
    ],
    [
      'no_scans',
      reply(200, { scans: [{ latestScanState: { type: 'no_scans' } }] }),
      { kind: 'absent', state: 'no_scans' },
    ],
    [
      '404 with an error',
      reply(404, error),
      { kind: 'absent', detail: 'the API answered HTTP 404: what it said' },
    ],
    [
      'status_unavailable',
      reply(200, { scans: [{ latestScanState: { type: 'status_unavailable' } }] }),
      { kind: 'trouble', contact: 'made', state: 'status_unavailable' },
    ],
    [
      'another shape',
      reply(200, {}),
      { kind: 'trouble', contact: 'unclear', detail: 'the answer is not a list of scans' },
    ],
    [
      'a web page',
      reply(200, '<html>'),
      {
        kind: 'trouble',
        contact: 'none',
        detail:
          'HTTP 200 with a body that is not JSON and looks like a web page: is `api-url` right?',
      },
    ],
    ['a web page with 404', reply(404, '<html>'), { kind: 'trouble', contact: 'none' }],
    [
      '404 of another API',
      reply(404, { error: 'x' }),
      { kind: 'trouble', contact: 'unclear', detail: 'HTTP 404' },
    ],
    [
      '500 with an error',
      reply(500, error),
      { kind: 'trouble', contact: 'made', detail: 'HTTP 500: what it said' },
    ],
    [
      '502 with a web page',
      reply(502, '<html>'),
      { kind: 'trouble', contact: 'unclear', detail: 'HTTP 502' },
    ],
    ['408', reply(408, ''), { kind: 'trouble', contact: 'unclear' }],
    [
      '429',
      reply(429, '', { retryAfterMs: 9_000 }),
      { kind: 'trouble', contact: 'unclear', retryAfterMs: 9_000 },
    ],
    [
      'a body that failed',
      reply(200, '', { body: { ok: false, problem: 'the connection was cut' } }),
      { kind: 'trouble', contact: 'none', detail: 'the connection was cut' },
    ],
    [
      'a body that failed after a refusal',
      reply(401, '', { body: { ok: false, problem: 'the connection was cut' } }),
      { kind: 'refusal', detail: 'the API refused `token` (HTTP 401)' },
    ],
    [
      '403',
      reply(403, { ...error, permission: 'products.view', resourceName: 'products/p' }),
      {
        kind: 'refusal',
        detail: 'the credential lacks the permission products.view on products/p (HTTP 403)',
      },
    ],
    [
      '400',
      reply(400, error),
      { kind: 'refusal', detail: 'the API refused the request (HTTP 400: what it said)' },
    ],
    [
      'a redirect',
      reply(307, '', { location: '/log\nin' }),
      {
        kind: 'refusal',
        detail: 'the API answered with a redirect (HTTP 307 to /log in), which is not followed',
      },
    ],
    [
      'no answer',
      { kind: 'failure', cause: 'network', detail: 'x' } as Failure,
      { kind: 'trouble', contact: 'none', detail: 'x' },
    ],
    [
      'an interruption',
      { kind: 'failure', cause: 'interrupted', detail: 'x' } as Failure,
      { kind: 'interrupted' },
    ],
    [
      'a bad certificate',
      { kind: 'failure', cause: 'certificate', detail: 'CERT_HAS_EXPIRED' } as Failure,
      {
        kind: 'refusal',
        detail: 'the certificate of the server is not trusted (CERT_HAS_EXPIRED)',
      },
    ],
    [
      'a proxy that wants credentials',
      { kind: 'failure', cause: 'proxy-auth', detail: 'x' } as Failure,
      {
        kind: 'refusal',
        advice: 'put user and password into the address in `https_proxy`',
      },
    ],
  ])('%s', async (_, given, expected) => {
    expect(await newest(given)).toMatchObject(expected);
  });

  it('keeps a token to itself that the server echoes', async () => {
    expect(await newest(reply(400, { message: `bad: ${TOKEN}` }))).toMatchObject({
      detail: 'the API refused the request (HTTP 400: bad: ***)',
    });
  });

  it('keeps it to itself where an escape or a redirect hides it', async () => {
    const escaped = `{"message":"bad: \\u0074${TOKEN.slice(1)}"}`;
    expect(await newest(reply(400, escaped))).toMatchObject({
      detail: 'the API refused the request (HTTP 400: bad: ***)',
    });
    expect(await newest(reply(302, '', { location: `/login?from=${TOKEN}` }))).toMatchObject({
      detail:
        'the API answered with a redirect (HTTP 302 to /login?from=***), which is not followed',
    });
  });

  it('is not torn up by a token too short to be one', async () => {
    const http = () => Promise.resolve(reply(200, { scans: [] }));
    const client = createClient({
      apiUrl: 'https://api.example',
      credential: staticCredential('s', systemClock),
      http,
    });
    expect(await client.newestScan(IMAGE, undefined, LIMITS)).toMatchObject({ kind: 'absent' });
  });
});

describe('a 401', () => {
  const token = (value: string, best: boolean): Token => ({ kind: 'token', value, best });
  /** Asks with these tokens, one after the other; all but the last are refused with 401. */
  async function asking(
    tokens: readonly (Token | { readonly kind: 'interrupted' })[],
    accepted?: string,
  ) {
    const left = [...tokens];
    const shown: unknown[] = [];
    const rejected: unknown[] = [];
    const credential: Credential = {
      token: (_, refused) => {
        rejected.push(refused?.value);
        return Promise.resolve(left.shift() ?? { kind: 'interrupted' });
      },
      refusal: (said) => ({ kind: 'refusal', detail: `refused: ${said}`, advice: '' }),
      redact: (text) => text,
    };
    const client = createClient({
      apiUrl: 'https://api.example',
      credential,
      http: ({ headers }) => {
        shown.push(headers['authorization']);
        const known = headers['authorization'] === `Bearer ${accepted}`;
        return Promise.resolve(
          known ? reply(200, { scans: [ENTRY] }) : reply(401, { message: 'unauthenticated' }),
        );
      },
    });
    return { answer: await client.newestScan(IMAGE, undefined, LIMITS), shown, rejected };
  }

  it('is answered by another token, and the question repeated at once', async () => {
    expect(await asking([token('one', false), token('two', true)], 'two')).toMatchObject({
      answer: { kind: 'found' },
      shown: ['Bearer one', 'Bearer two'],
      rejected: [undefined, 'one'],
    });
  });

  it.each([true, false])('is an error the second time', async (best) => {
    const { answer, shown } = await asking([
      token('one', false),
      token('two', best),
      token('three', true),
    ]);
    expect(answer).toEqual({ kind: 'refusal', detail: 'refused: unauthenticated', advice: '' });
    expect(shown).toHaveLength(2);
  });

  it('is an error at once for the best token that there is', async () => {
    const { answer, shown } = await asking([token('one', true), token('two', true)], 'two');
    expect(answer.kind).toBe('refusal');
    expect(shown).toHaveLength(1);
  });

  it('is whatever keeps another token from being received', async () => {
    expect((await asking([token('one', false), { kind: 'interrupted' }])).answer).toEqual({
      kind: 'interrupted',
    });
    expect((await asking([{ kind: 'interrupted' }])).shown).toEqual([]);
  });
});

describe('the other questions', () => {
  it('ask for the findings of an image', async () => {
    const { client, requests } = clientOf(reply(200, { id: 'i', counts: { kev: 2 } }));
    expect(await client.findings(IMAGE, LIMITS)).toEqual({
      kind: 'found',
      value: { counts: {}, kev: 2 },
      retryAfterMs: undefined,
    });
    expect(requests[0]?.url).toBe(
      'https://api.example/api/v4/products/p%2F1/images/i%202?withCounts=true',
    );
  });

  it('ask for the products, of which there may be many', async () => {
    const { client, requests } = clientOf(reply(200, { products: [{ id: 'p1', name: 'Board' }] }));
    expect(await client.products(LIMITS)).toMatchObject({
      kind: 'found',
      value: [{ id: 'p1', name: 'Board' }],
    });
    expect(requests[0]).toMatchObject({
      url: 'https://api.example/api/v4/products',
      maxBytes: 32 * 1024 * 1024,
    });
  });

  it('learn nothing from another shape', async () => {
    const { client } = clientOf(reply(200, {}, { retryAfterMs: 7 }));
    const nothing = { kind: 'trouble', contact: 'unclear', retryAfterMs: 7 };
    expect(await client.findings(IMAGE, LIMITS)).toEqual({
      ...nothing,
      detail: 'the answer is not counts of findings',
    });
    expect(await client.products(LIMITS)).toEqual({
      ...nothing,
      detail: 'the answer is not a list of products',
    });
  });
});
