/**
 * The table of poll results, as a pure function: how each answer changes an image's record. All
 * instants are monotonic, in milliseconds.
 */
import {
  type Absent,
  type Answer,
  type Failed,
  type Found,
  failedByApi,
  refusedByApi,
} from '../model/answer.ts';
import type { ImageRecord } from '../model/image-record.ts';
import { classifyState, type Scan } from '../model/scan.ts';
import type { Verdict } from '../model/verdict.ts';
import { refusedTwice } from '../polling/refused-twice.ts';
import { appearanceEndMs, type Circumstances, outageEndMs, unknownProductOf } from './budgets.ts';

export interface Applied {
  /** Has a verdict if the answer settles the wait. */
  readonly record: ImageRecord;
  /** When the next budget ends and a poll is due; Infinity if no budget is running. */
  readonly pollByMs: number;
}

export function applyAnswer(
  before: ImageRecord,
  answer: Answer<Scan>,
  now: Circumstances,
): Applied {
  if (answer.kind === 'interrupted') return waitOn(before);
  const record = { ...before, ...statesOf(before, answer), polls: before.polls + 1 };
  switch (answer.kind) {
    case 'found':
      return applyScan(record, answer, now);
    case 'absent':
      return record.scan === undefined
        ? applyAbsent(record, answer, now)
        : applyFailure(record, scanGone(answer), now);
    case 'failed':
      return applyFailure(record, answer, now);
    case 'refused':
      return settled(record, { status: 'error', refused: answer });
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return answer satisfies never;
  }
}

function statesOf(
  before: ImageRecord,
  answer: Answer<Scan>,
): Pick<ImageRecord, 'lastState' | 'lastKnownState'> {
  const given = answer.kind === 'found' ? answer.value.state?.type : undefined;
  const state = given ?? ('state' in answer ? answer.state : undefined);
  return {
    lastState: state ?? before.lastState,
    lastKnownState: classifyState(state) === 'unknown' ? before.lastKnownState : state,
  };
}

function applyScan(before: ImageRecord, { value }: Found<Scan>, now: Circumstances): Applied {
  // A later answer may omit what an earlier one gave.
  const scan = { ...value, createTime: value.createTime ?? before.scan?.createTime };
  const record = { ...before, scan };
  const state = classifyState(scan.state?.type);
  switch (state) {
    case 'completed':
    case 'failed':
    case 'cancelled': {
      const finishedBefore = before.lastAnswerMs === undefined;
      return settled({ ...answered(record, now), finishedBefore }, { status: state });
    }
    case 'pending':
    case 'undocumented':
      return waitOn(answered(record, now));
    case 'absent':
      return applyFailure(
        record,
        failedByApi({ type: 'scan-gone', absent: { type: 'no-scans' } }),
        now,
      );
    case 'unknown':
      return applyFailure(record, failedByApi(causeWithoutState(scan)), now);
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return state satisfies never;
  }
}

function causeWithoutState({ state }: Scan): Failed['cause'] {
  return state === undefined ? { type: 'no-state' } : { type: 'status-unavailable' };
}

function applyAbsent(before: ImageRecord, absent: Absent, now: Circumstances): Applied {
  const { absentSinceMs = now.nowMs, unknownProductSinceMs = now.nowMs } = before;
  const isUnknown = unknownProductOf(absent) !== undefined;
  const record = {
    ...answered(before, now),
    absent,
    absentSinceMs,
    // Any other answer shows that the product exists.
    unknownProductSinceMs: isUnknown ? unknownProductSinceMs : undefined,
  };
  const endMs = appearanceEndMs(record, now);
  return now.nowMs >= endMs ? settled(record, verdictWithoutScan(absent)) : waitOn(record, endMs);
}

function applyFailure(before: ImageRecord, failure: Failed, now: Circumstances): Applied {
  const { nowMs } = now;
  const { failingSinceMs = nowMs } = before;
  const record = { ...before, failure, failingSinceMs, failuresInRow: before.failuresInRow + 1 };
  const refused = refusedTwice(before.failure, failure);
  if (refused !== undefined) return settled(record, { status: 'error', refused });
  const endMs = outageEndMs(failingSinceMs, failure, now);
  if (nowMs >= endMs) return settled(record, unavailable(record, failure, now));
  // The time for a scan to appear keeps running during an outage, and its end needs a poll as well.
  const appearanceMs = appearanceEndMs(record, now);
  return waitOn(record, appearanceMs > nowMs ? Math.min(endMs, appearanceMs) : endMs);
}

function verdictWithoutScan(absent: Absent): Verdict {
  const product = unknownProductOf(absent);
  if (product === undefined) return { status: 'no-scan' };
  return { status: 'error', refused: refusedByApi({ type: 'unknown-product', product }) };
}

/** One answer does not prove that a scan that was seen is gone. */
function scanGone({ cause, state, retryAfterMs }: Absent): Failed {
  return { ...failedByApi({ type: 'scan-gone', absent: cause }), state, retryAfterMs };
}

function answered(record: ImageRecord, { nowMs }: Circumstances): ImageRecord {
  const noFailure = { failure: undefined, failuresInRow: 0, failingSinceMs: undefined };
  return { ...record, ...noFailure, lastAnswerMs: nowMs };
}

/** The verdict at the deadline, if no poll has settled the wait. */
export function verdictAtDeadline(record: ImageRecord, now: Circumstances): Verdict {
  const { scan, absent, failure } = record;
  if (scan !== undefined) return { status: 'timed-out' };
  if (absent !== undefined) return verdictWithoutScan(absent);
  // Only an interrupted poll leaves nothing at all.
  return failure === undefined ? { status: 'interrupted' } : unavailable(record, failure, now);
}

function unavailable(
  { failingSinceMs = Infinity }: ImageRecord,
  failure: Failed,
  { nowMs, contact: { reachedApi, sinceMs } }: Circumstances,
): Verdict {
  // Until the API has answered, the first request in flight counts too.
  const sinceFirstMs = reachedApi ? failingSinceMs : Math.min(failingSinceMs, sinceMs);
  return { status: 'unavailable', failure, forMs: nowMs - sinceFirstMs, reachedApi };
}

function settled(record: ImageRecord, verdict: Verdict): Applied {
  return { record: { ...record, verdict }, pollByMs: Infinity };
}

function waitOn(record: ImageRecord, pollByMs = Infinity): Applied {
  return { record, pollByMs };
}
