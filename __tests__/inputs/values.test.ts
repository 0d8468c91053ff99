import { describe, expect, it } from 'vitest';
import { entriesOf, listOr } from '../../src/inputs/values.ts';
import { problems, read } from './read.ts';

const NO_VALUE = 'the step before gave no value, so check the output it comes from';

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
    ['5', '"5" has no unit: write 5s, 5m or 5h, or set it to auto'],
    ['fast', '"fast" is not a duration: write it like 45s, 90m or 1h30m, or set it to auto'],
  ])('has one problem with %s', (interval, problem) => {
    expect(problems({ 'poll-interval': interval })).toEqual([`poll-interval: ${problem}`]);
  });
});

describe('readPollInterval', () => {
  it.each(['auto', 'Auto', 'AUTO'])('knows %s', (interval) => {
    expect(read({ 'poll-interval': interval })).toMatchObject({
      settings: { pollInterval: { kind: 'auto' } },
    });
  });
});

describe('readDuration and readInstant', () => {
  it.each(['timeout', 'created-after'] as const)(
    'name an expression without a value: %s',
    (input) => {
      expect(problems({ [input]: 'null' })).toEqual([`${input}: is "null": ${NO_VALUE}`]);
    },
  );

  it.each(['timeout', 'created-after'] as const)('name quotation marks: %s', (input) => {
    expect(problems({ [input]: "'1h'" })).toEqual([
      `${input}: has quotation marks around "1h": remove them`,
    ]);
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
  it.each([
    ['fail', 'fail'],
    ['warn', 'warn'],
    ['Warn', 'warn'],
    ['WARN', 'warn'],
  ])('reads %s as %s', (text, onTimeout) => {
    expect(read({ 'on-timeout': text })).toMatchObject({ settings: { onTimeout } });
  });

  it('names quotation marks', () => {
    expect(problems({ 'on-timeout': '"warn"' })).toEqual([
      'on-timeout: has quotation marks around "warn": remove them',
    ]);
  });

  it('quotes an unknown value as one short printable line', () => {
    expect(problems({ 'on-timeout': `\n::error::##[x]\u202e${'y'.repeat(1_000_000)}` })).toEqual([
      `on-timeout: ": :error::# #[x] ${'y'.repeat(43)}…" is unknown: use fail, warn or defer`,
    ]);
  });
});

describe('readBoolean', () => {
  const kevOf = (text: string) => {
    const inputs = read({ 'fail-on-kev': text });
    return inputs.ok ? inputs.settings.policy?.failOnKev === true : inputs.problems.length;
  };

  it.each(['true', 'True', 'TRUE'])('reads %s as true', (text) => {
    expect(kevOf(text)).toBe(true);
  });

  it.each(['false', 'False', 'FALSE'])('reads %s as false', (text) => {
    expect(kevOf(text)).toBe(false);
  });

  // YAML 1.1 had more words, and no version of YAML mixes cases.
  it.each(['yes', 'on', '1', 'tRUE', 'no', '0'])('reports %s', (text) => {
    expect(problems({ 'fail-on-kev': text })).toEqual([
      `fail-on-kev: "${text}" is unknown: use true or false`,
    ]);
  });

  it('names quotation marks', () => {
    expect(problems({ 'fail-on-kev': "'true'" })).toEqual([
      'fail-on-kev: has quotation marks around "true": remove them',
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

describe('entriesOf', () => {
  it.each([
    ['a, b', ['a', 'b']],
    ['a\r\nb c\n', ['a', 'b c']],
    [' ,\n,', []],
    ['', []],
  ])('reads %j', (text, entries) => {
    expect(entriesOf(text)).toEqual(entries);
  });
});
