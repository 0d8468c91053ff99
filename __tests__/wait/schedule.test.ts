import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AUTO_LONGEST_MS,
  AUTO_SHORTEST_MS,
  nextSleepMs,
  type Pace,
  SHORTEST_MS,
} from '../../src/wait/schedule.ts';

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

describe('nextSleepMs', () => {
  it.each([
    // The middles of 5 to 5.5 s and of 27 to 30 s: what would lie outside of 5 to 30 s is cut off the range.
    [0, 5_250],
    [50_000, 5_250],
    [minutes(1) + 40_000, 5_250],
    [minutes(5), 8_660],
    [minutes(10), 12_247],
    [minutes(30), 21_213],
    [minutes(60), 28_500],
    [minutes(600), 28_500],
  ])('auto asks about a scan of %i ms after %i ms', (ageMs, ms) => {
    expect(Math.round(sleepMs({ ageMs }))).toBe(ms);
  });

  it.each([2_000, 5_000, 60_000, 3_600_000])(
    'a fixed interval of %i ms is kept, whatever the age',
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
    [fixed(1_000), 0, SHORTEST_MS],
    [fixed(1_000), 0.75, 1_075],
    [{ kind: 'auto' }, 0, AUTO_SHORTEST_MS],
    [{ kind: 'auto' }, 0.5, 5_250],
  ] as const)('jitters %j by ±10 %%, within its bounds', (interval, random, ms) => {
    expect(sleepMs({ interval, random: () => random })).toBeCloseTo(ms, 6);
  });

  it.each([
    ['auto', { kind: 'auto' }, [5_250, 5_250, 10_000, 20_000, 28_500, 28_500]],
    ['2 s', fixed(2_000), [2_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
    ['20 s', fixed(20_000), [20_000, 20_000, 30_000, 30_000]],
    ['1 min', fixed(60_000), [60_000, 60_000, 60_000]],
  ] as const)(
    'doubles %s from the second failure in a row on, up to 30 s',
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
  ])('a Retry-After of %s ms counts if it is longer', (retryAfterMs, ms) => {
    expect(sleepMs({ interval: fixed(10_000), retryAfterMs })).toBe(ms);
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

  it('is never under 1 s, nor under what the server asked for', () => {
    fc.assert(
      fc.property(paces, (pace) => {
        expect(nextSleepMs(pace)).toBeGreaterThanOrEqual(
          Math.max(SHORTEST_MS, pace.retryAfterMs ?? 0),
        );
      }),
    );
  });

  it('stays within ±10 % of the middle, and `auto` within 5 s and 30 s, where the server asks for nothing', () => {
    fc.assert(
      fc.property(paces, (pace) => {
        const ms = nextSleepMs({ ...pace, retryAfterMs: undefined });
        const centre = nextSleepMs({ ...pace, retryAfterMs: undefined, random: middle });
        expect(Math.abs(ms - centre)).toBeLessThanOrEqual(centre * 0.1 + 1e-6);
        const [shortest, longest] =
          pace.interval.kind === 'auto'
            ? [AUTO_SHORTEST_MS, AUTO_LONGEST_MS]
            : [SHORTEST_MS, Infinity];
        expect(ms).toBeGreaterThanOrEqual(shortest);
        expect(ms).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('never asks an older scan more often, nor after more failures', () => {
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
