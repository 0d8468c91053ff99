/** The words of a sweep: its log, its errors and its summary. */
import type { Failed } from '../../model/answer.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import { countsOf } from '../../model/statuses.ts';
import { cutTo } from '../../report/cut.ts';
import { reasonOfCrash } from '../../report/errors.ts';
import { describeFailure } from '../../report/failures.ts';
import { adviceOnGitHub, describeGitHubProblem } from '../../report/github-problems.ts';
import { code, inert, row } from '../../report/markdown.ts';
import { reasonOfRefusal } from '../../report/refusals.ts';
import { because, describeThrown, type Reason, sentenceOf } from '../../report/sentence.ts';
import { countable, printable } from '../../util/text.ts';
import { nameOf } from './decide.ts';
import type { FoundProduct } from './find-product.ts';
import type { PolledImage } from './poll-wait.ts';
import type { Settlement, SettlementOutcome } from './settle-status.ts';

/** A line for the log. */
export function describeSettlement({ sha, images, outcome }: Settlement): string {
  const isTold = images.length === 0 || outcome.kind === 'settled';
  const polled = isTold ? '' : ` (${countsOf(images.map(nameOf))})`;
  return `Commit ${printable(sha)}: ${describeOutcome(outcome)}${polled}.`;
}

function describeOutcome(outcome: SettlementOutcome): string {
  switch (outcome.kind) {
    case 'settled':
      return `${outcome.state} (${outcome.description})`;
    case 'pending':
      return 'still pending';
    case 'running':
      return 'left alone, because the step is still waiting';
    case 'unreadable':
      return 'left alone, because this action did not create it';
    case 'other-product':
      return 'left alone, because it waits for another product';
    case 'superseded':
      return 'left alone, because a newer wait has begun';
    case 'unwritten':
      return `could not be written (${describeGitHubProblem(outcome.problem)})`;
    case 'crashed':
      return `unexpected error (${describeThrown(outcome.cause)})`;
  }
}

const INTERRUPTED = because('the sweep was interrupted', 'the next one continues');

export function reasonWithoutSearch(problem: GitHubProblem): Reason {
  if (problem.type === 'stopped') return INTERRUPTED;
  const why = describeGitHubProblem(problem);
  return because(`could not find the pending commit statuses (${why})`, adviceOnGitHub(problem));
}

/** @param error what GitHub said; printable. */
export function missingPartLine(error: string): string {
  return `GitHub left out a part of its answer: ${error}`;
}

export const MISSING_PARTS =
  'GitHub answered only a part of the search for pending commit statuses, so this sweep may have ' +
  'missed some. The log says which errors it gave; the next sweep looks again.';

/** What makes the step red, each reason once. */
export function errorsOf(
  settlements: readonly Settlement[],
  product: FoundProduct | undefined,
  isInterrupted: boolean,
): readonly string[] {
  const reasons = [
    ...(isInterrupted ? [INTERRUPTED] : []),
    ...(product?.ok === false ? reasonsOfProduct(product) : []),
    ...settlements.flatMap(reasonsOf),
  ];
  return [...new Set(reasons.map(sentenceOf))];
}

type UnknownProduct = Extract<FoundProduct, { readonly ok: false }>;

function reasonsOfProduct({ answer }: UnknownProduct): readonly Reason[] {
  if (answer.kind === 'refused') return [reasonOfRefusal(answer)];
  return answer.kind === 'failed' ? [noAnswer(answer)] : [];
}

function noAnswer(failure: Failed): Reason {
  return because(
    `Binarly gave no usable answer (last: ${describeFailure(failure)})`,
    'the next sweep tries again; check `api-url` and the credential if this continues',
  );
}

function reasonsOf({ outcome, images }: Settlement): readonly Reason[] {
  const ofImages = images.flatMap((image) => reasonOfImage(image) ?? []);
  if (outcome.kind === 'crashed') return [reasonOfCrash(outcome.cause)];
  if (outcome.kind !== 'unwritten') return ofImages;
  const { problem } = outcome;
  const why = describeGitHubProblem(problem);
  return [
    ...ofImages,
    because(`a commit status could not be written (${why})`, adviceOnGitHub(problem)),
  ];
}

function reasonOfImage({ record: { ended } }: PolledImage): Reason | undefined {
  if (ended?.status === 'error') return reasonOfRefusal(ended.refused);
  return ended?.status === 'unavailable' ? noAnswer(ended.failure) : undefined;
}

/** GitHub rejects a summary above 1 MiB as a whole. */
const TABLE_BYTES = 500_000;

/** @param errors what makes the step red, one line each. */
export function sweepSummary(
  settlements: readonly Settlement[],
  errors: readonly string[],
): string {
  const [settled, other] = [
    settlements.filter(({ outcome }) => outcome.kind === 'settled'),
    settlements.filter(({ outcome }) => outcome.kind !== 'settled'),
  ];
  const passed = settled.filter(isSuccess).length;
  const failed = settled.length - passed;
  const headline = `${errors.length > 0 || failed > 0 ? '❌' : '✅'} Deferred Binarly scans`;
  const counts = `${failed} failed, ${passed} passed, ${other.length} left unchanged`;
  const rows = [...settled, ...other].map(({ sha, images, outcome }) =>
    row([
      code(sha),
      inert(describeOutcome(outcome)),
      images.length === 0 ? '' : countsOf(images.map(nameOf)),
    ]),
  );
  const { kept, left } = cutTo(rows, TABLE_BYTES);
  const table = [row(['Commit', 'Status', 'Images']), '|---|---|---|', ...kept].join('\n');
  const blocks = [
    `## ${headline}: ${counts}`,
    ...(errors.length > 0 ? [errors.map((error) => `- ${inert(error)}`).join('\n')] : []),
    ...(rows.length > 0 ? [table] : []),
    ...(left > 0
      ? [`Not shown here: ${left} more ${countable(left, 'commit')}. The log has all commits.`]
      : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function isSuccess({ outcome }: Settlement): boolean {
  return outcome.kind === 'settled' && outcome.state === 'success';
}
