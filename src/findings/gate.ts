/** The findings gate of a step. Without a policy, everything passes. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import type { ImageRecord } from '../model/image-record.ts';
import type { Policy } from '../model/policy.ts';
import type { AskForScan, Update } from '../scan/follow-scan.ts';
import { judgeImage, withoutVerdict } from './judge-findings.ts';
import { gateQuestions } from './questions.ts';
import type { ReadingBudgets, ReadingDependencies } from './read-findings.ts';

export interface Gate {
  /** Asks about the baseline, if there is one, before the first scan is asked for. */
  readonly baselineFirst: (ask: AskForScan) => AskForScan;
  /** A record as the step may know it while its findings are still to be judged. */
  readonly beforeJudging: (record: ImageRecord) => ImageRecord;
  /** Judges the findings of an image whose scan completed, and leaves any other image unchanged. */
  readonly judge: (waited: ImageRecord) => Promise<ImageRecord>;
}

export interface GateOptions {
  readonly images: ProductImages;
  readonly budgets: Omit<ReadingBudgets, 'completedMs'>;
  readonly dependencies: Omit<ReadingDependencies, 'onFailure'>;
  readonly onUpdate: (update: Update) => void;
}

export function createGate(policy: Policy | undefined, options: GateOptions): Gate {
  if (policy === undefined) return NO_GATE;
  const { images, budgets, dependencies, onUpdate } = options;
  const questions = gateQuestions(images, policy.baselineImageId);
  const judging = { policy, questionsOf: questions.ofImage, budgets, dependencies, onUpdate };
  return {
    baselineFirst: questions.baselineFirst,
    beforeJudging: withoutVerdict,
    judge: (waited) => judgeImage(waited, judging),
  };
}

const NO_GATE: Gate = {
  baselineFirst: (ask) => ask,
  beforeJudging: (record) => record,
  judge: (waited) => Promise.resolve(waited),
};
