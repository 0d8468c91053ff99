/**
 * When to poll next.
 *
 * `auto` polls every 0.5·√age seconds, but at least every 30 s and at most every 5 s. A constant
 * interval delays a scan of 20 s as much as one of two hours, and an interval proportional to the
 * age delays a long scan by minutes. The root delays any scan of more than five minutes by at most
 * 3 %.
 */

export type PollInterval =
  | { readonly kind: 'auto' }
  | { readonly kind: 'fixed'; readonly ms: number };

export const AUTO_SHORTEST_MS = 5_000;
export const AUTO_LONGEST_MS = 30_000;
/** No interval is shorter than this, in milliseconds. */
export const SHORTEST_MS = 1_000;
/** Consecutive failures stretch a shorter interval up to this. */
const BACK_OFF_LONGEST_MS = 30_000;
/**
 * The longest `Retry-After` that counts on an informative answer, in milliseconds: a longer pause
 * would only delay the verdict.
 */
const RETRY_AFTER_LONGEST_MS = 300_000;
/**
 * Each interval is drawn from ±10 % around its middle, so that jobs started together spread out.
 */
const JITTER = 0.1;

export interface Pace {
  readonly interval: PollInterval;
  /** The scan's age, or how long the wait has lasted without a scan, in milliseconds. */
  readonly ageMs: number;
  /** Failed polls in a row, up to now. */
  readonly failuresInRow: number;
  /** The server's `Retry-After`, in milliseconds; it counts if it is longer than the interval. */
  readonly retryAfterMs: number | undefined;
  /** From [0, 1). */
  readonly random: () => number;
}

/** @returns milliseconds to sleep before the next poll, before deadlines and budgets shorten it. */
export function nextSleepMs(pace: Pace): number {
  const { interval, ageMs, failuresInRow, retryAfterMs = 0, random } = pace;
  const [shortest, longest] = bounds(interval);
  const intervalMs = interval.kind === 'fixed' ? interval.ms : autoMs(ageMs);
  const plain = clamp(intervalMs, shortest, longest);
  // The first failure waits the plain interval; each further one in a row doubles it.
  const doubled = plain * 2 ** Math.max(0, failuresInRow - 1);
  const backedOff = Math.max(plain, Math.min(doubled, BACK_OFF_LONGEST_MS));
  // Clamp the range, not the draw: otherwise half of the jobs would share the shortest interval
  // exactly.
  const least = clamp(backedOff * (1 - JITTER), shortest, longest);
  const most = clamp(backedOff * (1 + JITTER), shortest, longest);
  const pauseMs = failuresInRow > 0 ? retryAfterMs : Math.min(retryAfterMs, RETRY_AFTER_LONGEST_MS);
  return Math.max(least + (most - least) * random(), pauseMs);
}

function autoMs(ageMs: number): number {
  return 0.5 * Math.sqrt(ageMs / 1000) * 1000;
}

/** The shortest and the longest that a jittered interval may be, in milliseconds. */
function bounds(interval: PollInterval): readonly [number, number] {
  if (interval.kind === 'auto') return [AUTO_SHORTEST_MS, AUTO_LONGEST_MS];
  return [SHORTEST_MS, Math.max(interval.ms, BACK_OFF_LONGEST_MS) * (1 + JITTER)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
