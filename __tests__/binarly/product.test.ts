import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/binarly/answer.ts';
import type { BinarlyClient } from '../../src/binarly/client.ts';
import { imagesOf, type Product, readProducts } from '../../src/binarly/product.ts';
import type { Scan } from '../../src/binarly/scan.ts';

const LIMITS = { limitMs: () => 5_000, signal: new AbortController().signal };
const IMAGE = { productId: 'not used', imageId: 'i1' };
const SCAN: Answer<Scan> = {
  kind: 'found',
  value: { id: 's1', createTime: undefined, state: undefined },
  retryAfterMs: undefined,
};
const REFUSED = { kind: 'refusal', status: 400, detail: 'bad id', advice: 'do' } as const;
const GONE = { kind: 'absent', status: 404, detail: 'not found', retryAfterMs: undefined } as const;
const TROUBLE = {
  kind: 'trouble',
  detail: 'HTTP 502',
  contact: 'none',
  retryAfterMs: undefined,
} as const;

const found = (...products: readonly Product[]): Answer<readonly Product[]> => ({
  kind: 'found',
  value: products,
  retryAfterMs: undefined,
});

/** Images of the product given; each list of products answers one lookup, the last all further ones. */
function given(
  product: string,
  lists: readonly Answer<readonly Product[]>[],
  answer: Answer<Scan> = SCAN,
) {
  const left = [...lists];
  const asked: string[] = [];
  const client: BinarlyClient = {
    products: () => {
      asked.push('products');
      return Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? TROUBLE);
    },
    newestScan: ({ productId, imageId }) =>
      Promise.resolve(asked.push(`newest ${productId} ${imageId}`)).then(() => answer),
    scan: ({ productId, imageId }, scanId) =>
      Promise.resolve(asked.push(`scan ${productId} ${imageId} ${scanId}`)).then(() => answer),
    findings: ({ productId, imageId }) =>
      Promise.resolve(asked.push(`findings ${productId} ${imageId}`)).then(() => TROUBLE),
  };
  const images = imagesOf(product, client);
  return { images, asked, ask: () => images.newestScan(IMAGE, undefined, LIMITS) };
}

const BOARD = { id: 'p1', name: 'Board' };

describe('a product', () => {
  it.each(['01JZ2ZV5Q4PR0DXCT00000000A', '7zzzzzzzzzzzzzzzzzzzzzzzzz'])(
    'given as a ULID is not looked for: %s',
    async (id) => {
      const { images, asked, ask } = given(id, []);
      await ask();
      await images.scan({ ...IMAGE, productId: id }, 's1', LIMITS);
      expect(images.productId()).toBe(id);
      expect(asked).not.toContain('products');
    },
  );

  it.each([
    ['of that ID', 'p1', 'p1'],
    ['of that name', 'Board', 'p1'],
    ['of that ID before that name', 'p2', 'p2'],
    ['without either, taken as an ID', 'prod_abc123', 'prod_abc123'],
    // A ULID has no such letters, and begins with 7 at most.
    ['that only looks like a ULID', '01JZ2ZV5Q4PRODUCT000000UIL', '01JZ2ZV5Q4PRODUCT000000UIL'],
  ])('%s is found once, at the first question', async (_, product, id) => {
    const { images, asked, ask } = given(product, [
      found(BOARD, { id: 'p9', name: 'p2' }, { id: 'p2', name: 'x' }),
    ]);
    expect(images.productId()).toBe(product);
    expect(await ask()).toEqual(SCAN);
    await images.scan(IMAGE, 's1', LIMITS);
    await images.findings(IMAGE, LIMITS);
    expect(asked).toEqual(['products', `newest ${id} i1`, `scan ${id} i1 s1`, `findings ${id} i1`]);
    expect(images.productId()).toBe(id);
  });

  it('is looked for once for all images that ask at the same time', async () => {
    const { asked, ask } = given('Board', [found(BOARD)]);
    await Promise.all([ask(), ask(), ask()]);
    expect(asked.filter((question) => question === 'products')).toHaveLength(1);
  });

  it('is looked for again after trouble, which is the answer to the question', async () => {
    const { asked, ask } = given('Board', [TROUBLE, found(BOARD)]);
    expect(await ask()).toEqual(TROUBLE);
    expect(asked).toEqual(['products']);
    expect(await ask()).toEqual(SCAN);
  });

  it.each([{ kind: 'interrupted' } as const, REFUSED])(
    'is not found where the lookup ends in $kind',
    async (answer) => {
      expect(await given('Board', [answer]).ask()).toEqual(answer);
    },
  );

  it('is taken as an ID where the platform has no list', async () => {
    const { asked, ask } = given('Board', [GONE]);
    expect(await ask()).toEqual(SCAN);
    expect(asked).toEqual(['products', 'newest Board i1']);
  });

  it('of a name that two have is an error that lists them', async () => {
    expect(
      await given('Board', [found(BOARD, { id: 'p2\n', name: 'Board' }, BOARD)]).ask(),
    ).toEqual({
      kind: 'refusal',
      detail: '2 products are called "Board"',
      advice: 'give one of their IDs as `product`: p1, p2',
    });
    const many = Array.from({ length: 9 }, (_, index) => ({
      id: index === 0 ? undefined : `p${index}`,
      name: 'Board',
    }));
    expect(await given('Board', [found(...many)]).ask()).toMatchObject({
      advice: 'give one of their IDs as `product`: unreadable, p1, p2, p3, p4 and others',
    });
  });

  it('of a name whose ID cannot be read is trouble', async () => {
    expect(await given('Board', [found({ id: undefined, name: 'Board' })]).ask()).toMatchObject({
      kind: 'trouble',
      detail: 'the product called "Board" has no readable ID',
      contact: 'made',
    });
  });
});

