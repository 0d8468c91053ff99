import { describe, expect, it } from 'vitest';
import type { AbsentCause, FailureCause } from '../../src/model/failure-cause.ts';
import type { StorageFailure, StorageProblem } from '../../src/model/upload.ts';
import {
  describeAbsence,
  describeCause,
  describeFailure,
  inputOf,
} from '../../src/report/failure-words.ts';
import { failed } from '../support/builders.ts';

type Type = FailureCause['type'];
type Row<T extends Type> = readonly [Extract<FailureCause, { type: T }>, string];

function atStorage(problem: StorageProblem): StorageFailure {
  return { type: 'storage', host: 's3.test', problem };
}

/** Every cause with its clause; a cause without a row does not compile. */
const FAILURES: { readonly [T in Type]: Row<T> } = {
  'no-time': [{ type: 'no-time' }, 'no time was left for another request'],
  'too-slow': [{ type: 'too-slow', limitMs: 29_600 }, 'no complete response within 30 s'],
  network: [{ type: 'network', code: 'EPIPE', message: 'write EPIPE' }, 'write EPIPE'],
  'no-tls': [{ type: 'no-tls' }, 'the server does not speak TLS: is `api-url` right?'],
  'tls-handshake': [{ type: 'tls-handshake', code: 'EPROTO' }, 'the TLS handshake failed (EPROTO)'],
  certificate: [
    { type: 'certificate', code: 'CERT_HAS_EXPIRED' },
    'the server certificate is not trusted (CERT_HAS_EXPIRED)',
  ],
  'proxy-auth': [{ type: 'proxy-auth' }, 'the proxy requires credentials (HTTP 407)'],
  'proxy-status': [{ type: 'proxy-status', status: 503 }, 'the proxy answered HTTP 503'],
  'proxy-connection': [
    { type: 'proxy-connection', message: 'connect ECONNREFUSED' },
    'the connection through the proxy failed (connect ECONNREFUSED)',
  ],
  'too-large': [{ type: 'too-large', maxBytes: 4_194_304 }, 'the response is larger than 4 MiB'],
  stalled: [{ type: 'stalled', afterMs: 60_000 }, 'no data arrived for 60 s'],
  'not-whole': [{ type: 'not-whole', format: 'JSON' }, 'the response is not a whole JSON file'],
  'report-not-found': [
    { type: 'report-not-found', absent: { type: 'not-found', message: 'image not found' } },
    'the report was not found (the API answered HTTP 404: image not found)',
  ],
  'not-utf8': [{ type: 'not-utf8' }, 'the response is not UTF-8 text'],
  encoded: [
    { type: 'encoded', encoding: 'gzip' },
    'the response is encoded (gzip) and could not be decoded',
  ],
  'not-json': [
    { type: 'not-json', status: 403, body: 'web-page' },
    'HTTP 403 with a body that looks like a web page: is `api-url` right?',
  ],
  'http-status': [{ type: 'http-status', status: 502, message: undefined }, 'HTTP 502'],
  'unexpected-answer': [
    { type: 'unexpected-answer', expected: 'scans' },
    'the response is not a list of scans',
  ],
  'other-image': [{ type: 'other-image' }, 'the response is about another image'],
  'finding-unreadable': [
    { type: 'finding-unreadable', row: 3, lacks: 'id' },
    'row 3 of a page of findings has no readable ID',
  ],
  'findings-unfinished': [
    { type: 'findings-unfinished', read: 2, total: 3 },
    'time was up before all findings were read twice; the last read had 2 of 3',
  ],
  github: [
    { type: 'github', problem: { type: 'network', message: 'reset' } },
    'no connection to GitHub: reset',
  ],
  'other-scan': [{ type: 'other-scan' }, 'the response is about another scan'],
  'scan-without-id': [{ type: 'scan-without-id' }, 'the response is a scan without a readable ID'],
  'unrankable-scan': [
    { type: 'unrankable-scan' },
    'a scan in the list has no readable ID and creation time',
  ],
  'scan-listed-twice': [
    { type: 'scan-listed-twice' },
    'the list has the same scan twice, in different states',
  ],
  'paged-list': [
    { type: 'paged-list' },
    'the list continues on another page, which this action cannot read',
  ],
  'status-unavailable': [{ type: 'status-unavailable' }, 'the API reports `status_unavailable`'],
  'no-state': [{ type: 'no-state' }, 'the API gives no state for the scan'],
  'scan-gone': [
    { type: 'scan-gone', absent: { type: 'no-scans' } },
    'the API reports `no_scans`, although the scan was there before',
  ],
  'unreadable-product-id': [
    { type: 'unreadable-product-id', name: 'Board\n::error::' },
    'the product named "Board ::error::" has no readable ID',
  ],
  'fresh-token-refused': [
    { type: 'fresh-token-refused', message: 'not yet valid' },
    'the API refused a token issued moments before (HTTP 401: not yet valid)',
  ],
  'findings-not-found': [
    { type: 'findings-not-found', absent: { type: 'not-found', message: 'no image' } },
    'the findings were not found (the API answered HTTP 404: no image)',
  ],
  'findings-changed': [
    { type: 'findings-changed', from: 3, to: 4 },
    'the list of findings changed while it was read, from 3 to 4',
  ],
  'finding-listed-twice': [
    { type: 'finding-listed-twice' },
    'the list of findings has the same finding twice',
  ],
  'findings-missing': [
    { type: 'findings-missing', total: 4, read: 3 },
    'the list of findings should have 4, but 3 were read',
  ],
  'findings-not-listed': [
    { type: 'findings-not-listed', listed: 0, counted: 4 },
    'the list is empty, but the image reports 4 findings',
  ],
  'kev-not-listed': [
    { type: 'kev-not-listed', listed: 1, counted: 2 },
    'the list has 1 finding in CISA KEV, but the image reports 2',
  ],
  'baseline-unfinished': [
    { type: 'baseline-unfinished', state: 'run\nning' },
    'the scan of `baseline-image` is run ning',
  ],
  'no-access-token': [{ type: 'no-access-token', status: 200 }, 'HTTP 200 without an access token'],
  'no-id-token': [{ type: 'no-id-token', status: 200 }, 'HTTP 200 without an ID token'],
  storage: [
    atStorage({ type: 'storage-status', status: 403, code: 'AccessDenied' }),
    'the storage s3.test: HTTP 403: AccessDenied',
  ],
};

