import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellSafeJson, shellSafeSentence, shellSafeText } from '../../src/util/shell-safe.ts';

/** What must be in no output. */
const FORBIDDEN = /[`$'\p{Cc}\p{Zl}\p{Zp}\u2018-\u201f]/u;
/** Every code point, lone surrogates and the forbidden ones included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'`$\'"\\\n\u2019\u201d\u0085\ud800 a{}&|;<>(é😀') }),
);

describe('shellSafeText', () => {
  it.each([
    ['a `b` $(c) $d', 'a ?b? ?(c) ?d'],
    [`'a' "b" \\c`, '?a? ?b? ?c'],
    ['a\nb\r\tc\0d\x1b[31m\x7f\x85', 'a?b??c?d?[31m??'],
    ['a\u2028b\u2029c', 'a?b?c'],
    ['\u2018a\u2019 \u201cb\u201d \u201a\u201b\u201e\u201f', '?a? ?b? ????'],
    ['a\ud800b\udfff', 'a\ufffdb\ufffd'],
    ['plain text, ünïcode 😀 & <b>|;', 'plain text, ünïcode 😀 & <b>|;'],
    ['', ''],
  ])('makes %j a text that no shell acts on', (text, plainText) => {
    expect(shellSafeText(text)).toBe(plainText);
  });

  it('leaves nothing active in any text, and no lone surrogate', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plainText = shellSafeText(text);
        expect(plainText).not.toMatch(FORBIDDEN);
        expect(plainText).not.toMatch(/["\\]/);
        expect(plainText.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('shellSafeSentence', () => {
  it('drops the marks around names and quotations', () => {
    expect(shellSafeSentence('Check `api-url`: no product is named "Board".')).toBe(
      'Check api-url: no product is named Board.',
    );
  });

  it('leaves nothing active of marks without a partner, or of what is between two', () => {
    expect(shellSafeSentence('`$(a)` "b\\" c` "d')).toBe('?(a) b? c? ?d');
    fc.assert(
      fc.property(anyText, (text) => void expect(shellSafeSentence(text)).not.toMatch(FORBIDDEN)),
    );
  });
});

describe('shellSafeJson', () => {
  it('escapes what a shell may act on, in keys and in values', () => {
    expect(shellSafeJson([{ 'k"$': `a'b\`c"d\\e\nf`, n: 1, z: null }])).toBe(
      '[{"k\\u0022\\u0024":"a\\u0027b\\u0060c\\u0022d\\u005ce\\u000af","n":1,"z":null}]',
    );
  });

  it('leaves letters, digits and a few marks alone', () => {
    const plain = 'Az09 ._:~/@+,=-é😀';
    expect(shellSafeJson(plain)).toBe(`"${plain}"`);
  });

  it('escapes every other ASCII character', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');
    expect(
      shellSafeJson(ascii)
        .slice(1, -1)
        .replace(/\\u00[0-9a-f]{2}/g, ''),
    ).toBe(' +,-./0123456789:=@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~');
  });

  it.each(['\x85', '\u2018', '\u201f', '\u2028', '\u202e', '\ud800'])(
    'escapes the character %j',
    (character) => {
      expect(shellSafeJson(character)).toMatch(/^"\\u[0-9a-f]{4}"$/);
    },
  );

  it('shows a reader of JSON the original, and a shell nothing', () => {
    const values = fc.array(fc.dictionary(anyText, fc.oneof(anyText, fc.integer())));
    fc.assert(
      fc.property(values, (value) => {
        const json = shellSafeJson(value);
        expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(value));
        expect(json).not.toMatch(FORBIDDEN);
        const inStrings = Array.from(json.matchAll(/"([^"]*)"/g), ([, text = '']) => text);
        for (const text of inStrings)
          expect(text.replace(/\\u[0-9a-f]{4}/g, '')).toMatch(
            /^[A-Za-z0-9 ._:~/@+,=\-\u{a0}-\u{10ffff}]*$/u,
          );
      }),
    );
  });
});
