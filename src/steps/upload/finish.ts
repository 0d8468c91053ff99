/**
 * Makes a file in the storage an image, and exactly one: if the request may have worked without an
 * answer, looks for its image before it is sent again.
 */
import { createImage, listedImages } from '../../binarly/uploads.ts';
import {
  type Answer,
  type Failed,
  type Interrupted,
  type Refused,
  refusedByApi,
} from '../../model/answer.ts';
import type { FinishingRequest, ListedImage, UploadedImage } from '../../model/upload.ts';
import type { PollLimits } from '../../polling/limits.ts';
import { type Retried, retry } from '../../polling/retry.ts';
import { attemptOf } from './attempt.ts';
import { meaningOf } from './finishing.ts';
import { sameImageIn } from './identify.ts';
import type { FileLog } from './log.ts';
import { type ImagesBefore, type LookTools, lookForImage, type Sighting } from './look.ts';
import { budgetsOf, inTime, type Patience } from './patience.ts';

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
  patience: Patience,
  { images, clock, random, signal, log }: FinishTools,
): Promise<Retried<ImagesBefore | undefined>> {
  return retry<readonly ListedImage[], ImagesBefore | undefined>(
    inTime((limits) => images.ask(listedImages, limits), patience, clock),
    (answer, receivedMs) => {
      if (answer.kind === 'found') {
        const { value, dateMs } = answer;
        return { kind: 'done', value: { images: value, dateMs, receivedMs } };
      }
      if (answer.kind === 'interrupted') return answer;
      if (answer.kind === 'failed' && !staysUnreadable(answer))
        return { kind: 'failed', failure: answer };
      log.noList(answer);
      return { kind: 'done', value: undefined };
    },
    budgetsOf(patience),
    { clock, random, signal, contact: patience.contact, onAttempt: log.attempt },
  );
}

/** The next try would get the same list. */
function staysUnreadable({ cause }: Failed): boolean {
  return cause.type === 'paged-list' || cause.type === 'too-large';
}

export interface Finished {
  readonly retried: Retried<UploadedImage>;
  /** Whether a request may have created an image that is not known. */
  readonly mayExist: boolean;
}

export async function finishUpload(
  request: FinishingRequest,
  before: ImagesBefore | undefined,
  patience: Patience,
  tools: FinishTools,
): Promise<Finished> {
  const { images, clock, random, signal, log } = tools;
  /** When the request was first sent, a monotonic instant in milliseconds. */
  let sentMs = Infinity;
  let mayExist = false;
  /** Whether the request must not be sent again before a list without the image was read. */
  let mustLook = false;

  function look(isOnce: boolean, limits: PollLimits): Promise<Sighting> {
    return lookForImage(request, before, sentMs, isOnce, limits, patience, tools);
  }

  function seen(image: UploadedImage): Answer<UploadedImage> {
    log.foundAfterAll(image);
    return { kind: 'found', value: image };
  }

  async function tryOnce(limits: PollLimits): Promise<Answer<UploadedImage>> {
    if (mustLook) {
      const sighting = await look(false, limits);
      if (sighting.kind === 'seen') return seen(sighting.image);
      if (sighting.kind !== 'not-there') return sighting;
      mustLook = false;
    }
    return send(limits);
  }

  async function send(limits: PollLimits): Promise<Answer<UploadedImage>> {
    sentMs = Math.min(sentMs, clock.monotonicMs());
    const answer = await images.ask(createImage(request), limits);
    switch (meaningOf(answer, mayExist)) {
      case 'look': {
        mayExist = true;
        mustLook = true;
        log.looking();
        const sighting = await look(false, limits);
        if (sighting.kind === 'seen') return seen(sighting.image);
        if (isEnd(sighting)) return sighting;
        mustLook = sighting.kind === 'failed';
        return answer;
      }
      case 'look-once': {
        const sighting = await look(true, limits);
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
        return answer;
      case 'created':
      case 'again':
      case 'refused':
        return answer;
    }
  }

  const retried = await retry(
    inTime(tryOnce, patience, clock),
    (answer: Answer<UploadedImage>) => attemptOf(answer),
    budgetsOf(patience),
    { clock, random, signal, contact: patience.contact, onAttempt: log.attempt },
  );
  return { retried, mayExist };
}

function isEnd(sighting: Sighting): sighting is Refused | Interrupted {
  return sighting.kind === 'refused' || sighting.kind === 'interrupted';
}
