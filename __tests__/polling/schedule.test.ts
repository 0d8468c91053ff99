import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSleepMs, type Pace } from '../../src/polling/schedule.ts';

/** The middle of the jitter's range. */
const middle = () => 0.5;

function sleepMs(overrides: Partial<Pace>): number {
  const pace: Pace = {
    interval: { kind: 'auto' },
    ageMs: 0,
    failuresInRow: 0,
    retryAfterMs: undefined,
    random: middle,
  };
  return nextSleepMs({ ...pace, ...overrides });
}

const fixed = (ms: number) => ({ kind: 'fixed', ms }) as const;
const minutes = (n: number) => n * 60_000;

describe('the next sleep', () => {
  it.each([
    // The middle of 5 to 5.5 s and of 27 to 30 s: `auto` stays within 5 s and 30 s.
    [0, 5_250],
    [50_000, 5_250],
    [minutes(1) + 40_000, 5_250],
    [minutes(5), 8_660],
    [minutes(10), 12_247],
    [minutes(30), 21_213],
    [minutes(60), 28_500],
    [minutes(600), 28_500],
  ])('of auto, for a scan %i ms old, is %i ms', (ageMs, ms) => {
    expect(Math.round(sleepMs({ ageMs }))).toBe(ms);
  });

  it.each([2_000, 5_000, 60_000, 3_600_000])(
    'is a fixed interval of %i ms whatever the age',
    (ms) => {
      expect(sleepMs({ interval: fixed(ms), ageMs: 0 })).toBe(ms);
      expect(sleepMs({ interval: fixed(ms), ageMs: minutes(60) })).toBe(ms);
    },
  );

  it.each([
    [fixed(10_000), 0, 9_000],
    [fixed(10_000), 0.25, 9_500],
    [fixed(10_000), 0.75, 10_500],
    [fixed(3_600_000), 0, 3_240_000],
    [fixed(1_000), 0, 1_000],
    [fixed(1_000), 0.75, 1_075],
    [{ kind: 'auto' }, 0, 5_000],
    [{ kind: 'auto' }, 0.5, 5_250],
  ] as const)('is drawn from ±10 %% around %j, within its bounds', (interval, random, ms) => {
    expect(sleepMs({ interval, random: () => random })).toBeCloseTo(ms, 6);
  });

  it.each([
    ['auto', { kind: 'auto' }, [5_250, 5_250, 10_000, 20_000, 28_500, 28_500]],
    ['2 s', fixed(2_000), [2_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
    ['20 s', fixed(20_000), [20_000, 20_000, 30_000, 30_000]],
    ['1 min', fixed(60_000), [60_000, 60_000, 60_000]],
  ] as const)(
    'of %s doubles from the second failure in a row on, up to 30 s',
    (_, interval, expected) => {
      expect(expected.map((_, failuresInRow) => sleepMs({ interval, failuresInRow }))).toEqual(
        expected,
      );
    },
  );

  it.each([
    [undefined, 10_000],
    [1, 10_000],
    [9_999, 10_000],
    [10_001, 10_001],
    [7_200_000, 7_200_000],
    [Infinity, Infinity],
  ])('follows a Retry-After of %s ms after a failure if that is longer', (retryAfterMs, ms) => {
    expect(sleepMs({ interval: fixed(10_000), retryAfterMs, failuresInRow: 1 })).toBe(ms);
  });

  it.each([
    [9_999, 10_000],
    [299_999, 299_999],
    [300_000, 300_000],
    [7_200_000, 300_000],
    [Infinity, 300_000],
  ])('follows a Retry-After of %s ms on an informative answer for %i ms', (retryAfterMs, ms) => {
    expect(sleepMs({ interval: fixed(10_000), retryAfterMs })).toBe(ms);
  });

  it('is not shortened by the 5 minutes that Retry-After may last', () => {
    expect(sleepMs({ interval: fixed(3_600_000), retryAfterMs: 7_200_000 })).toBe(3_600_000);
  });

  const paces = fc.record<Pace>({
    interval: fc.oneof(
      fc.constant({ kind: 'auto' } as const),
      fc.integer({ min: 1, max: 432_000_000 }).map((ms) => fixed(ms)),
    ),
    ageMs: fc.double({ min: 0, max: 1e12, noNaN: true }),
    failuresInRow: fc.nat(5_000),
    retryAfterMs: fc.option(fc.integer({ min: 1, max: 1e10 }), { nil: undefined }),
    random: fc
      .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
      .map((value) => () => value),
  });

  it('is never under 1 s or under what the server asked for after a failure', () => {
    fc.assert(
      fc.property(paces, (pace) => {
        expect(nextSleepMs(pace)).toBeGreaterThanOrEqual(
          Math.max(1_000, pace.failuresInRow > 0 ? (pace.retryAfterMs ?? 0) : 0),
        );
      }),
    );
  });

  it('stays within ±10 % of the middle, and `auto` within 5 s and 30 s', () => {
    fc.assert(
      fc.property(paces, (pace) => {
        const ms = nextSleepMs({ ...pace, retryAfterMs: undefined });
        const center = nextSleepMs({ ...pace, retryAfterMs: undefined, random: middle });
        expect(Math.abs(ms - center)).toBeLessThanOrEqual(center * 0.1 + 1e-6);
        const [shortest, longest] =
          pace.interval.kind === 'auto' ? [5_000, 30_000] : [1_000, Infinity];
        expect(ms).toBeGreaterThanOrEqual(shortest);
        expect(ms).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('is never shorter for an older scan or after more failures', () => {
    fc.assert(
      fc.property(paces, fc.nat(1e9), fc.nat(10), (pace, older, more) => {
        const later = {
          ...pace,
          ageMs: pace.ageMs + older,
          failuresInRow: pace.failuresInRow + more,
        };
        expect(nextSleepMs(later)).toBeGreaterThanOrEqual(nextSleepMs(pace));
      }),
    );
  });
});
