/** The headers `Date` and `Retry-After` (RFC 9110, 6.6.1 and 10.2.3). */

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
 * @param nowMs the time now by the clock of whoever sent the header, in milliseconds since the
 * epoch, for a date: the runner's clock may be wrong.
 * @returns milliseconds from now; undefined if absent, unreadable, zero or past. It may be absurdly
 * long, so clamp it.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : (dateMs(text) ?? nowMs) - nowMs;
  return ms > 0 ? ms : undefined;
}

/** @returns milliseconds since the epoch; undefined if it is absent or not a date. */
export function dateMs(header: string | undefined): number | undefined {
  const text = header?.trim() ?? '';
  if (!HTTP_DATES.some((form) => form.test(text))) return undefined;
  // Without a zone, asctime's form would be read as local time.
  const ms = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(ms) ? undefined : ms;
}
