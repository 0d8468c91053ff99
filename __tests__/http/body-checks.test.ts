import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCheck, type Format } from '../../src/http/body-checks.ts';

/** Checks a file that comes in parts of this size. */
function isWhole(format: Format, file: string | Uint8Array, size = 3, isFramed = true): boolean {
  const check = createCheck(format, isFramed);
  const bytes = Buffer.from(file);
  for (let start = 0; start < bytes.length; start += size)
    if (!check.write(bytes.subarray(start, start + size))) return false;
  return check.end();
}

const PARTS = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  'a',
  '"a"',
  '"a":',
  '0',
  '1',
  '-',
  '.',
  'e',
  '5',
].concat(
  ['\\', '\\u00e9', '\\ud800', '\\/', '\\x', 'true', 'null', 'nul', ' ', '\n', '\u0000', '\u001f'],
  ['\u007f', '\u0085', 'é', '😀', '/', "'"],
);

/** What the check promises, by the means of Node, which need the whole text. */
function isCollection(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

describe('a JSON file', () => {
  it.each([
    '{}',
    '[]',
    ' [1, 2.5e3, true, null, "x\\u00e9"] \n',
    '\uFEFF{"a": []}',
    '{"é😀": "\\"", "b": [{}, -0]}',
  ])('is whole: %s', (text) => {
    expect(isWhole('json', text)).toBe(true);
    expect(isWhole('json', text, 1)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '{',
    '{"a": 1',
    '{"a": 1,}',
    '[1 2]',
    '[1,',
    'nul',
    '[01]',
    '[-]',
    '[+1]',
    '[NaN]',
    '{} {}',
    '{} 1',
    '{} nul',
    '{}"',
    '{"a": 1]',
    '[1}',
    '[:]',
    '{1: 2}',
    '{"a" "b"}',
    '["\\x"]',
    '["\\u00e"]',
    '["a\nb"]',
    '["a',
    '["\\',
    '<html>',
  ])('is not whole: %s', (text) => {
    expect(isWhole('json', text)).toBe(false);
  });

  it.each(['null', 'true', '12', '"x"'])('is no report if it is the value %s alone', (text) => {
    expect(isWhole('json', text)).toBe(false);
  });

  it('is not whole if it is not UTF-8, even at its end', () => {
    expect(isWhole('json', Buffer.from([0x5b, 0x22, 0xe9, 0x22, 0x5d]))).toBe(false);
    expect(isWhole('json', Buffer.from([0x5b, 0x5d, 0xe2, 0x82]))).toBe(false);
  });

  it('is not whole if it has a number that is longer than any', () => {
    expect(isWhole('json', `[${'1'.repeat(900)}]`)).toBe(true);
    expect(isWhole('json', `[${'1'.repeat(1_100)}]`)).toBe(false);
  });

  it('is not whole if it is deeper than any report', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(isWhole('json', nested(1_000))).toBe(true);
    expect(isWhole('json', nested(1_001))).toBe(false);
  });

  it('is not whole, whatever follows a mistake', () => {
    const check = createCheck('json', true);
    expect(check.write(Buffer.from('}'))).toBe(false);
    expect(check.write(Buffer.from('{}'))).toBe(false);
    expect(check.end()).toBe(false);
  });

  const parts = fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((all) => all.join(''));
  const size = fc.integer({ min: 1, max: 7 });

  it('is what JSON.parse takes for an object or an array, in parts of any size', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), parts), size, (text, bytes) => {
        expect(isWhole('json', text, bytes)).toBe(isCollection(Buffer.from(text)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees with JSON.parse if any byte is changed, too', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat({ max: 255 }), size, (text, at, byte, bytes) => {
        const changed = Buffer.from(text);
        changed[at % changed.length] = byte;
        expect(isWhole('json', changed, bytes)).toBe(isCollection(changed));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is not whole if it is cut anywhere', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), size, (text, cut, bytes) => {
        const whole = Buffer.from(text.trim());
        expect(isWhole('json', whole.subarray(0, cut % whole.length), bytes)).toBe(false);
      }),
    );
  });
});

describe('a PDF file', () => {
  it.each([
    ['%PDF-1.7 …', true],
    ['%PDF', true],
    ['%PD', false],
    ['', false],
    ['<html>', false],
    [' %PDF', false],
  ])('begins with %%PDF: %j', (text, whole) => {
    expect([1, 3, 100].map((size) => isWhole('pdf', text, size))).toEqual([whole, whole, whole]);
  });

  it.each([
    ['%PDF-1.7 … %%EOF', true],
    ['%PDF-1.7 … %%EOF\n', true],
    [`%PDF-1.7 … %%EOF${' '.repeat(1_000)}`, true],
    [`%PDF-1.7 … %%EOF${' '.repeat(1_100)}`, false],
    ['%PDF-1.7 …', false],
    ['%%EOF', false],
  ])('has an end, too, unless HTTP says where it ends: %j', (text, whole) => {
    for (const size of [1, 7, 5_000]) {
      expect(isWhole('pdf', text, size, false)).toBe(whole);
      expect(isWhole('pdf', text, size, true)).toBe(text.startsWith('%PDF'));
    }
  });
});
