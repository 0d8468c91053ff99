/** What the platform's answers have in common: lists, and values that may be unreadable. */
import * as v from 'valibot';
import { type Instant, parseInstant } from '../util/instant.ts';

/**
 * A list. The platform is written in Go, whose empty lists are `null`; a list that is missing is
 * unreadable.
 */
export function listOf<T extends v.GenericSchema>(entry: T) {
  return v.pipe(
    v.nullable(v.array(entry)),
    v.transform((list) => list ?? []),
  );
}

/** A value that is unreadable counts as absent; the code that needs it reports what is missing. */
export function lenient<T extends v.GenericSchema>(schema: T) {
  return v.fallback(v.optional(schema), undefined);
}

/** Reads a time. One that was never set is none: Go writes year 1, Protocol Buffers 1970. */
export function readTime(text: string): Instant | undefined {
  const time = parseInstant(text);
  return time !== undefined && time.ns > 0n ? time : undefined;
}

/** A whole number that is not negative; Protocol Buffers write large ones as a string of digits. */
export const total = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]),
  v.safeInteger(),
  v.minValue(0),
);

/**
 * Google's style of API marks a list that continues on another page with a token (AIP-158). Binarly
 * documents none.
 */
const pageToken = v.optional(v.unknown());
export const PAGE_TOKENS = { nextPageToken: pageToken, next_page_token: pageToken };

/** Whether a list continues on another page. Whatever its type, a token that is not empty counts. */
export function isPartial(list: {
  readonly nextPageToken?: unknown;
  readonly next_page_token?: unknown;
}): boolean {
  return Boolean(list.nextPageToken || list.next_page_token);
}

/** A flag may be left out when false; anything else that does not say false counts as true. */
export function isFalse(given: unknown): boolean {
  if (given === undefined || given === null || given === false || given === 0) return true;
  return typeof given === 'string' && given.toLowerCase() === 'false';
}
