import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNonce } from '../../src/handover/nonce.ts';
import {
  commitOf,
  type DeferredWait,
  isCarriable,
  LONGEST_TARGET_URL,
  MOST_IMAGES,
  readTargetUrl,
  toTargetUrl,
} from '../../src/model/deferred-wait.ts';

const SHA = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';
const PAGE = 'https://github.com/acme/firmware/actions/runs/12345678901/attempts/1';

const characters = [...'ABZabz019._:~/-'];
const id = fc
  .string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 26 })
  .filter((text) => text !== '.' && text !== '..');
/** One without a baseline fits ten times, and one with a baseline as often if its IDs are short. */
const image = fc.oneof(
  fc.record({ imageId: id, scanId: id }),
  fc
    .record({ imageId: id, scanId: id, baselineImageId: id })
    .filter(({ imageId, baselineImageId }) => imageId !== baselineImageId),
);
const wait: fc.Arbitrary<DeferredWait> = fc
  .record({
    runId: fc.stringMatching(/^\d{1,12}$/),
    attempt: fc.stringMatching(/^\d{1,3}$/),
    productId: id,
    images: fc.uniqueArray(image, {
      minLength: 1,
      maxLength: MOST_IMAGES,
      selector: ({ imageId }) => imageId,
    }),
    isHandedOver: fc.boolean(),
    policy: fc.option(
      fc.record({
        threshold: fc.constantFrom('any', 'low', 'medium', 'high', 'critical', 'none'),
        failOnKev: fc.boolean(),
        statuses: fc
          .subarray(['new', 'inProgress', 'rejected', 'remediated'] as const, { minLength: 1 })
          .map((statuses) => [...statuses]),
        onFindings: fc.constantFrom('fail', 'warn'),
        onIncomplete: fc.constantFrom('fail', 'warn'),
      }),
      { nil: undefined },
    ),
    leftMs: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
    nonce: fc.stringMatching(/^[a-z0-9]{8,40}$/),
    commit: fc.constant(commitOf(SHA)),
  })
  .map((record) => record as DeferredWait);

const ULID = '01JZ30CYZY52F5BPR3AAJ2DP90';

const sample: DeferredWait = {
  runId: '12345678901',
  attempt: '1',
  productId: '01JZ30CYZY52F5BPR3AAJ2DP80',
  images: [
    {
      imageId: '01JZ30CYZY52F5BPR3AAJ2DP81',
      scanId: '01JZ30CYZY52F5BPR3AAJ2DP89',
      baselineImageId: '01JZ30CYZY52F5BPR3AAJ2DP82',
    },
  ],
  isHandedOver: true,
  policy: {
    threshold: 'high',
    failOnKev: true,
    statuses: ['new', 'inProgress'],
    onFindings: 'fail',
    onIncomplete: 'fail',
  },
  leftMs: 86_400_000,
  nonce: 'k3v9q0z1x2c4',
  commit: 'c0ffee00c0ff',
};

describe('a wait in an address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(wait, (value) => {
        expect(readTargetUrl(toTargetUrl(PAGE, value), SHA)).toEqual(value);
      }),
    );
  });

  it('is plain text that a browser leaves as it is', () => {
    fc.assert(
      fc.property(wait, (value) => {
        const url = toTargetUrl(PAGE, value);
        expect(new URL(url).href).toBe(url);
      }),
    );
  });

  it('keeps its form, because an older version may have written what a newer one reads', () => {
    expect(toTargetUrl(PAGE, sample)).toBe(
      `${PAGE}?binarly=2*12345678901.1*01JZ30CYZY52F5BPR3AAJ2DP80*h*1uo0*k3v9q0z1x2c4` +
        '*c0ffee00c0ff*high,k,ni,f' +
        '*01JZ30CYZY52F5BPR3AAJ2DP81,01JZ30CYZY52F5BPR3AAJ2DP89,01JZ30CYZY52F5BPR3AAJ2DP82',
    );
  });

  it('fits with ten images and a policy, and with eight images and a baseline for each', () => {
    const images = Array.from({ length: MOST_IMAGES }, (_, index) => ({
      imageId: `01JZ30CYZY52F5BPR3AAJ2DP${index + 10}`,
      scanId: `01JZ30CYZY52F5BPR3AAJ2DQ${index + 10}`,
    }));
    expect(toTargetUrl(PAGE, { ...sample, images }).length).toBeLessThan(LONGEST_TARGET_URL - 150);
    const compared = images.slice(0, 8).map((it) => ({ ...it, baselineImageId: 'x'.repeat(26) }));
    const { length } = toTargetUrl(PAGE, { ...sample, images: compared });
    expect(length).toBeLessThan(LONGEST_TARGET_URL - 125);
  });

  it('may lack the product and the scans until it is handed over', () => {
    const images = [{ imageId: 'image', scanId: undefined }];
    const waiting = { ...sample, productId: undefined, images, isHandedOver: false };
    expect(readTargetUrl(toTargetUrl(PAGE, waiting), SHA)).toEqual(waiting);
    for (const incomplete of [
      { ...waiting, isHandedOver: true },
      { ...sample, images },
    ])
      expect(readTargetUrl(toTargetUrl(PAGE, incomplete), SHA)).toBeUndefined();
  });
});

