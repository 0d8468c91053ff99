/** Decides what the polls of a wait mean for its status. Pure. */

import type { CommitState } from '../../model/commit-status.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { countBySeverity } from '../../model/policy.ts';
import { classifyState } from '../../model/scan.ts';
import { countsOf, endedRed } from '../../model/statuses.ts';
import { reasonOfRefusal } from '../../report/refusals.ts';
import { formatUtc, printable } from '../../util/text.ts';
import type { PolledImage } from './judge-deferred.ts';

export interface Decision {
  readonly state: CommitState;
  /** Of any length. */
  readonly description: string;
}

/**
 * Decides as soon as one image is red or all are green. If a scan is running, missing, or in an
 * undocumented state, the status stays as it is until `settle-within` ends.
 * @param endMs when it ended, in milliseconds since the epoch; undefined if it has not.
 * @returns undefined: leave the status pending.
 */
export function decide(
  wait: DeferredWait,
  images: readonly PolledImage[],
  endMs: number | undefined,
): Decision | undefined {
  if (images.some(isRed)) return { state: 'failure', description: describeRed(images) };
  if (images.length > 0 && images.every(({ green }) => green))
    return { state: 'success', description: countsOf(images.map(nameOf)) };
  if (endMs === undefined || images.some(isInterrupted)) return undefined;
  const when = `settle-within ended at ${formatUtc(endMs)}`;
  const { state, lastKnown } = overdue(wait, images);
  return { state, description: `${when}${lastKnown}` };
}

/** What the status becomes once `settle-within` has ended without a verdict. */
function overdue(
  wait: DeferredWait,
  images: readonly PolledImage[],
): { readonly state: CommitState; readonly lastKnown: string } {
  if (!wait.isHandedOver)
    return { state: 'failure', lastKnown: '; the step ended without a verdict' };
  for (const { record } of images) {
    const { ended } = record;
    if (ended?.status === 'error')
      return { state: 'error', lastKnown: `; ${reasonOfRefusal(ended.refused).happened}` };
    if (ended?.status === 'unavailable' && ended.baseline)
      return { state: 'error', lastKnown: '; the baseline could not be found' };
    if (ended?.status === 'unavailable' && ended.findings !== undefined)
      return { state: 'error', lastKnown: '; the findings could not be read' };
    if (ended?.status === 'unavailable')
      return { state: 'error', lastKnown: '; no usable answer from Binarly' };
  }
  const notes = images.flatMap((image) => noteOn(image) ?? []);
  const last = notes.length === 0 ? '' : `, ${[...new Set(notes)].join(', ')}`;
  return { state: 'failure', lastKnown: `: ${countsOf(images.map(nameOf))}${last}` };
}

/** Findings that block are counted in the description: `2 new findings block: 1 critical, 1 high`. */
function describeRed(images: readonly PolledImage[]): string {
  const red = images.filter(isRed);
  const blocking = red.flatMap(({ record: { ended } }) =>
    ended?.status === 'findings' ? ended.judgement.blocking : [],
  );
  const isFindingsOnly = red.every(({ record: { ended } }) => ended?.status === 'findings');
  if (!isFindingsOnly) return countsOf(images.map(nameOf));
  const counts = countBySeverity(blocking);
  const each = [...SEVERITIES, 'other' as const]
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity === 'other' ? 'unknown' : severity}`);
  const adjective = red.every(({ isNewOnly }) => isNewOnly) ? 'new ' : '';
  const [noun, verb] = blocking.length === 1 ? ['finding', 'blocks'] : ['findings', 'block'];
  const where = images.length === 1 ? '' : ` in ${red.length} of ${images.length} images`;
  const what = `${blocking.length} ${adjective}${noun} ${verb}${where}`;
  return `${what}: ${each.join(', ')}`;
}

/** Later polls cannot change it. */
function isRed({ record }: PolledImage): boolean {
  return endedRed(record.ended);
}

function isInterrupted({ record: { ended } }: PolledImage): boolean {
  return ended?.status === 'interrupted';
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
