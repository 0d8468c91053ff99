/** Resolves the input `product` before any status is compared with it. */
import type { Answer } from '../../model/answer.ts';
import { limitsOf } from '../../polling/limits.ts';
import { type Attempt, poll } from '../../polling/poll.ts';
import { nextSleepMs } from '../../polling/schedule.ts';
import { INTERVAL, RETRY_MS, type SweepOptions } from './poll-wait.ts';

export type FoundProduct =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly answer: Answer<undefined> };

/** Tries again while the platform does not answer. */
export async function findProduct({
  images,
  clock,
  random,
  signal,
}: SweepOptions): Promise<FoundProduct> {
  const deadlineMs = clock.monotonicMs() + RETRY_MS;
  let last: Answer<undefined> = { kind: 'interrupted' };
  let failuresInRow = 0;

  async function attempt(): Promise<Attempt<FoundProduct>> {
    const limits = limitsOf(clock, signal, clock.monotonicMs(), deadlineMs);
    // Any question makes the platform resolve the product; this one needs no answer.
    const known = { kind: 'found', value: undefined } as const;
    last = await images.ask<undefined>(() => Promise.resolve(known), limits);
    const id = images.product()?.id;
    if (id !== undefined) return { done: true, value: { ok: true, id } };
    if (last.kind !== 'failed') return { done: true, value: { ok: false, answer: last } };
    const { retryAfterMs } = last;
    failuresInRow += 1;
    const pace = { interval: INTERVAL, ageMs: 0, failuresInRow, retryAfterMs, random };
    return { done: false, sleepMs: nextSleepMs(pace), pollByMs: deadlineMs };
  }

  const polled = await poll(attempt, { clock, deadlineMs, signal });
  return polled.kind === 'settled' ? polled.value : { ok: false, answer: last };
}
