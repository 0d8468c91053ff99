/** What a sweep makes of one pending status: the verdicts on its images, and how it ended. */
import type { PendingStatus } from '../../github/find-statuses.ts';
import type { LeftAlone } from '../../handover/order.ts';
import type { Baseline } from '../../model/baseline.ts';
import type { GivenStatus } from '../../model/commit-status.ts';
import type { DeferredImage } from '../../model/deferred-wait.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import type { ImageRecord } from '../../model/image-record.ts';

/** The result for one pending status. */
export interface Settlement extends PendingStatus {
  /** Empty unless they were polled. */
  readonly images: readonly PolledImage[];
  readonly outcome: SettlementOutcome;
}

/** The status that was written, as GitHub has it. */
type Final = Pick<GivenStatus, 'state' | 'description'>;

export type SettlementOutcome =
  | ({ readonly kind: 'settled' } & Final)
  /** Too early for a verdict, or the platform does not answer. */
  | { readonly kind: 'pending' }
  /** The waiting step has not ended. */
  | { readonly kind: 'running' }
  /** This version of the action did not create it for this commit. */
  | { readonly kind: 'unreadable' }
  /** Another identity wrote it, so nothing in it is believed. */
  | { readonly kind: 'foreign'; readonly by: string | undefined }
  | { readonly kind: 'other-product' }
  | { readonly kind: 'left-alone'; readonly why: LeftAlone }
  /** The statuses of the commit could not be read. */
  | { readonly kind: 'unread'; readonly problem: GitHubProblem }
  | { readonly kind: 'unwritten'; readonly problem: GitHubProblem }
  /** It was written, but could not be looked at, so it may be covered. */
  | ({ readonly kind: 'unseen'; readonly problem: GitHubProblem } & Final)
  /** GitHub's list does not show what must be there. */
  | { readonly kind: 'unlisted' }
  /** Others kept covering the right status. */
  | { readonly kind: 'contended' }
  /** A bug of ours, which must not stop the others. */
  | { readonly kind: 'crashed'; readonly cause: unknown };

/** Whether it has a final status now, perhaps a covered one. */
export function isWritten(
  outcome: SettlementOutcome,
): outcome is Extract<SettlementOutcome, { readonly kind: 'settled' | 'unseen' }> {
  return outcome.kind === 'settled' || outcome.kind === 'unseen';
}

/** Whether another sweep must look at it again. */
export function isPending({ outcome: { kind } }: Settlement): boolean {
  return LEFT.includes(kind);
}

const LEFT: readonly SettlementOutcome['kind'][] = [
  'pending',
  'running',
  'unread',
  'unwritten',
  'unlisted',
  'contended',
  'crashed',
];

/** An image after its poll: its record has no end if it is too early for a verdict. */
export interface PolledImage {
  readonly image: DeferredImage;
  readonly record: ImageRecord;
  /** What our own policy compared it with; undefined if it did not compare. */
  readonly ownBaseline?: Baseline | undefined;
  /** Whether it is too early because the baseline of the step is being scanned again. */
  readonly isBaselineUnfinished?: boolean;
}
