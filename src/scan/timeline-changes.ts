/** What changed from one poll to the next, for the log and the summary's timeline. */

import type { ImageRecord } from '../model/image-record.ts';
import { classifyState } from '../model/scan.ts';
import { type Change, OUTAGE_POLLS } from '../model/timeline.ts';

/** The changes to report, in order. */
export function changesBetween(
  before: ImageRecord,
  after: ImageRecord,
  nowMs: number,
): readonly Change[] {
  const changes: Change[] = [];
  const { scan, lastState: state } = after;
  const { failingSinceMs = nowMs } = before;
  if (before.failuresInRow >= OUTAGE_POLLS && after.failuresInRow === 0)
    changes.push({ kind: 'recovered', outageMs: nowMs - failingSinceMs });
  if (scan !== undefined && before.scan === undefined) changes.push({ kind: 'chosen', scan });
  const stateClass = classifyState(state);
  // A state without information is reported as an outage if it lasts.
  const isNews = stateClass !== 'unknown' && stateClass !== 'absent';
  if (scan !== undefined && state !== undefined && isNews && state !== before.lastState)
    changes.push({ kind: stateClass === 'undocumented' ? stateClass : 'state', scan, state });
  if (after.absent !== undefined && before.absent === undefined)
    changes.push({ kind: 'absent', cause: after.absent.cause });
  if (after.failure !== undefined && after.failuresInRow === OUTAGE_POLLS)
    changes.push({ kind: 'outage', failure: after.failure });
  return changes;
}
