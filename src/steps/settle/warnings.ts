/** What a sweep warns of, each in one annotation. */
import { classifyState } from '../../model/scan.ts';
import { reasonWithoutBaseline } from '../../report/baseline-words.ts';
import { loginOf } from '../../report/commit-status.ts';
import { contradictionsIn } from '../../report/findings-words.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { printable, quote } from '../../util/text.ts';
import type { SettleSettings } from './inputs.ts';
import { isWritten, type Settlement } from './settlement.ts';

type Warning = (
  settlements: readonly Settlement[],
  settings: Pick<SettleSettings, 'product' | 'policy' | 'isCompared'>,
) => string | undefined;

export function warningsOf(...given: Parameters<Warning>): readonly string[] {
  return WARNINGS.flatMap((warning) => warning(...given) ?? []);
}

const otherProducts: Warning = (settlements, { product }) => {
  const waits = settlements.flatMap(({ wait, outcome }) =>
    wait === undefined || outcome.kind === 'foreign' ? [] : [{ wait, kind: outcome.kind }],
  );
  const isOther = waits.every(({ kind }) => kind === 'other-product');
  if (waits.length === 0 || !isOther) return undefined;
  const ids = [...new Set(waits.map(({ wait }) => printable(`${wait.productId}`, 60)))].slice(0, 5);
  return (
    `All pending commit statuses are about other products (${ids.join(', ')}), none about ` +
    `\`product\` ${quote(product)}: check \`product\` if one of them is meant.`
  );
};

const foreignStatuses: Warning = (settlements) => {
  const found = settlements.flatMap(({ outcome }) => (outcome.kind === 'foreign' ? outcome : []));
  if (found.length === 0) return undefined;
  const names = [...new Set(found.map(({ by }) => loginOf(by)))].slice(0, 5);
  const [statuses, them] =
    found.length === 1
      ? ['1 pending commit status was', 'it']
      : [`${found.length} pending commit statuses were`, 'them'];
  return (
    `${statuses} left alone, because ${names.join(', ')} wrote ${them} and this action acts only ` +
    'on what its own token wrote: use the same kind of token in both workflows, or find out who ' +
    `wrote ${them}.`
  );
};

const goneScans: Warning = (settlements) => {
  const gone = recordsIn(settlements).filter(
    ({ absent, ended }) => absent !== undefined && ended === undefined,
  );
  const [first] = gone;
  if (first === undefined) return undefined;
  const image = printable(first.imageId, 60);
  const [scans, images, statuses] =
    gone.length === 1
      ? ['1 scan of a deferred wait', `image ${image}`, 'its commit status stays']
      : [
          `${gone.length} scans of deferred waits`,
          `the first is of image ${image}`,
          'their commit statuses stay',
        ];
  return (
    `${scans} cannot be found any more (${images}): scan the image again if the scan was deleted; ` +
    `${statuses} pending until \`settle-within\` ends.`
  );
};

const undocumentedStates: Warning = (settlements) => {
  const states = recordsIn(settlements).flatMap(({ lastState, ended }) =>
    ended === undefined && lastState !== undefined && classifyState(lastState) === 'undocumented'
      ? lastState
      : [],
  );
  if (states.length === 0) return undefined;
  const names = [...new Set(states)].slice(0, 5).map(quote);
  const [scans, statuses] =
    states.length === 1
      ? ['1 scan is', 'its commit status stays']
      : [`${states.length} scans are`, 'their commit statuses stay'];
  return (
    `${scans} in a state that Binarly does not document (${names.join(', ')}), so ${statuses} ` +
    'pending; if this state is final, check for a newer version of this action.'
  );
};

const excusedFindings: Warning = (settlements, { policy, isCompared }) => {
  const isExcused = settlements.some(({ images }) =>
    images.some(({ image }) => image.baselineImageId !== undefined),
  );
  if (policy === undefined || isCompared || !isExcused) return undefined;
  return (
    'A step compares with a baseline, and this sweep does not: its own policy also blocks findings ' +
    'that the baseline has, so the verdict depends on whether the scan outlasts `timeout`: set ' +
    '`baseline-image: base-branch` here.'
  );
};

const missingBaselines: Warning = (settlements) => {
  const reasons = settlements.flatMap(({ images }) =>
    images.flatMap(({ image, ownBaseline }) =>
      ownBaseline?.kind === 'none' ? reasonWithoutBaseline(image.imageId, ownBaseline.why) : [],
    ),
  );
  return reasons.slice(0, 1).map(sentenceOf)[0];
};

const incompleteLists: Warning = (settlements) => {
  const settled = settlements.filter(({ outcome }) => isWritten(outcome));
  return contradictionsIn(settled.flatMap(({ images }) => images.map(({ record }) => record)))[0];
};

const WARNINGS: readonly Warning[] = [
  otherProducts,
  foreignStatuses,
  goneScans,
  undocumentedStates,
  excusedFindings,
  missingBaselines,
  incompleteLists,
];

function recordsIn(settlements: readonly Settlement[]) {
  return settlements.flatMap(({ images, outcome }) =>
    isWritten(outcome) ? [] : images.map(({ record }) => record),
  );
}
