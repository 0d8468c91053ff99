import { describe, expect, it } from 'vitest';
import { cutTo } from '../../src/report/cut.ts';

describe('cutTo', () => {
  it.each([
    [['a', 'b', 'c'], 6, { kept: ['a', 'b', 'c'], left: 0 }],
    [['a', 'b', 'c'], 5, { kept: ['a', 'b'], left: 1 }],
    [['é', 'b'], 3, { kept: ['é'], left: 1 }],
    [['é', 'b'], 2, { kept: [], left: 2 }],
    [[], 0, { kept: [], left: 0 }],
  ])('keeps the first of %j that fit %i bytes with their line breaks', (texts, bytes, cut) => {
    expect(cutTo(texts, bytes)).toEqual(cut);
  });
});
