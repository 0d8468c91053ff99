/** Resolves the input `product` before any status is compared with it. */
import type { Answer } from '../../model/answer.ts';
import { retry } from '../../polling/retry.ts';
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
  // Any question makes the platform resolve the product; this one needs no answer.
  const known = { kind: 'found', value: undefined } as const;
  const retried = await retry<undefined, FoundProduct>(
    (limits) => images.ask<undefined>(() => Promise.resolve(known), limits),
    (answer) => {
      const id = images.product()?.id;
      if (id !== undefined) return { kind: 'done', value: { ok: true, id } };
      if (answer.kind === 'failed') return { kind: 'failed', failure: answer };
      return { kind: 'done', value: { ok: false, answer } };
    },
    { deadlineMs: clock.monotonicMs() + RETRY_MS, maxOutageMs: RETRY_MS, interval: INTERVAL },
    { clock, random, signal },
  );
  if (retried.kind === 'done') return retried.value;
  if (retried.kind === 'gave-up') return { ok: false, answer: retried.outage.failure };
  // Every other answer ends the search, so it is done.
  return { ok: false, answer: { kind: 'interrupted' } };
}
