import { describe, expect, it } from 'vitest';
import { createApi } from '../../src/binarly/api.ts';
import {
  createImage,
  listedImages,
  readImages,
  readUploadAddress,
  readUploadedImage,
  uploadAddress,
} from '../../src/binarly/uploads.ts';
import { staticCredential } from '../../src/credentials/credential.ts';
import type { HttpRequest } from '../../src/http/messages.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { instant, limits, TOKEN } from '../support/builders.ts';
import { reply } from '../support/replies.ts';

const TIME = '2026-01-26T15:30:01Z';
const IMAGE = { id: 'i1', name: 'firmware.bin', version: 'v1', createTime: TIME };

describe('an address to upload to', () => {
  it('has the ID of a temporary file', () => {
    expect(readUploadAddress({ id: 't1', uploadUrl: 'https://s3.test/x?y' })).toEqual({
      kind: 'found',
      value: { tempFileId: 't1', url: 'https://s3.test/x?y' },
    });
  });

  it.each([null, {}, { id: 't1' }, { id: 't1', uploadUrl: '' }, { id: 'a b', uploadUrl: '/x' }])(
    'is unreadable: %j',
    (json) => {
      expect(readUploadAddress(json)).toMatchObject({
        kind: 'failed',
        cause: { type: 'unexpected-answer', expected: 'upload-address' },
      });
    },
  );
});

describe('the list of images', () => {
  it('has their names, versions, times and scans, as far as they are readable', () => {
    const latestScan = { id: 's1', createTime: TIME };
    const images = [
      { ...IMAGE, latestScan },
      { id: 'products/P/images/i2', createTime: 'now' },
    ];
    expect(readImages({ images })).toEqual({
      kind: 'found',
      value: [
        {
          id: 'i1',
          name: 'firmware.bin',
          version: 'v1',
          createTime: instant(TIME),
          scanId: 's1',
          isArchived: false,
        },
        {
          id: 'i2',
          name: undefined,
          version: undefined,
          createTime: undefined,
          scanId: undefined,
          isArchived: false,
        },
      ],
    });
  });

  it.each([
    [true, true],
    ['yes', true],
    [false, false],
    [null, false],
  ])(
    'says of an image whose `isArchived` is %j whether it is archived: %j',
    (given, isArchived) => {
      expect(readImages({ images: [{ ...IMAGE, isArchived: given }] })).toMatchObject({
        value: [{ id: 'i1', isArchived }],
      });
    },
  );

  it('may be empty, also as null', () => {
    expect(readImages({ images: [] })).toEqual({ kind: 'found', value: [] });
    expect(readImages({ images: null })).toEqual({ kind: 'found', value: [] });
  });

  it.each([null, {}, { images: [{ name: 'no ID' }] }, { images: [{ id: '..' }] }])(
    'is unreadable with an entry that could be the upload: %j',
    (json) => {
      expect(readImages(json)).toMatchObject({
        kind: 'failed',
        cause: { type: 'unexpected-answer', expected: 'images' },
      });
    },
  );

  it('is not read if it continues on another page', () => {
    expect(readImages({ images: [], nextPageToken: 'x' })).toMatchObject({
      kind: 'failed',
      cause: { type: 'paged-list' },
    });
  });
});

describe('an uploaded image', () => {
  const older = { id: 's0', createTime: '2026-01-25T00:00:00Z' };
  const newer = { id: 's2', createTime: TIME };
  it.each<[string, object, string | undefined]>([
    ['no scan', {}, undefined],
    ['the newest of its scans', { scans: [newer, older], latestScan: older }, 's2'],
    ['its latest scan, if it lists none', { scans: [], latestScan: older }, 's0'],
    ['its only scan, even without a time', { scans: [{ id: 's3' }] }, 's3'],
    ['no scan that is readable', { scans: [{ id: '..' }], latestScan: 'x' }, undefined],
  ])('has %s', (_, scans, scanId) => {
    expect(readUploadedImage({ ...IMAGE, ...scans })).toEqual({
      kind: 'found',
      value: { id: 'i1', scanId },
    });
  });

  it.each([null, {}, { id: 5 }])('is unreadable without an ID: %j', (json) => {
    expect(readUploadedImage(json)).toMatchObject({ kind: 'failed', reached: 'unclear' });
  });
});

describe('an upload', () => {
  const requests: HttpRequest[] = [];
  const ask = createApi({
    apiUrl: 'https://tools.corp/binarly',
    credential: staticCredential(TOKEN, systemClock),
    http(request) {
      requests.push(request);
      return Promise.resolve(reply(200, IMAGE));
    },
  });

  it('finishes an upload with a query and an empty form', async () => {
    const request = { tempFileId: 't1', name: 'a b&c', version: 'v1', filename: 'ü.bin' };
    expect(await ask(createImage(request)('p/1'), limits())).toMatchObject({ kind: 'found' });
    const [sent] = requests.splice(0);
    const { url = '', headers = {}, body = '' } = sent ?? {};
    expect(url).toBe(
      'https://tools.corp/binarly/api/v4/products/p%2F1/images:upload?tempFileId=t1' +
        '&imageName=a+b%26c&version=v1&filename=%C3%BC.bin&createScan=true',
    );
    const form = await new Response(body, { headers }).formData();
    expect([...form]).toEqual([]);
    expect(sent?.headers['authorization']).toBe(`Bearer ${TOKEN}`);
  });

  it('asks for an address and for the list', async () => {
    await ask(uploadAddress('p/1'), limits());
    await ask(listedImages('p/1'), limits());
    expect(requests.splice(0).map(({ url, body }) => [url.replace(/^.*v4/, ''), body])).toEqual([
      ['/products/p%2F1/tempFiles:generateUploadUrl', undefined],
      ['/products/p%2F1/images', undefined],
    ]);
  });
});
