/**
 * When to ask next.
 *
 * `auto` asks every 0.5·√age seconds, within 5 s and 30 s. A constant interval makes a scan of 20 s wait as long as one of two
 * hours, one proportional to the age makes the long scan wait minutes; the root is within 3 % of any scan over five minutes.
 */

export type PollInterval =
  | { readonly kind: 'auto' }
  | { readonly kind: 'fixed'; readonly ms: number };

export const AUTO_SHORTEST_MS = 5_000;
export const AUTO_LONGEST_MS = 30_000;
/** However short an interval was asked for. */
export const SHORTEST_MS = 1_000;
/** To this, failures in a row stretch an interval that is shorter. */
const BACK_OFF_LONGEST_MS = 30_000;
/** Each interval is drawn from ±10 % around its middle, so that jobs started together do not march in step. */
const JITTER = 0.1;

export interface Pace {
  readonly interval: PollInterval;
  /** How old the scan is, in milliseconds; how long it has been waited for where there is none yet. */
  readonly ageMs: number;
  /** Polls in a row, up to now, that learned nothing. */
  readonly failuresInRow: number;
  /** The server's `Retry-After`, in milliseconds: counts if it is longer. */
  readonly retryAfterMs: number | undefined;
  /** From [0, 1). */
  readonly random: () => number;
}

/** @returns milliseconds to sleep before the next poll, before deadlines and budgets shorten it. */
export function nextSleepMs({
  interval,
  ageMs,
  failuresInRow,
  retryAfterMs,
  random,
}: Pace): number {
  const [shortest, longest] = bounds(interval);
  const plain = clamp(interval.kind === 'fixed' ? interval.ms : autoMs(ageMs), shortest, longest);
  // The first failure waits the plain interval, each further one in a row twice the last.
  const doubled = plain * 2 ** Math.max(0, failuresInRow - 1);
  const backedOff = Math.max(plain, Math.min(doubled, BACK_OFF_LONGEST_MS));
  // The range is clamped and not what is drawn from it: else half of the jobs would share the shortest interval to the millisecond.
  const least = clamp(backedOff * (1 - JITTER), shortest, longest);
  const most = clamp(backedOff * (1 + JITTER), shortest, longest);
  return Math.max(least + (most - least) * random(), retryAfterMs ?? 0);
}

function autoMs(ageMs: number): number {
  return 0.5 * Math.sqrt(ageMs / 1000) * 1000;
}

/** The least and the most that an interval may be once it is jittered, in milliseconds. */
function bounds(interval: PollInterval): readonly [number, number] {
  if (interval.kind === 'auto') return [AUTO_SHORTEST_MS, AUTO_LONGEST_MS];
  return [SHORTEST_MS, Math.max(interval.ms, BACK_OFF_LONGEST_MS) * (1 + JITTER)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
