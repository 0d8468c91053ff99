/** The log line that says that a long wait is still going on. */
import type { Clock } from './clock.ts';

/** How long the log may be silent before a heartbeat, in milliseconds. */
const HEARTBEAT_MS = 300_000;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Stops the heartbeat. */
  readonly signal: AbortSignal;
  /**
   * When the heartbeat stops by itself. If a bug leaves a wait pending, the heartbeat's timer then
   * no longer keeps the process alive, and the process can report the bug and exit.
   */
  readonly untilMs: number;
}

/**
 * Calls `beat` whenever the log has been silent for too long. All instants are monotonic, in
 * milliseconds.
 * @param lastLineMs when the last line was logged; `beat` must move it.
 */
export async function heartbeat(
  { clock, signal, untilMs }: HeartbeatOptions,
  lastLineMs: () => number,
  beat: () => void,
): Promise<void> {
  while (!signal.aborted && clock.monotonicMs() < untilMs) {
    const nextMs = Math.min(lastLineMs() + HEARTBEAT_MS, untilMs);
    await clock.sleep(nextMs - clock.monotonicMs(), signal);
    if (!signal.aborted && clock.monotonicMs() >= lastLineMs() + HEARTBEAT_MS) beat();
  }
}
