/**
 * The possible results of one request to the platform. A failure is a value: a cause and its data.
 * `scan/` decides what follows from it, and `report/failure-words.ts` has its words.
 */
import type { AbsentCause, Expected, FailureCause } from './failure-cause.ts';
import type { RefusalCause } from './refusal-cause.ts';

export type ApiResult<T> = Found<T> | NothingFound;

export type NothingFound = Absent | Failed | Refused | Interrupted;

export interface Found<T> {
  readonly kind: 'found';
  readonly value: T;
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** When the server answered, by its own clock, in milliseconds since the epoch. */
  readonly dateMs?: number | undefined;
}

/** The API says that there is no such thing, at least for now. */
export interface Absent {
  readonly kind: 'absent';
  readonly cause: AbsentCause;
  /** The state that the API gave in place of a scan, verbatim. */
  readonly state?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** When the server answered, by its own clock, in milliseconds since the epoch. */
  readonly dateMs?: number | undefined;
}

/** No usable answer, and trying again may help. */
export interface Failed {
  readonly kind: 'failed';
  readonly endpoint: Endpoint;
  readonly cause: FailureCause;
  readonly reached: Reached;
  /** The state that the API gave in place of a scan, verbatim. */
  readonly state?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Where a request went: `api-url`, `token-url`, where GitHub issues ID tokens, GitHub's API, or where
 * the platform wants files.
 */
export type Endpoint = 'api' | 'token' | 'id-token' | 'github' | 'storage';

/**
 * What a failure shows about the API. `api`: it answered in its own format. `busy`: a 408, 429 or
 * 5xx, perhaps from a proxy, which passes by itself. `unclear`: an answer that proves nothing.
 * `nothing`: no connection or no JSON, as with a wrong `api-url`.
 */
export type Reached = 'api' | 'busy' | 'unclear' | 'nothing';

/** Trying again cannot help. */
export interface Refused {
  readonly kind: 'refused';
  readonly endpoint: Endpoint;
  readonly cause: RefusalCause;
}

/** This step was interrupted while it waited for the answer. */
export interface Interrupted {
  readonly kind: 'interrupted';
}

/** @returns a failed answer of the API itself. */
export function failedByApi(cause: FailureCause, state?: string): Failed {
  return { kind: 'failed', endpoint: 'api', cause, reached: 'api', state };
}

/** @returns the failure of an answer that is not what was asked for, from whatever server. */
export function unclearResult(expected: Expected): Failed {
  const cause = { type: 'unexpected-answer', expected } as const;
  return { kind: 'failed', endpoint: 'api', cause, reached: 'unclear' };
}

export function refusedByApi(cause: RefusalCause): Refused {
  return { kind: 'refused', endpoint: 'api', cause };
}
