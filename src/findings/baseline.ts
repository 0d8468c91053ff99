/** Whether the baseline can be compared with: its newest scan must have completed. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import {
  type Absent,
  type Answer,
  type Found,
  failedByApi,
  type Refused,
  refusedByApi,
} from '../model/answer.ts';
import { classifyState, type Scan } from '../model/scan.ts';
import type { PollLimits } from '../polling/limits.ts';

/** Checks the baseline until it has been found good once. */
export type BaselineCheck = (limits: PollLimits) => Promise<Answer<Scan>>;

/** Checks the newest scan of a baseline image. @returns undefined without a baseline. */
export function baselineCheckOf(
  images: ProductImages,
  baselineImageId: string | undefined,
): BaselineCheck | undefined {
  return baselineImageId === undefined
    ? undefined
    : createBaselineCheck((limits) =>
        images.ask((of) => of.newestScan(baselineImageId, undefined, limits), limits),
      );
}

/** @param ask asks for the newest scan of the baseline image. */
function createBaselineCheck(ask: BaselineCheck): BaselineCheck {
  let good: Found<Scan> | undefined;
  return async (limits) => {
    if (good !== undefined) return good;
    const answer = judgeBaseline(await ask(limits));
    if (answer.kind === 'found') good = answer;
    return answer;
  };
}

/**
 * A baseline that is missing or was never scanned would make every finding new; one that is still
 * being scanned would make some of them new.
 */
function judgeBaseline(answer: Answer<Scan>): Answer<Scan> {
  if (answer.kind === 'absent') return isProductUnknown(answer) ? answer : absent(answer);
  if (answer.kind === 'refused') return namedRefusal(answer);
  if (answer.kind !== 'found') return answer;
  const state = answer.value.state?.type;
  switch (classifyState(state)) {
    case 'completed':
      return answer;
    case 'failed':
    case 'cancelled':
      return refusedByApi({ type: 'baseline-not-completed', state: String(state) });
    default:
      return {
        ...failedByApi({ type: 'baseline-unfinished', state }),
        retryAfterMs: answer.retryAfterMs,
      };
  }
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

/** A question about a scan, as a wait asks it. */
type Asking<Args extends readonly unknown[]> = (
  ...args: readonly [...Args, PollLimits]
) => Promise<Answer<Scan>>;

/**
 * Asks about the baseline before the first scan is asked for: an unusable one ends the wait at once,
 * not hours later, when it is needed.
 */
export function baselineFirst<Args extends readonly unknown[]>(
  check: BaselineCheck,
  ask: Asking<Args>,
): Asking<Args> {
  let isAnswered = false;
  return async (...args) => {
    if (!isAnswered) {
      const baseline = await check(args.at(-1) as PollLimits);
      if (baseline.kind === 'refused' || baseline.kind === 'interrupted') return baseline;
      // One that is still being scanned may be ready by the time it is needed.
      isAnswered =
        baseline.kind === 'found' ||
        (baseline.kind === 'failed' && baseline.cause.type === 'baseline-unfinished');
    }
    return ask(...args);
  };
}
