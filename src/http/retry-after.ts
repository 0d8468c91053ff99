/** The `Retry-After` header (RFC 9110, 10.2.3): seconds or an HTTP date. */

/**
 * The three forms of an HTTP date (RFC 9110, 5.6.7): the current one, RFC 850's and asctime's. All
 * of them are in GMT.
 */
const HTTP_DATES = [
  /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{5,8}, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/,
];

/**
 * @param header as received.
 * @param wallMs the time now, for a date.
 * @returns milliseconds from now; undefined if absent, unreadable, zero or past. It may be absurdly
 * long, so clamp it.
 */
export function retryAfterMs(header: string | undefined, wallMs: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : dateMs(text) - wallMs;
  return ms > 0 ? ms : undefined;
}

/** @returns NaN if it is not a date: the difference from now is then not above zero. */
function dateMs(text: string): number {
  if (!HTTP_DATES.some((form) => form.test(text))) return Number.NaN;
  // Without a zone, asctime's form would be read as local time.
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}
