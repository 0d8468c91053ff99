import { describe, expect, it } from 'vitest';
import { listOr } from '../../src/inputs/values.ts';
import { problems, read } from './read.ts';

describe('readDuration', () => {
  it.each([
    ['90', '"90" has no unit: write 90s, 90m or 90h'],
    ['300abc', '"300abc" is not a duration: write it like 45s, 90m or 1h30m'],
    ['121h', '"121h" is longer than a job can run: use at most 120h'],
  ])('refuses %s and shows the fix', (timeout, problem) => {
    expect(problems({ timeout })).toEqual([`timeout: ${problem}`]);
  });

  it('reports a megabyte of digits in a few words', () => {
    const [problem = '', ...more] = problems({ timeout: '9'.repeat(1_000_000) });
    expect(more).toEqual([]);
    expect(problem.length).toBeLessThan(400);
  });
});

describe('readPollInterval', () => {
  it.each([
    ['0.999s', '"0.999s" is too short: use at least 1s, or auto'],
    ['5', '"5" has no unit: write 5s, 5m or 5h, or auto'],
    ['often', '"often" is not a duration: write it like 45s, 90m or 1h30m, or auto'],
  ])('has one problem with %s', (interval, problem) => {
    expect(problems({ 'poll-interval': interval })).toEqual([`poll-interval: ${problem}`]);
  });

  it('takes auto in any case', () => {
    expect(problems({ 'poll-interval': 'Auto' })).toEqual([]);
  });
});

describe('readInstant', () => {
  it.each(['yesterday', '2026-01-26', '2026-01-26T15:30:00'])('refuses %s', (text) => {
    expect(problems({ 'created-after': text })).toEqual([
      `created-after: "${text}" is not an RFC 3339 time with an offset: ` +
        'write it like 2026-01-26T15:30:00Z',
    ]);
  });
});

describe('readChoice', () => {
  it.each(['fail', 'warn'])('accepts %s', (choice) => {
    expect(read({ 'on-timeout': choice })).toMatchObject({ settings: { onTimeout: choice } });
  });

  it('quotes an unknown value as one short printable line', () => {
    expect(problems({ 'on-timeout': `\n::error::##[x]\u202e${'y'.repeat(1_000_000)}` })).toEqual([
      `on-timeout: ": :error::# #[x] ${'y'.repeat(43)}…" is unknown: use fail, warn or defer`,
    ]);
  });
});

describe('listOr', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ])('joins %j', (words, text) => {
    expect(listOr(words)).toBe(text);
  });
});
