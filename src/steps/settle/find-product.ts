/** Resolves the input `product` before any status is compared with it. */
import type { ProductImages } from '../../binarly/resolve-product.ts';
import type { ApiResult, Found } from '../../model/api-result.ts';
import type { ResolvedProduct } from '../../model/product.ts';
import { type RetryTools, retry } from '../../polling/retry.ts';
import { INTERVAL, RETRY_MS } from './outage.ts';

export type FoundProduct =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly result: Exclude<ApiResult<never>, Found<never>> };

/** Tries again while the platform gives no usable answer. */
export async function findProduct(
  images: Pick<ProductImages, 'resolve'>,
  tools: Pick<RetryTools, 'clock' | 'random' | 'signal'>,
): Promise<FoundProduct> {
  const deadlineMs = tools.clock.monotonicMs() + RETRY_MS;
  const retried = await retry<ResolvedProduct, FoundProduct>(
    (call) => images.resolve(call),
    (result) => {
      if (result.kind === 'failed') return { kind: 'failed', failure: result };
      if (result.kind !== 'found') return { kind: 'done', value: { ok: false, result } };
      return { kind: 'done', value: { ok: true, id: result.value.id } };
    },
    { deadlineMs, maxOutageMs: RETRY_MS, interval: INTERVAL },
    tools,
  );
  if (retried.kind === 'done') return retried.value;
  if (retried.kind === 'gave-up') return { ok: false, result: retried.outage.failure };
  // Every other answer ends the search, so it is done.
  return { ok: false, result: { kind: 'interrupted' } };
}
