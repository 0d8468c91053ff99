/**
 * The table of poll results, as a pure function: what each answer changes in an image's record, and
 * what follows. All instants are monotonic, in milliseconds.
 */
import {
  type Absent,
  type ApiResult,
  type Failed,
  type Found,
  failedByApi,
  refusedByApi,
} from '../model/api-result.ts';
import { beginRecord, type ImageRecord } from '../model/image-record.ts';
import { classifyState, type Scan } from '../model/scan.ts';
import type { Ended } from '../model/verdict.ts';
import type { Attempt, DecisiveAttempt } from '../polling/attempt.ts';
import { appearanceEndMs, unknownProductOf } from './appearance.ts';

export interface Applied {
  readonly record: ImageRecord;
  /** Done if the answer ends the wait. */
  readonly attempt: Attempt<Ended>;
}

/** When an answer came, and how long an image may have no scan. */
export interface PollTime {
  readonly nowMs: number;
  readonly appearanceTimeoutMs: number;
}

/** What is known of an image while its scan is polled, and the answer that led to it. */
export interface PolledScan {
  record: ImageRecord;
  result: ApiResult<Scan>;
  /** When the answer came. */
  answeredMs: number;
  /** When the last informative answer before it came: the scan had not ended then. */
  openMs: number | undefined;
}

/** @param nowMs when polling begins. */
export function beginPolling(imageId: string, nowMs: number): PolledScan {
  const record = beginRecord(imageId);
  return { record, result: { kind: 'interrupted' }, answeredMs: nowMs, openMs: undefined };
}

/** @returns what each answer means; what it leads to is kept in `polled`. */
export function applyingTo(polled: PolledScan, appearanceTimeoutMs: number) {
  return (result: ApiResult<Scan>, nowMs: number): Attempt<Ended> => {
    const { record, attempt } = applyPollResult(polled.record, result, {
      nowMs,
      appearanceTimeoutMs,
    });
    const openMs = polled.record.lastUsableMs;
    Object.assign(polled, { record, result, answeredMs: nowMs, openMs } satisfies PolledScan);
    return attempt;
  };
}

/**
 * The same for a single look: the end is undefined if the scan has not ended. One that is missing is
 * left for the next look, because it was seen before.
 */
export function applyingOnceTo(polled: PolledScan) {
  const apply = applyingTo(polled, Infinity);
  return (result: ApiResult<Scan>, nowMs: number): DecisiveAttempt<Ended | undefined> => {
    const attempt = apply(result, nowMs);
    return attempt.kind === 'again' ? { kind: 'done', value: undefined } : attempt;
  };
}

export function applyPollResult(
  before: ImageRecord,
  result: ApiResult<Scan>,
  now: PollTime,
): Applied {
  if (result.kind === 'interrupted') return { record: before, attempt: result };
  const record = { ...before, ...statesOf(before, result), polls: before.polls + 1 };
  switch (result.kind) {
    case 'found':
      return applyScan(record, result, now);
    case 'absent':
      return record.scan === undefined
        ? applyAbsent(record, result, now)
        : applyFailure(record, scanGone(result), now);
    case 'failed':
      return applyFailure(record, result, now);
    case 'refused':
      return { record, attempt: result };
  }
}

function statesOf(
  before: ImageRecord,
  result: ApiResult<Scan>,
): Pick<ImageRecord, 'lastState' | 'lastKnownState'> {
  const given = result.kind === 'found' ? result.value.state?.type : undefined;
  const state = given ?? ('state' in result ? result.state : undefined);
  return {
    lastState: state ?? before.lastState,
    lastKnownState: classifyState(state) === 'unknown' ? before.lastKnownState : state,
  };
}

function applyScan(before: ImageRecord, found: Found<Scan>, now: PollTime): Applied {
  // A later answer may omit what an earlier one gave.
  const createTime = found.value.createTime ?? before.scan?.createTime;
  const record = { ...before, scan: { ...found.value, createTime } };
  const state = classifyState(record.scan.state?.type);
  switch (state) {
    case 'completed':
    case 'failed':
    case 'cancelled': {
      const finishedBefore = before.lastUsableMs === undefined;
      return done({ ...answered(record, now), finishedBefore }, { status: state });
    }
    case 'pending':
    case 'undocumented':
      return again(answered(record, now), found);
    case 'absent':
      return applyFailure(record, scanGone({ cause: { type: 'no-scans' } }), now);
    case 'unknown':
      return applyFailure(record, { ...stateless(record.scan), ...retryAfter(found) }, now);
  }
}

function stateless({ state }: Scan): Failed {
  return failedByApi({ type: state === undefined ? 'no-state' : 'status-unavailable' });
}

function applyAbsent(before: ImageRecord, absent: Absent, now: PollTime): Applied {
  const { absentSinceMs = now.nowMs, unknownProductSinceMs = now.nowMs } = before;
  const isUnknown = unknownProductOf(absent) !== undefined;
  const record = {
    ...answered(before, now),
    absent,
    absentSinceMs,
    // Any other answer shows that the product exists.
    unknownProductSinceMs: isUnknown ? unknownProductSinceMs : undefined,
  };
  const endMs = appearanceEndMs(record, now.appearanceTimeoutMs);
  return now.nowMs >= endMs ? done(record, endedWithoutScan(absent)) : again(record, absent, endMs);
}

function applyFailure(record: ImageRecord, failure: Failed, now: PollTime): Applied {
  // The time for a scan to appear keeps running during an outage, and its end needs a poll as well.
  const endMs = appearanceEndMs(record, now.appearanceTimeoutMs);
  const pollByMs = endMs > now.nowMs ? endMs : Infinity;
  return { record, attempt: { kind: 'failed', failure, pollByMs } };
}

/** How a wait ends that found no scan. */
export function endedWithoutScan(absent: Absent): Ended {
  const product = unknownProductOf(absent);
  if (product === undefined) return { status: 'no-scan' };
  return { status: 'error', refused: refusedByApi({ type: 'unknown-product', product }) };
}

/** One answer does not prove that a scan that was seen is gone. */
function scanGone({ cause, state, retryAfterMs }: Omit<Absent, 'kind'>): Failed {
  return { ...failedByApi({ type: 'scan-gone', absent: cause }), state, retryAfterMs };
}

function answered(record: ImageRecord, { nowMs }: PollTime): ImageRecord {
  return { ...record, lastUsableMs: nowMs };
}

function done(record: ImageRecord, value: Ended): Applied {
  return { record, attempt: { kind: 'done', value } };
}

function again(record: ImageRecord, result: Found<Scan> | Absent, pollByMs = Infinity): Applied {
  return { record, attempt: { kind: 'again', ...retryAfter(result), pollByMs } };
}

function retryAfter({ retryAfterMs }: Found<Scan> | Absent) {
  return { retryAfterMs };
}
