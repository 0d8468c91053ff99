import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isPartial, listOf, readTime, total } from '../../src/binarly/lists.ts';

describe('listOf', () => {
  const list = listOf(v.number());

  it.each([
    [
      [1, 2],
      [1, 2],
    ],
    [[], []],
    [null, []],
  ])('reads %j as %j', (given, read) => {
    expect(v.parse(list, given)).toEqual(read);
  });

  it.each([undefined, {}, '', 0, ['1'], [null]])('does not read %j', (given) => {
    expect(v.is(list, given)).toBe(false);
  });
});

describe('a time', () => {
  it('is none if it was never set', () => {
    for (const unset of ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', 'yesterday'])
      expect([unset, readTime(unset)]).toEqual([unset, undefined]);
    expect(readTime('2026-01-26T15:30:01Z')?.ms).toBe(Date.parse('2026-01-26T15:30:01Z'));
  });
});

describe('total', () => {
  it.each([
    [0, 0],
    [7, 7],
    ['0', 0],
    ['1', 1],
    ['007', 7],
  ])('reads %j as %i', (given, read) => {
    expect(v.parse(total, given)).toBe(read);
  });

  it.each([-1, 1.5, '1.5', '-1', '1e3', '0x10', ' 1', '', '9'.repeat(30), null, true, [1]])(
    'does not read %j',
    (given) => {
      expect(v.is(total, given)).toBe(false);
    },
  );
});

describe('isPartial', () => {
  it.each([{}, { nextPageToken: '' }, { nextPageToken: null }, { next_page_token: '' }])(
    'is false for %j',
    (list) => {
      expect(isPartial(list)).toBe(false);
    },
  );

  it.each([{ nextPageToken: 'x' }, { next_page_token: 5 }, { nextPageToken: {} }])(
    'is true for %j',
    (list) => {
      expect(isPartial(list)).toBe(true);
    },
  );
});
