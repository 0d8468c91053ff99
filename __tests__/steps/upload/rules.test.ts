/** The pure rules of an upload: the table of the storage, and that of the request for the image. */
import { describe, expect, it } from 'vitest';
import type { PutResult } from '../../../src/http/put-file.ts';
import type { ApiResult } from '../../../src/model/api-result.ts';
import type { FailureCause } from '../../../src/model/failure-cause.ts';
import type { ListedImage } from '../../../src/model/upload.ts';
import { refusedAbsence } from '../../../src/steps/upload/attempt.ts';
import { type Meaning, meaningOf } from '../../../src/steps/upload/finishing.ts';
import { identify, sameImageIn } from '../../../src/steps/upload/identify.ts';
import { isDenied, readStorageResult } from '../../../src/steps/upload/storage.ts';
import { endOf } from '../../../src/steps/upload/upload-file.ts';
import { secretsOf, storageUrl } from '../../../src/steps/upload/upload-url.ts';
import { absent, failed, instant, outage, refused } from '../../support/builders.ts';
import { DIGESTS, putReply } from '../../support/upload-platform.ts';

const XML = '<?xml?><Error><Code>ExpiredToken</Code><Message>x</Message></Error>';

describe('what the storage answers', () => {
  it.each<[string, PutResult, string, object]>([
    ['200', putReply(200), 'found', { value: DIGESTS }],
    ['201 with the right MD5', putReply(201, { storedMd5: DIGESTS.md5 }), 'found', {}],
    ['another MD5', putReply(200, { storedMd5: 'x' }), 'failed', problem({ type: 'md5-differs' })],
    [
      'an early success',
      putReply(200, { digests: undefined }),
      'failed',
      problem({ type: 'early-answer', status: 200 }),
    ],
    ['408', putReply(408), 'failed', problem({ type: 'storage-status', status: 408 })],
    ['429', putReply(429, { retryAfterMs: 5 }), 'failed', { retryAfterMs: 5 }],
    ['500', putReply(500), 'failed', problem({ type: 'storage-status', status: 500 })],
    [
      '400 the first time',
      putReply(400, { text: XML }),
      'failed',
      problem({ type: 'storage-status', status: 400, code: 'ExpiredToken' }),
    ],
    ['403 the first time', putReply(403), 'failed', {}],
    ['407', putReply(407), 'refused', { cause: { type: 'proxy-auth' } }],
    ['413', putReply(413), 'refused', { cause: { type: 'storage-refused', status: 413 } }],
    ['301', putReply(301), 'refused', { cause: { type: 'storage-refused', status: 301 } }],
    ['a change of the file', { kind: 'file-changed' }, 'refused', {}],
    ['a broken disk', { kind: 'file-unreadable', message: 'EIO' }, 'refused', {}],
    [
      'a stall',
      { kind: 'no-reply', problem: { type: 'stalled', forMs: 1 } },
      'failed',
      problem({ type: 'stalled', forMs: 1 }),
    ],
    [
      'a certificate',
      { kind: 'no-reply', problem: { type: 'certificate', code: 'X' } },
      'refused',
      { cause: { type: 'storage-certificate', host: 's3.test', code: 'X' } },
    ],
    [
      "a proxy's 407",
      { kind: 'no-reply', problem: { type: 'proxy-auth' } },
      'refused',
      { cause: { type: 'proxy-auth' } },
    ],
    ['an interruption', { kind: 'no-reply', problem: { type: 'interrupted' } }, 'interrupted', {}],
  ])('%s', (_, answer, kind, more) => {
    expect(readStorageResult(answer, 's3.test', false)).toMatchObject({ kind, ...more });
  });

  function problem(it: object) {
    return { cause: { type: 'storage', host: 's3.test', problem: it }, endpoint: 'storage' };
  }

  it.each([400, 403])('HTTP %i twice in a row is a refusal', (status) => {
    const answer = putReply(status, { text: XML });
    expect(isDenied(answer)).toBe(true);
    expect(readStorageResult(answer, 's3.test', true)).toMatchObject({
      kind: 'refused',
      cause: { type: 'storage-refused', status, code: 'ExpiredToken' },
    });
  });

  it('a code that is no word is not quoted', () => {
    const text = '<Code>::error::x</Code>';
    expect(readStorageResult(putReply(404, { text }), 'h', false)).toMatchObject({
      cause: { code: undefined },
    });
  });

  it('only a denial is one', () => {
    expect(isDenied(putReply(404))).toBe(false);
    expect(isDenied({ kind: 'file-changed' })).toBe(false);
  });
});

