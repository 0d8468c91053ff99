/** The built upload action and what happens to each of its requests: every row of the contract. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiError, type Fault, jsonAnswer } from '../../emulator/faults.ts';
import type { FaultScript, ImageScript } from '../../emulator/script.ts';
import { type StorageFault, xmlError } from '../../emulator/storage.ts';
import { IDS } from './step.ts';
import { expectWhole, type GivenUpload, LARGE, MAY_EXIST, takeUpload } from './upload-step.ts';

const MIB = 1024 * 1024;
const large = { 'firmware.bin': Buffer.alloc(LARGE, 'firmware of a board ') };
const RESET: Fault = { kind: 'reset' };

const status = (code: number, body = ''): Fault => ({ kind: 'answer', status: code, body });
const early = (code: number): StorageFault => {
  return { kind: 'early', afterBytes: MIB, answer: { status: code, body: '' } };
};
const earlyEnd = (code: number): StorageFault => {
  return { kind: 'early-close', afterBytes: MIB, answer: status(code) };
};

/** The fault for the first request to the storage. */
function atStorage(fault: StorageFault, to = 1): GivenUpload['uploads'] {
  return { storage: [{ fault, to }] };
}

function atApi(fault: Fault, which: Partial<FaultScript> = { toRequest: 1 }): GivenUpload {
  return { script: { faults: [{ fault, ...which }] } };
}

describe.concurrent('at the storage, a new try with a new address follows', () => {
  it.each<[string, StorageFault]>([
    ['an upload that breaks off', { kind: 'cut-body', afterBytes: MIB }],
    ['a reset', RESET],
    ['a storage that takes nothing for a minute', { kind: 'stall-body', afterBytes: MIB }],
    ['a storage that never answers', { kind: 'silent' }],
    ['HTTP 408', status(408)],
    ['HTTP 429', status(429)],
    ['HTTP 500', status(500)],
    ['HTTP 503, while the file is still sent', early(503)],
    ['HTTP 503 and the end, while the file is still sent', earlyEnd(503)],
    ['a success and the end, while the file is still sent', earlyEnd(200)],
    ['HTTP 400, which may be an address that expired', xmlError(400, 'ExpiredToken')],
    ['HTTP 403, which may be an address that expired', xmlError(403, 'AccessDenied')],
    ['the MD5 of something else', { kind: 'garble' }],
  ])(
    '%s',
    async (_, fault) => {
      const result = await takeUpload({ files: large, uploads: atStorage(fault) ?? {} });
      expectWhole(result);
      expect(result.outputs['status']).toBe('uploaded');
      expect([result.sent.length, result.finishes, result.made.length]).toEqual([2, 1, 1]);
      expect(result.stdout).toMatch(
        /Try 1 for firmware\.bin failed: the storage 127\.0\.0\.1:\d+: /,
      );
      expect(result.stdout).toContain('Working again after 1 failed try.');
    },
    120_000,
  );
});

