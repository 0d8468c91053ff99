/**
 * Every fault that we could think of, by name, with what the contract says of it. Tests try each,
 * alone and mixed.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { apiError, type Fault, jsonAnswer } from '../../emulator/faults.ts';

/** What follows if every request is answered by a fault, from the first one on. */
export type Effect =
  /** Nothing shows that an API is there, so the wait ends after two minutes. */
  | 'silence'
  /** Each poll fails, so the wait ends after `max-outage`. */
  | 'trouble'
  /** There is no scan, so the wait ends after `appearance-timeout`. */
  | 'absent'
  /** An error at once, but only a failed poll if the image has been read before. */
  | 'foreign'
  /** The token of each poll is refused right after it was issued: an error in the second poll. */
  | 'fresh-token'
  /** An error at once. */
  | 'error';

export interface Entry {
  readonly name: string;
  readonly fault: Fault;
  readonly effect: Effect;
  /** No wait survives this twice in a row. */
  readonly once?: boolean;
}

const SCAN =
  '{"id":"s1","createTime":"2026-01-26T15:30:01Z","latestScanState":{"type":"completed"}}';
const LIST = `{"scans":[${SCAN}]}`;
const PAGE = '<!doctype html><title>Sign in</title><form action="/login"></form>';
const HTML = { 'content-type': 'text/html' };

