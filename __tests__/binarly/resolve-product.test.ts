import { describe, expect, it } from 'vitest';
import type { AskApi } from '../../src/binarly/api.ts';
import { LIST_PRODUCTS } from '../../src/binarly/products.ts';
import type { ApiRequest } from '../../src/binarly/request.ts';
import { imagesOfProduct } from '../../src/binarly/resolve-product.ts';
import type { ApiResult } from '../../src/model/api-result.ts';
import type { Product } from '../../src/model/product.ts';
import { absent, failed, limits, refused } from '../support/builders.ts';

const LIMITS = limits();
const BOARD: Product = { id: 'p1', name: 'Board' };
const SCAN: ApiResult<string> = { kind: 'found', value: 'a scan' };
const NOT_FOUND = absent({ type: 'not-found', message: 'not found' });
const BAD_REQUEST = refused({
  type: 'http-status',
  status: 400,
  error: { message: 'bad id', permission: undefined, resourceName: undefined, details: '' },
});

function found(...products: readonly Product[]): ApiResult<readonly Product[]> {
  return { kind: 'found', value: products };
}

/** The images of a product; each list answers one lookup, the last one all further lookups. */
function setUp(given: string, lists: readonly ApiResult<readonly Product[]>[], claimedId?: string) {
  const left = [...lists];
  const asked: string[] = [];
  let answer: ApiResult<string> = SCAN;
  const askApi = ((question: ApiRequest<unknown>) => {
    const isList = question === LIST_PRODUCTS;
    asked.push(isList ? 'products' : question.path.join());
    if (!isList) return Promise.resolve(answer);
    return Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? failed());
  }) as AskApi;
  const images = imagesOfProduct({ given, claimedId }, askApi);
  const about = (productId: string): ApiRequest<string> => ({
    path: [productId],
    maxBytes: 1,
    read: () => SCAN as never,
  });
  const ask = (next = SCAN) => {
    answer = next;
    return images.ask(about, LIMITS);
  };
  return { images, asked, ask };
}

describe('imagesOfProduct', () => {
  it('does not look up a ULID', async () => {
    const id = '01JZ2ZV5Q4PR0DXCT00000000A';
    const { images, asked, ask } = setUp(id, []);
    expect(await ask()).toEqual(SCAN);
    expect(asked).toEqual([id]);
    expect(images.product()).toEqual({ id, name: undefined });
  });

  it('looks up a name once, at the first question', async () => {
    const { images, asked, ask } = setUp('Board', [found(BOARD)]);
    expect(images.product()).toBeUndefined();
    expect(await ask()).toEqual(SCAN);
    await ask();
    expect(asked).toEqual(['products', 'p1', 'p1']);
    expect(images.product()).toEqual({ id: 'p1', name: 'Board' });
  });

  it('looks up a name once for all images that ask at the same time', async () => {
    const { asked, ask } = setUp('Board', [found(BOARD)]);
    await Promise.all([ask(), ask(), ask()]);
    expect(asked).toEqual(['products', 'p1', 'p1', 'p1']);
  });

  it('answers with a failed lookup and looks up the name again at the next question', async () => {
    const { images, asked, ask } = setUp('Board', [failed(), found(BOARD)]);
    expect(await ask()).toEqual(failed());
    expect(asked).toEqual(['products']);
    expect(images.product()).toBeUndefined();
    expect(await ask()).toEqual(SCAN);
  });

  it.each([{ kind: 'interrupted' } as const, refused()])(
    'answers with a lookup that ends $kind',
    async (answer) => {
      expect(await setUp('Board', [answer]).ask()).toEqual(answer);
    },
  );

  it('treats the text as an ID if the platform has no list of products', async () => {
    const { asked, ask } = setUp('prod_1', [NOT_FOUND]);
    expect(await ask(NOT_FOUND)).toEqual(NOT_FOUND);
    expect(asked).toEqual(['products', 'prod_1']);
  });

  it('refuses text that cannot be an ID if the platform has no list of products', async () => {
    expect(await setUp('Bo`ard', [NOT_FOUND]).ask()).toMatchObject({
      kind: 'refused',
      cause: { type: 'unknown-product' },
    });
  });

  it('refuses a product other than the one in the resource names of other inputs', async () => {
    const { images, ask } = setUp('Board', [found(BOARD)], 'p2');
    expect(await ask()).toEqual({
      kind: 'refused',
      endpoint: 'api',
      cause: { type: 'other-product', claimedId: 'p2', productId: 'p1' },
    });
    expect(images.product()).toBeUndefined();
    expect(await setUp('Board', [found(BOARD)], 'p1').ask()).toEqual(SCAN);
    const id = '01JZ2ZV5Q4PR0DXCT00000000A';
    const named = found({ id, name: 'Board' });
    expect(await setUp('Board', [named], id.toLowerCase()).ask()).toEqual(SCAN);
  });
});

describe('a product that is not in the list', () => {
  const unknownProduct = { given: 'bored', nearest: ['Board'] };

  it('is explained when the API does not find the image', async () => {
    expect(await setUp('bored', [found(BOARD)]).ask(NOT_FOUND)).toEqual({
      ...NOT_FOUND,
      cause: { type: 'not-found', message: 'not found', unknownProduct },
    });
  });

  it('is refused when the API calls it malformed', async () => {
    expect(await setUp('bored', [found(BOARD)]).ask(BAD_REQUEST)).toEqual({
      ...BAD_REQUEST,
      cause: { type: 'unknown-product', product: unknownProduct },
    });
  });

  it.each([absent(), refused(), refused({ type: 'proxy-auth' }), failed()])(
    'does not explain an answer that has other causes, case %#',
    async (answer) => {
      expect(await setUp('bored', [found(BOARD)]).ask(answer)).toEqual(answer);
    },
  );

  it('has no ID that could be shown until the API has found something in it', async () => {
    const { images, ask } = setUp('bored', [found(BOARD)]);
    await ask(NOT_FOUND);
    expect(images.product()).toBeUndefined();
    await ask();
    expect(images.product()).toMatchObject({ id: 'bored', name: undefined });
  });

  it('is known once the API has found something in it, so a 404 is about the image', async () => {
    const { ask } = setUp('bored', [found(BOARD)]);
    await ask();
    expect(await ask(NOT_FOUND)).toEqual(NOT_FOUND);
  });

  it('is never reported as unknown if the list has it', async () => {
    expect(await setUp('Board', [found(BOARD)]).ask(NOT_FOUND)).toEqual(NOT_FOUND);
  });
});
