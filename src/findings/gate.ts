/** The findings gate of a step. Without a policy, everything passes. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import type { Answer } from '../model/answer.ts';
import type { ImageRecord } from '../model/image-record.ts';
import type { Policy } from '../model/policy.ts';
import type { Scan } from '../model/scan.ts';
import type { Ended } from '../model/verdict.ts';
import type { PollLimits } from '../polling/limits.ts';
import { type Judging, judgeImage } from './judge-findings.ts';
import { gateQuestions } from './questions.ts';
import type { ReadingBudgets, ReadingDependencies } from './read-findings.ts';

type AskForScan = (
  imageId: string,
  pinnedId: string | undefined,
  limits: PollLimits,
) => Promise<Answer<Scan>>;
interface Followed {
  readonly record: ImageRecord;
  readonly ended: Ended;
}

export interface Gate {
  /** Asks about the baseline, if there is one, before the first scan is asked for. */
  readonly baselineFirst: (ask: AskForScan) => AskForScan;
  /** Judges the findings of an image whose scan completed, and leaves any other image unchanged. */
  readonly judge: (waited: Followed) => Promise<Followed>;
}

export interface GateOptions {
  readonly images: ProductImages;
  readonly budgets: Omit<ReadingBudgets, 'completedMs'>;
  readonly dependencies: Omit<ReadingDependencies, 'onFailure'>;
  readonly onUpdate: Judging['onUpdate'];
}

export function createGate(policy: Policy | undefined, options: GateOptions): Gate {
  if (policy === undefined) return NO_GATE;
  const { images, budgets, dependencies, onUpdate } = options;
  const questions = gateQuestions(images, policy.baselineImageId);
  const judging = { policy, questionsOf: questions.ofImage, budgets, dependencies, onUpdate };
  return {
    baselineFirst: questions.baselineFirst,
    judge: (waited) => judgeImage(waited, judging),
  };
}

const NO_GATE: Gate = {
  baselineFirst: (ask) => ask,
  judge: (waited) => Promise.resolve(waited),
};
