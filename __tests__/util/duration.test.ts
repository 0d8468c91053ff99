import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  formatExact,
  LONGEST_DURATION_MS,
  parseDuration,
} from '../../src/util/duration.ts';

const NOT_A_DURATION = { ok: false, problem: 'is not a duration: write it like 45s, 90m or 1h30m' };
const TOO_LONG = { ok: false, problem: 'is longer than a job can run: use at most 120h' };

describe('parseDuration', () => {
  it.each([
    ['0s', 0],
    ['45s', 45_000],
    ['90m', 5_400_000],
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1h30m15s', 5_415_000],
    ['1h5s', 3_605_000],
    ['1.5h', 5_400_000],
    ['0.25s', 250],
    ['0.0004s', 0],
    ['007m', 420_000],
    ['119h60m', 432_000_000],
    ['120h', 432_000_000],
  ])('reads %s as %i ms', (text, ms) => {
    expect(parseDuration(text)).toEqual({ ok: true, ms });
  });

  it.each([
    ['90', 'has no unit: write 90s, 90m or 90h'],
    ['0', 'has no unit: write 0s, 0m or 0h'],
    ['1.5', 'has no unit: write 1.5s, 1.5m or 1.5h'],
  ])('requires a unit for %s and shows the fix', (text, problem) => {
    expect(parseDuration(text)).toEqual({ ok: false, problem });
  });

  it.each([
    '',
    ' ',
    'h',
    '300abc',
    '45 s',
    ' 45s',
    '45s\n',
    '-5m',
    '+5m',
    '1e3s',
    '0x10s',
    '.5h',
    '5.h',
    '1,5h',
    '1.2.3h',
    '30m1h',
    '1m1m',
    '1h30',
    '5d',
    '500ms',
    '1H',
    '٣m',
    'Infinitys',
    '5m::error::',
  ])('refuses %j, which is not a duration', (text) => {
    expect(parseDuration(text)).toEqual(NOT_A_DURATION);
  });

  it.each(['120h1s', '120.001h', '7201m', '432001s', `${'9'.repeat(400)}h`])(
    'refuses %.20s, which is longer than a job can run',
    (text) => {
      expect(parseDuration(text)).toEqual(TOO_LONG);
    },
  );

  it('is fast even for two megabytes of digits', () => {
    expect(parseDuration(`${'1'.repeat(1_000_000)}.${'1'.repeat(1_000_000)}x`)).toEqual(
      NOT_A_DURATION,
    );
  });

  it('adds up the units', () => {
    const amount = (most: number) => fc.nat(most);
    fc.assert(
      fc.property(amount(118), amount(59), amount(59), (h, m, s) => {
        expect(parseDuration(`${h}h${m}m${s}s`)).toEqual({
          ok: true,
          ms: h * 3_600_000 + m * 60_000 + s * 1_000,
        });
      }),
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [-1, '0 s'],
    [0, '0 s'],
    [999, '0 s'],
    [1_000, '1 s'],
    [45_999, '45 s'],
    [60_000, '1 min'],
    [61_000, '1 min 1 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h'],
    [3_659_000, '1 h'],
    [5_400_000, '1 h 30 min'],
    [90_061_000, '25 h 1 min'],
    [LONGEST_DURATION_MS, '120 h'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('writes what parseDuration reads back, cut to the two largest units', () => {
    fc.assert(
      fc.property(fc.nat(LONGEST_DURATION_MS), (ms) => {
        const unit = ms < 3_600_000 ? 1_000 : 60_000;
        const text = formatDuration(ms).replace('min', 'm').replaceAll(' ', '');
        expect(parseDuration(text)).toEqual({ ok: true, ms: Math.floor(ms / unit) * unit });
      }),
    );
  });
});

describe('formatExact', () => {
  it.each([
    [0, '0 s'],
    [500, '0.5 s'],
    [1_500, '1.5 s'],
    [61_001, '61.001 s'],
    [90_000, '1 min 30 s'],
    [7_200_000, '2 h'],
  ])('writes %i ms as %s, to the millisecond', (ms, text) => {
    expect(formatExact(ms)).toBe(text);
  });
});