describe('newNonce', () => {
  it('gives each wait a different one, which its address can carry', () => {
    const nonces = Array.from({ length: 100 }, newNonce);
    expect(new Set(nonces).size).toBe(100);
    for (const nonce of nonces)
      expect(readTargetUrl(toTargetUrl(PAGE, { ...sample, nonce }), SHA)?.nonce).toBe(nonce);
  });
});

describe('a doctored address', () => {
  const good = toTargetUrl(PAGE, sample);
  const [fields = ''] = good.split('binarly=').slice(1);

  /** The address with one of its nine fields replaced. */
  function doctored(index: number, text: string): string {
    return `${PAGE}?binarly=${fields.split('*').with(index, text).join('*')}`;
  }

  it.each([
    ['version 1, which named no commit', 0, '1'],
    ['a later version', 0, '3'],
    ['a run that is no number', 1, 'x.1'],
    ['a run without an attempt', 1, '1'],
    ['a path as the product', 2, '..'],
    ['a line break in the product', 2, 'a%0Ab'],
    ['markup in the product', 2, '<b>'],
    ['no product', 2, ''],
    ['another mark', 3, 'x'],
    ['a duration that is no number', 4, '-1'],
    ['a duration without end', 4, '999999999'],
    ['no nonce', 5, ''],
    ['no commit', 6, ''],
    ['another commit', 6, 'c0ffee00c0fe'],
    ['a part of the commit', 6, 'c0ffee00c0f'],
    ['the whole commit', 6, SHA],
    ['an unknown threshold', 7, 'higher,k,n,f'],
    ['another letter for the KEV catalog', 7, 'high,x,n,f'],
    ['an unknown status', 7, 'high,k,nx,f'],
    ['a status named twice', 7, 'high,k,nn,f'],
    ['no status', 7, 'high,k,,f'],
    ['another word for what findings do', 7, 'high,k,n,g'],
    ['a policy that is cut', 7, 'high,k,n'],
    ['a policy with an extra field', 7, 'high,k,n,f,'],
    ['only a threshold', 7, 'high'],
    ['a baseline that is no ID', 8, 'image,scan,$x'],
    ['a baseline that is empty', 8, 'image,scan,'],
    ['a baseline that is the image itself', 8, `${ULID},scan,${ULID.toLowerCase()}`],
    ['no image', 8, ''],
    ['an image without a scan', 8, 'image,'],
    ['an image without its comma', 8, 'image'],
    ['an image with two baselines', 8, 'image,scan,baseline,baseline'],
    ['an image twice', 8, 'image,scan!image,scan'],
    ['an image with a quotation mark', 8, 'im"age,scan'],
    ['a scan that is no ID', 8, 'image,sc`an'],
    ['an ID of 201 characters', 8, `${'a'.repeat(201)},scan`],
    ['eleven images', 8, Array.from({ length: 11 }, (_, index) => `${index},s`).join('!')],
  ])('is not read: %s', (_, index, text) => {
    expect(readTargetUrl(good, SHA)).toEqual(sample);
    expect(readTargetUrl(doctored(index, text), SHA)).toBeUndefined();
  });

  it('is not read if it is too long, no address, or has no such parameter', () => {
    for (const url of [
      '',
      'x',
      PAGE,
      `${PAGE}?binarly=`,
      `${good}*`,
      `${good}&${'x'.repeat(1000)}`,
    ])
      expect(readTargetUrl(url, SHA)).toBeUndefined();
  });

  it('is no wait on another commit, where someone has copied it', () => {
    expect(readTargetUrl(good, SHA.replace('c', 'd'))).toBeUndefined();
  });

  it('never throws and never gives an ID that is not one', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.oneof(fc.constantFrom('*', '!', ',', '%', '+', '..', 'h', ''), fc.string()))
        .map((parts) => `${PAGE}?binarly=${parts.join('')}`),
      fc.tuple(fc.nat(8), fc.string()).map(([index, text]) => doctored(index, text)),
    );
    fc.assert(
      fc.property(noise, (url) => {
        const read = readTargetUrl(url, SHA);
        const ids = [read?.productId].concat(
          read?.images.flatMap((it) => [it.imageId, it.scanId, it.baselineImageId]),
        );
        for (const text of ids) expect(text === undefined || isCarriable(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
