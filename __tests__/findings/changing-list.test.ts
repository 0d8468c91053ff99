/**
 * Reading against a server that is honest but unreliable: requests fail at random, and the list
 * grows or shrinks at random moments. It does not do both: a finding beyond page 1 that is replaced
 * by another one at once cannot be noticed.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FindingsPage } from '../../src/binarly/findings.ts';
import { readFindings } from '../../src/findings/read-findings.ts';
import { type Answer, failedByApi } from '../../src/model/answer.ts';
import type { Finding } from '../../src/model/finding.ts';
import { judge } from '../../src/model/policy.ts';
import { detailsWith, findings, pageOf, policy } from '../support/findings.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const TROUBLE: readonly Answer<never>[] = [
  failedByApi({ type: 'http-status', status: 502, message: undefined }),
  failedByApi({ type: 'unexpected-answer', expected: 'findings' }),
  { kind: 'absent', cause: { type: 'not-found', message: 'not found' } },
];

const scenario = fc.record({
  /** How many findings the list gains or loses, at the n-th request. */
  changes: fc.array(
    fc.record({
      request: fc.integer({ min: 1, max: 12 }),
      count: fc.integer({ min: 1, max: 3 }),
      severity: fc.constantFrom('low', 'critical'),
      atStart: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  grows: fc.boolean(),
  first: fc.integer({ min: 0, max: 320 }),
  faults: fc.array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.constantFrom(...TROUBLE)), {
    maxLength: 4,
  }),
});

it('a pass means that nothing in the list counts, as it was at the last request', async () => {
  let passes = 0;
  let blocks = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ({ changes, grows, first, faults }) => {
      let requests = 0;
      let added = 0;
      const nextId = (prefix: string) => {
        added += 1;
        return `${prefix}-${String(added).padStart(6, '0')}`;
      };
      let list: readonly Finding[] = findings(first, { severity: 'low' });
      const clock = createJumpingClock();
      const beganMs = clock.monotonicMs();
      const troubles = new Map(faults);
      const askForPage = async (page: number): Promise<Answer<FindingsPage>> => {
        requests += 1;
        for (const { request, count, severity, atStart } of changes) {
          if (request !== requests) continue;
          const prefix = atStart ? 'a' : 'z';
          const more = findings(grows ? count : 0, { severity });
          const gained = more.map((it) => ({ ...it, id: nextId(prefix) }));
          list = [...list.slice(grows ? 0 : count), ...gained].toSorted((one, other) =>
            one.id < other.id ? -1 : 1,
          );
        }
        return troubles.get(requests) ?? pageOf(list, page);
      };
      const result = await readFindings(
        [policy()],
        {
          askForPage,
          askForDetails: () => Promise.resolve(detailsWith({ weakness: list.length })),
          checkBaseline: undefined,
        },
        {
          completedMs: beganMs,
          deadlineMs: beganMs + 7_200_000,
          maxOutageMs: 900_000,
          pollInterval: { kind: 'auto' },
        },
        { clock, random: () => 0.5, signal: new AbortController().signal, onFailure: () => {} },
      );
      // The list settles before `max-outage` ends, so it is read in the end.
      const { blocking } = judge(list, [policy()]);
      expect(result.kind).toBe('judged');
      if (result.kind !== 'judged') return;
      if (result.judgement.blocking.length > 0) blocks += 1;
      else {
        passes += 1;
        expect(blocking).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
  expect(Math.min(passes, blocks)).toBeGreaterThan(10);
});
