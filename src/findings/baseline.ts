/** What images are compared with: found before it is needed, and once. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import { newestScan } from '../binarly/scans.ts';
import {
  type Absent,
  type Answer,
  failedByApi,
  type Refused,
  refusedByApi,
} from '../model/answer.ts';
import type { Baseline } from '../model/baseline.ts';
import { classifyState, type Scan } from '../model/scan.ts';
import type { PollLimits } from '../polling/limits.ts';

/** What each image of a step is compared with. */
export interface Baselines {
  /** Makes no request once the baseline of the image has been found. */
  find(imageId: string, limits: PollLimits): Promise<Answer<Baseline>>;
  /** Undefined until it has been found. */
  known(imageId: string): Baseline | undefined;
}

/** What was found stays, whatever happens on the platform or on the base branch meanwhile. */
export function rememberingBaselines(find: Baselines['find']): Baselines {
  const found = new Map<string, Baseline>();
  return {
    known: (imageId) => found.get(imageId),
    async find(imageId, limits) {
      const known = found.get(imageId);
      if (known !== undefined) return { kind: 'found', value: known };
      const answer = await find(imageId, limits);
      if (answer.kind === 'found') found.set(imageId, answer.value);
      return answer;
    },
  };
}

/** Compares with the image of this ID, whose newest scan must have completed. */
export function givenBaseline(images: ProductImages, baselineImageId: string): Baselines {
  return rememberingBaselines(async (_, limits) =>
    judgeBaseline(baselineImageId, await images.ask(newestScan(baselineImageId), limits)),
  );
}

/**
 * A baseline that is missing or was never scanned would make every finding new; one that is still
 * being scanned would make some of them new.
 */
function judgeBaseline(imageId: string, answer: Answer<Scan>): Answer<Baseline> {
  if (answer.kind === 'absent') return isProductUnknown(answer) ? answer : absent(answer);
  if (answer.kind === 'refused') return namedRefusal(answer);
  if (answer.kind !== 'found') return answer;
  const { value: scan, retryAfterMs } = answer;
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

/** In this case the 404 is about `product`, and the question about the image itself reports it. */
function isProductUnknown({ cause }: Absent): boolean {
  return cause.type === 'not-found' && cause.unknownProduct !== undefined;
}

function absent({ cause }: Absent): Refused {
  return refusedByApi({ type: 'baseline-absent', absent: cause });
}

/** A 400 to the first question about the baseline is about its ID. */
function namedRefusal(answer: Refused): Refused {
  const { cause } = answer;
  if (cause.type !== 'http-status' || cause.status !== 400 || cause.error === undefined)
    return answer;
  return refusedByApi({ type: 'baseline-invalid', message: cause.error.message });
}
