/** What images are compared with: found before it is needed, and once. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import { newestScan } from '../binarly/scans.ts';
import {
  type Absent,
  type ApiResult,
  failedByApi,
  type Refused,
  refusedByApi,
} from '../model/api-result.ts';
import type { Baseline } from '../model/baseline.ts';
import { classifyState, type Scan } from '../model/scan.ts';
import type { CallOptions } from '../polling/call-options.ts';

/** What each image of a step is compared with. */
export interface Baselines {
  /** Makes no request once the baseline of the image has been found. */
  find(imageId: string, call: CallOptions): Promise<ApiResult<Baseline>>;
  /** Undefined until it has been found. */
  known(imageId: string): Baseline | undefined;
}

/** What was found stays, whatever happens on the platform or on the base branch meanwhile. */
export function rememberingBaselines(find: Baselines['find']): Baselines {
  const found = new Map<string, Baseline>();
  return {
    known: (imageId) => found.get(imageId),
    async find(imageId, call) {
      const known = found.get(imageId);
      if (known !== undefined) return { kind: 'found', value: known };
      const result = await find(imageId, call);
      if (result.kind === 'found') found.set(imageId, result.value);
      return result;
    },
  };
}

/** Compares with the image of this ID, whose newest scan must have completed. */
export function givenBaseline(images: ProductImages, baselineImageId: string): Baselines {
  return rememberingBaselines(async (_, call) =>
    judgeBaseline(baselineImageId, await images.ask(newestScan(baselineImageId), call)),
  );
}

/**
 * A baseline that is missing or was never scanned would make every finding new; one that is still
 * being scanned would make some of them new.
 */
function judgeBaseline(imageId: string, result: ApiResult<Scan>): ApiResult<Baseline> {
  if (result.kind === 'absent') return isProductUnknown(result) ? result : absent(result);
  if (result.kind === 'refused') return namedRefusal(result);
  if (result.kind !== 'found') return result;
  const { value: scan, retryAfterMs } = result;
  const state = scan.state?.type;
  switch (classifyState(state)) {
    case 'completed':
      return {
        kind: 'found',
        value: { kind: 'image', imageId, scannedMs: scannedMsOf(scan), origin: undefined },
      };
    case 'failed':
    case 'cancelled':
      return refusedByApi({ type: 'baseline-not-completed', state: String(state) });
    default:
      return { ...failedByApi({ type: 'baseline-unfinished', state }), retryAfterMs };
  }
}

/** When a completed scan saw the image, as far as the platform says. */
export function scannedMsOf({ state, createTime }: Scan): number | undefined {
  return (state?.since ?? createTime)?.ms;
}

/** In this case the 404 is about `product`, and the request about the image itself reports it. */
function isProductUnknown({ cause }: Absent): boolean {
  return cause.type === 'not-found' && cause.unknownProduct !== undefined;
}

function absent({ cause }: Absent): Refused {
  return refusedByApi({ type: 'baseline-absent', absent: cause });
}

/** A 400 to the first request about the baseline is about its ID. */
function namedRefusal(result: Refused): Refused {
  const { cause } = result;
  if (cause.type !== 'http-status' || cause.status !== 400 || cause.error === undefined)
    return result;
  return refusedByApi({ type: 'baseline-invalid', message: cause.error.message });
}
