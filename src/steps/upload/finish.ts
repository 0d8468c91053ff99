/**
 * Makes a file in the storage an image, and exactly one: if the request may have worked without an
 * answer, looks for its image before it is sent again.
 */
import { createImage, listedImages } from '../../binarly/uploads.ts';
import {
  type ApiResult,
  type Failed,
  type Interrupted,
  type Refused,
  refusedByApi,
} from '../../model/api-result.ts';
import type { FinishingRequest, UploadedImage } from '../../model/upload.ts';
import type { Decided, DecisiveAttempt } from '../../polling/attempt.ts';
import type { CallOptions } from '../../polling/call-options.ts';
import { retry, retryUntilFound } from '../../polling/retry.ts';
import { attemptOf } from './attempt.ts';
import { inTime, retryBudgetsOf, type UploadBudgets } from './budgets.ts';
import { meaningOf } from './finishing.ts';
import { sameImageIn } from './identify.ts';
import type { FileLog } from './log.ts';
import { type ImagesBefore, type LookTools, lookForImage, type Sighting } from './look.ts';

export interface FinishTools extends LookTools {
  /** From [0, 1). */
  readonly random: () => number;
  readonly log: FileLog;
}

/**
 * Which images exist before the request is sent. A list that cannot be read is only logged: the
 * upload can do without it as long as its requests are answered.
 * @returns undefined if it cannot be read.
 */
export function listBefore(
  budgets: UploadBudgets,
  { images, clock, random, signal, log }: FinishTools,
): Promise<Decided<ImagesBefore | undefined>> {
  return retry(
    inTime((call) => images.ask(listedImages, call), budgets, clock),
    (result, receivedMs): DecisiveAttempt<ImagesBefore | undefined> => {
      if (result.kind === 'found') {
        const { value, dateMs } = result;
        return { kind: 'done', value: { images: value, dateMs, receivedMs } };
      }
      if (result.kind === 'interrupted') return result;
      if (result.kind === 'failed' && !staysUnreadable(result))
        return { kind: 'failed', failure: result };
      log.noList(result);
      return { kind: 'done', value: undefined };
    },
    retryBudgetsOf(budgets),
    { clock, random, signal, grace: budgets.grace, onAttempt: log.attempt },
  );
}

/** The next try would get the same list. */
function staysUnreadable({ cause }: Failed): boolean {
  return cause.type === 'paged-list' || cause.type === 'too-large';
}

export interface Finished {
  readonly retried: Decided<UploadedImage>;
  /** Whether a request may have created an image that is not known. */
  readonly mayExist: boolean;
}

export async function finishUpload(
  request: FinishingRequest,
  before: ImagesBefore | undefined,
  budgets: UploadBudgets,
  tools: FinishTools,
): Promise<Finished> {
  const { images, clock, random, signal, log } = tools;
  /** When the request was first sent, a monotonic instant in milliseconds. */
  let sentMs = Infinity;
  let mayExist = false;
  /** Whether lists lacked the image after the last try that may have worked: then one is enough. */
  let hasLooked = false;
  /** Whether that was just now: the next try needs no list of its own. */
  let hasJustLooked = false;

  function look(isOnce: boolean, call: CallOptions): Promise<Sighting> {
    return lookForImage(request, before, sentMs, isOnce, call, budgets, tools);
  }

  function seen(image: UploadedImage): ApiResult<UploadedImage> {
    log.foundAfterAll(image);
    return { kind: 'found', value: image };
  }

  async function tryOnce(call: CallOptions): Promise<ApiResult<UploadedImage>> {
    if (mayExist && !hasJustLooked) {
      const sighting = await look(hasLooked, call);
      if (sighting.kind === 'seen') return seen(sighting.image);
      if (sighting.kind !== 'not-there') return sighting;
      hasLooked = true;
    }
    hasJustLooked = false;
    return send(call);
  }

  async function send(call: CallOptions): Promise<ApiResult<UploadedImage>> {
    sentMs = Math.min(sentMs, clock.monotonicMs());
    const result = await images.ask(createImage(request), call);
    switch (meaningOf(result, mayExist)) {
      case 'look': {
        mayExist = true;
        log.looking();
        const sighting = await look(false, call);
        if (sighting.kind === 'seen') return seen(sighting.image);
        if (isEnd(sighting)) return sighting;
        hasLooked = sighting.kind === 'not-there';
        hasJustLooked = hasLooked;
        return result;
      }
      case 'look-once': {
        const sighting = await look(true, call);
        if (sighting.kind === 'seen') return seen(sighting.image);
        if (isEnd(sighting)) return sighting;
        const why = sighting.kind === 'not-there' ? 'not-listed' : 'no-list';
        return refusedByApi({ type: 'image-uncertain', why });
      }
      case 'exists': {
        const imageId = sameImageIn(request, before?.images ?? [])?.id;
        return refusedByApi({ type: 'image-exists', imageId });
      }
      case 'interrupted':
        // It may have been sent before the interruption.
        mayExist = true;
        return result;
      case 'created':
      case 'again':
      case 'refused':
        return result;
    }
  }

  const retried = await retryUntilFound(
    inTime(tryOnce, budgets, clock),
    (result) => attemptOf(result),
    retryBudgetsOf(budgets),
    { clock, random, signal, grace: budgets.grace, onAttempt: log.attempt },
  );
  return { retried, mayExist };
}

function isEnd(sighting: Sighting): sighting is Refused | Interrupted {
  return sighting.kind === 'refused' || sighting.kind === 'interrupted';
}
