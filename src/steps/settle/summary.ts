/** The job summary of a sweep, which final statuses link to. */
import { endedRed } from '../../model/statuses.ts';
import { reasonWithoutBaseline } from '../../report/baseline-words.ts';
import { cutTo } from '../../report/cut.ts';
import { findingsOf } from '../../report/findings-tables.ts';
import { imageName } from '../../report/image-name.ts';
import { code, plainText, row } from '../../report/markdown.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { countable, printable, shortSha } from '../../util/text.ts';
import { describeImages } from './conclude.ts';
import { isPending, isWritten, type PolledImage, type Settlement } from './settlement.ts';
import { describeOutcome } from './words.ts';

/** Room for each part in bytes. GitHub rejects a summary above 1 MiB as a whole. */
const [TABLE_BYTES, FINDINGS_BYTES] = [500_000, 300_000];
/** How many findings of an image are shown. */
const MOST_SHOWN = 10;

/** @param errors what makes the step red, one line each. */
export function sweepSummary(
  settlements: readonly Settlement[],
  errors: readonly string[],
): string {
  const [settled, other] = [
    settlements.filter(({ outcome }) => isWritten(outcome)),
    settlements.filter(({ outcome }) => !isWritten(outcome)),
  ];
  const rows = [...settled, ...other].map(({ sha, images, outcome }) =>
    row([
      code(shortSha(sha)),
      plainText(describeOutcome(outcome)),
      images.length === 0 ? '' : plainText(describeImages(images)),
    ]),
  );
  const { kept, left } = cutTo(rows, TABLE_BYTES);
  const table = [row(['Commit', 'Status', 'Images']), '|---|---|---|', ...kept].join('\n');
  const blocks = [
    `## ${headlineOf(settlements, errors)}`,
    ...(errors.length > 0 ? [errors.map((error) => `- ${plainText(error)}`).join('\n')] : []),
    ...leftNote(other),
    ...(rows.length > 0 ? [table] : []),
    ...(left > 0
      ? [`Not shown here: ${left} more ${countable(left, 'commit')}. The log has all commits.`]
      : []),
    ...findings(settled),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** For example `❌ Deferred Binarly scans: 1 failed, 2 passed, 0 pending`. */
function headlineOf(settlements: readonly Settlement[], errors: readonly string[]): string {
  const count = (is: (settlement: Settlement) => boolean) => settlements.filter(is).length;
  const passed = count(({ outcome }) => isWritten(outcome) && outcome.state === 'success');
  const failed = count(({ outcome }) => isWritten(outcome)) - passed;
  const pending = count(isPending);
  const leftAlone = settlements.length - passed - failed - pending;
  const counts = [
    `${failed} failed, ${passed} passed, ${pending} pending`,
    ...(leftAlone > 0 ? [`${leftAlone} left alone`] : []),
  ];
  const isRed = failed > 0 || errors.length > 0;
  const mark = isRed ? '❌' : pending > 0 ? '⏳' : '✅';
  return `${mark} Deferred Binarly scans: ${counts.join(', ')}`;
}

/** A rate limit leaves work for the next sweep. */
function leftNote(settlements: readonly Settlement[]): readonly string[] {
  const limited = settlements.filter(
    ({ outcome }) => 'problem' in outcome && outcome.problem.type === 'rate-limit',
  );
  if (limited.length === 0) return [];
  const what = limited.length === 1 ? '1 commit is' : `${limited.length} commits are`;
  return [`${what} left for the next sweep, because of the rate limit of GitHub.`];
}

/** What the commits that failed for findings failed for. */
function findings(settled: readonly Settlement[]): readonly string[] {
  const parts = settled.flatMap(({ sha, images }) =>
    images.flatMap((image) => {
      const { judgement, ended } = image.record;
      if (judgement === undefined || ended?.status !== 'findings' || !endedRed(ended)) return [];
      const title = `### Findings of ${imageName(image.record)} on commit ${code(shortSha(sha))}`;
      const part = [title, ...findingsOf(judgement, MOST_SHOWN), ...comparisonOf(image)];
      return [part.join('\n\n')];
    }),
  );
  const { kept, left } = cutTo(parts, FINDINGS_BYTES);
  const rest = `The findings of ${left} more ${countable(left, 'image')} are not shown here.`;
  return left === 0 ? kept : [...kept, rest];
}

/** What each policy compared with, if it did. */
function comparisonOf({ image, ownBaseline: own }: PolledImage): readonly string[] {
  const { imageId, baselineImageId } = image;
  const compared = (whose: string, id: string) =>
    plainText(`${whose} compared with image ${printable(id)}.`);
  return [
    ...(baselineImageId === undefined ? [] : [compared('The policy of the step', baselineImageId)]),
    ...(own?.kind === 'image' ? [compared('The policy of the sweep', own.imageId)] : []),
    ...(own?.kind === 'none'
      ? [plainText(sentenceOf(reasonWithoutBaseline(imageId, own.why)))]
      : []),
  ];
}
