/** A sign of life in the log of a long wait. */
import type { Clock } from '../clock.ts';

/** After so long without a line in the log, one says that the wait goes on, in milliseconds. */
export const HEARTBEAT_MS = 300_000;

/**
 * Calls `beat` whenever nothing was said for a while, until the signal aborts.
 * @param saidMs when something was last said, a monotonic instant in milliseconds; `beat` must move it.
 */
export async function heartbeat(clock: Clock, signal: AbortSignal, saidMs: () => number, beat: () => void): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(saidMs() + HEARTBEAT_MS - clock.monotonicMs(), signal);
    if (!signal.aborted && clock.monotonicMs() >= saidMs() + HEARTBEAT_MS) beat();
  }
}
