/**
 * Times as the API and workflow authors write them: RFC 3339 with an offset, exact to the
 * nanosecond.
 */

export interface Instant {
  /** As it was written. */
  readonly text: string;
  /** Milliseconds since the Unix epoch, rounded down. */
  readonly ms: number;
  /** Nanoseconds since the Unix epoch: two scans may be created within one millisecond. */
  readonly ns: bigint;
}

const SYNTAX =
  /^(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d{1,50}))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Reads an RFC 3339 time such as `2026-01-26T15:30:01.5+01:00`. A leap second is the first second
 * of the next minute.
 * @returns undefined if it is not one: it has no offset, the day does not exist, or other text
 * surrounds it.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = SYNTAX.exec(text);
  if (match === null) return undefined;
  const [, date = '', time = '', second = '', fraction = '', zone = ''] = match;
  // Date rolls 30 February over into March; a day that exists comes back unchanged.
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date)
    return undefined;
  const wholeMs = Date.parse(`${date}T${time}:00${zone.toUpperCase()}`) + Number(second) * 1_000;
  const ns = BigInt(wholeMs) * 1_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return { text, ms: wholeMs + Number(fraction.slice(0, 3).padEnd(3, '0')), ns };
}
