/**
 * How long temporary trouble may last, and when that time is up. All instants are monotonic, in
 * milliseconds.
 */
import type { Absent, Failed, UnknownProduct } from '../model/answer.ts';
import type { ImageRecord } from '../model/image-record.ts';
import { type Contact, contactEndMs } from './first-contact.ts';

/** Durations in milliseconds. */
export interface Budgets {
  /** How long an image may have no scan. */
  readonly appearanceTimeoutMs: number;
  /** How long in a row polls may fail. */
  readonly maxOutageMs: number;
}

export interface Circumstances {
  /** When the answer came. */
  readonly nowMs: number;
  readonly budgets: Budgets;
  /** Of the whole step, with this answer applied. */
  readonly contact: Contact;
}

/**
 * How long a product that is not in the list may answer 404, in milliseconds: it is most likely
 * mistyped, but an image may not be visible yet.
 */
const UNKNOWN_PRODUCT_MS = 30_000;

/** When an image must have a scan; Infinity if one was seen or the API never said there is none. */
export function appearanceEndMs(record: ImageRecord, { budgets }: Circumstances): number {
  const { scan, absentSinceMs = Infinity, unknownProductSinceMs = Infinity } = record;
  if (scan !== undefined) return Infinity;
  return Math.min(
    absentSinceMs + budgets.appearanceTimeoutMs,
    unknownProductSinceMs + UNKNOWN_PRODUCT_MS,
  );
}

/** When failed polls end the wait. Without a sign of an API, first contact may end it earlier. */
export function outageEndMs(
  failingSinceMs: number,
  { reached }: Failed,
  { budgets: { maxOutageMs }, contact }: Circumstances,
): number {
  const lacksContact = reached === 'nothing' && !contact.reachedApi;
  return Math.min(
    failingSinceMs + maxOutageMs,
    lacksContact ? contactEndMs(contact, maxOutageMs) : Infinity,
  );
}

/** The product that is most likely mistyped; undefined if the API denies something else. */
export function unknownProductOf({ cause }: Absent): UnknownProduct | undefined {
  return cause.type === 'not-found' ? cause.unknownProduct : undefined;
}
