/**
 * A model of the wait: judges the polls of a step by the contract's table alone, written as
 * questions about the past instead of a running state. It shares no code with `src/scan`.
 */
import type { ApiResult } from '../../src/model/api-result.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { Status } from '../../src/model/verdict.ts';
import type { WaitBudgets } from '../../src/scan/follow-scan.ts';

/** One poll of one image; instants in milliseconds from the beginning of the step. */
export interface Poll {
  readonly imageId: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly answer: ApiResult<Scan>;
}

/** What the contract asks about the past of a step, given its polls in order of their ends. */
export function pastOf(polls: readonly Poll[], imageId: string, { timeoutMs }: WaitBudgets) {
  // More than 10 s after the deadline, only a poll that began there counts.
  const counted = polls.filter(
    ({ startMs, endMs }) => startMs >= timeoutMs || endMs <= timeoutMs + 10_000,
  );
  const own = counted.filter((poll) => poll.imageId === imageId);
  const endOf = (poll: Poll | undefined) => poll && Math.min(poll.endMs, timeoutMs);
  const seenAt = own.findIndex(({ answer }) => answer.kind === 'found');
  const wasSeen = seenAt !== -1;
  const absences = (wasSeen ? own.slice(0, seenAt) : own).filter(
    ({ answer }) => answer.kind === 'absent',
  );
  const isInformative = ({ answer }: Poll, index: number) =>
    answer.kind === 'absent' ? !wasSeen || index < seenAt : meaningOf(answer) !== 'none';
  const busy = counted.findLast(({ answer }) => 'reached' in answer && answer.reached === 'busy');
  return {
    own,
    last: own.at(-1),
    nowMs: endOf(own.at(-1)) ?? 0,
    failsSinceMs: endOf(own[own.findLastIndex(isInformative) + 1]),
    hasContact: counted.some(
      ({ answer }) =>
        answer.kind === 'found' ||
        answer.kind === 'absent' ||
        (answer.kind === 'failed' && answer.reached === 'api'),
    ),
    noContactSinceMs: endOf(busy) ?? 0,
    wasSeen,
    lastAbsence: absences.at(-1),
    absentSinceMs: endOf(absences[0]),
    unknownSinceMs: endOf(absences[absences.findLastIndex((one) => !isUnknownProduct(one)) + 1]),
    firstInformative: own.find(isInformative),
  };
}

export type Past = ReturnType<typeof pastOf>;

/** `none` if the answer says nothing of the scan. */
function meaningOf(answer: ApiResult<Scan>): Status | 'pending' | 'none' {
  if (answer.kind !== 'found') return 'none';
  const type = answer.value.state?.type;
  switch (type) {
    case 'completed':
    case 'done':
      return 'completed';
    case 'failed':
    case 'cancelled':
      return type;
    case 'status_unavailable':
    case 'no_scans':
    case undefined:
      return 'none';
    default:
      return 'pending';
  }
}

function isUnknownProduct({ answer }: Poll): boolean {
  return (
    answer.kind === 'absent' &&
    answer.cause.type === 'not-found' &&
    answer.cause.unknownProduct !== undefined
  );
}

function isFreshTokenRefused(poll: Poll | undefined): boolean {
  return poll?.answer.kind === 'failed' && poll.answer.cause.type === 'fresh-token-refused';
}

/** When the budgets of a wait end, in no order; Infinity for one that does not run. */
function budgetEnds(past: Past, patience: WaitBudgets) {
  const { last, failsSinceMs = Infinity, hasContact, noContactSinceMs, wasSeen } = past;
  const isSilent =
    last?.answer.kind === 'failed' && last.answer.reached === 'nothing' && !hasContact;
  return {
    outage: failsSinceMs + patience.maxOutageMs,
    grace: isSilent ? noContactSinceMs + Math.min(120_000, patience.maxOutageMs) : Infinity,
    appearance: wasSeen
      ? Infinity
      : Math.min(
          (past.absentSinceMs ?? Infinity) + patience.appearanceTimeoutMs,
          (past.unknownSinceMs ?? Infinity) + 30_000,
        ),
  };
}

/** The contract's verdict on a wait that has come this far; undefined: wait on. */
export function judge(past: Past, patience: WaitBudgets): Status | undefined {
  const { own, last, nowMs, lastAbsence } = past;
  if (last === undefined) return undefined;
  if (last.answer.kind === 'refused') return 'error';
  const meaning = meaningOf(last.answer);
  if (meaning !== 'pending' && meaning !== 'none') return meaning;
  if (isFreshTokenRefused(last) && isFreshTokenRefused(own.at(-2))) return 'error';
  const ends = budgetEnds(past, patience);
  if (nowMs >= Math.min(ends.outage, ends.grace)) return 'unavailable';
  const withoutScan =
    lastAbsence !== undefined && isUnknownProduct(lastAbsence) ? 'error' : 'no-scan';
  if (lastAbsence === last && nowMs >= ends.appearance) return withoutScan;
  if (last.endMs < patience.timeoutMs) return undefined;
  if (past.wasSeen) return 'timed-out';
  return lastAbsence === undefined ? 'unavailable' : withoutScan;
}

/** Where a poll is due at the latest: the ends of the budgets that lie ahead, and the deadline. */
export function pollByMs(past: Past, patience: WaitBudgets): number {
  const ends = Object.values(budgetEnds(past, patience));
  return Math.min(patience.timeoutMs, ...ends.filter((end) => end > past.nowMs));
}
