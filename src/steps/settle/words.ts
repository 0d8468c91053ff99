/** The words of a sweep: its log and its errors. */
import type { Failed } from '../../model/api-result.ts';
import type { ResolvedProduct } from '../../model/product.ts';
import type { Decided } from '../../polling/attempt.ts';
import { describeLeftAlone, loginOf } from '../../report/commit-status.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { describeFailure } from '../../report/failure-words.ts';
import { adviceOnGitHub, describeGitHubProblem } from '../../report/github-problems.ts';
import { because, describeThrown, type Reason, sentenceOf } from '../../report/sentence.ts';
import { reasonOfCrash } from '../../report/step-error-words.ts';
import { printable } from '../../util/text.ts';
import { describeImages } from './conclude.ts';
import { INTERRUPTED } from './search-words.ts';
import {
  isWritten,
  type PolledImage,
  type Settlement,
  type SettlementOutcome,
} from './settlement.ts';

/** A line for the log. */
export function describeSettlement({ sha, images, outcome }: Settlement): string {
  const isTold = images.length === 0 || isWritten(outcome);
  const known = isTold ? '' : ` (${describeImages(images)})`;
  return `Commit ${printable(sha)}: ${describeOutcome(outcome)}${known}.`;
}

export function describeOutcome(outcome: SettlementOutcome): string {
  switch (outcome.kind) {
    case 'settled':
      return `${outcome.state} (${outcome.description})`;
    case 'pending':
      return 'still pending';
    case 'running':
      return 'left alone, because the step is still waiting';
    case 'unreadable':
      return 'left alone, because this version of the action did not create it for this commit';
    case 'foreign':
      return `left alone, because it was written by ${loginOf(outcome.by)}`;
    case 'other-product':
      return 'left alone, because it waits for another product';
    case 'left-alone':
      return outcome.why.type === 'superseded'
        ? 'left alone, because a newer wait has begun'
        : `left alone, because it ${describeLeftAlone(outcome.why)}`;
    case 'unread':
      return `could not be read (${describeGitHubProblem(outcome.problem)})`;
    case 'unwritten':
      return `could not be written (${describeGitHubProblem(outcome.problem)})`;
    case 'unseen': {
      const why = describeGitHubProblem(outcome.problem);
      return `${outcome.state} (${outcome.description}), but could not be read afterward (${why})`;
    }
    case 'unlisted':
      return 'not in the list of statuses from GitHub, although it must be there';
    case 'contended':
      return 'other runs kept writing over it';
    case 'crashed':
      return `unexpected error (${describeThrown(outcome.cause)})`;
  }
}

/** What makes the step red, each reason once. */
export function errorsOf(
  settlements: readonly Settlement[],
  product: Decided<ResolvedProduct> | undefined,
  isInterrupted: boolean,
): readonly string[] {
  const reasons = [
    ...(isInterrupted ? [INTERRUPTED] : []),
    ...reasonsOfProduct(product),
    ...settlements.flatMap(reasonsOf),
  ];
  return [...new Set(reasons.map(sentenceOf))];
}

/** An interruption has a reason of its own. */
function reasonsOfProduct(product: Decided<ResolvedProduct> | undefined): Reason[] {
  if (product?.kind === 'refused') return [reasonOfRefusal(product)];
  return product?.kind === 'gave-up' ? [noUsableAnswer(product.outage.failure)] : [];
}

function noUsableAnswer(failure: Failed): Reason {
  return because(
    `Binarly gave no usable answer (last: ${describeFailure(failure)})`,
    'the next sweep tries again; check `api-url` and the credential if this continues',
  );
}

function reasonsOf({ outcome, images }: Settlement): readonly Reason[] {
  return [...images.flatMap((image) => reasonOfImage(image) ?? []), ...reasonsOfOutcome(outcome)];
}

const FAILED = {
  unread: 'the statuses of a commit could not be read',
  unwritten: 'a commit status could not be written',
  unseen: 'a commit status was written, but could not be read afterward',
} as const;

function reasonsOfOutcome(outcome: SettlementOutcome): readonly Reason[] {
  switch (outcome.kind) {
    case 'unread':
    case 'unwritten':
    case 'unseen': {
      const { kind, problem } = outcome;
      const happened = FAILED[kind];
      const why = describeGitHubProblem(problem);
      // An interruption has a reason of its own.
      return problem.type === 'stopped'
        ? []
        : [because(`${happened} (${why})`, adviceOnGitHub(problem))];
    }
    case 'unlisted':
      return [
        because(
          'the list of statuses of a commit did not show a status that must be there, for 10 s',
          'the next sweep looks again',
        ),
      ];
    case 'contended':
      return [
        because(
          'other runs kept writing over a commit status',
          'let no two settle workflows run at the same time (`concurrency`)',
        ),
      ];
    case 'crashed':
      return [reasonOfCrash(outcome.cause)];
    case 'settled':
    case 'pending':
    case 'running':
    case 'unreadable':
    case 'foreign':
    case 'other-product':
    case 'left-alone':
      return [];
  }
}

function reasonOfImage({ record: { ended } }: PolledImage): Reason | undefined {
  if (ended?.status === 'error') return reasonOfRefusal(ended.refused);
  if (ended?.status !== 'unavailable') return undefined;
  if (ended.findings === undefined) return noUsableAnswer(ended.failure);
  const { type } = ended.failure.cause;
  const isIncomplete = type === 'findings-not-listed' || type === 'kev-not-listed';
  return because(
    (ended.baseline
      ? 'could not find what to compare an image with'
      : 'the findings of an image could not be read') +
      ` (last: ${describeFailure(ended.failure)})`,
    isIncomplete
      ? 'the next sweep tries again; if this continues, set `on-incomplete: warn` here and in the step'
      : 'the next sweep tries again; look at the image in the Binarly dashboard if this continues',
  );
}
