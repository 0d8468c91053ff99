import { expect, it } from 'vitest';
import { imagesOfProduct } from '../../../src/binarly/resolve-product.ts';
import type { ApiResult } from '../../../src/model/api-result.ts';
import type { Product } from '../../../src/model/product.ts';
import { findProduct } from '../../../src/steps/settle/find-product.ts';
import { absent, failed } from '../../support/builders.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';

const { signal } = new AbortController();

/** Finds the product that the input means, on a platform whose list of products answers this. */
function find(given: string, listed: ApiResult<readonly Product[]>) {
  const input = { given, claimedId: undefined };
  const images = imagesOfProduct(input, () => Promise.resolve(listed as ApiResult<never>));
  const clock = createJumpingClock();
  return findProduct(images, { clock, random: () => 0.5, signal });
}

const LIST: ApiResult<readonly Product[]> = { kind: 'found', value: [{ id: 'p1', name: 'Board' }] };

it.each([
  ['p1', 'p1'],
  ['Board', 'p1'],
  ['01JZ2ZV5Q4PR0DXCT00000000A', '01JZ2ZV5Q4PR0DXCT00000000A'],
])('the product %s is found as %s', async (given, id) => {
  expect(await find(given, LIST)).toEqual({ ok: true, id });
});

it('a product that no list shows is taken for an ID, because the list may hide it', async () => {
  expect(await find('p7', LIST)).toEqual({ ok: true, id: 'p7' });
  const noList = absent({ type: 'not-found', message: 'no such route' });
  expect(await find('p7', noList)).toEqual({ ok: true, id: 'p7' });
});

it('an interruption ends the search between two tries', async () => {
  const stop = new AbortController();
  const answer = () => {
    stop.abort();
    return Promise.resolve(failed());
  };
  const images = imagesOfProduct({ given: 'Board', claimedId: undefined }, answer);
  const clock = createJumpingClock();
  const tools = { clock, random: () => 0.5, signal: stop.signal };
  expect(await findProduct(images, tools)).toEqual({ ok: false, result: { kind: 'interrupted' } });
});
