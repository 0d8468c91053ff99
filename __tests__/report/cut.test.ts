import { expect, it } from 'vitest';
import { cutTo } from '../../src/report/cut.ts';

it.each([
  [['a', 'b', 'c'], 6, { kept: ['a', 'b', 'c'], left: 0 }],
  [['a', 'b', 'c'], 5, { kept: ['a', 'b'], left: 1 }],
  [['é', 'b'], 3, { kept: ['é'], left: 1 }],
  [['é', 'b'], 2, { kept: [], left: 2 }],
  [[], 0, { kept: [], left: 0 }],
])('%j in %i bytes', (texts, bytes, fitting) => {
  expect(cutTo(texts, bytes)).toEqual(fitting);
});
