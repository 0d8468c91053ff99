/**
 * Judging a list that fills up and changes while it is read, as an index does after a scan: rows
 * come, go and change, the counts follow on their own, pages have any size, and requests fail.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FindingsPage } from '../../src/binarly/findings.ts';
import { judgeFindings } from '../../src/findings/judge-findings.ts';
import { type ApiResult, failedByApi } from '../../src/model/api-result.ts';
import type { Finding } from '../../src/model/finding.ts';
import { isInImage, judge } from '../../src/model/policy.ts';
import { detailsWith, finding, imageWith, policy } from '../support/findings.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

/** How long after the scan completed the list and the counts may still change, in milliseconds. */
const LAG_MS = 20_000;

const TROUBLE: readonly ApiResult<never>[] = [
  failedByApi({ type: 'http-status', status: 502, message: undefined }),
  failedByApi({ type: 'unexpected-answer', expected: 'findings' }),
  { kind: 'absent', cause: { type: 'not-found', message: 'not found' } },
];

/** What the list becomes at an instant after the scan completed. */
const row = fc.record({
  number: fc.nat(60),
  severity: fc.constantFrom('low', 'low', 'low', 'critical'),
  status: fc.constantFrom('new', 'new', 'rejected'),
  isKev: fc.constantFrom(false, false, false, true),
  side: fc.constantFrom('both', 'both', 'left', 'right'),
});
const change = fc.record({
  atMs: fc.nat(LAG_MS),
  adds: fc.array(row, { maxLength: 12 }),
  removes: fc.array(fc.nat(60), { maxLength: 6 }),
});
const scenario = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 5 }),
  /** The counts show the list as it was this long ago. */
  countsLagMs: fc.nat(LAG_MS),
  pageSize: fc.integer({ min: 1, max: 100 }),
  tookMs: fc.constantFrom(0, 50, 700, 3_000),
  failOnKev: fc.boolean(),
  isComparison: fc.boolean(),
  /** The policy of a sweep, beside that of a step. */
  ofSweep: fc.constantFrom(undefined, 'any', 'critical'),
  onIncomplete: fc.constantFrom('fail', 'fail', 'warn'),
  faults: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...TROUBLE)), {
    maxLength: 4,
  }),
});

it('a pass means that nothing in the final list blocks, and that the counts agree', async () => {
  let [passes, blocks] = [0, 0];
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const { changes, countsLagMs, pageSize, tookMs, faults, isComparison, ofSweep } = given;
      const { failOnKev, onIncomplete } = given;
      const baselineImageId = isComparison ? 'baseline' : undefined;
      const ofStep = policy({ failOnKev, onIncomplete, baselineImageId });
      const others = ofSweep === undefined ? [] : [policy({ threshold: ofSweep, onIncomplete })];
      const policies = [ofStep, ...others] as const;
      const clock = createJumpingClock();
      const completedMs = clock.monotonicMs();
      const listAt = (ms: number): readonly Finding[] => {
        const rows = new Map<string, Finding>();
        const past = changes.filter(({ atMs }) => atMs <= ms);
        for (const { adds, removes } of past.toSorted((a, b) => a.atMs - b.atMs)) {
          for (const number of removes) rows.delete(`finding-${number + 100}`);
          for (const { number, side, ...what } of adds) {
            const id = `finding-${number + 100}`;
            rows.set(id, finding({ id, ...what, side: isComparison ? side : undefined }));
          }
        }
        return [...rows.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
      };
      const sinceMs = () => clock.monotonicMs() - completedMs;
      const troubles = new Map(faults);
      let requests = 0;
      /** When the last read and the one before it began. */
      let [readMs, readBeforeMs] = [-Infinity, -Infinity];
      let counted = { all: 0, kev: 0 };
      const askForPage = async (page: number): Promise<ApiResult<FindingsPage>> => {
        requests += 1;
        if (page === 1) [readMs, readBeforeMs] = [sinceMs(), readMs];
        clock.jump(tookMs);
        const list = listAt(sinceMs());
        const findings = list.slice((page - 1) * pageSize, page * pageSize);
        return troubles.get(requests) ?? { kind: 'found', value: { total: list.length, findings } };
      };
      const { ended } = await judgeFindings(
        policies,
        imageWith(askForPage, () => {
          const list = listAt(Math.max(0, sinceMs() - countsLagMs)).filter(isInImage);
          counted = { all: list.length, kev: list.filter(({ isKev }) => isKev).length };
          return detailsWith({ weakness: counted.all }, counted.kev);
        }),
        'image',
        {
          completedMs,
          endMs: completedMs + 7_200_000,
          maxOutageMs: 900_000,
          interval: { kind: 'auto' },
        },
        { clock, random: () => 0.5, signal: new AbortController().signal },
      );
      const list = listAt(LAG_MS);
      const { blocking } = judge(list, policies);
      if (ended.status === 'findings') blocks += 1;
      else {
        // The list settles before `max-outage` ends, so it is read in the end.
        expect(ended.status).toBe('completed');
        expect(blocking).toEqual([]);
        expect(readMs).toBeGreaterThanOrEqual(LAG_MS);
        expect(readMs - readBeforeMs).toBeGreaterThanOrEqual(5_000);
        expect(counted.all).toBeLessThanOrEqual(list.filter(isInImage).length);
        if (failOnKev)
          expect(counted.kev).toBeLessThanOrEqual(list.filter(({ isKev }) => isKev).length);
        passes += 1;
      }
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(passes, blocks)).toBeGreaterThan(10);
});