/** Further forms of some of them. */
const MORE_FAILURES: readonly (readonly [FailureCause, string])[] = [
  [
    { type: 'network', code: 'ENOTFOUND', message: 'x' },
    'the host name could not be resolved, ENOTFOUND',
  ],
  [
    { type: 'network', code: 'EAI_AGAIN', message: 'x' },
    'the host name cannot be resolved right now, EAI_AGAIN',
  ],
  [
    { type: 'network', code: 'ECONNREFUSED', message: 'x' },
    'the connection was refused, ECONNREFUSED',
  ],
  [{ type: 'network', code: 'ECONNRESET', message: 'x' }, 'the connection was reset, ECONNRESET'],
  [{ type: 'network', code: 'ETIMEDOUT', message: 'x' }, 'the connection timed out, ETIMEDOUT'],
  [{ type: 'network', code: undefined, message: 'Parse Error' }, 'Parse Error'],
  [{ type: 'http-status', status: 500, message: 'internal' }, 'HTTP 500: internal'],
  [{ type: 'not-json', status: 204, body: 'empty' }, 'HTTP 204 with an empty body'],
  [{ type: 'not-json', status: 200, body: 'broken-off' }, 'HTTP 200 with JSON that breaks off'],
  [
    { type: 'not-json', status: 200, body: 'other' },
    'HTTP 200 with a body that is not JSON: is `api-url` right?',
  ],
  [{ type: 'unexpected-answer', expected: 'scan' }, 'the response is not a scan'],
  [{ type: 'unexpected-answer', expected: 'products' }, 'the response is not a list of products'],
  [{ type: 'unexpected-answer', expected: 'image' }, 'the response is not an image'],
  [
    { type: 'unexpected-answer', expected: 'upload-address' },
    'the response is not an upload address',
  ],
  [
    atStorage({ type: 'storage-status', status: 503, code: undefined }),
    'the storage s3.test: HTTP 503',
  ],
  [
    atStorage({ type: 'stalled', forMs: 60_000 }),
    'the storage s3.test: it accepted no data for 1 min',
  ],
  [
    atStorage({ type: 'unanswered', forMs: 60_000 }),
    'the storage s3.test: it accepted all of the file, and then did not answer for 1 min',
  ],
  [
    atStorage({ type: 'early-answer', status: 200 }),
    'the storage s3.test: HTTP 200 before the whole file was sent',
  ],
  [
    atStorage({ type: 'md5-differs' }),
    'the storage s3.test: the MD5 of its copy differs from that of the file',
  ],
  [
    atStorage({ type: 'no-tls' }),
    'the storage s3.test: the server does not speak TLS: is the upload address right?',
  ],
];

describe('describeCause', () => {
  it.each([...Object.values(FAILURES), ...MORE_FAILURES])(
    'says %j in plain words',
    (cause, text) => {
      expect(describeCause(cause, 'api')).toBe(text);
    },
  );

  it.each<FailureCause>([{ type: 'no-tls' }, { type: 'not-json', status: 200, body: 'web-page' }])(
    'names the input that holds the address: %j',
    (cause) => {
      expect(describeCause(cause, 'token')).toMatch(/: is `token-url` right\?$/);
      expect(describeCause(cause, 'id-token')).toMatch(
        /: is `ACTIONS_ID_TOKEN_REQUEST_URL` right\?$/,
      );
    },
  );
});

describe('describeFailure', () => {
  it('says nothing about the endpoint if it is the API', () => {
    expect(describeFailure(failed())).toBe('HTTP 502');
  });

  it('says that a token is missing if it is the token endpoint', () => {
    expect(describeFailure(failed(undefined, { endpoint: 'token' }))).toBe(
      'no token from `token-url`: HTTP 502',
    );
  });

  it('says that an ID token is missing if it is GitHub', () => {
    expect(describeFailure(failed(undefined, { endpoint: 'id-token' }))).toBe(
      'no ID token from GitHub: HTTP 502',
    );
  });
});

const ABSENCES: { readonly [T in AbsentCause['type']]: readonly [AbsentCause, string] } = {
  'empty-list': [{ type: 'empty-list' }, 'the list of scans is empty'],
  'no-scans': [{ type: 'no-scans' }, 'the API reports `no_scans`'],
  'all-too-old': [
    {
      type: 'all-too-old',
      createdAfter: '2026-01-26T16:00:00+01:00',
      newest: '2026-01-26T14:59:59Z',
    },
    'the newest scan in the list is from 2026-01-26T14:59:59Z, ' +
      'and `created-after` is 2026-01-26T16:00:00+01:00',
  ],
  'not-found': [
    { type: 'not-found', message: 'image not found' },
    'the API answered HTTP 404: image not found',
  ],
};

describe('describeAbsence', () => {
  it.each(Object.values(ABSENCES))('says %j in plain words', (cause, text) => {
    expect(describeAbsence(cause)).toBe(text);
  });
});

describe('inputOf', () => {
  it('is the input with the address of the endpoint', () => {
    expect([inputOf('api'), inputOf('token')]).toEqual(['`api-url`', '`token-url`']);
  });
});
