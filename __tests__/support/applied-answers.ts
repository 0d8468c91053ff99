/** For tests of the table of poll results: answers, and what a wait makes of them. */
import { expect } from 'vitest';
import type { Answer, Reached } from '../../src/model/answer.ts';
import { beginRecord } from '../../src/model/image-record.ts';
import type { Scan } from '../../src/model/scan.ts';
import { type Applied, applyAnswer } from '../../src/scan/apply-answer.ts';
import type { Budgets, Circumstances } from '../../src/scan/budgets.ts';
import { applyContact, beginContact } from '../../src/scan/first-contact.ts';
import { absent, failed, scanIn } from './builders.ts';

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
  readonly answer: Answer<Scan>;
}

export function at(seconds: number, answer: Answer<Scan>): TimedAnswer {
  return { seconds, answer };
}

export function found(type: string | undefined, overrides: Partial<Scan> = {}): Answer<Scan> {
  return { kind: 'found', value: { ...scanIn(type), ...overrides } };
}

export function failedReaching(reached: Reached): Answer<Scan> {
  return failed(undefined, { reached });
}

/** Applies the answers in turn; only the last may settle the wait. */
export function applyAll(
  answers: readonly TimedAnswer[],
  budgets = BUDGETS,
): Applied & { readonly now: Circumstances } {
  let applied: Applied = { record: beginRecord('image-1'), pollByMs: Infinity };
  let now: Circumstances = { nowMs: 0, budgets, contact: beginContact(0) };
  for (const { seconds, answer } of answers) {
    expect(applied.record.verdict).toBeUndefined();
    const nowMs = seconds * 1_000;
    now = { ...now, nowMs, contact: applyContact(now.contact, answer, nowMs) };
    applied = applyAnswer(applied.record, answer, now);
  }
  return { ...applied, now };
}

export function recordAfter(answers: readonly TimedAnswer[], budgets?: Budgets) {
  return applyAll(answers, budgets).record;
}

export function verdictAfter(answers: readonly TimedAnswer[], budgets?: Budgets) {
  return recordAfter(answers, budgets).verdict;
}

export function pollBySeconds(answers: readonly TimedAnswer[], budgets?: Budgets): number {
  return applyAll(answers, budgets).pollByMs / 1_000;
}
