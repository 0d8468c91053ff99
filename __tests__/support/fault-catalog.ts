/** Every fault that we could think of, by name, with what the contract says of it. Tests try each, alone and mixed. */
import { gzipSync } from 'node:zlib';
import { apiError, type Fault, jsonAnswer } from '../../emulator/faults.ts';

/**
 * What follows where a fault is all that ever comes: nothing shows that an API is there (`silence`, borne for two minutes), nothing is
 * learned (`trouble`, borne for `max-outage`), there is no scan (`absent`, borne for `appearance-timeout`), or it is an error at once.
 */
export type Effect = 'silence' | 'trouble' | 'absent' | 'error';

export interface Entry {
  readonly name: string;
  readonly fault: Fault;
  readonly effect: Effect;
  /** A server may ask for so much patience that the second such answer comes at the end of any budget. */
  readonly once?: boolean;
}

const SCAN =
  '{"id":"s1","createTime":"2026-01-26T15:30:01Z","latestScanState":{"type":"completed"}}';
const LIST = `{"scans":[${SCAN}]}`;
const LOGIN = '<!doctype html><title>Sign in</title><form action="/login"></form>';

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
  return answer(status, LOGIN, { 'retry-after': retryAfter });
}

function redirect(status: number, location: string): Fault {
  return answer(status, '', { location });
}

