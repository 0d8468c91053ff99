/** One image's wait: choose a scan, then poll that scan until it ends or a budget does. */
import type { ApiResult } from '../model/api-result.ts';
import type { ImageRecord } from '../model/image-record.ts';
import type { Outage } from '../model/outage.ts';
import type { Scan } from '../model/scan.ts';
import { appendTo, type Change } from '../model/timeline.ts';
import type { Ended } from '../model/verdict.ts';
import type { Ask, Retried } from '../polling/attempt.ts';
import { type RetryTools, retry } from '../polling/retry.ts';
import type { PollInterval } from '../polling/schedule.ts';
import {
  applyingTo,
  beginPolling,
  endedWithoutScan,
  type PolledScan,
} from './apply-poll-result.ts';
import { changesBetween } from './timeline-changes.ts';

/** How long to wait and how often to poll; durations in milliseconds. */
export interface WaitBudgets {
  readonly timeoutMs: number;
  readonly pollInterval: PollInterval;
  /** How long an image may have no scan. */
  readonly appearanceTimeoutMs: number;
  /** How long in a row polls may fail. */
  readonly maxOutageMs: number;
}

/**
 * How an image's scan is asked for.
 * @param followedId the scan that has been seen: from then on, no other counts.
 */
export type ScanPoll = (imageId: string, followedId: () => string | undefined) => Ask<Scan>;

/** A new record of an image, and the answer that led to it. */
export interface Update {
  readonly record: ImageRecord;
  /** Undefined if no poll led to it. */
  readonly result: ApiResult<Scan> | undefined;
  /** What this update adds to the record's timeline. */
  readonly changes: readonly Change[];
}

export interface FollowTools extends Omit<RetryTools, 'onAttempt'> {
  readonly onUpdate: (update: Update) => void;
}

/** What is known about the image at the end, and how its wait ended. */
export interface FollowedScan {
  readonly record: ImageRecord;
  readonly ended: Ended;
  /** When the scan reached its last state (`completedMsOf`), a monotonic instant in milliseconds. */
  readonly completedMs: number;
}

/** @param beganMs when the step began to wait, a monotonic instant in milliseconds. */
export async function followScan(
  imageId: string,
  poll: ScanPoll,
  { beganMs, ...budgets }: WaitBudgets & { readonly beganMs: number },
  { onUpdate, ...tools }: FollowTools,
): Promise<FollowedScan> {
  const { clock } = tools;
  const { appearanceTimeoutMs, maxOutageMs, pollInterval: interval, timeoutMs } = budgets;
  const polled = beginPolling(imageId, beganMs);
  let before = polled.record;
  const waitedMs = () => clock.monotonicMs() - beganMs;

  /** Clocks differ, so a scan may seem to come from the future. */
  function ageMs(): number {
    const created = polled.record.scan?.createTime;
    return created === undefined ? waitedMs() : Math.max(0, clock.wallMs() - created.ms);
  }

  function onAttempt(outage: Outage | undefined): void {
    const { record, result, answeredMs } = polled;
    const changes = changesBetween(before, { ...record, outage }, answeredMs);
    const timeline = appendTo(record.timeline, changes, waitedMs());
    before = { ...record, outage, waitedMs: waitedMs(), timeline };
    polled.record = before;
    onUpdate({ record: before, result, changes });
  }

  const retried = await retry(
    poll(imageId, () => polled.record.scan?.id),
    applyingTo(polled, appearanceTimeoutMs),
    { deadlineMs: beganMs + timeoutMs, maxOutageMs, interval, ageMs },
    { ...tools, onAttempt },
  );
  return {
    record: { ...polled.record, waitedMs: waitedMs() },
    ended: endedBy(retried, polled.record),
    completedMs: completedMsOf(polled, clock.monotonicMs()),
  };
}

/**
 * When the scan reached its last state, a monotonic instant in milliseconds: by the platform's clock.
 * If an earlier poll still saw it open then, or the platform gives no time: when a poll saw its end.
 */
export function completedMsOf({ result, openMs = -Infinity }: PolledScan, nowMs: number): number {
  const byStateMs = nowMs - ageOfStateMs(result);
  return byStateMs < openMs ? nowMs : byStateMs;
}

/** @returns 0 if the platform does not say how long the scan had been in its state. */
function ageOfStateMs(result: ApiResult<Scan>): number {
  if (result.kind !== 'found' || result.dateMs === undefined) return 0;
  const { since, changed = since } = result.value.state ?? {};
  return changed === undefined ? 0 : Math.max(0, result.dateMs - changed.ms);
}

const TIMED_OUT = { status: 'timed-out' } as const;

function endedBy(retried: Retried<Ended>, record: ImageRecord): Ended {
  switch (retried.kind) {
    case 'done':
      return retried.value;
    case 'time-up':
      return endedAtDeadline(record, TIMED_OUT);
    case 'gave-up': {
      const { outage, forMs, reachedApi, ended } = retried;
      const unavailable = {
        status: 'unavailable' as const,
        failure: outage.failure,
        forMs,
        reachedApi,
      };
      return ended === 'time' ? endedAtDeadline(record, unavailable) : unavailable;
    }
    case 'refused':
      return { status: 'error', refused: retried };
    case 'interrupted':
      return { status: 'interrupted' };
  }
}

/** @param otherwise how the wait ends if the API never said whether there is a scan. */
function endedAtDeadline({ scan, absent }: ImageRecord, otherwise: Ended): Ended {
  if (scan !== undefined) return TIMED_OUT;
  return absent === undefined ? otherwise : endedWithoutScan(absent);
}