describe('after the lookup', () => {
  it('the API has answered, whatever it says then', async () => {
    expect(await given('Board', [found(BOARD)], TROUBLE).ask()).toEqual({
      ...TROUBLE,
      contact: 'made',
    });
  });

  const OTHERS = [
    { id: 'p2', name: 'Keyboard' },
    { id: 'p3', name: undefined },
    { id: 'p4', name: '' },
    { id: 'p5', name: 'Zebra' },
  ];
  it.each([
    [
      'not found',
      GONE,
      'not found; no product has that ID or name, the nearest are "Board", "Keyboard", "Zebra"',
    ],
    [
      'refused',
      REFUSED,
      'bad id; no product has that ID or name, the nearest are "Board", "Keyboard", "Zebra"',
    ],
    ['refused for another reason', { ...REFUSED, status: 403 }, 'bad id'],
    ['answered without a scan', { ...GONE, status: undefined }, 'not found'],
  ])(
    'what was taken as an ID and is %s is explained where that explains it',
    async (_, answer, detail) => {
      expect(await given('bored', [found(...OTHERS, BOARD)], answer).ask()).toEqual({
        ...answer,
        detail,
      });
    },
  );

  it('a product that was found is not doubted', async () => {
    expect(await given('Board', [found(BOARD)], GONE).ask()).toEqual(GONE);
  });

  it('says so where there is no product at all, and makes names printable and short', async () => {
    expect(await given('x', [found()], GONE).ask()).toMatchObject({
      detail: 'not found; no product has that ID or name, and this credential may view none at all',
    });
    const name = `\n::error::${'y'.repeat(100_000)}`;
    expect(await given('x', [found({ id: 'p', name })], GONE).ask()).toMatchObject({
      detail: `not found; no product has that ID or name, the nearest are ": :error::${'y'.repeat(50)}…"`,
    });
  });
});

describe('readProducts', () => {
  it('reads IDs and names, and no ID that could not be part of a path', () => {
    const products = [
      { id: 'p1', name: 'Board', x: 1 },
      { id: '..', name: 'b' },
      { id: 5, name: 6 },
      {},
    ];
    expect(readProducts({ products })).toEqual([
      { id: 'p1', name: 'Board' },
      { id: undefined, name: 'b' },
      { id: undefined, name: undefined },
      { id: undefined, name: undefined },
    ]);
  });

  it.each([undefined, null, [], {}, { products: {} }, { products: [null] }])(
    'reads nothing from another shape, case %#',
    (json) => {
      expect(readProducts(json)).toBeUndefined();
    },
  );
});
