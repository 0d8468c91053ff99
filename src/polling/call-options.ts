/** What the requests of a poll get: as long as a request may take, less when time is short. */
import type { Clock } from './clock.ts';

/** What bounds the requests of one poll, which may take several. */
export interface CallOptions {
  /** Milliseconds for a request that starts now. */
  readonly limitMs: () => number;
  readonly signal: AbortSignal;
  /** When the poll began, a monotonic instant in milliseconds. */
  readonly beganMs: number;
}

/** How long after the deadline a poll and its token requests may still end, in milliseconds. */
export const OVERRUN_MS = 10_000;
/** The longest that one request may take, in milliseconds. */
const REQUEST_LONGEST_MS = 30_000;
/** The shortest limit that a request gets, even at the deadline, in milliseconds. */
const REQUEST_SHORTEST_MS = 5_000;

/**
 * @param beganMs when the poll began. If the process woke up after the deadline, the poll that is
 * still due gets its time.
 * @param deadlineMs when time is up; both are monotonic instants, in milliseconds.
 */
export function callOptionsOf(
  clock: Clock,
  signal: AbortSignal,
  beganMs: number,
  deadlineMs: number,
): CallOptions {
  const endMs = Math.max(deadlineMs, beganMs) + OVERRUN_MS;
  return {
    signal,
    beganMs,
    limitMs() {
      const nowMs = clock.monotonicMs();
      const preferredMs = Math.max(deadlineMs - nowMs, REQUEST_SHORTEST_MS);
      return Math.min(preferredMs, REQUEST_LONGEST_MS, endMs - nowMs);
    },
  };
}
