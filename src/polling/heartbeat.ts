/** The log line that says that a long wait is still going on. */
import type { Clock } from './clock.ts';

/** How long the log may be silent before a heartbeat, in milliseconds. */
const HEARTBEAT_MS = 300_000;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Stops the heartbeat. */
  readonly signal: AbortSignal;
}

/**
 * Calls `beat` whenever the log has been silent for too long. All instants are monotonic, in
 * milliseconds.
 * @param lastLineMs when the last line was logged; `beat` must move it.
 */
export async function heartbeat(
  { clock, signal }: HeartbeatOptions,
  lastLineMs: () => number,
  beat: () => void,
): Promise<void> {
  while (!signal.aborted) {
    // If a bug leaves a wait pending, the process must end and report it, so this keeps nothing alive.
    await clock.sleep(lastLineMs() + HEARTBEAT_MS - clock.monotonicMs(), signal, false);
    if (!signal.aborted && clock.monotonicMs() >= lastLineMs() + HEARTBEAT_MS) beat();
  }
}
