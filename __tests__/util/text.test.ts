import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  capitalize,
  countable,
  escapeMarkdown,
  formatBytes,
  formatUtc,
  isSameWord,
  printable,
  quote,
  shortSha,
} from '../../src/util/text.ts';

/** Any text, but rich in what a hostile server would send. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(
        '::error::',
        '##[',
        '#',
        '[',
        ':',
        '\n',
        '\r',
        ' ',
        '\u202e',
        '\u200b',
        '\u2028',
        '\x1b[31m',
        '\ud800',
        '😀',
        '…',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('countable', () => {
  it.each([
    [1, 'knownVulnerability', 'known vulnerability'],
    [2, 'knownVulnerability', 'known vulnerabilities'],
    [0, 'weakness', 'weaknesses'],
    [2, 'patch', 'patches'],
    [2, 'key', 'keys'],
    [2, 'secret', 'secrets'],
  ])('%i × %s: %s', (count, type, words) => {
    expect(countable(count, type)).toBe(words);
  });
});

it.each([
  ['Main', 'mAIN', true],
  ['main', 'main2', false],
  ['', undefined, false],
  [undefined, undefined, true],
])('%j and %j: the same word is %s', (one, other, isSame) => {
  expect(isSameWord(one, other)).toBe(isSame);
});

it.each([
  ['0123456789abcdef0123456789ABCDEF01234567', '0123456'],
  ['0123456789abcdef0123456789abcdef0123456', '0123456789abcdef0123456789abcdef0123456'],
  ['1.2.3', '1.2.3'],
  ['', ''],
])('a SHA is shown by its first digits: %j', (text, shown) => {
  expect(shortSha(text)).toBe(shown);
});

describe('printable', () => {
  it.each([
    [
      'plain text: kept, even "quoted" – and 漢字 or 😀',
      'plain text: kept, even "quoted" – and 漢字 or 😀',
    ],
    ['', ''],
    ['\n\t ', ''],
    ['  around  ', 'around'],
    ['a\r\nb\u2028c\u2029d\u0085e\0f', 'a b c d e f'],
    ['x\n::error::gone', 'x ::error::gone'],
    ['::error::gone', ': :error::gone'],
    [' \u200b\n::add-mask::x', ': :add-mask::x'],
    ['a ##[error]b ##[group]', 'a # #[error]b # #[group]'],
    ['###[error]', '## #[error]'],
    ['#\u200b#[error]', '# #[error]'],
    ['\x1b[31mred\x1b[0m', '[31mred [0m'],
    ['left\u202eright\u2066\u200f\u061cend', 'left right end'],
    ['a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['\ufeffbom', 'bom'],
  ])('makes one printable line, case %#', (text, line) => {
    expect(printable(text)).toBe(line);
  });

  it.each([
    ['12345', 5, '12345'],
    ['123456', 5, '12345…'],
    ['😀😀😀😀😀', 5, '😀😀😀😀😀'],
    ['😀😀😀😀😀😀', 5, '😀😀😀😀😀…'],
    ['1😀😀😀😀😀😀😀', 5, '1😀😀😀😀…'],
    ['a'.repeat(201), undefined, `${'a'.repeat(200)}…`],
    ['🔒'.repeat(1_000_000), undefined, `${'🔒'.repeat(200)}…`],
  ])('marks a cut of %.10j to %s characters', (text, longest, line) => {
    expect(printable(text, longest)).toBe(line);
  });

  it('makes one line without control or bidi characters that is not a command to the runner', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const line = printable(text, longest);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(line).not.toMatch(/^\s*::|##\[/);
        expect(Array.from(line.replace(/…$/, '')).length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('changes nothing when applied twice', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const line = printable(text, longest);
        expect(printable(line, longest)).toBe(line);
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['words, 漢字 and 😀', 'words&#44; 漢字 and 😀'],
    ['<img src=x>', '&#60;img src&#61;x&#62;'],
    ['a|b', 'a&#124;b'],
    ['`x` **y** _z_', '&#96;x&#96; &#42;&#42;y&#42;&#42; &#95;z&#95;'],
    ['[a](b) ![c](d)', '&#91;a&#93;&#40;b&#41; &#33;&#91;c&#93;&#40;d&#41;'],
    ['# title', '&#35; title'],
    ['&lt;', '&#38;lt&#59;'],
    ['\\|', '&#92;&#124;'],
    ['@octocat', '&#64;\u200boctocat'],
    ['https://a.example', 'https&#58;&#47;&#47;\u200ba&#46;example'],
    ['WWW.a.example', 'WWW\u200b&#46;a&#46;example'],
    ['acme/app#7 gh-7', 'acme&#47;app&#35;\u200b7 gh&#45;\u200b7'],
  ])('makes %j inert', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('escapes all punctuation and loses nothing', () => {
    const ascii = fc.string({ unit: 'binary-ascii' });
    fc.assert(
      fc.property(fc.oneof(ascii, hostile), (text) => {
        const markdown = escapeMarkdown(text);
        expect(markdown.replace(/&#\d+;/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
        const rendered = markdown.replace(/&#(\d+);/g, (_, code) =>
          String.fromCharCode(Number(code)),
        );
        expect(rendered.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      }),
    );
  });
});

describe('quote', () => {
  it('puts printable text of at most 60 characters into double quotes', () => {
    expect(quote('Board\n1')).toBe('"Board 1"');
    expect(quote('y'.repeat(61))).toBe(`"${'y'.repeat(60)}…"`);
  });
});

describe('capitalize', () => {
  it.each([
    ['the API', 'The API'],
    ['`token`', '`token`'],
    ['', ''],
  ])('makes %j start with a capital, where there is one', (text, sentence) => {
    expect(capitalize(text)).toBe(sentence);
  });
});

describe('formatUtc', () => {
  it('writes a time in UTC to the second', () => {
    expect(formatUtc(Date.parse('2026-01-26T16:30:01.999+01:00'))).toBe('2026-01-26 15:30:01 UTC');
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [9_949, '9.9 kB'],
    [42_000_000, '42 MB'],
    [1_300_000_000, '1.3 GB'],
    [123_000_000_000, '123 GB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
