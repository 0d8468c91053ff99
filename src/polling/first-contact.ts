/**
 * First contact, made once for the whole step: a typo in `api-url` must not burn hours, so failures
 * without a sign of an API are tolerated only for minutes until the API has answered once.
 */
import type { Answer } from '../model/answer.ts';

/** How long to wait for a first sign of an API, in milliseconds. */
const FIRST_CONTACT_MS = 120_000;

export interface Contact {
  /** Whether the API has answered: a scan, no scan, or an error in its own format. */
  readonly reachedApi: boolean;
  /**
   * When the step began or, if later, when a 408, 429 or 5xx last came; a monotonic instant in
   * milliseconds.
   */
  readonly sinceMs: number;
}

/** Once the API has answered, contact shortens nothing. */
export const REACHED: Contact = { reachedApi: true, sinceMs: Infinity };

/** The contact of a step, which all its questions share. */
export interface FirstContact {
  /** Takes note of an answer. @param nowMs when it came. */
  hear(answer: Answer<unknown>, nowMs: number): void;
  now(): Contact;
}

/** @param nowMs when the step began, a monotonic instant in milliseconds. */
export function createFirstContact(nowMs: number): FirstContact {
  let contact = beginContact(nowMs);
  return {
    hear(answer, heardMs) {
      contact = applyContact(contact, answer, heardMs);
    },
    now: () => contact,
  };
}

export function beginContact(nowMs: number): Contact {
  return { reachedApi: false, sinceMs: nowMs };
}

/** @param nowMs when the answer came. */
export function applyContact(contact: Contact, answer: Answer<unknown>, nowMs: number): Contact {
  const { kind } = answer;
  const reachedApi =
    contact.reachedApi ||
    kind === 'found' ||
    kind === 'absent' ||
    (kind === 'failed' && answer.reached === 'api');
  const isBusy = kind === 'failed' && answer.reached === 'busy';
  return { reachedApi, sinceMs: isBusy ? nowMs : contact.sinceMs };
}

/** When waiting for a first sign of an API ends; a monotonic instant in milliseconds. */
export function contactEndMs({ sinceMs }: Contact, maxOutageMs: number): number {
  return sinceMs + Math.min(FIRST_CONTACT_MS, maxOutageMs);
}
