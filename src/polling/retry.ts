/**
 * The one loop that tries again: ask, judge the answer, sleep, ask again. It ends with what was
 * asked for, with a refusal, at the end of a budget, or with an interruption.
 */
import type { Failed, Found, NothingFound } from '../model/api-result.ts';
import type { Outage } from '../model/outage.ts';
import type { Attempt, Decided, DecisiveAttempt, GaveUp, NextAttempt, Retried } from './attempt.ts';
import { type CallOptions, callOptionsOf, OVERRUN_MS } from './call-options.ts';
import { type Clock, sleepUntil } from './clock.ts';
import { nextSleepMs, type PollInterval } from './schedule.ts';
import { graceEndMs, type StartGrace } from './start-grace.ts';

/** How long to try and how often. Every budget ends in an attempt. */
export interface RetryBudgets {
  /**
   * A monotonic instant, in milliseconds. No sleep goes past it, one attempt is made at it, and it
   * aborts nothing.
   */
  readonly deadlineMs: number;
  /** How long in a row attempts may fail, in milliseconds, from the end of the first of them. */
  readonly maxOutageMs: number;
  readonly interval: PollInterval;
  /** How old the thing that is asked about is, in milliseconds: it stretches `auto`. */
  readonly ageMs?: () => number;
}

export interface RetryTools {
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  /** Interruption; nothing else aborts. */
  readonly signal: AbortSignal;
  /** Until the API has answered once, silence ends the outage earlier. */
  readonly grace?: StartGrace | undefined;
  /** Called with the outage after each attempt; undefined if the attempt did not fail. */
  readonly onAttempt?: ((outage: Outage | undefined) => void) | undefined;
}

/**
 * Asks until the answer is final. Foreseeable failures are returned, never thrown.
 * @param judge says what an answer means. `nowMs` is when it came, a monotonic instant in
 * milliseconds: one in flight at the deadline counts as if it came then. If it never says `again`,
 * time is never up after a usable answer, and the type says so.
 */
export function retry<R, T>(
  ask: (call: CallOptions) => Promise<R>,
  judge: (result: R, nowMs: number) => DecisiveAttempt<T>,
  budgets: RetryBudgets,
  tools: RetryTools,
): Promise<Decided<T>>;
export function retry<R, T>(
  ask: (call: CallOptions) => Promise<R>,
  judge: (result: R, nowMs: number) => Attempt<T>,
  budgets: RetryBudgets,
  tools: RetryTools,
): Promise<Retried<T>>;
export async function retry<R, T>(
  ask: (call: CallOptions) => Promise<R>,
  judge: (result: R, nowMs: number) => Attempt<T>,
  { deadlineMs, maxOutageMs, interval, ageMs = () => 0 }: RetryBudgets,
  { clock, random, signal, grace, onAttempt }: RetryTools,
): Promise<Retried<T>> {
  let outage: Outage | undefined;
  while (!signal.aborted) {
    const beganMs = clock.monotonicMs();
    const result = await ask(callOptionsOf(clock, signal, beganMs, deadlineMs));
    if (isStale(beganMs, clock.monotonicMs(), deadlineMs)) continue;
    const nowMs = Math.min(clock.monotonicMs(), deadlineMs);
    const attempt = judge(result, nowMs);
    if (attempt.kind === 'failed') grace?.hear(attempt.failure, nowMs);
    const state = { nowMs, maxOutageMs, graceSinceMs: grace?.sinceMs() };
    const { step, outage: after } = nextStep(attempt, outage, state);
    outage = after;
    // An interruption says nothing about an outage.
    if (attempt.kind !== 'interrupted') onAttempt?.(outage);
    if (step.kind !== 'sleep') return step;
    if (nowMs >= deadlineMs && !signal.aborted)
      return outage === undefined ? TIME_UP : gaveUp(outage, 'time', state);
    const failuresInRow = outage?.times ?? 0;
    const { retryAfterMs, pollByMs } = step;
    const pace = { interval, ageMs: ageMs(), failuresInRow, retryAfterMs, random };
    await sleepUntil(Math.min(nowMs + nextSleepMs(pace), pollByMs, deadlineMs), clock, signal);
  }
  return { kind: 'interrupted' };
}

const TIME_UP = { kind: 'time-up' } as const;