describe.concurrent('at the storage, the step ends at once', () => {
  it.each([
    [301, 'redirects'],
    [404, 'HTTP 404: NoSuchBucket'],
    [411, 'HTTP 411'],
    [413, 'too large'],
  ])('HTTP %i', async (code, words) => {
    const uploads = atStorage(xmlError(code, 'NoSuchBucket')) ?? {};
    const result = await takeUpload({ uploads });
    expectWhole(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain(words);
    expect(result.sent).toHaveLength(1);
  });

  it('HTTP 413, while the file is still sent', async () => {
    const result = await takeUpload({
      files: large,
      uploads: atStorage(early(413)) ?? {},
    });
    expectWhole(result);
    expect(result.outputs['reason']).toContain('HTTP 413');
    expect(result.sent).toHaveLength(1);
  });

  it('HTTP 403 twice in a row', async () => {
    const fault = xmlError(403, 'SignatureDoesNotMatch');
    const result = await takeUpload({ uploads: atStorage(fault, 2) ?? {} });
    expectWhole(result);
    expect(result.outputs['reason']).toContain('HTTP 403: SignatureDoesNotMatch');
    expect([result.outputs['status'], result.sent.length]).toEqual(['error', 2]);
  });

  it('a file that grows while it is read', async () => {
    let path = '';
    const meanwhile = () => appendFileSync(path, 'more');
    const fault = { kind: 'pause', afterBytes: MIB, forMs: 500, meanwhile } as const;
    const result = await takeUpload({
      files: large,
      uploads: atStorage(fault) ?? {},
      before(_, workspace) {
        path = join(workspace, 'firmware.bin');
        return {};
      },
    });
    expectWhole(result);
    expect(result.outputs['reason']).toContain('the file changed while it was uploaded');
    expect([result.outputs['status'], result.sent.length, result.finishes]).toEqual([
      'error',
      1,
      0,
    ]);
  });

  it.each([
    ['an address that is not https', (path: string) => `http://storage.test${path}`],
    ['an address with a user', (path: string, host: string) => host.replace('//', '//u:p@') + path],
    ['text that is no address', () => 'https://'],
  ])('%s', async (_, uploadUrl) => {
    const result = await takeUpload({ uploads: { uploadUrl } });
    expectWhole(result);
    expect(result.outputs['reason']).toContain('an upload address that is not https');
    expect(result.sent).toEqual([]);
  });
});

describe.concurrent('a storage that stays down', () => {
  it('is one outage, although the API answers in between', async () => {
    const uploads = { storage: [{ fault: status(503) }] };
    const result = await takeUpload({ uploads, inputs: { 'max-outage': '8s' } });
    expectWhole(result);
    expect(result.outputs['status']).toBe('unavailable');
    expect(result.outputs['reason']).toContain('HTTP 503');
    expect(result.sent).toHaveLength(3);
  });

  it('is timed-out at the deadline, 10 s after which what is in flight is aborted', async () => {
    const beganMs = performance.now();
    const uploads = atStorage({ kind: 'stall-body', afterBytes: MIB }) ?? {};
    const result = await takeUpload({ files: large, uploads, inputs: { timeout: '2s' } });
    expectWhole(result);
    expect(result.outputs['status']).toBe('timed-out');
    expect(performance.now() - beganMs).toBeGreaterThan(11_500);
    expect(result.sent).toHaveLength(1);
  });

  it('keeps what is known of the files before', async () => {
    const files = { 'a.bin': 'a', 'b.bin': 'b', 'c.bin': 'c' };
    const storage = [{ from: 2, fault: status(404) }];
    const result = await takeUpload({ files, uploads: { storage } });
    expectWhole(result);
    expect(result.made).toHaveLength(1);
    expect(result.outputs['images']).toBe(result.made[0]?.imageId);
    const uploads = JSON.parse(result.outputs['uploads'] ?? '') as { imageId: string }[];
    expect(uploads.map(({ imageId }) => imageId !== '')).toEqual([true, false, false]);
    expect(result.outputs['reason']).toMatch(/^File b\.bin: /);
  });
});

describe.concurrent('at the API', () => {
  const lacks = apiError(403, 'forbidden', {
    permission: 'images.create',
    resourceName: 'products/P',
  });

  it.each<[string, GivenUpload]>([
    ['no address at first', atApi(status(502))],
    ['an address that is not readable at first', atApi(jsonAnswer(200, { id: 'x' }))],
    ['no list at first', atApi(status(500), { only: 'images', toRequest: 1 })],
    ['a list that may not be read', atApi(lacks, { only: 'images' })],
    [
      'a list of many pages',
      atApi(jsonAnswer(200, { images: [], nextPageToken: 'x' }), { only: 'images' }),
    ],
  ])('%s does not end the upload', async (_, given) => {
    const result = await takeUpload(given);
    expectWhole(result);
    expect(result.outputs['status']).toBe('uploaded');
    expect([result.sent.length, result.finishes]).toEqual([1, 1]);
  });

  it.each<[string, Fault, string]>([
    ['a missing permission', lacks, 'lacks the permission images.create on products/P'],
    ['HTTP 400', apiError(400, 'bad'), 'check product, name and version'],
    ['HTTP 404', apiError(404, 'no such product'), 'HTTP 404: no such product'],
    ['HTTP 401', apiError(401, 'expired'), 'refused token'],
  ])('%s ends it at once', async (_, fault, words) => {
    const result = await takeUpload(atApi(fault));
    expectWhole(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain(words);
    expect(result.sent).toEqual([]);
  });
});

/** An image of the same name and version. */
function twin(more: Partial<ImageScript>): ImageScript {
  return {
    productId: IDS.product,
    imageId: '01JZ0000000000000000000TW1',
    name: 'firmware.bin',
    version: 'v1',
    scans: [],
    ...more,
  };
}

describe.concurrent('a request for the image that may have worked', () => {
  it.each<[string, Fault]>([
    ['reset', RESET],
    ['cut', { kind: 'cut', status: 201 }],
    ['HTTP 500', status(500)],
    ['HTTP 504', status(504, '<html>')],
    ['a 201 that is no image', jsonAnswer(201, { done: true })],
    ['an empty 200', status(200)],
  ])('is not repeated if its image is found: %s', async (_, answer) => {
    const result = await takeUpload({ uploads: { finishing: [{ answer }] } });
    expectWhole(result);
    expect(result.outputs['status']).toBe('uploaded');
    expect([result.finishes, result.made.length]).toEqual([1, 1]);
    expect(result.outputs['scan-id']).toBe(result.made[0]?.scans[0]?.id);
    expect(result.stdout).toContain(
      `Found image ${result.made[0]?.imageId}: the request had created it after all.`,
    );
  });

  it('is looked for three times', async () => {
    const finishing = [{ answer: RESET, listedAfterMs: 7_000 }];
    const result = await takeUpload({ uploads: { finishing } });
    expectWhole(result);
    expect([result.outputs['status'], result.finishes, result.made.length]).toEqual([
      'uploaded',
      1,
      1,
    ]);
  });

  it('is repeated with the same file if there is no image', async () => {
    const finishing = [{ answer: RESET, isUnmade: true, to: 1 } as const];
    const result = await takeUpload({ uploads: { finishing } });
    expectWhole(result);
    expect([result.outputs['status'], result.finishes, result.made.length]).toEqual([
      'uploaded',
      2,
      1,
    ]);
    expect(result.sent).toHaveLength(1);
    const finishes = result.requests.filter((request) => request.includes('images:upload'));
    expect(new Set(finishes).size).toBe(1);
    // One before the request, and three looks for its image.
    expect(result.requests.filter((request) => request.endsWith('/images'))).toHaveLength(4);
  });

  it('is never repeated before a list without its image was read', async () => {
    const finishing = [{ answer: RESET, listedAfterMs: 2_000 }];
    const lists = { fault: status(500), only: 'images', fromRequest: 2, toRequest: 4 } as const;
    const result = await takeUpload({ uploads: { finishing }, script: { faults: [lists] } });
    expectWhole(result);
    expect([result.outputs['status'], result.finishes, result.made.length]).toEqual([
      'uploaded',
      1,
      1,
    ]);
  }, 90_000);

  it('does not take the image of an earlier run for its own', async () => {
    const images = [twin({}), twin({ imageId: '01JZ0000000000000000000TW2', appearsMs: 400 })];
    const finishing = [{ answer: RESET, listedAfterMs: 2_000 }];
    const result = await takeUpload({ uploads: { finishing }, script: { images } });
    expectWhole(result);
    expect(result.outputs['images']).toBe(result.made[0]?.imageId);
    expect(result.finishes).toBe(1);
  });

  it('is an error if several images could be its own', async () => {
    const finishing = [{ answer: RESET, isDoubled: true } as const];
    const result = await takeUpload({ uploads: { finishing } });
    expectWhole(result);
    expect([result.outputs['status'], result.finishes, result.made.length]).toEqual([
      'error',
      1,
      2,
    ]);
    for (const { imageId } of result.made) expect(result.outputs['reason']).toContain(imageId);
  });

  it.each([
    ['409', true],
    ['400', false],
  ])(
    'is found if its repetition is answered %s',
    async (_, hasUniqueNames) => {
      const finishing = [{ answer: RESET, listedAfterMs: 11_000, to: 1 }];
      const result = await takeUpload({ uploads: { finishing, hasUniqueNames } });
      expectWhole(result);
      expect([result.outputs['status'], result.finishes, result.made.length]).toEqual([
        'uploaded',
        2,
        1,
      ]);
    },
    90_000,
  );

  it('is an error that says so if its repetition is refused and there is no image', async () => {
    const finishing = [{ answer: RESET, listedAfterMs: 600_000, to: 1 }];
    const result = await takeUpload({ uploads: { finishing } });
    expectWhole(result);
    expect([result.outputs['status'], result.finishes]).toEqual(['error', 2]);
    expect(result.outputs['reason']).toMatch(MAY_EXIST);
  }, 90_000);

  it('is an error that says so if the list may not be read', async () => {
    const finishing = [{ answer: RESET }];
    const faults = [{ fault: apiError(403, 'forbidden'), only: 'images' } as const];
    const result = await takeUpload({ uploads: { finishing }, script: { faults } });
    expectWhole(result);
    expect([result.outputs['status'], result.finishes]).toEqual(['error', 1]);
    expect(result.outputs['reason']).toMatch(MAY_EXIST);
  });

  it('is timed-out and says so at the deadline', async () => {
    const finishing = [{ answer: { kind: 'silent' } as const, listedAfterMs: 600_000 }];
    const result = await takeUpload({ uploads: { finishing }, inputs: { timeout: '3s' } });
    expectWhole(result);
    expect(result.outputs['status']).toBe('timed-out');
    expect(result.outputs['reason']).toMatch(MAY_EXIST);
  });
});

describe.concurrent('an image that exists already', () => {
  it('is an error that names it, if no earlier try may have made it', async () => {
    const images = [twin({})];
    const result = await takeUpload({ uploads: { hasUniqueNames: true }, script: { images } });
    expectWhole(result);
    expect([result.outputs['status'], result.finishes]).toEqual(['error', 1]);
    expect(result.outputs['reason']).toContain(
      `already has an image with this name and version, ${images[0]?.imageId}; set version`,
    );
    expect(result.outputs['reason']).not.toMatch(MAY_EXIST);
  });

  it('is no obstacle if the platform takes several of one name and version', async () => {
    const result = await takeUpload({ script: { images: [twin({})] } });
    expectWhole(result);
    expect(result.outputs['status']).toBe('uploaded');
  });
});
