/** The loop: attempt, sleep, attempt again, until it settles, time is up, or somebody interrupts. */
import type { Clock } from '../clock.ts';

/** An attempt either settles the wait or says how long to sleep. */
export type Attempt<T> =
  | { readonly done: true; readonly value: T }
  | {
      readonly done: false;
      /** Milliseconds to sleep. */
      readonly sleepMs: number;
      /** A monotonic instant, in milliseconds, at which a poll is due even if the sleep were longer; Infinity if none. */
      readonly dueMs: number;
    };

export type Polled<T> =
  | { readonly kind: 'settled'; readonly value: T }
  /** The attempt made at the deadline, or in flight then, did not settle it. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'interrupted' };

export interface PollOptions {
  readonly clock: Clock;
  /** A monotonic instant, in milliseconds. No sleep passes it, and one attempt is made at it; it aborts nothing. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Called when the wait has been asleep up to this instant or past it; answers with the next one. Milliseconds, monotonic. */
  readonly heartbeat: { readonly nextMs: () => number; readonly beat: () => void };
}

/** Repeats `attempt`, at least once unless it is interrupted before. A signal after the attempt that settles changes nothing. */
export async function poll<T>(attempt: () => Promise<Attempt<T>>, options: PollOptions): Promise<Polled<T>> {
  const { clock, deadlineMs, signal } = options;
  while (!signal.aborted) {
    const result = await attempt();
    if (result.done) return { kind: 'settled', value: result.value };
    const now = clock.monotonicMs();
    if (now >= deadlineMs && !signal.aborted) return { kind: 'deadline' };
    await sleepUntil(Math.min(now + result.sleepMs, result.dueMs, deadlineMs), options);
  }
  return { kind: 'interrupted' };
}

async function sleepUntil(wakeMs: number, { clock, signal, heartbeat }: PollOptions): Promise<void> {
  while (clock.monotonicMs() < wakeMs && !signal.aborted) {
    await clock.sleep(Math.min(wakeMs, heartbeat.nextMs()) - clock.monotonicMs(), signal);
    if (clock.monotonicMs() >= heartbeat.nextMs()) heartbeat.beat();
  }
}