describe('what the answer to the request for an image means', () => {
  const http = (status: number) => failed({ type: 'http-status', status, message: undefined });
  const refusedWith = (status: number) =>
    refused({ type: 'http-status', status, error: undefined });

  it.each<[string, ApiResult<unknown>, Meaning, Meaning]>([
    ['an image', { kind: 'found', value: 1 }, 'created', 'created'],
    ['500', http(500), 'look', 'look'],
    ['504', http(504), 'look', 'look'],
    ['429', http(429), 'again', 'again'],
    ['a page of a firewall', http(403), 'again', 'again'],
    ['409', refusedWith(409), 'exists', 'look-once'],
    ['409 without a reason', http(409), 'exists', 'look-once'],
    ['400', refusedWith(400), 'refused', 'look-once'],
    ['404', absent({ type: 'not-found', message: 'x' }), 'refused', 'look-once'],
    ['403', refusedWith(403), 'refused', 'refused'],
    ['a certificate', refused({ type: 'certificate', code: 'X' }), 'refused', 'refused'],
    ['an interruption', { kind: 'interrupted' }, 'interrupted', 'interrupted'],
  ])('%s', (_, answer, first, later) => {
    expect([meaningOf(answer, false), meaningOf(answer, true)]).toEqual([first, later]);
  });

  it.each<[FailureCause, Meaning]>([
    [{ type: 'network', code: 'ECONNRESET', message: 'x' }, 'look'],
    [{ type: 'network', code: undefined, message: 'x' }, 'look'],
    [{ type: 'network', code: 'ECONNREFUSED', message: 'x' }, 'again'],
    [{ type: 'network', code: 'ENOTFOUND', message: 'x' }, 'again'],
    [{ type: 'too-slow', limitMs: 1 }, 'look'],
    [{ type: 'not-json', status: 200, body: 'empty' }, 'look'],
    [{ type: 'not-json', status: 404, body: 'web-page' }, 'again'],
    [{ type: 'unexpected-answer', expected: 'image' }, 'look'],
    [{ type: 'too-large', maxBytes: 1 }, 'look'],
    [{ type: 'not-utf8' }, 'look'],
    [{ type: 'tls-handshake', code: 'EPROTO' }, 'look'],
    [{ type: 'no-time' }, 'again'],
    [{ type: 'no-tls' }, 'again'],
    [{ type: 'proxy-status', status: 502 }, 'again'],
    [{ type: 'proxy-connection', message: 'x' }, 'again'],
    [{ type: 'fresh-token-refused', message: undefined }, 'again'],
  ])('%j', (cause, meaning) => {
    expect(meaningOf(failed(cause), false)).toBe(meaning);
  });

  it('without a token, nothing was sent', () => {
    expect(meaningOf(failed(undefined, { endpoint: 'token' }), false)).toBe('again');
  });
});

