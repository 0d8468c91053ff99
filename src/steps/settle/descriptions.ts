/** The words for what a sweep knows of images, and the descriptions of final statuses. */
import type { DeferredWait } from '../../model/deferred-wait.ts';
import { countBySeverity } from '../../model/policy.ts';
import { classifyState } from '../../model/scan.ts';
import { countsOf, endedRed } from '../../model/statuses.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { blockingCount, describeCounts, isCompared } from '../../report/findings-words.ts';
import { formatUtc, printable } from '../../util/text.ts';
import type { PolledImage } from './settlement.ts';

/** Findings that block are counted: `2 new findings block: 1 critical, 1 high`. */
export function describeRed(images: readonly PolledImage[]): string {
  const red = images.map(({ record }) => record.ended).filter(endedRed);
  const broken = red.flatMap((ended) => (ended?.status === 'findings' ? ended : []));
  if (broken.length < red.length) return describeVerdicts(images);
  const blocking = broken.flatMap(({ judgement }) => judgement.blocking);
  const isNewOnly = broken.every(({ policy }) => isCompared(policy));
  const where = images.length === 1 ? '' : ` in ${red.length} of ${images.length} images`;
  const counts = describeCounts(countBySeverity(blocking), 'unknown');
  return `${blockingCount(blocking.length, isNewOnly)}${where}: ${counts}`;
}

/** At the end of `settle-within`: what was last known. @param endedMs since the epoch. */
export function describeOverdue(
  wait: DeferredWait,
  images: readonly PolledImage[],
  endedMs: number,
): string {
  return `settle-within ended at ${formatUtc(endedMs)}${lastKnown(wait, images)}`;
}

function lastKnown({ isHandedOver }: DeferredWait, images: readonly PolledImage[]): string {
  if (!isHandedOver) return '; the step ended without a verdict';
  const [trouble] = images.flatMap((image) => troubleWith(image) ?? []);
  if (trouble !== undefined) return `; ${trouble}`;
  const notes = images.flatMap((image) => noteOn(image) ?? []);
  return `: ${[describeVerdicts(images), ...new Set(notes)].join(', ')}`;
}

/** Why there is no verdict, as a clause; undefined if there is one, or if it is too early. */
function troubleWith({ record: { ended } }: PolledImage): string | undefined {
  if (ended?.status === 'error') return reasonOfRefusal(ended.refused).happened;
  if (ended?.status !== 'unavailable') return undefined;
  if (ended.baseline) return 'the baseline could not be found';
  return ended.findings === undefined
    ? 'no usable answer from Binarly'
    : 'the findings could not be read';
}

/** For example `1 failed, 2 pending`. */
export function describeVerdicts(images: readonly PolledImage[]): string {
  return countsOf(images.map(nameOf));
}

/** The verdict on an image; `pending` without one. */
export function nameOf({ record: { ended } }: PolledImage): string {
  return ended?.status ?? 'pending';
}

/** What is known of a scan without a verdict, as a clause; undefined if nothing is. */
export function noteOn({ record, isBaselineUnfinished }: PolledImage): string | undefined {
  const { ended, absent, lastState } = record;
  if (isBaselineUnfinished) return 'its baseline is being scanned again';
  if (ended !== undefined) return undefined;
  if (absent !== undefined) return 'its scan is gone';
  if (lastState === undefined) return undefined;
  const state = printable(lastState, 40);
  return isUndocumented(lastState)
    ? `its state ${state} is not documented`
    : `its last state is ${state}`;
}

/** @param state as the API gave it. */
export function isUndocumented(state: string | undefined): boolean {
  return classifyState(state) === 'undocumented';
}