function answer(
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Fault {
  return { kind: 'answer', status, body, headers };
}

function entries(effect: Effect, faults: Readonly<Record<string, Fault>>): readonly Entry[] {
  return Object.entries(faults).map(([name, fault]) => ({ name, fault, effect }));
}

/** An error of a load balancer or a proxy, with this `Retry-After`. */
function busy(status: number, retryAfter: string): Fault {
  return answer(status, PAGE, { 'retry-after': retryAfter });
}

function redirect(status: number, location: string): Fault {
  return answer(status, '', { location });
}

function compressed(status: number, body: string, encoding = 'gzip'): Fault {
  return answer(status, gzipSync(body), { 'content-encoding': encoding });
}

/** Bytes in place of a well-formed answer with status 200. */
function raw(headers: string, body: string = LIST): Fault {
  return { kind: 'raw', bytes: `HTTP/1.1 200 OK\r\n${headers}\r\n\r\n${body}` };
}

const SILENCE = entries('silence', {
  'a connection that is reset': { kind: 'reset' },
  'no answer': { kind: 'silent' },
  'an answer that comes too late': { kind: 'late', afterMs: 60_000, answer: answer(200, LIST) },
  'a body that is cut off': { kind: 'cut', status: 200 },
  'a 404 that is cut off': { kind: 'cut', status: 404 },
  'a body that stalls': { kind: 'stall', status: 200 },
  'a body of one byte now and then': { kind: 'drip' },
  'a body without end': { kind: 'flood' },
  'a body of 5 MiB': answer(200, `${LIST.slice(0, -1)},"more":"${'x'.repeat(5 * 1024 * 1024)}"}`),
  'a login page': answer(200, PAGE, HTML),
  'a login page that claims to be JSON': answer(200, PAGE, { 'content-type': 'application/json' }),
  'a web server without such a page': answer(404, PAGE, HTML),
  'an empty body': answer(200, ''),
  'a 204': answer(204, ''),
  'half of a JSON text': answer(200, LIST.slice(0, -1)),
  'two JSON texts': answer(200, `${LIST}\n${LIST}`),
  'JSON in single quotes': answer(200, LIST.replaceAll('"', "'")),
  'a million brackets': answer(200, '['.repeat(1_000_000)),
  'UTF-16': answer(200, Buffer.from(`\ufeff${LIST}`, 'utf16le')),
  'Latin-1': answer(200, Buffer.from(LIST.replace('s1', 'sé'), 'latin1')),
  'a JSON text that ends within a string': answer(200, LIST.slice(0, 14)),
  'a word': answer(200, 'OK'),
  'a gzip-encoded login page': compressed(200, PAGE),
  'a gzip-encoded body that is cut': answer(200, gzipSync(LIST).subarray(0, 40), {
    'content-encoding': 'gzip',
  }),
  'a gzip-encoded body of 16 MiB': compressed(200, `${LIST}${' '.repeat(16 * 1024 * 1024)}`),
  'a Brotli-encoded body of 16 MiB': answer(
    200,
    brotliCompressSync(Buffer.alloc(16 * 1024 * 1024, ' ')),
    { 'content-encoding': 'br' },
  ),
  'three encodings on top of each other': answer(200, gzipSync(gzipSync(gzipSync(LIST))), {
    'content-encoding': 'gzip, gzip, gzip',
  }),
  'an encoding that nobody knows': answer(200, gzipSync(LIST), { 'content-encoding': 'zip' }),
  'gzip without a header': answer(200, gzipSync(LIST)),
  'a challenge of a firewall': answer(403, PAGE, HTML),
  'a challenge with a gzip-encoded body': compressed(403, PAGE),
  'bytes that are not HTTP': { kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.9\r\n' },
  'headers without an end': { kind: 'raw', bytes: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n' },
  'a length that is no number': raw('Content-Length: x'),
  'two lengths': raw('Content-Length: 2\r\nContent-Length: 3'),
  'headers of 100 kB': raw(`X: ${'x'.repeat(100_000)}`),
  'a body shorter than its length': raw('Content-Length: 999'),
  'a chunked body without its last chunk': raw(
    'Transfer-Encoding: chunked',
    `${LIST.length.toString(16)}\r\n${LIST}\r\n`,
  ),
});

const BUSY = entries('trouble', {
  'a 500 of the API': apiError(500, 'internal'),
  'a 502 of the API': apiError(502, 'bad gateway'),
  'a 502 of a proxy': answer(502, PAGE),
  'a 502 with a gzip-encoded body': compressed(502, PAGE),
  'a 503': answer(503, ''),
  'a 504': answer(504, ''),
  'a 408': answer(408, ''),
  'a 500 that is cut off': { kind: 'cut', status: 500 },
  'a 599': answer(599, ''),
  'a 429 without Retry-After': answer(429, ''),
  'a 429 for 7 s': busy(429, '7'),
  'a 429 until a date': busy(429, 'Mon, 26 Jan 2026 15:00:20 GMT'),
  'a 429 for -7 s': busy(429, '-7'),
  'a 429 until a date in the past': busy(429, 'Mon, 26 Jan 2015 15:00:20 GMT'),
  'a 429 for 0 s': busy(429, '0'),
  'a 503 with an unreadable Retry-After': busy(503, 'soon'),
});

const UNREADABLE = entries('trouble', {
  'a 404 of another server, in JSON': jsonAnswer(404, { error: 'not found' }),
  'JSON: null': answer(200, 'null'),
  'JSON: a number': answer(200, '5'),
  'JSON: a text': answer(200, '"completed"'),
  'JSON: an empty array': answer(200, '[]'),
  'JSON: an empty object': answer(200, '{}'),
  'JSON: scans that are no array': answer(200, '{"scans":{"0":{}}}'),
  'JSON: scans that are false': answer(200, '{"scans":false}'),
  'JSON: a scan that is null': answer(200, '{"scans":[null]}'),
  'JSON: a scan that is an array': answer(200, '{"scans":[[]]}'),
  'JSON: an empty scan': answer(200, '{"scans":[{}]}'),
  'JSON: a scan whose ID is a number': answer(200, LIST.replace('"s1"', '1')),
  'JSON: a scan whose ID is two dots': answer(200, LIST.replace('s1', '..')),
  'JSON: a scan whose ID is half a character': answer(200, LIST.replace('s1', '\\ud800')),
  'JSON: a scan without a readable time beside another': answer(
    200,
    `{"scans":[${SCAN},${SCAN.replace('s1', 's0').replace('2026-01-26T15:30:01Z', 'yesterday')}]}`,
  ),
  'JSON: a scan beside one without an ID': answer(
    200,
    `{"scans":[${SCAN},{"latestScanState":{"type":"completed"}}]}`,
  ),
  'JSON: one scan in two states': answer(
    200,
    `{"scans":[${SCAN},${SCAN.replace('completed', 'failed')}]}`,
  ),
  'JSON: a state without a scan': answer(
    200,
    '{"scans":[{"latestScanState":{"type":"status_unavailable"}}]}',
  ),
  'JSON: a list in __proto__': answer(200, `{"__proto__":${LIST}}`),
  'JSON: a scan in __proto__': answer(200, `{"scans":[{"__proto__":${SCAN}}]}`),
  'JSON: a list that has a nextPageToken': answer(200, `{"scans":[${SCAN}],"nextPageToken":"2"}`),
  'JSON: a list that has a next_page_token': answer(
    200,
    `{"scans":[${SCAN}],"next_page_token":"2"}`,
  ),
  'a list that has a link to the next page': answer(200, LIST, {
    link: '</1>; rel="first", </2>; rel="next"',
  }),
  'an empty list that has a link to the next page': answer(200, '{"scans":null}', {
    link: '</2>; rel=next',
  }),
  'a part of a list': answer(206, LIST),
  'JSON: an empty list that has a nextPageToken': answer(200, '{"scans":[],"nextPageToken":"2"}'),
  'JSON: an error with status 200': jsonAnswer(200, { message: 'internal', details: [] }),
});

/** A server may ask for so much patience that the second such answer ends any budget. */
const PATIENCE = entries('trouble', {
  'a 429 for a thousand years': busy(429, '31536000000'),
  'a 429 for longer than any number': busy(429, '9'.repeat(400)),
}).map((entry) => ({ ...entry, once: true }));

const ABSENT = entries('absent', {
  'an empty list': jsonAnswer(200, { scans: [] }),
  'an empty list as Go writes it': jsonAnswer(200, { scans: null }),
  'a gzip-encoded empty list': compressed(200, '{"scans":[]}'),
  'a gzip-encoded empty list in capitals': compressed(200, '{"scans":[]}', 'GZIP'),
  'an empty list labeled with a charset': answer(200, '{"scans":[]}', {
    'content-encoding': 'UTF-8',
  }),
  'a gzip-encoded 404 of the API': compressed(404, '{"message":"image not found"}'),
  'the state noScans': jsonAnswer(200, { scans: [{ latestScanState: { type: 'noScans' } }] }),
  'an empty list behind a byte order mark': answer(200, '\ufeff{"scans":[]}'),
  'an empty list with an empty nextPageToken': jsonAnswer(200, { scans: [], nextPageToken: '' }),
  'the state no_scans': jsonAnswer(200, { scans: [{ latestScanState: { type: 'no_scans' } }] }),
  'a 404 of the API': apiError(404, 'image not found'),
});

const FOREIGN = entries('foreign', {
  'a 400 without a body': answer(400, ''),
  'a 403 of a firewall': answer(403, 'error code: 1020'),
  'a 403 with a gzip-encoded body': compressed(403, 'denied'),
  'a 403 of a rate rule': jsonAnswer(403, { message: 'Forbidden' }),
  'a 405': answer(405, ''),
  'a 410 in JSON of another shape': jsonAnswer(410, { error: 'gone' }),
  'a 418': answer(418, ''),
  'a 431': answer(431, ''),
  'a 451': answer(451, ''),
  'a 302 with a web page': answer(302, PAGE, { ...HTML, location: '/maintenance' }),
  'a redirect to a login page': redirect(302, 'https://login.example/realms/x'),
  'a redirect to a path': redirect(301, '/elsewhere'),
  'a redirect in a loop': redirect(307, '?status=true'),
  'a redirect that asks for another method': redirect(303, '/elsewhere'),
  'a permanent redirect': redirect(308, '//other.example/'),
  'a redirect to nowhere': answer(302, ''),
  'a 300': answer(300, PAGE),
  'a 304': answer(304, ''),
});

/** Met with client credentials, which renew their tokens. */
const FRESH_TOKEN = entries('fresh-token', {
  'a token that is refused right after it was issued': apiError(401, 'unauthenticated'),
  'a token that a web page refuses right after it was issued': answer(401, PAGE, HTML),
}).map((entry) => ({ ...entry, once: true }));

const ERRORS = entries('error', {
  'a 400 of the API': apiError(400, 'malformed id'),
  'a 401 of the API': apiError(401, 'unauthenticated'),
  'a 401 of a proxy': answer(401, PAGE, { 'www-authenticate': 'Basic realm="x"' }),
  'a 403 of the API': apiError(403, 'denied', {
    permission: 'products.view',
    resourceName: 'products/1',
  }),
  'a 407': answer(407, ''),
  'a 410 of the API': apiError(410, 'gone'),
});

export const CATALOG: readonly Entry[] = [
  ...SILENCE,
  ...BUSY,
  ...UNREADABLE,
  ...PATIENCE,
  ...ABSENT,
  ...FOREIGN,
  ...FRESH_TOKEN,
  ...ERRORS,
];

/** What holds a request up until its limit, in real time. */
export const SLOW: readonly Fault['kind'][] = ['silent', 'stall', 'drip', 'late'];