describe('which image is the upload', () => {
  const SENT = '2026-01-26T15:30:10Z';
  const wanted = { name: 'firmware.bin', version: 'v1', sentMs: instant(SENT).ms };
  function image(id: string, time: string | undefined, more: Partial<ListedImage> = {}) {
    const createTime = time === undefined ? undefined : instant(`2026-01-26T15:30:${time}Z`);
    const { name, version } = wanted;
    return { id, name, version, scanId: undefined, createTime, isArchived: false, ...more };
  }

  it.each<[string, ListedImage[], ListedImage[], object]>([
    ['no image', [], [], { kind: 'none' }],
    ['the new one', [image('old', '01')], [image('old', '01'), image('new', '11')], one('new')],
    ['one of the same second', [], [image('new', '08')], one('new')],
    ['none from before', [], [image('early', '07')], { kind: 'none' }],
    [
      'none that was listed before, whatever its time',
      [image('01jz2zw8h6jmage000000000aa', '11')],
      [image('01JZ2ZW8H6JMAGE000000000AA', '11')],
      { kind: 'none' },
    ],
    [
      'none of another name or version',
      [],
      [
        image('a', '11', { name: 'other' }),
        image('b', '11', { version: 'v2' }),
        image('c', '11', { name: undefined }),
      ],
      { kind: 'none' },
    ],
    [
      'one whose name has another form',
      [],
      [image('new', '11', { name: ' firmware.bin' })],
      one('new'),
    ],
    [
      'several',
      [],
      [image('a', '11'), image('b', '12')],
      { kind: 'several', images: [{ id: 'a' }, { id: 'b' }] },
    ],
    ['unknown without a time', [], [image('a', undefined)], { kind: 'no-time' }],
  ])('%s', (_, before, now, expected) => {
    expect(identify(wanted, before, now)).toMatchObject(expected);
  });

  function one(id: string) {
    return { kind: 'one', image: { id } };
  }

  it('is unknown if nobody knows the platform’s time', () => {
    expect(identify({ ...wanted, sentMs: undefined }, [], [image('a', '11')])).toEqual({
      kind: 'no-time',
    });
  });

  it('finds an image in the way by name and version', () => {
    expect(sameImageIn(wanted, [image('a', '01', { version: 'v2' }), image('b', '01')])?.id).toBe(
      'b',
    );
  });
});

describe('the address of the storage', () => {
  const API = 'https://tools.corp/binarly';
  it.each([
    ['https://s3.test/x?sig=1', 'https://s3.test/x?sig=1'],
    ['/storage/x?sig=1', 'https://tools.corp/storage/x?sig=1'],
    ['storage/x', 'https://tools.corp/binarly/storage/x'],
    ['http://127.0.0.1:9000/x', 'http://127.0.0.1:9000/x'],
    ['http://[::1]/x', 'http://[::1]/x'],
  ])('%s is %s', (address, url) => {
    expect(storageUrl(address, API)?.href).toBe(url);
  });

  it.each([
    'http://s3.test/x',
    'ftp://s3.test/x',
    'file:///etc/passwd',
    'https://',
    'https://user:secret@s3.test/x',
    'https://user@s3.test/x',
  ])('%s is refused', (address) => {
    expect(storageUrl(address, API)).toBeUndefined();
  });

  it('has secrets: its query, and every long value in it', () => {
    const long = `${'s'.repeat(40)}/+=`;
    const query = `expires=60&sig=${encodeURIComponent(long)}`;
    expect(secretsOf(new URL(`https://s3.test/x?${query}`))).toEqual([
      query,
      long,
      encodeURIComponent(long),
    ]);
    expect(secretsOf(new URL('https://s3.test/x'))).toEqual([]);
  });
});

describe('a 404', () => {
  it('is a refusal with what the API said', () => {
    const cause = refusedAbsence(absent({ type: 'not-found', message: 'no product' })).cause;
    expect(cause).toMatchObject({ status: 404, error: { message: 'no product' } });
  });

  it('names the product that is most likely mistyped', () => {
    const unknownProduct = { given: 'Bord', nearest: ['Board'] };
    const answer = absent({ type: 'not-found', message: 'x', unknownProduct });
    expect(refusedAbsence(answer).cause).toEqual({
      type: 'unknown-product',
      product: unknownProduct,
    });
  });

  it('of another kind says nothing', () => {
    expect(refusedAbsence(absent()).cause).toMatchObject({ status: 404, error: undefined });
  });
});

describe('the end of a file that was not uploaded', () => {
  const gaveUp = { kind: 'gave-up', forMs: 1, reachedApi: true } as const;
  it.each([
    [{ ...gaveUp, outage: outage(), ended: 'max-outage' } as const, { status: 'unavailable' }],
    [
      { ...gaveUp, outage: outage(), ended: 'time' } as const,
      { status: 'timed-out', failure: failed() },
    ],
    [
      { ...gaveUp, outage: outage(failed({ type: 'no-time' })), ended: 'time' } as const,
      { status: 'timed-out', failure: undefined },
    ],
    [{ kind: 'interrupted' } as const, { status: 'interrupted' }],
    [refused(), { status: 'error', refused: refused() }],
  ])('%j', (retried, expected) => {
    expect(endOf(retried, true)).toMatchObject({ ...expected, mayExist: true });
  });
});
