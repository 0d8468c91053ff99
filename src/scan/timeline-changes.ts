/** What changed from one poll to the next, for the log and the summary's timeline. */
import type { ImageRecord } from '../model/image-record.ts';
import { classifyState } from '../model/scan.ts';
import { type Change, OUTAGE_POLLS } from '../model/timeline.ts';

/** The changes to report, in order. @param nowMs a monotonic instant in milliseconds. */
export function changesBetween(
  before: ImageRecord,
  after: ImageRecord,
  nowMs: number,
): readonly Change[] {
  const changes: Change[] = [];
  const { scan, lastState: state, outage } = after;
  if (before.outage !== undefined && before.outage.times >= OUTAGE_POLLS && outage === undefined)
    changes.push({ kind: 'recovered', outageMs: nowMs - before.outage.sinceMs });
  if (scan !== undefined && before.scan === undefined) changes.push({ kind: 'chosen', scan });
  const stateClass = classifyState(state);
  // A state without information is reported as an outage if it lasts.
  const isNews = stateClass !== 'unknown' && stateClass !== 'absent';
  if (scan !== undefined && state !== undefined && isNews && state !== before.lastState)
    changes.push({ kind: stateClass === 'undocumented' ? stateClass : 'state', scan, state });
  if (after.absent !== undefined && before.absent === undefined)
    changes.push({ kind: 'absent', cause: after.absent.cause });
  if (outage?.times === OUTAGE_POLLS) changes.push({ kind: 'outage', failure: outage.failure });
  return changes;
}
