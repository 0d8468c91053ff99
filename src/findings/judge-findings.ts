/** From a completed scan to the judgment of its findings. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import type { ImagePolicy, Judgement } from '../model/policy.ts';
import type { Ended } from '../model/verdict.ts';
import { createReading, type ReadingBudgets, type ReadingTools } from './reading.ts';
import { judgeByRules } from './rules.ts';

/** How the findings ended the wait for an image. */
export interface JudgedFindings {
  readonly ended: Ended;
  /** Undefined if the findings could not be judged. */
  readonly judgement: Judgement | undefined;
  /** How many pairs of reads were compared. */
  readonly pairs: number;
}

/**
 * @param policies a finding blocks if it does under any of them. All compare with what the first one
 * compares with, and that one is in the verdict.
 */
export async function judgeFindings(
  policies: readonly [ImagePolicy, ...ImagePolicy[]],
  images: ProductImages,
  imageId: string,
  budgets: ReadingBudgets,
  tools: ReadingTools,
): Promise<JudgedFindings> {
  const [policy] = policies;
  const { baselineImageId } = policy;
  const reading = createReading(images, { imageId, baselineImageId }, budgets, tools);
  const end = await judgeByRules(policies, reading);
  if (end.kind === 'stopped') return { ended: end.ended, judgement: undefined, pairs: 0 };
  const { judgement, pairs } = end;
  const isBlocked = judgement.blocking.length > 0;
  const ended: Ended = isBlocked
    ? { status: 'findings', judgement, policy }
    : { status: 'completed' };
  return { ended, judgement, pairs };
}
