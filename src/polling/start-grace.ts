/**
 * The grace period at the start of a step: a typo in `api-url` must not burn hours, so until the API
 * has answered once, silence is tolerated only for minutes. Whether it has answered, each failure
 * says itself (`reached`).
 */
import type { Failed } from '../model/api-result.ts';

/** How long to wait for a first sign of an API, in milliseconds. */
const START_GRACE_MS = 120_000;

/** The grace period of a step, which all its requests share. */
export interface StartGrace {
  /** Takes note of a failure. @param nowMs when it came, a monotonic instant in milliseconds. */
  hear(failure: Failed, nowMs: number): void;
  /**
   * When the step began or, if later, when a 408, 429 or 5xx last came; a monotonic instant in
   * milliseconds.
   */
  sinceMs(): number;
}

/** @param nowMs when the step began, a monotonic instant in milliseconds. */
export function createStartGrace(nowMs: number): StartGrace {
  let sinceMs = nowMs;
  return {
    hear({ reached }, heardMs) {
      if (reached === 'busy') sinceMs = heardMs;
    },
    sinceMs: () => sinceMs,
  };
}

/** When waiting for a first sign of an API ends; a monotonic instant in milliseconds. */
export function graceEndMs(sinceMs: number, maxOutageMs: number): number {
  return sinceMs + Math.min(START_GRACE_MS, maxOutageMs);
}
