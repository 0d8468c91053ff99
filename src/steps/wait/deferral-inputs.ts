/** The inputs of a deferred wait: `github-token`, `status-context` and `settle-within`. */

import { hiddenCommit, type Trigger } from '../../github/run.ts';
import { readGitHubToken, readStatusContext } from '../../inputs/github.ts';
import type { InputReader } from '../../inputs/input-reader.ts';
import { readDuration } from '../../inputs/values.ts';
import {
  isCarriable,
  LONGEST_TARGET_URL,
  MOST_IMAGES,
  toTargetUrl,
} from '../../model/deferred-wait.ts';
import { isUlid } from '../../model/ids.ts';
import { formatExact } from '../../util/duration.ts';
import { quote } from '../../util/text.ts';
import type { Deferral, Settings } from './settings.ts';

type Waiting = Omit<Settings, 'deferral'>;

/** @returns undefined without `on-timeout: defer`. */
export function readDeferral(
  inputs: InputReader,
  waiting: Waiting,
  trigger: Trigger,
): Deferral | undefined {
  const { isSet, report } = inputs;
  if (waiting.onTimeout !== 'defer') {
    for (const input of ['status-context', 'settle-within'] as const)
      if (isSet(input)) report(input, 'has no effect without `on-timeout: defer`: remove it');
    return undefined;
  }
  checkTrigger(inputs, trigger);
  const settleWithinMs = readDuration(inputs, 'settle-within');
  if (settleWithinMs > 0 && settleWithinMs <= waiting.timeoutMs)
    report(
      'settle-within',
      `must be longer than \`timeout\` (${formatExact(waiting.timeoutMs)}): ` +
        'both count from the start of this step',
    );
  if (waiting.reports.length > 0)
    report('reports', 'cannot be combined with `on-timeout: defer`: remove one of the two');
  checkSize(inputs, waiting, settleWithinMs);
  const [githubToken, context] = [readGitHubToken(inputs), readStatusContext(inputs)];
  return { githubToken, context, settleWithinMs };
}

/** A status that no sweep finds would be pending forever. */
function checkTrigger({ report }: InputReader, trigger: Trigger): void {
  const why = hiddenCommit(trigger);
  if (why === undefined) return;
  const [what, instead] =
    why === 'tag'
      ? ['on a tag, where no sweep looks', 'run on a branch or a pull request']
      : [
          `in a run of ${quote(trigger.event)}, which has no commit of its own`,
          'run on the branch or pull request',
        ];
  report('on-timeout', `defer does not work ${what}: ${instead}, or use fail or warn`);
}

/** Room for the address of the run, and for a scan's ID, which is a ULID. */
const [SAMPLE_PAGE, SAMPLE_ID] = ['x'.repeat(200), 'x'.repeat(26)];

/** Everything that a deferred wait needs must fit in the address of a commit status. */
function checkSize(
  { report, hasProblem }: InputReader,
  waiting: Waiting,
  settleWithinMs: number,
): void {
  if ((['image', 'scan', 'baseline-image'] as const).some(hasProblem)) return;
  const { imageIds, scanId = SAMPLE_ID, policy, baseline, product } = waiting;
  const baselineImageId = baseline?.kind === 'base-branch' ? SAMPLE_ID : baseline?.imageId;
  const ids = [...imageIds, scanId, baselineImageId].filter((id) => id !== undefined);
  const strange = ids.find((id) => id !== '' && !isCarriable(id));
  if (imageIds.length > MOST_IMAGES)
    report(
      'image',
      `has ${imageIds.length} images, and \`on-timeout: defer\` allows at most ${MOST_IMAGES}: ` +
        'split them across steps',
    );
  else if (strange !== undefined)
    report('image', `${quote(strange)} is not an ID that \`on-timeout: defer\` can carry`);
  else {
    const { length } = toTargetUrl(SAMPLE_PAGE, {
      runId: '1'.repeat(12),
      attempt: '1',
      productId: isUlid(product) ? product : SAMPLE_ID,
      images: imageIds.map((imageId) => ({ imageId, scanId, baselineImageId })),
      isHandedOver: true,
      policy,
      leftMs: settleWithinMs,
      nonce: 'x'.repeat(12),
      commit: 'x'.repeat(12),
    });
    if (length > LONGEST_TARGET_URL)
      report(
        'image',
        'has IDs that do not fit in a commit status: wait for fewer images per step' +
          (baseline === undefined ? '' : ' (with `baseline-image`, at most 8)'),
      );
  }
}
