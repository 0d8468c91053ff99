/** One attempt of the loop that tries again: how it is made, what it means, and how trying ends. */
import type { ApiResult, Failed, Interrupted, Refused } from '../model/api-result.ts';
import type { Outage } from '../model/outage.ts';
import type { CallOptions } from './call-options.ts';

/** Asks once. Foreseeable failures are returned, never thrown. */
export type Ask<T> = (call: CallOptions) => Promise<ApiResult<T>>;

/** What an answer means to whoever asked. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** A usable answer, but not the end: ask again. */
  | ({ readonly kind: 'again'; readonly retryAfterMs?: number | undefined } & NextAttempt)
  | ({ readonly kind: 'failed'; readonly failure: Failed } & Spared & NextAttempt)
  | Refused
  | Interrupted;

/** What an answer means if any usable one decides. */
export type DecisiveAttempt<T> = Exclude<Attempt<T>, { readonly kind: 'again' }>;

interface Spared {
  /** How much of this attempt does not count as outage, in milliseconds. */
  readonly sparedMs?: number;
}

export interface NextAttempt {
  /** When an attempt is due even if the sleep is longer, a monotonic instant in milliseconds. */
  readonly pollByMs?: number;
}

export type Retried<T> =
  | { readonly kind: 'done'; readonly value: T }
  | GaveUp
  /** The attempt at the deadline, or in flight then, was usable but not the end. */
  | { readonly kind: 'time-up' }
  | Refused
  | Interrupted;

/** How trying ends if any usable answer decides: time is never up after one. */
export type Decided<T> = Exclude<Retried<T>, { readonly kind: 'time-up' }>;

/** Attempts failed in a row until a budget ended. */
export interface GaveUp {
  readonly kind: 'gave-up';
  readonly outage: Outage;
  readonly ended: 'max-outage' | 'time';
  /** How long there was no usable answer, in milliseconds. */
  readonly forMs: number;
  /** Whether the API had answered before. */
  readonly reachedApi: boolean;
}
