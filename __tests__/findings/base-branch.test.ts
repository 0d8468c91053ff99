import { describe, expect, it } from 'vitest';
import { baseBranchBaselines } from '../../src/findings/base-branch.ts';
import type { ApiResult } from '../../src/model/api-result.ts';
import type { FoundBase } from '../../src/model/baseline.ts';
import { absent, failed, limits, refused } from '../support/builders.ts';
import { found } from '../support/findings.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { fakeProduct, type ProductImage, productImage } from '../support/listed-images.ts';

const [C2, C1] = ['2'.repeat(40), '1'.repeat(40)] as [string, string];
const MAIN = { kind: 'branch', name: 'main', commits: [C2, C1] } as const;

interface Given {
  readonly images: readonly ProductImage[];
  readonly base?: (times: number) => ApiResult<FoundBase>;
  readonly answers?: (question: string, times: number) => ApiResult<never> | undefined;
}

function open({ images, base = () => found(MAIN), answers }: Given) {
  const clock = createJumpingClock();
  const product = fakeProduct(images, answers);
  let bases = 0;
  const baselines = baseBranchBaselines(
    product.images,
    () => {
      bases += 1;
      return Promise.resolve(base(bases));
    },
    clock,
  );
  const find = (imageId = 'own') => baselines.find(imageId, limits());
  return { find, clock, asked: product.asked, bases: () => bases };
}

describe('the baseline of an image', () => {
  it('is the image of the newest commit whose newest scan has completed', async () => {
    const states = ['failed', 'cancelled', 'running', 'new', 'paused', '', undefined];
    const newer = states.map((state, index) => productImage(`n${index}`, { version: C2, state }));
    const old = productImage('old', { version: C1, state: 'done' });
    const { find, asked } = open({ images: [productImage('own'), old, ...newer] });
    expect(await find()).toEqual({
      kind: 'found',
      value: {
        kind: 'image',
        imageId: 'old',
        scannedMs: Date.parse('2026-01-26T16:00:00Z'),
        origin: { name: 'firmware.bin', sha: C1, back: 1, branch: 'main' },
      },
    });
    expect(asked.filter((question) => question.startsWith('scan'))).toHaveLength(8);
  });

  it('is none if none has completed, and at most 20 are asked about', async () => {
    const running = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        productImage(`i${index}`, { version: C1, state: 'running' }),
      );
    for (const [count, asked] of [
      [3, 3],
      [25, 20],
    ] as const) {
      const product = open({ images: [productImage('own'), ...running(count)] });
      expect(await product.find()).toMatchObject({
        value: { kind: 'none', why: { type: 'none-completed', asked, branch: 'main' } },
      });
      expect(product.asked).toHaveLength(1 + asked);
    }
  });

  it('is looked for once, and stays', async () => {
    const { find, asked, bases } = open({
      images: [productImage('own'), productImage('b', { version: C1 })],
    });
    const first = await find();
    expect(await find()).toEqual(first);
    expect([asked, bases()]).toEqual([['list', 'scan b'], 1]);
  });

  it('has the name of its own image, which is in its details if the list lacks it', async () => {
    const baseline = productImage('b', { version: C1 });
    for (const images of [[baseline], [baseline, productImage('own', { name: undefined })]]) {
      const { find, asked } = open({ images });
      expect(await find()).toMatchObject({ value: { imageId: 'b' } });
      expect(asked).toEqual(['list', 'details own', 'scan b']);
    }
  });

  it('is not known as long as its own image is not visible', async () => {
    const { find } = open({
      images: [productImage('b', { version: C1 })],
      answers: (question, times) =>
        question === 'details own' && times === 1 ? absent() : undefined,
    });
    expect((await find()).kind).toBe('absent');
    expect(await find()).toMatchObject({ value: { imageId: 'b' } });
  });

  it('is none without a base, and no image is asked about', async () => {
    const why = { type: 'first-commit', sha: C1 } as const;
    const { find, asked } = open({
      images: [productImage('own')],
      base: () => found({ kind: 'none', why }),
    });
    expect(await find()).toEqual(found({ kind: 'none', why }));
    expect(asked).toEqual([]);
  });
});

describe('several images', () => {
  it('have a baseline each, by their names; commits and images are asked for once', async () => {
    const images = ['bootloader', 'kernel'].flatMap((name) => [
      productImage(`${name}-now`, { name }),
      productImage(`${name}-before`, { name, version: C1 }),
    ]);
    const { find, asked, bases } = open({ images });
    const answers = await Promise.all([find('bootloader-now'), find('kernel-now')]);
    expect(answers).toMatchObject([
      { value: { imageId: 'bootloader-before', origin: { name: 'bootloader' } } },
      { value: { imageId: 'kernel-before', origin: { name: 'kernel' } } },
    ]);
    expect([asked, bases()]).toEqual([['list', 'scan bootloader-before', 'scan kernel-before'], 1]);
  });
});

describe('trouble', () => {
  const images = [productImage('own'), productImage('b', { version: C1 })];

  it.each([
    ['a failure', failed()],
    ['a refusal', refused()],
    ['an interruption', { kind: 'interrupted' }],
  ] as const)('is the answer wherever it comes from: %s', async (_, answer) => {
    expect(await open({ images, base: () => answer }).find()).toEqual(answer);
    for (const question of ['list', 'scan b'])
      expect(
        await open({ images, answers: (it) => (it === question ? answer : undefined) }).find(),
      ).toEqual(answer);
  });

  it('ends when what failed is asked for again', async () => {
    const { find, bases } = open({
      images,
      base: (times) => (times === 1 ? failed() : found(MAIN)),
    });
    expect((await find()).kind).toBe('failed');
    expect(await find()).toMatchObject({ value: { imageId: 'b' } });
    expect(bases()).toBe(2);
  });

  it('with GitHub leaves it alone for as long as it asks for that', async () => {
    const limited = failed(undefined, { retryAfterMs: 60_000 });
    const { find, clock, bases } = open({
      images,
      base: (times) => (times === 1 ? limited : found(MAIN)),
    });
    expect(await find()).toEqual(limited);
    clock.jump(20_000);
    expect(await find()).toEqual({ ...limited, retryAfterMs: 40_000 });
    expect(bases()).toBe(1);
    clock.jump(40_000);
    expect(await find()).toMatchObject({ value: { imageId: 'b' } });
  });

  it('with the state of a scan is not a scan that did not complete', async () => {
    const unsure = productImage('unsure', { version: C2, state: 'status_unavailable' });
    expect(await open({ images: [...images, unsure] }).find()).toMatchObject({
      kind: 'failed',
      cause: { type: 'status-unavailable' },
    });
  });
});
