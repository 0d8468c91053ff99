/** What the gate asks the platform: about each image's findings, and about the baseline. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import type { Answer } from '../model/answer.ts';
import type { Scan } from '../model/scan.ts';
import type { PollLimits } from '../polling/limits.ts';

type AskForScan = (
  imageId: string,
  pinnedId: string | undefined,
  limits: PollLimits,
) => Promise<Answer<Scan>>;

import { type BaselineCheck, createBaselineCheck } from './baseline.ts';
import type { FindingsQuestions } from './read-once.ts';

export interface GateQuestions {
  readonly ofImage: (imageId: string) => FindingsQuestions;
  /**
   * Asks about the baseline before the first scan is asked for: an unusable one ends the wait at
   * once, not hours later, when it is needed.
   */
  readonly baselineFirst: (ask: AskForScan) => AskForScan;
}

export function gateQuestions(
  images: ProductImages,
  baselineImageId: string | undefined,
): GateQuestions {
  const checkBaseline =
    baselineImageId === undefined
      ? undefined
      : createBaselineCheck((limits) =>
          images.ask((of) => of.newestScan(baselineImageId, undefined, limits), limits),
        );
  return {
    ofImage: (imageId) => ({
      askForPage: (page, limits) =>
        images.ask((of) => of.findings({ imageId, baselineImageId, page }, limits), limits),
      askForDetails: (limits) => images.ask((of) => of.details(imageId, limits), limits),
      checkBaseline,
    }),
    baselineFirst: (ask) => (checkBaseline === undefined ? ask : after(checkBaseline, ask)),
  };
}

function after(check: BaselineCheck, ask: AskForScan): AskForScan {
  let isAnswered = false;
  return async (imageId, followedId, limits) => {
    if (!isAnswered) {
      const baseline = await check(limits);
      if (baseline.kind === 'refused' || baseline.kind === 'interrupted') return baseline;
      // One that is still being scanned may be ready by the time it is needed.
      isAnswered =
        baseline.kind === 'found' ||
        (baseline.kind === 'failed' && baseline.cause.type === 'baseline-unfinished');
    }
    return ask(imageId, followedId, limits);
  };
}
