/** How long the requests of an upload are tried, which all share one deadline. */
import type { Failed } from '../../model/api-result.ts';
import type { Ask } from '../../polling/attempt.ts';
import { OVERRUN_MS } from '../../polling/call-options.ts';
import type { Clock } from '../../polling/clock.ts';
import type { RetryBudgets } from '../../polling/retry.ts';
import type { StartGrace } from '../../polling/start-grace.ts';

export interface UploadBudgets {
  /** When time is up for the step, a monotonic instant in milliseconds. */
  readonly deadlineMs: number;
  /** How long in a row requests may fail, in milliseconds. */
  readonly maxOutageMs: number;
  readonly grace: StartGrace;
}

/** How long after the deadline a request may still start, in milliseconds. */
const LAST_START_MS = OVERRUN_MS / 2;

export const NO_TIME: Failed = {
  kind: 'failed',
  endpoint: 'api',
  cause: { type: 'no-time' },
  reached: 'api',
};

export function retryBudgetsOf({ deadlineMs, maxOutageMs }: UploadBudgets): RetryBudgets {
  return { deadlineMs, maxOutageMs, interval: { kind: 'auto' } };
}

/** Whether it is too late to start another request. */
export function isTooLate({ deadlineMs }: UploadBudgets, clock: Clock): boolean {
  return clock.monotonicMs() > deadlineMs + LAST_START_MS;
}

/** Milliseconds until a request that is in flight at the deadline is aborted. */
export function leftMs({ deadlineMs }: UploadBudgets, clock: Clock): number {
  return deadlineMs + OVERRUN_MS - clock.monotonicMs();
}

/** Asks only while it is not too late, and ends every request in time. */
export function inTime<T>(ask: Ask<T>, budgets: UploadBudgets, clock: Clock): Ask<T> {
  return (call) => {
    if (isTooLate(budgets, clock)) return Promise.resolve(NO_TIME);
    const limitMs = () => Math.min(call.limitMs(), leftMs(budgets, clock));
    return ask({ ...call, limitMs });
  };
}
