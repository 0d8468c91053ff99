/**
 * The grace period at the start of a step: a typo in `api-url` must not burn hours, so failures
 * without a sign of an API are tolerated only for minutes until the API has answered once.
 */
import type { ApiResult } from '../model/api-result.ts';

/** How long to wait for a first sign of an API, in milliseconds. */
const START_GRACE_MS = 120_000;

export interface Grace {
  /** Whether the API has answered: a scan, no scan, or an error in its own format. */
  readonly reachedApi: boolean;
  /**
   * When the step began or, if later, when a 408, 429 or 5xx last came; a monotonic instant in
   * milliseconds.
   */
  readonly sinceMs: number;
}

/** Once the API has answered, nothing is shortened. */
export const REACHED: Grace = { reachedApi: true, sinceMs: Infinity };

/** The grace period of a step, which all its requests share. */
export interface StartGrace {
  /** Takes note of an answer. @param nowMs when it came. */
  hear(result: ApiResult<unknown>, nowMs: number): void;
  now(): Grace;
}

/** @param nowMs when the step began, a monotonic instant in milliseconds. */
export function createStartGrace(nowMs: number): StartGrace {
  let grace = beginGrace(nowMs);
  return {
    hear(result, heardMs) {
      grace = applyToGrace(grace, result, heardMs);
    },
    now: () => grace,
  };
}

export function beginGrace(nowMs: number): Grace {
  return { reachedApi: false, sinceMs: nowMs };
}

/** @param nowMs when the answer came. */
export function applyToGrace(grace: Grace, result: ApiResult<unknown>, nowMs: number): Grace {
  const { kind } = result;
  const reachedApi =
    grace.reachedApi ||
    kind === 'found' ||
    kind === 'absent' ||
    (kind === 'failed' && result.reached === 'api');
  const isBusy = kind === 'failed' && result.reached === 'busy';
  return { reachedApi, sinceMs: isBusy ? nowMs : grace.sinceMs };
}

/** When waiting for a first sign of an API ends; a monotonic instant in milliseconds. */
export function graceEndMs({ sinceMs }: Grace, maxOutageMs: number): number {
  return sinceMs + Math.min(START_GRACE_MS, maxOutageMs);
}
