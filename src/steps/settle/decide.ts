/** Decides what the polls of a wait mean for its status. Pure. */

import type { CommitState } from '../../model/commit-status.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import { countsOf, STATUS_TABLE } from '../../model/statuses.ts';
import { describeStatus } from '../../report/commit-status.ts';
import { formatUtc } from '../../util/text.ts';
import type { PolledImage } from './poll-wait.ts';

export interface Decision {
  readonly state: CommitState;
  readonly description: string;
}

/**
 * Decides as soon as one image is red or all are green. If a scan is running, missing, or in an
 * undocumented state, the status stays as it is until `settle-within` ends.
 * @param isOver whether it has ended.
 * @returns undefined: leave the status pending.
 */
export function decide(
  wait: DeferredWait,
  images: readonly PolledImage[],
  isOver: boolean,
): Decision | undefined {
  const description = describeStatus(countsOf(images.map(nameOf)));
  if (images.some(isRed)) return { state: 'failure', description };
  if (images.length > 0 && images.every(({ green }) => green))
    return { state: 'success', description };
  if (!isOver || images.some(isInterrupted)) return undefined;
  return overdue(wait, images);
}

/** Nothing stays pending forever. */
function overdue(wait: DeferredWait, images: readonly PolledImage[]): Decision {
  const when = `settle-within ended at ${formatUtc(wait.endMs)}`;
  if (images.some(isRefused))
    return { state: 'error', description: describeStatus(`${when}; Binarly refused the request`) };
  if (images.some(isUnanswered))
    return { state: 'error', description: describeStatus(`${when}; Binarly does not answer`) };
  if (!wait.isHandedOver)
    return {
      state: 'failure',
      description: describeStatus(`${when}; the step ended without a verdict`),
    };
  return {
    state: 'failure',
    description: describeStatus(`${when}: ${countsOf(images.map(nameOf))}`),
  };
}

/** Later polls cannot change it. */
function isRed({ record: { ended }, green }: PolledImage): boolean {
  return ended !== undefined && STATUS_TABLE[ended.status].isFinal && !green;
}

function isRefused({ record: { ended } }: PolledImage): boolean {
  return ended?.status === 'error';
}

function isUnanswered({ record: { ended } }: PolledImage): boolean {
  return ended?.status === 'unavailable';
}

function isInterrupted({ record: { ended } }: PolledImage): boolean {
  return ended?.status === 'interrupted';
}

/** The verdict on an image; `pending` without one. */
export function nameOf({ record: { ended } }: PolledImage): string {
  return ended?.status ?? 'pending';
}
