/** For tests of the table of poll results: answers, and what a wait makes of them. */
import { expect } from 'vitest';
import type { ApiResult, Reached } from '../../src/model/api-result.ts';
import { beginRecord, end, type ImageRecord } from '../../src/model/image-record.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { Ended } from '../../src/model/verdict.ts';
import { nextStep } from '../../src/polling/retry.ts';
import { createStartGrace } from '../../src/polling/start-grace.ts';
import { applyPollResult } from '../../src/scan/apply-poll-result.ts';
import { followScan } from '../../src/scan/follow-scan.ts';
import { absent, failed, scanIn } from './builders.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { rememberingContact } from './known-api.ts';

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
  const grace = createStartGrace(0);
  const ofApi = rememberingContact<Scan>();
  let pollByMs = Infinity;
  for (const { seconds, answer: given } of answers) {
    expect(record.ended).toBeUndefined();
    const nowMs = seconds * 1_000;
    const answer = ofApi(given);
    const applied = applyPollResult(record, answer, { nowMs, ...budgets });
    if (applied.attempt.kind === 'failed') grace.hear(applied.attempt.failure, nowMs);
    const { step, outage } = nextStep(applied.attempt, record.outage, {
      nowMs,
      maxOutageMs: budgets.maxOutageMs,
      graceSinceMs: grace.sinceMs(),
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
  const ofApi = rememberingContact<Scan>();
  const { ended } = await followScan(
    'image-1',
    () => () => {
      const { seconds = 0, answer } = left.shift() ?? {};
      if (answer === undefined) throw new Error('the wait goes on after its deadline');
      clock.jump(beganMs + seconds * 1_000 - clock.monotonicMs());
      return Promise.resolve(ofApi(answer));
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
      grace: createStartGrace(beganMs),
      onUpdate: () => undefined,
    },
  );
  return ended;
}