export const CATALOGUE: readonly Entry[] = [
  ...entries('silence', {
    'a connection that is reset': { kind: 'reset' },
    'no answer': { kind: 'silent' },
    'an answer that comes too late': { kind: 'late', afterMs: 60_000, answer: answer(200, LIST) },
    'a body that is cut': { kind: 'cut', status: 200 },
    'a 404 that is cut': { kind: 'cut', status: 404 },
    'a body that stalls': { kind: 'stall', status: 200 },
    'a body of one byte now and again': { kind: 'drip' },
    'a body without end': { kind: 'flood' },
    'a body of 5 MiB': answer(200, `${LIST.slice(0, -1)},"more":"${'x'.repeat(5 * 1024 * 1024)}"}`),
    'a login page': answer(200, LOGIN, { 'content-type': 'text/html' }),
    'a login page that claims to be JSON': answer(200, LOGIN, {
      'content-type': 'application/json',
    }),
    'a web server that knows no such page': answer(404, LOGIN),
    'an empty body': answer(200, ''),
    'no content': answer(204, ''),
    'half of a JSON text': answer(200, LIST.slice(0, -1)),
    'two JSON texts': answer(200, `${LIST}\n${LIST}`),
    'JSON in single quotes': answer(200, LIST.replaceAll('"', "'")),
    'a bomb of brackets': answer(200, '['.repeat(1_000_000)),
    'UTF-16': answer(200, Buffer.from(`\ufeff${LIST}`, 'utf16le')),
    'Latin-1': answer(200, Buffer.from(LIST.replace('s1', 'sé'), 'latin1')),
    'gzip that nobody asked for': answer(200, gzipSync(LIST), { 'content-encoding': 'gzip' }),
    'gzip without a word': answer(200, gzipSync(LIST)),
    'bytes that are not HTTP': { kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.9\r\n' },
    'an answer without an end of its headers': {
      kind: 'raw',
      bytes: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n',
    },
    'a length that is no number': {
      kind: 'raw',
      bytes: `HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n${LIST}`,
    },
    'two lengths': {
      kind: 'raw',
      bytes: `HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n${LIST}`,
    },
    'more headers than anybody sends': {
      kind: 'raw',
      bytes: `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n${LIST}`,
    },
    'a body shorter than its length': {
      kind: 'raw',
      bytes: `HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n${LIST}`,
    },
    'a chunked body without its last chunk': {
      kind: 'raw',
      bytes: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${LIST.length.toString(16)}\r\n${LIST}\r\n`,
    },
  }),
  ...entries('trouble', {
    'a 500 of the API': apiError(500, 'internal'),
    'a 502 of the API': apiError(502, 'bad gateway'),
    'a 502 of a proxy': answer(502, LOGIN),
    'a 503': answer(503, ''),
    'a 504': answer(504, ''),
    'a 404 of somebody else, in JSON': jsonAnswer(404, { error: 'not found' }),
    'a 408': answer(408, ''),
    'a 500 that is cut': { kind: 'cut', status: 500 },
    'a 429 without a word': answer(429, ''),
    'a 429 for 7 s': busy(429, '7'),
    'a 429 until a date': busy(429, 'Mon, 26 Jan 2026 15:00:20 GMT'),
    'a 429 for less than no time': busy(429, '-7'),
    'a 429 until a date in the past': busy(429, 'Mon, 26 Jan 2015 15:00:20 GMT'),
    'a 429 for no time': busy(429, '0'),
    'a 503 until somebody says': busy(503, 'soon'),
    'a status that nobody knows': answer(599, ''),
    'JSON: null': answer(200, 'null'),
    'JSON: a number': answer(200, '5'),
    'JSON: a text': answer(200, '"completed"'),
    'JSON: an empty list': answer(200, '[]'),
    'JSON: an empty object': answer(200, '{}'),
    'JSON: a list of scans that is none': answer(200, '{"scans":{"0":{}}}'),
    'JSON: a list of scans that is null': answer(200, '{"scans":null}'),
    'JSON: a list with null': answer(200, '{"scans":[null]}'),
    'JSON: a list in a list': answer(200, '{"scans":[[]]}'),
    'JSON: a scan without anything': answer(200, '{"scans":[{}]}'),
    'JSON: a scan with a number for an ID': answer(200, LIST.replace('"s1"', '1')),
    'JSON: a scan with dots for an ID': answer(200, LIST.replace('s1', '..')),
    'JSON: a scan with half a character for an ID': answer(200, LIST.replace('s1', '\\ud800')),
    'JSON: a scan with no time': answer(200, LIST.replace('2026-01-26T15:30:01Z', 'yesterday')),
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
    'JSON: a scan in a prototype': answer(200, `{"__proto__":${LIST}}`),
    'JSON: a list in a prototype': answer(200, `{"scans":[{"__proto__":${SCAN}}]}`),
    'JSON: an error with status 200': jsonAnswer(200, { message: 'internal', details: [] }),
  }),
  ...entries('trouble', {
    'a 429 for a thousand years': busy(429, '31536000000'),
    'a 429 for longer than a number can say': busy(429, '9'.repeat(400)),
  }).map((entry) => ({ ...entry, once: true })),
  ...entries('absent', {
    'an empty list': jsonAnswer(200, { scans: [] }),
    'an empty list behind a byte order mark': answer(200, '\ufeff{"scans":[]}'),
    'the word for no scan': jsonAnswer(200, { scans: [{ latestScanState: { type: 'no_scans' } }] }),
    'a 404 of the API': apiError(404, 'image not found'),
  }),
  ...entries('error', {
    'a 400': apiError(400, 'malformed id'),
    'a 401': apiError(401, 'unauthenticated'),
    'a 401 of a proxy': answer(401, LOGIN, { 'www-authenticate': 'Basic realm="x"' }),
    'a 403': apiError(403, 'denied', { permission: 'products.view', resourceName: 'products/1' }),
    'a 403 of a firewall': answer(403, LOGIN),
    'a 405': answer(405, ''),
    'a 407': answer(407, ''),
    'a 410': apiError(410, 'gone'),
    'a 418': answer(418, ''),
    'a 451': answer(451, ''),
    'a redirect to a login page': redirect(302, 'https://login.example/realms/x'),
    'a redirect to a path': redirect(301, '/elsewhere'),
    'a redirect in a loop': redirect(307, '?status=true'),
    'a redirect that asks for another method': redirect(303, '/elsewhere'),
    'a redirect for ever': redirect(308, '//other.example/'),
    'a redirect to nowhere': answer(302, ''),
    'not modified': answer(304, ''),
    'a choice': answer(300, LOGIN),
  }),
];
