/** For tests of the table of poll results: answers, and what a wait makes of them. */
import { expect } from 'vitest';
import type { ApiResult, Reached } from '../../src/model/api-result.ts';
import { beginRecord, end, type ImageRecord } from '../../src/model/image-record.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { Ended } from '../../src/model/verdict.ts';
import { nextStep } from '../../src/polling/retry.ts';
import { applyToGrace, beginGrace } from '../../src/polling/start-grace.ts';
import { applyPollResult } from '../../src/scan/apply-poll-result.ts';
import { followScan } from '../../src/scan/follow-scan.ts';
import { absent, failed, scanIn } from './builders.ts';
import { createJumpingClock } from './jumping-clock.ts';

/** Durations in milliseconds. */
interface Budgets {
  readonly appearanceTimeoutMs: number;
  readonly maxOutageMs: number;
}

export const BUDGETS: Budgets = { appearanceTimeoutMs: 300_000, maxOutageMs: 900_000 };

export const RUNNING = found('running');
export const UNKNOWN_PRODUCT = absent({
  type: 'not-found',
  message: 'image not found',
  unknownProduct: { given: 'bord', nearest: ['Board'] },
});

export interface TimedAnswer {
  /** Since the step began. */
  readonly seconds: number;
  readonly answer: ApiResult<Scan>;
}

export function at(seconds: number, answer: ApiResult<Scan>): TimedAnswer {
  return { seconds, answer };
}

export function found(type: string | undefined, overrides: Partial<Scan> = {}): ApiResult<Scan> {
  return { kind: 'found', value: { ...scanIn(type), ...overrides } };
}

export function failedReaching(reached: Reached): ApiResult<Scan> {
  return failed(undefined, { reached });
}

/** Applies the answers in turn; only the last may end the wait. */
export function applyAll(answers: readonly TimedAnswer[], budgets = BUDGETS) {
  let record: ImageRecord = beginRecord('image-1');
  let grace = beginGrace(0);
  let pollByMs = Infinity;
  for (const { seconds, answer } of answers) {
    expect(record.ended).toBeUndefined();
    const nowMs = seconds * 1_000;
    grace = applyToGrace(grace, answer, nowMs);
    const applied = applyPollResult(record, answer, { nowMs, ...budgets });
    const { step, outage } = nextStep(applied.attempt, record.outage, {
      nowMs,
      maxOutageMs: budgets.maxOutageMs,
      grace,
    });
    pollByMs = step.kind === 'sleep' ? step.pollByMs : Infinity;
    if (answer.kind === 'interrupted') continue;
    record = { ...applied.record, outage };
    if (step.kind === 'done') record = end(record, step.value);
    if (step.kind === 'refused') record = end(record, { status: 'error', refused: step });
    if (step.kind === 'gave-up') {
      const { forMs, reachedApi } = step;
      const { failure } = step.outage;
      record = end(record, { status: 'unavailable', failure, forMs, reachedApi });
    }
  }
  return { record, pollByMs };
}

export function recordAfter(answers: readonly TimedAnswer[], budgets?: Budgets): ImageRecord {
  return applyAll(answers, budgets).record;
}

export function verdictAfter(answers: readonly TimedAnswer[], budgets?: Budgets) {
  return recordAfter(answers, budgets).ended;
}

export function pollBySeconds(answers: readonly TimedAnswer[], budgets?: Budgets): number {
  return applyAll(answers, budgets).pollByMs / 1_000;
}

/** How a wait ends whose deadline is at the last of these answers. */
export async function endedAtDeadline(answers: readonly TimedAnswer[]): Promise<Ended> {
  const clock = createJumpingClock();
  const beganMs = clock.monotonicMs();
  const left = [...answers];
  let grace = beginGrace(beganMs);
  const { ended } = await followScan(
    'image-1',
    () => () => {
      const { seconds = 0, answer } = left.shift() ?? {};
      if (answer === undefined) throw new Error('the wait goes on after its deadline');
      clock.jump(beganMs + seconds * 1_000 - clock.monotonicMs());
      return Promise.resolve(answer);
    },
    {
      ...BUDGETS,
      beganMs,
      timeoutMs: (answers.at(-1)?.seconds ?? 0) * 1_000,
      pollInterval: { kind: 'fixed', ms: 1_000 },
    },
    {
      clock,
      random: () => 0.5,
      signal: new AbortController().signal,
      grace: {
        hear(answer, nowMs) {
          grace = applyToGrace(beginGrace(beganMs), answer, nowMs);
        },
        now: () => grace,
      },
      onUpdate: () => undefined,
    },
  );
  return ended;
}
