/** Resolves the input `product` before any status is compared with it. */
import type { Answer, Found } from '../../model/answer.ts';
import type { ResolvedProduct } from '../../model/product.ts';
import { retry } from '../../polling/retry.ts';
import { INTERVAL, RETRY_MS, type SweepOptions } from './poll-wait.ts';

export type FoundProduct =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly answer: Exclude<Answer<never>, Found<never>> };

/** Tries again while the platform does not answer. */
export async function findProduct({
  images,
  clock,
  random,
  signal,
}: SweepOptions): Promise<FoundProduct> {
  const retried = await retry<ResolvedProduct, FoundProduct>(
    (limits) => images.resolve(limits),
    (answer) => {
      if (answer.kind === 'failed') return { kind: 'failed', failure: answer };
      if (answer.kind !== 'found') return { kind: 'done', value: { ok: false, answer } };
      return { kind: 'done', value: { ok: true, id: answer.value.id } };
    },
    { deadlineMs: clock.monotonicMs() + RETRY_MS, maxOutageMs: RETRY_MS, interval: INTERVAL },
    { clock, random, signal },
  );
  if (retried.kind === 'done') return retried.value;
  if (retried.kind === 'gave-up') return { ok: false, answer: retried.outage.failure };
  // Every other answer ends the search, so it is done.
  return { ok: false, answer: { kind: 'interrupted' } };
}
