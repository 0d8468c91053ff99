import { expect, it } from 'vitest';
import { describeContradiction } from '../../src/report/findings-words.ts';

it.each([
  ['findings-not-listed', 3, 'the list has 1 finding, but the image reports 3'],
  ['findings-not-listed', undefined, 'the list has 1 finding, but the image reports no number'],
  ['kev-not-listed', 2, 'the list has 1 finding in CISA KEV, but the image reports 2'],
] as const)('a contradiction is a clause: %s, %s', (type, counted, clause) => {
  expect(describeContradiction({ type, listed: 1, counted })).toBe(clause);
});
