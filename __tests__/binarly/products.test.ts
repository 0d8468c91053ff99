import { describe, expect, it } from 'vitest';
import { chooseProduct, readProducts } from '../../src/binarly/products.ts';
import type { Product } from '../../src/model/product.ts';

const BOARD: Product = { id: 'p1', name: 'Board' };

describe('readProducts', () => {
  it('reads IDs and names; an ID that is unreadable is undefined', () => {
    const products = [
      { id: 'p1', name: 'Board', x: 1 },
      { id: 'products/p2', name: 'b' },
      { id: '..', name: 'c' },
      { id: 'a b', name: 'd' },
      { id: 5, name: 6 },
      {},
    ];
    expect(readProducts({ products })).toEqual({
      kind: 'found',
      value: [
        { id: 'p1', name: 'Board' },
        { id: 'p2', name: 'b' },
        { id: undefined, name: 'c' },
        { id: undefined, name: 'd' },
        { id: undefined, name: undefined },
        { id: undefined, name: undefined },
      ],
    });
  });

  it('reads `null` as an empty list, as Go writes one', () => {
    expect(readProducts({ products: null })).toEqual({ kind: 'found', value: [] });
  });

  it.each([
    { nextPageToken: 'x' },
    { next_page_token: 'x' },
    { nextPageToken: 5 },
    { next_page_token: {} },
  ])('does not take a list that continues on another page for whole: %j', (token) => {
    expect(readProducts({ products: [BOARD], ...token })).toEqual({
      kind: 'failed',
      endpoint: 'api',
      cause: { type: 'paged-list' },
      reached: 'api',
    });
  });

  it.each([{ nextPageToken: '' }, { next_page_token: '' }, { nextPageToken: null }])(
    'treats a list with an empty token as complete: %j',
    (token) => {
      expect(readProducts({ products: [BOARD], ...token }).kind).toBe('found');
    },
  );

  it.each([undefined, null, [], {}, { products: {} }, { products: [null] }])(
    'does not accept %j as a list of products',
    (json) => {
      expect(readProducts(json)).toEqual({
        kind: 'failed',
        endpoint: 'api',
        cause: { type: 'unexpected-answer', expected: 'products' },
        reached: 'unclear',
      });
    },
  );
});

describe('chooseProduct', () => {
  const PRODUCTS = [BOARD, { id: 'p9', name: 'p2' }, { id: 'p2', name: 'Keyboard' }];

  it.each([
    ['its ID', 'p1', 'p1', 'Board'],
    ['its name', 'Board', 'p1', 'Board'],
    ['its ID before the name of another', 'p2', 'p2', 'Keyboard'],
  ])('finds a product by %s', (_, given, id, name) => {
    expect(chooseProduct(PRODUCTS, given)).toEqual({ kind: 'found', value: { id, name } });
  });

  it.each([
    ['Gerät 1', 'Gera\u0308t 1'],
    ['Gera\u0308t 1', 'Gerät 1'],
    ['Main  Board', 'Main Board'],
    ['Main Board', ' Main \t Board\u00a0'],
  ])('finds the name %j by %j: the same in NFC, with white space collapsed', (given, name) => {
    expect(chooseProduct([{ id: 'p1', name }], given)).toEqual({
      kind: 'found',
      value: { id: 'p1', name },
    });
  });

  it.each(['board', 'Boards', 'Boa', 'Ｂoard'])('does not find Board by %s', (given) => {
    expect(chooseProduct([BOARD], given)).toMatchObject({ value: { id: given, unlisted: {} } });
  });

  it('treats unknown text as an ID and keeps the most similar names, each once', () => {
    const others = [{ id: 'p3', name: undefined }, { id: 'p4', name: '' }, BOARD];
    const zebra = { id: 'p5', name: 'A zebra crossing' };
    expect(chooseProduct([zebra, ...PRODUCTS, ...others], 'bored')).toEqual({
      kind: 'found',
      value: {
        id: 'bored',
        name: undefined,
        unlisted: { nearest: ['Board', 'p2', 'Keyboard'] },
      },
    });
  });

  it('refuses unknown text that cannot be an ID', () => {
    expect(chooseProduct([BOARD], 'Bo`ard')).toEqual({
      kind: 'refused',
      endpoint: 'api',
      cause: { type: 'unknown-product', product: { given: 'Bo`ard', nearest: ['Board'] } },
    });
  });

  it('refuses a name that several products have, with their readable IDs', () => {
    const products = [BOARD, { id: 'p2', name: 'Board ' }, { id: undefined, name: 'Board' }, BOARD];
    expect(chooseProduct(products, 'Board')).toEqual({
      kind: 'refused',
      endpoint: 'api',
      cause: { type: 'ambiguous-product', given: 'Board', ids: ['p1', 'p2'] },
    });
  });

  it('fails if the named product has no readable ID', () => {
    expect(chooseProduct([{ id: undefined, name: 'Board' }], 'Board')).toMatchObject({
      kind: 'failed',
      cause: { type: 'unreadable-product-id', name: 'Board' },
      reached: 'api',
    });
  });
});
