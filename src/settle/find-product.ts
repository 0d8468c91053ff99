/** Resolves the input `product` before any status is compared with it. */
import type { Failed, Interrupted, Refused } from '../binarly/answer.ts';
import { limitsOf } from '../wait/limits.ts';
import { type Attempt, poll } from '../wait/poll.ts';
import { AUTO_SHORTEST_MS } from '../wait/schedule.ts';
import { type PollOptions, RETRY_MS } from './poll-wait.ts';

export type FoundProduct =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly answer: Failed | Refused | Interrupted };

/** Tries again while the platform does not answer. */
export async function findProduct({ images, clock, signal }: PollOptions): Promise<FoundProduct> {
  const deadlineMs = clock.monotonicMs() + RETRY_MS;
  let last: Failed | Interrupted = { kind: 'interrupted' };

  async function attempt(): Promise<Attempt<FoundProduct>> {
    const limits = limitsOf(clock, signal, clock.monotonicMs(), deadlineMs);
    // Any question makes the platform resolve the product; this one needs no answer.
    const known = { kind: 'found', value: undefined } as const;
    const answer = await images.ask<undefined>(() => Promise.resolve(known), limits);
    const id = images.product()?.id;
    if (id !== undefined) return { done: true, value: { ok: true, id } };
    if (answer.kind === 'refused') return { done: true, value: { ok: false, answer } };
    if (answer.kind === 'failed') last = answer;
    const { retryAfterMs = AUTO_SHORTEST_MS } = last as Failed;
    return { done: false, sleepMs: retryAfterMs, pollByMs: deadlineMs };
  }

  const polled = await poll(attempt, { clock, deadlineMs, signal });
  return polled.kind === 'settled' ? polled.value : { ok: false, answer: last };
}
