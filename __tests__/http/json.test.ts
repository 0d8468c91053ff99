import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/http/json.ts';

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
