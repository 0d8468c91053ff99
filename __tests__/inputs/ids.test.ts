import { describe, expect, it } from 'vitest';
import { settings } from '../support/builders.ts';
import { problemInputs, problems, read } from './read.ts';

const ULID = '01JZ2ZV5Q4PR0DXCT00000000A';
/** `baseline-image` has no effect without it. */
const POLICY = { 'fail-on-kev': 'true' };
/** Of Unicode's categories Cf, Zs, Zl and Cc. */
const INVISIBLE = [
  ['\u200b', 'U+200B'],
  ['\u200e', 'U+200E'],
  ['\ufeff', 'U+FEFF'],
  ['\u00ad', 'U+00AD'],
  ['\u{e0001}', 'U+E0001'],
  ['\u00a0', 'U+00A0'],
  ['\u2028', 'U+2028'],
  ['\x00', 'U+0000'],
] as const;

describe('product, image and scan', () => {
  it.each(['product', 'image', 'scan'] as const)('must fit into a path as %s', (input) => {
    for (const text of ['..', '.', '\ud800'])
      expect(problems({ [input]: text })).toEqual([
        expect.stringMatching(RegExp(`^${input}: ".*" is not an ID: `)),
      ]);
  });

  it.each(['product', 'image', 'scan'] as const)(
    'must not have a control character as %s',
    (input) => {
      expect(problems({ [input]: 'a\x1b[31m' })).toEqual([
        expect.stringMatching(
          RegExp(`^${input}: has the character U\\+001B, which is not visible: `),
        ),
      ]);
    },
  );

  it.each(['image', 'scan', 'baseline-image'] as const)(
    'must not have a character that nobody sees as %s',
    (input) => {
      for (const [character, name] of INVISIBLE) {
        const text = `01JZ2ZV5Q4PR0${character}DXCT00000000A`;
        expect(problems({ ...POLICY, [input]: text })).toEqual([
          `${input}: has the character ${name}, which is not visible: copy the ID from the platform`,
        ]);
      }
    },
  );

  it('names a character that nobody sees in the ID of a product', () => {
    for (const product of [`${ULID}\u200b`, `\u2060${ULID}`, `products/\ufeff${ULID}`])
      expect(problems({ product })).toEqual([
        expect.stringMatching(
          /^product: has the character U\+(200B|2060|FEFF), which is not visible: /,
        ),
      ]);
    // Some scripts need such a character in words.
    const product = 'می\u200cخواهم';
    expect(read({ product })).toEqual({ ok: true, settings: settings({ product }) });
  });

  it.each([
    ['image', 'A,B', '"A,B" has a comma: write one ID per line'],
    ['image', 'A;B', '"A;B" has a semicolon: write one ID per line'],
    ['image', 'A B', '"A B" has white space: write one ID per line'],
    ['image', 'A\tB', '"A B" has white space: write one ID per line'],
    ['image', 'A,\nB', '"A," has a comma: write one ID per line'],
    ['image', '["A","B"]', '"["A","B"]" is a JSON list: write one ID per line'],
    ['image', '- A\nB', '"- A" starts with a list mark: remove it'],
    ['image', '"A"', 'has quotation marks around "A": remove them'],
    ['scan', 'A, B', '"A, B" has a comma: give one scan'],
    ['scan', 'A B', '"A B" has white space: give one scan'],
    ['baseline-image', 'A;B', '"A;B" has a semicolon: give one image'],
    ['product', 'products/A B', '"products/A B" has white space: give one product'],
    ['product', `${ULID}, ${ULID}`, `"${ULID}, ${ULID}" has several IDs: give one`],
  ])('hold one ID each: %s %j', (input, text, problem) => {
    expect(problems({ ...POLICY, [input]: text })).toEqual([`${input}: ${problem}`]);
  });

  it.each(['null', 'undefined', 'None', 'NULL', 'nil', '<nil>', '[object Object]', 'false'])(
    'are not %s, which a step without a value leaves',
    (text) => {
      const problem = `is "${text}": the step before gave no value, so check the output it comes from`;
      for (const input of ['product', 'image', 'scan', 'baseline-image'] as const)
        expect(problems({ ...POLICY, [input]: text })).toEqual([`${input}: ${problem}`]);
      expect(problems({ image: `products/p/images/${text}` })).toEqual([`image: ${problem}`]);
      expect(problems({ image: `products/${text}/images/i` })).toEqual([`image: ${problem}`]);
      expect(problems({ product: `products/${text}` })).toEqual([`product: ${problem}`]);
    },
  );

  it.each([
    `https://dashboard-acme.binarly.cloud/products/p/images/${ULID}`,
    `HTTPS://user:password@tools.corp/images/${ULID}?tab=scans`,
    `//dashboard-acme.binarly.cloud/${ULID}`,
    `dashboard-acme.binarly.cloud/products/${ULID}`,
  ])('are no address of the dashboard: %s', (text) => {
    for (const input of ['product', 'image', 'scan', 'baseline-image'] as const) {
      const [problem = '', ...more] = problems({ ...POLICY, [input]: text });
      expect(more).toEqual([]);
      expect(problem).toMatch(RegExp(`^${input}: is an address, not an ID: copy the ID`));
      expect(problem).not.toContain('password');
    }
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
  it('may have several lines; blank ones and repeats are ignored', () => {
    const expected = settings({ imageIds: ['b', 'a', 'c'], hasEmptyLine: true });
    const image = 'b\n\n  a \r\nb\rc\nproducts/p/images/a\n \t\n';
    expect(read({ image })).toEqual({
      ok: true,
      settings: { ...expected, claimedProductId: 'p' },
    });
  });

  it.each([
    ['a', false],
    ['a\nb', false],
    ['\n a\r\nb \n\n', false],
    ['a\n\nb', true],
    ['a\r\n \t\r\nb', true],
  ])('knows whether %j has an empty line between IDs: %s', (image, hasEmptyLine) => {
    expect(read({ image })).toMatchObject({ settings: { hasEmptyLine } });
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

  it('may end in a slash', () => {
    const given = {
      product: 'products/p/',
      image: 'products/p/images/i/',
      scan: 'products/p/images/i/scans/s/',
    };
    const ids = { product: 'p', imageIds: ['i'], scanId: 's', claimedProductId: 'p' };
    expect(read(given)).toEqual({ ok: true, settings: settings(ids) });
  });

  it('has only one problem if a part of it is wrong', () => {
    expect(problemInputs({ product: 'products/p', image: 'products/a b/images/i' })).toEqual([
      'image',
    ]);
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

  it('are the same in any case if they are ULIDs', () => {
    const [upper, lower] = [ULID, ULID.toLowerCase()];
    expect(problems({ product: upper, image: `products/${lower}/images/i` })).toEqual([]);
    expect(problems({ image: upper, scan: `products/p/images/${lower}/scans/s` })).toEqual([]);
    expect(read({ image: `${upper}\n${lower}` })).toMatchObject({
      settings: { imageIds: [upper] },
    });
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
