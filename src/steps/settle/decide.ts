/** Decides what the polls of a wait mean for its status. Pure. */

import type { CommitState } from '../../model/commit-status.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import { STATUSES } from '../../model/verdict.ts';
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
  const description = describeStatus(countsOf(images));
  if (images.some(isRed)) return { state: 'failure', description };
  if (images.length > 0 && images.every(({ green }) => green))
    return { state: 'success', description };
  if (!isOver || images.some(isInterrupted)) return undefined;
  return overdue(wait, images);
}

/** Nothing stays pending forever. */
function overdue(wait: DeferredWait, images: readonly PolledImage[]): Decision {
  const when = `settle-within ended at ${formatUtc(wait.endMs)}`;
  if (images.some(isApiFailing))
    return { state: 'error', description: describeStatus(`${when}; Binarly does not answer`) };
  if (!wait.isHandedOver)
    return {
      state: 'failure',
      description: describeStatus(`${when}; the step ended without a verdict`),
    };
  return { state: 'failure', description: describeStatus(`${when}: ${countsOf(images)}`) };
}

function isRed({ record: { verdict }, green }: PolledImage): boolean {
  const status = verdict?.status;
  return status === 'failed' || status === 'cancelled' || (status === 'findings' && !green);
}

/** Whether the platform failed or refused a request. */
function isApiFailing({ record: { verdict } }: PolledImage): boolean {
  return verdict?.status === 'unavailable' || verdict?.status === 'error';
}

function isInterrupted({ record: { verdict } }: PolledImage): boolean {
  return verdict?.status === 'interrupted';
}

/** For example `1 failed, 2 completed, 1 pending`. */
export function countsOf(images: readonly PolledImage[]): string {
  const count = (wanted: string) => images.filter((image) => nameOf(image) === wanted).length;
  return [...STATUSES, 'pending']
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${status}`)
    .join(', ');
}

/** The verdict on an image; `pending` without one. */
export function nameOf({ record: { verdict } }: PolledImage): string {
  return verdict?.status ?? 'pending';
}
