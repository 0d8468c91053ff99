/** What the images of a step are compared with, and what the log says of it. */
import { baseBranchBaselines } from '../../findings/base-branch.ts';
import { type Baselines, givenBaseline } from '../../findings/baseline.ts';
import { askForBase } from '../../github/base-commits.ts';
import type { ApiResult } from '../../model/api-result.ts';
import type { Baseline } from '../../model/baseline.ts';
import type { ImageRecord } from '../../model/image-record.ts';
import {
  comparedSentence,
  missingBaselinesWarning,
  reasonWithoutBase,
  reasonWithoutBaseline,
  troubleLine,
} from '../../report/baseline-words.ts';
import { type Reason, sentenceOf } from '../../report/sentence.ts';
import type { ScanPoll } from '../../scan/follow-scan.ts';
import { openGitHub } from '../open-github.ts';
import type { Uses } from '../runtime.ts';
import type { Step } from './step.ts';

export type BegunBaselines =
  /** Undefined without `baseline-image`. */
  | { readonly ok: true; readonly baselines: Baselines | undefined }
  | { readonly ok: false; readonly reason: Reason };

/** Makes no request yet. */
export async function beginBaselines(
  step: Step,
  runtime: Uses<'github' | 'clock' | 'random' | 'workflow'>,
): Promise<BegunBaselines> {
  const { images, settings } = step;
  const { baseline } = settings;
  if (baseline === undefined) return { ok: true, baselines: undefined };
  const told = reporting(step, runtime);
  if (baseline.kind === 'image')
    return { ok: true, baselines: told(givenBaseline(images, baseline.imageId)) };
  const opened = await openGitHub(baseline.githubToken, runtime);
  if (!opened.ok) return { ok: false, reason: reasonWithoutBase(opened.cause) };
  const { run, api } = opened;
  const found = baseBranchBaselines(images, (call) => askForBase(api, run, call), runtime.clock);
  return { ok: true, baselines: told(found) };
}

/** Logs each baseline once, the first trouble, and warns once of an image that has none. */
function reporting(step: Step, { workflow }: Uses<'workflow'>) {
  const { settings, log, clock } = step;
  const isSingle = settings.imageIds.length === 1;
  let [hasWarned, hasFailed] = [false, false];

  function report(imageId: string, result: ApiResult<Baseline>): void {
    if (result.kind === 'failed' && !hasFailed) {
      hasFailed = true;
      log.info(troubleLine(result));
    }
    if (result.kind !== 'found') return;
    const baseline = result.value;
    if (baseline.kind === 'image') {
      log.info(comparedSentence(baseline, clock.wallMs(), isSingle ? undefined : imageId));
      return;
    }
    const sentence = sentenceOf(reasonWithoutBaseline(imageId, baseline.why));
    if (hasWarned) log.info(sentence);
    else workflow.warning(sentence);
    hasWarned = true;
  }

  // Nobody asks again for what was found.
  return ({ find, known }: Baselines): Baselines => ({
    known,
    async find(imageId, call) {
      const result = await find(imageId, call);
      report(imageId, result);
      return result;
    },
  });
}

/**
 * Asks about an image's baseline before its first scan is asked for: an unusable one ends the wait
 * at once, not hours later, when it is needed. Trouble does not: by then it may be over.
 */
export function baselineFirst({ find }: Baselines, poll: ScanPoll): ScanPoll {
  return (imageId, followedId) => {
    const ask = poll(imageId, followedId);
    let isAnswered = false;
    return async (call) => {
      if (!isAnswered) {
        const baseline = await find(imageId, call);
        if (baseline.kind === 'refused' || baseline.kind === 'interrupted') return baseline;
        // One that is still being scanned may be ready by the time it is needed.
        const isUnfinished =
          baseline.kind === 'failed' && baseline.cause.type === 'baseline-unfinished';
        isAnswered = baseline.kind === 'found' || isUnfinished;
      }
      return ask(call);
    };
  };
}

/**
 * Warns of images that are handed over before their baseline was found: whoever finishes the wait
 * does not look for it, so every finding counts as new.
 */
export function warnOfMissingBaselines(
  records: readonly ImageRecord[],
  { settings }: Pick<Step, 'settings'>,
  { workflow }: Uses<'workflow'>,
): void {
  if (settings.baseline?.kind !== 'base-branch') return;
  const missing = records.filter(({ baseline }) => baseline === undefined);
  const [first] = missing;
  if (first !== undefined)
    workflow.warning(missingBaselinesWarning(first.imageId, missing.length - 1));
}