/**
 * Asks until something is found.
 * @param otherwise what any other answer means.
 */
export function retryUntilFound<T, N extends NothingFound>(
  ask: (call: CallOptions) => Promise<Found<T> | N>,
  otherwise: (result: N) => DecisiveAttempt<T>,
  budgets: RetryBudgets,
  tools: RetryTools,
): Promise<Decided<T>> {
  const judge = (result: Found<T> | N): DecisiveAttempt<T> =>
    result.kind === 'found' ? { kind: 'done', value: result.value } : otherwise(result);
  return retry(ask, judge, budgets, tools);
}

/**
 * Whether an answer that was in flight at the deadline came so late that the process must have been
 * stopped, for example by a suspended machine. It decides nothing; one more attempt does.
 */
function isStale(beganMs: number, nowMs: number, deadlineMs: number): boolean {
  return beganMs < deadlineMs && nowMs > deadlineMs + OVERRUN_MS;
}

export interface RetryState {
  readonly nowMs: number;
  readonly maxOutageMs: number;
  /** Since when a first sign of an API is waited for; undefined if it is not. */
  readonly graceSinceMs: number | undefined;
}

interface Sleep {
  readonly kind: 'sleep';
  readonly retryAfterMs: number | undefined;
  readonly pollByMs: number;
}

export interface NextStep<T> {
  /** The end, or how to sleep until the next attempt. */
  readonly step: Exclude<Retried<T>, { readonly kind: 'time-up' }> | Sleep;
  /** With this attempt; undefined if it did not fail. */
  readonly outage: Outage | undefined;
}

/**
 * What follows from an attempt, apart from the deadline. Pure.
 * @param before the outage before this attempt.
 */
export function nextStep<T>(
  attempt: Attempt<T>,
  before: Outage | undefined,
  now: RetryState,
): NextStep<T> {
  if (attempt.kind === 'again') return { step: sleep(attempt, attempt), outage: undefined };
  if (attempt.kind !== 'failed') return { step: attempt, outage: undefined };
  const { failure, sparedMs = 0 } = attempt;
  const times = before?.times ?? 0;
  const sinceMs = before === undefined ? now.nowMs : before.sinceMs + sparedMs;
  const outage = { failure, times: times + 1, sinceMs };
  const refused = refusedTwice(before?.failure, failure);
  if (refused !== undefined) return { step: refused, outage };
  const endMs = outageEndMs(sinceMs, failure, now);
  if (now.nowMs >= endMs) return { step: gaveUp(outage, 'max-outage', now), outage };
  return { step: sleep(attempt, failure, endMs), outage };
}

function sleep(
  { pollByMs = Infinity }: NextAttempt,
  { retryAfterMs }: Pick<Failed, 'retryAfterMs'>,
  endMs = Infinity,
): Sleep {
  return { kind: 'sleep', retryAfterMs, pollByMs: Math.min(pollByMs, endMs) };
}

/** Two attempts in a row were each refused a token that was issued in that attempt. */
function refusedTwice(before: Failed | undefined, { cause, endpoint }: Failed) {
  const isTwice =
    before?.cause.type === 'fresh-token-refused' && cause.type === 'fresh-token-refused';
  return isTwice ? ({ kind: 'refused', endpoint, cause } as const) : undefined;
}

/** When failed attempts end: earlier without a sign of an API, at the end of the grace period. */
function outageEndMs(
  sinceMs: number,
  { reached }: Failed,
  { maxOutageMs, graceSinceMs }: RetryState,
): number {
  const outageMs = sinceMs + maxOutageMs;
  if (reached !== 'nothing' || graceSinceMs === undefined) return outageMs;
  return Math.min(outageMs, graceEndMs(graceSinceMs, maxOutageMs));
}

function gaveUp(
  outage: Outage,
  ended: GaveUp['ended'],
  { nowMs, graceSinceMs }: RetryState,
): GaveUp {
  const reachedApi = graceSinceMs === undefined || outage.failure.reached === 'api';
  // Until the API has answered, the first request in flight counts too.
  const beganMs = reachedApi ? outage.sinceMs : Math.min(outage.sinceMs, graceSinceMs);
  return { kind: 'gave-up', outage, ended, forMs: nowMs - beganMs, reachedApi };
}
