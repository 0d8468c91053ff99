import { describe, expect, it } from 'vitest';
import { settings } from '../support/builders.ts';
import { problemInputs, problems, read } from './read.ts';

const ULID = '01JZ2ZV5Q4PR0DXCT00000000A';

describe('product, image and scan', () => {
  it.each(['product', 'image', 'scan'] as const)('must fit into a path as %s', (input) => {
    for (const text of ['..', '.', '\ud800'])
      expect(problems({ [input]: text })).toEqual([
        expect.stringMatching(RegExp(`^${input}: ".*" is not an ID: `)),
      ]);
  });

  it.each(['product', 'image', 'scan'] as const)(
    'must not have an invisible character as %s',
    (input) => {
      for (const [text, code] of [
        ['a\x1b[31m', '001B'],
        ['a\u200bb', '200B'],
      ])
        expect(problems({ [input]: text })).toEqual([
          expect.stringMatching(RegExp(`^${input}: has the character U\\+${code}: `)),
        ]);
    },
  );

  it.each(['null', 'undefined', 'None'])('must not be the word %s', (word) => {
    for (const input of ['product', 'image', 'scan'])
      expect(problems({ [input]: word })).toEqual([
        `${input}: is the word for no value in some language: the step before gave no value, ` +
          'so check its output',
      ]);
  });

  it.each(['product', 'image'])('must not be an address as %s', (input) => {
    const address = 'https://dashboard-acme.binarly.cloud/images/01JZ';
    expect(problems({ [input]: address })).toEqual([
      expect.stringMatching(`^${input}: is an address, not an ID`),
    ]);
  });

  it.each(['a,b', 'a;b', 'a b', 'a\tb'])('must be one ID: %j', (text) => {
    expect(problems({ image: text })).toEqual([
      expect.stringMatching(/^image: .* is not one ID: one per line$|has the character U\+0009/),
    ]);
    expect(problems({ scan: text })[0]).toMatch(/^scan: .* is not one ID: give one scan$|U\+0009/);
  });

  it('may be resource names that end in a slash', () => {
    const image = 'products/product-1/images/image-1/';
    expect(read({ product: 'products/product-1/', image })).toMatchObject({
      settings: { product: 'product-1', imageIds: ['image-1'], hasGap: false },
    });
  });

  it('have a gap if a line between two images is empty, and only then', () => {
    expect(read({ image: 'a\n\nb' })).toMatchObject({ settings: { hasGap: true } });
    expect(read({ image: '\na\nb\n\n' })).toMatchObject({ settings: { hasGap: false } });
  });

  it.each(['product', 'scan'] as const)('must be one line as %s', (input) => {
    for (const text of ['one\ntwo', 'one\rtwo'])
      expect(problems({ [input]: text })).toEqual([
        `${input}: has several lines: give one ${input}`,
      ]);
  });

  it.each(['`', '$', '"', "'", '\\'])('must not have a %s in an ID', (character) => {
    const text = `a${character}b`;
    const [image, scan] = [`products/${text}/images/i`, `products/p/images/${text}/scans/s`];
    expect(problemInputs({ image: text })).toEqual(['image']);
    expect(problemInputs({ scan: text })).toEqual(['scan']);
    expect(problemInputs({ product: `products/${text}` })).toEqual(['product']);
    expect(problemInputs({ image })).toEqual(['image']);
    expect(problemInputs({ scan, image: text })).toEqual(['image', 'scan']);
  });

  it('may have any printable character in the name of a product', () => {
    const product = 'Ünit "A" `$1` \\ 漢字';
    expect(read({ product })).toEqual({ ok: true, settings: settings({ product }) });
  });

  it.each(['__proto__', 'constructor', 'a/b', '<b>|*', '::error::'])('may be %s', (id) => {
    const expected = settings({ product: id, imageIds: [id], scanId: id });
    expect(read({ product: id, image: id, scan: id })).toEqual({ ok: true, settings: expected });
  });
});

describe('image', () => {
  it('may have several lines, of which blank ones and repeats do not count', () => {
    const expected = settings({ imageIds: ['b', 'a', 'c'] });
    const image = 'b\n\n  a \r\nb\rc\nproducts/p/images/a\n \t\n';
    expect(read({ image })).toEqual({
      ok: true,
      settings: { ...expected, claimedProductId: 'p' },
    });
  });

  it('has a problem for each line that is not an ID', () => {
    expect(problemInputs({ image: 'a\n.\n..' })).toEqual(['image', 'image']);
  });
});

describe('a resource name', () => {
  it('is reduced to its last segment, and its product is kept to be checked', () => {
    const given = { image: 'products/p/images/i', scan: 'products/p/images/i/scans/s' };
    const ids = { imageIds: ['i'], scanId: 's', claimedProductId: 'p' };
    expect(read(given)).toEqual({ ok: true, settings: settings(ids) });
    expect(read({ ...given, product: 'products/p' })).toEqual({
      ok: true,
      settings: settings({ ...ids, product: 'p' }),
    });
  });

  it.each([
    ['an image', { product: 'products/p', image: 'products/q/images/i' }, ['image']],
    ['an image beside a ULID', { product: ULID, image: 'products/q/images/i' }, ['image']],
    [
      'a scan',
      { product: 'products/p', image: 'i', scan: 'products/q/images/i/scans/s' },
      ['scan'],
    ],
    ['another image', { image: 'products/p/images/i\nproducts/q/images/j' }, ['image']],
    [
      'two images',
      { product: ULID, image: 'products/p/images/i\nproducts/q/images/i' },
      ['image', 'image'],
    ],
  ])('must not name another product for %s', (_, given, inputs) => {
    expect(problemInputs(given)).toEqual(inputs);
  });

  it('says which product disagrees with which', () => {
    expect(problems({ product: 'products/p', image: 'products/q/images/i' })).toEqual([
      'image: "i" belongs to product "q", not "p"',
    ]);
  });

  it('may disagree with a product that is perhaps a name, until that is resolved', () => {
    expect(read({ product: 'Board', image: 'products/q/images/i' })).toMatchObject({
      settings: { product: 'Board', claimedProductId: 'q' },
    });
  });

  it('must not name an image for `scan` that is not in `image`', () => {
    expect(problems({ image: 'i', scan: 'products/p/images/j/scans/s' })).toEqual([
      'scan: belongs to image "j", which is not in `image`',
    ]);
  });
});
