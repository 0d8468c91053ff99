/** A sign of life in the log of a long wait. */
import type { Clock } from '../util/clock.ts';

/** After so long without a line in the log, one says that the wait goes on, in milliseconds. */
export const HEARTBEAT_MS = 300_000;

/**
 * Calls `beat` whenever nothing was said for a while, until the signal aborts. All instants are monotonic, in milliseconds.
 * @param untilMs when it ends by itself. Should a wait be lost by then, no timer of this keeps the process, and that is reported.
 * @param saidMs when something was last said; `beat` must move it.
 */
export async function heartbeat(
  {
    clock,
    signal,
    untilMs,
  }: { readonly clock: Clock; readonly signal: AbortSignal; readonly untilMs: number },
  saidMs: () => number,
  beat: () => void,
): Promise<void> {
  while (!signal.aborted && clock.monotonicMs() < untilMs) {
    await clock.sleep(Math.min(saidMs() + HEARTBEAT_MS, untilMs) - clock.monotonicMs(), signal);
    if (!signal.aborted && clock.monotonicMs() >= saidMs() + HEARTBEAT_MS) beat();
  }
}
