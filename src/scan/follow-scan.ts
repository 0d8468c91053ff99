/** One image's wait: choose a scan, then poll that scan until there is a verdict. */
import type { Answer } from '../model/answer.ts';
import { beginRecord, type ImageRecord } from '../model/image-record.ts';
import type { Scan } from '../model/scan.ts';
import { appendTo, type Change } from '../model/timeline.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Clock } from '../polling/clock.ts';
import type { PollLimits } from '../polling/limits.ts';
import { limitsOf } from '../polling/limits.ts';
import { type Attempt, isStale, poll } from '../polling/poll.ts';
import { nextSleepMs, type PollInterval } from '../polling/schedule.ts';
import { applyAnswer, verdictAtDeadline } from './apply-answer.ts';
import type { Budgets, Circumstances } from './budgets.ts';
import { applyContact, beginContact } from './first-contact.ts';
import { changesBetween } from './timeline-changes.ts';

/** How long to wait and how often to poll. Durations in milliseconds. */
export interface Patience extends Budgets {
  readonly timeoutMs: number;
  readonly pollInterval: PollInterval;
}

export interface WaitDependencies {
  /** Asks for the scan with this ID, or for the newest one. */
  readonly askForScan: AskForScan;
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  /** Interruption; nothing else aborts. */
  readonly signal: AbortSignal;
  readonly onUpdate: (update: Update) => void;
}

export type AskForScan = (
  imageId: string,
  pinnedId: string | undefined,
  limits: PollLimits,
) => Promise<Answer<Scan>>;

/** A new record of an image, and the answer that led to it. */
export interface Update {
  readonly record: ImageRecord;
  /** The answer to the poll; undefined at the end of a wait. */
  readonly answer: Answer<Scan> | undefined;
  /** What this update adds to the record's timeline. */
  readonly changes: readonly Change[];
}

/**
 * Returns the function that waits for one image's scan. All waits of a step begin when this is
 * called and share its deadline and its first contact.
 */
export function createWait(
  patience: Patience,
  { askForScan, clock, random, signal, onUpdate }: WaitDependencies,
): (imageId: string) => Promise<ImageRecord> {
  const beganMs = clock.monotonicMs();
  const deadlineMs = beganMs + patience.timeoutMs;
  let contact = beginContact(beganMs);

  /**
   * An answer that was in flight at the deadline counts as if it came then, so that no budget ends
   * after the deadline.
   */
  function circumstances(): Circumstances {
    const nowMs = Math.min(clock.monotonicMs(), deadlineMs);
    return { nowMs, budgets: patience, contact };
  }

  function ageMs({ scan }: ImageRecord): number {
    const created = scan?.createTime;
    // Clocks differ, so the difference may be negative.
    return created === undefined
      ? clock.monotonicMs() - beganMs
      : Math.max(0, clock.wallMs() - created.ms);
  }

  return async function waitForImage(imageId) {
    let record = beginRecord(imageId);

    function update(
      next: ImageRecord,
      answer: Answer<Scan> | undefined,
      changes: readonly Change[],
    ) {
      const waitedMs = clock.monotonicMs() - beganMs;
      record = { ...next, waitedMs, timeline: appendTo(next.timeline, changes, waitedMs) };
      onUpdate({ record, answer, changes });
    }

    async function attempt(): Promise<Attempt<Verdict>> {
      const pollBeganMs = clock.monotonicMs();
      const limits = limitsOf(clock, signal, pollBeganMs, deadlineMs);
      const answer = await askForScan(imageId, record.scan?.id, limits);
      if (isStale(pollBeganMs, clock.monotonicMs(), deadlineMs)) return AGAIN;
      const now = circumstances();
      contact = applyContact(contact, answer, now.nowMs);
      const applied = applyAnswer(record, answer, { ...now, contact });
      update(applied.record, answer, changesBetween(record, applied.record, now.nowMs));
      if (record.verdict !== undefined) return { done: true, value: record.verdict };
      const retryAfterMs = 'retryAfterMs' in answer ? answer.retryAfterMs : undefined;
      const { failuresInRow } = record;
      const { pollInterval: interval } = patience;
      const pace = { interval, ageMs: ageMs(record), failuresInRow, retryAfterMs, random };
      return { done: false, sleepMs: nextSleepMs(pace), pollByMs: applied.pollByMs };
    }

    const polled = await poll(attempt, { clock, deadlineMs, signal });
    const verdict = verdictOf(polled.kind, record, circumstances());
    const isOwnState = polled.kind === 'settled' && isScanVerdict(verdict);
    update({ ...record, verdict }, undefined, isOwnState ? [] : [ended(verdict)]);
    return record;
  };
}

/** The answer came too late to count. */
const AGAIN = { done: false, sleepMs: 0, pollByMs: Infinity } as const;

function verdictOf(
  end: 'settled' | 'deadline' | 'interrupted',
  record: ImageRecord,
  now: Circumstances,
): Verdict {
  if (end === 'interrupted') return { status: 'interrupted' };
  return record.verdict ?? verdictAtDeadline(record, now);
}

/** Such a verdict is in the timeline already, as the scan's final state. */
function isScanVerdict({ status }: Verdict): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}

function ended({ status }: Verdict): Change {
  return { kind: 'ended', status };
}
