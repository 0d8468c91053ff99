import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfText, parseJson } from '../../src/http/json.ts';

const hide = (text: string) => text.replaceAll('secret', '***');

describe('parseJson', () => {
  it('redacts every string, however it was escaped', () => {
    expect(parseJson('{"a": ["a \\u0073ecret"], "b": {"c": "secret"}, "d": 1}', hide)).toEqual({
      value: { a: ['a ***'], b: { c: '***' }, d: 1 },
    });
  });

  it('distinguishes `null` from text that is not JSON', () => {
    expect(parseJson('null', hide)).toEqual({ value: null });
    for (const text of ['', '<html>', '{', 'undefined'])
      expect(parseJson(text, hide)).toBeUndefined();
  });
});

describe('kindOfText', () => {
  it.each([
    ['', 'empty'],
    [' \r\n\t', 'empty'],
    ['<!doctype html>', 'web-page'],
    ['\n  <html>', 'web-page'],
    ['<?xml version="1.0"?>', 'web-page'],
    ['{', 'broken-off'],
    ['{"scans": [{"id": "s1', 'broken-off'],
    ['{"scans": [{"id": "s1"}', 'broken-off'],
    ['[[]', 'broken-off'],
    ['{"a": "\\', 'broken-off'],
    ['{"a": "\\"}', 'broken-off'],
    ['['.repeat(1_000_000), 'broken-off'],
    [`{"a": "${'x'.repeat(5_000_000)}`, 'broken-off'],
    ['{"a": "\\""}}', 'other'],
    ["{'a': 1}", 'other'],
    ['{} {}', 'other'],
    ['{a: "{"}', 'other'],
    ['OK', 'other'],
    ['"half', 'other'],
    ['nul', 'other'],
  ])('knows what %.30j is: %s', (text, kind) => {
    expect(kindOfText(text)).toBe(kind);
  });

  it('takes every object of JSON that is cut for one that breaks off', () => {
    const anything = fc
      .dictionary(fc.string(), fc.jsonValue())
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(anything, fc.nat(), (json, at) => {
        const cut = json.slice(0, 1 + (at % Math.max(1, json.length - 1)));
        fc.pre(cut !== json);
        expect(kindOfText(cut)).toBe('broken-off');
      }),
    );
  });
});
