/** How long the requests of an upload are tried, which all share one deadline. */
import type { Answer, Failed } from '../../model/answer.ts';
import type { Clock } from '../../polling/clock.ts';
import type { FirstContact } from '../../polling/first-contact.ts';
import { GRACE_MS, type PollLimits } from '../../polling/limits.ts';
import type { RetryBudgets } from '../../polling/retry.ts';

export interface Patience {
  /** When time is up for the step, a monotonic instant in milliseconds. */
  readonly deadlineMs: number;
  /** How long in a row requests may fail, in milliseconds. */
  readonly maxOutageMs: number;
  readonly contact: FirstContact;
}

/** How long after the deadline a request may still start, in milliseconds. */
const LAST_START_MS = GRACE_MS / 2;

export const NO_TIME: Failed = {
  kind: 'failed',
  endpoint: 'api',
  cause: { type: 'no-time' },
  reached: 'api',
};

export function budgetsOf({ deadlineMs, maxOutageMs }: Patience): RetryBudgets {
  return { deadlineMs, maxOutageMs, interval: { kind: 'auto' } };
}

/** Whether it is too late to start another request. */
export function isTooLate({ deadlineMs }: Patience, clock: Clock): boolean {
  return clock.monotonicMs() > deadlineMs + LAST_START_MS;
}

/** Milliseconds until a request that is in flight at the deadline is aborted. */
export function leftMs({ deadlineMs }: Patience, clock: Clock): number {
  return deadlineMs + GRACE_MS - clock.monotonicMs();
}

/** Asks only while it is not too late, and ends every request in time. */
export function inTime<T>(
  ask: (limits: PollLimits) => Promise<Answer<T>>,
  patience: Patience,
  clock: Clock,
): (limits: PollLimits) => Promise<Answer<T>> {
  return (limits) => {
    if (isTooLate(patience, clock)) return Promise.resolve(NO_TIME);
    const limitMs = () => Math.min(limits.limitMs(), leftMs(patience, clock));
    return ask({ ...limits, limitMs });
  };
}
