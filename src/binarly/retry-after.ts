/** The `Retry-After` header (RFC 9110, 10.2.3): seconds or an HTTP date. */

/** The three forms of an HTTP date all end in the year or in GMT and start with a day's name. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .+/;

/**
 * @param header as received.
 * @param wallMs the time now, for a date.
 * @returns milliseconds from now; undefined if absent, unreadable, zero or past. It may be absurdly long: clamp it.
 */
export function retryAfterMs(header: string | undefined, wallMs: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : HTTP_DATE.test(text) ? Date.parse(text) - wallMs : 0;
  return ms > 0 ? ms : undefined;
}
