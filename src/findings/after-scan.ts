/**
 * What an answer about an image means once its scan has completed. The image was there, so most
 * trouble may pass. Pure.
 */
import { type Absent, type Answer, type Failed, failedByApi } from '../model/answer.ts';
import type { ReportName } from '../model/reports.ts';
import type { Attempt } from '../polling/retry.ts';

/** Not ready: another try may get it. */
const NOT_READY: readonly number[] = [409, 422, 425];

/** The answer with a refusal that says what it is about, and a failure if that is not ready. */
export function answerAbout<T>(about: 'findings' | ReportName, answer: Answer<T>): Answer<T> {
  if (answer.kind !== 'refused' || answer.cause.type !== 'http-status') return answer;
  const { status, error } = answer.cause;
  return NOT_READY.includes(status)
    ? failedByApi({ type: 'http-status', status, message: error?.message })
    : { ...answer, cause: { ...answer.cause, about } };
}

/** @param ifFound what an answer that has something means. */
export function attemptAfterScan<T, R>(
  answer: Answer<T>,
  absent: 'findings-not-found' | 'report-not-found',
  ifFound: (value: T) => Attempt<R>,
): Attempt<R> {
  switch (answer.kind) {
    case 'found':
      return ifFound(answer.value);
    case 'absent':
      return { kind: 'failed', failure: absence(answer, absent) };
    case 'failed':
      return { kind: 'failed', failure: answer };
    case 'refused':
    case 'interrupted':
      return answer;
  }
}

/** One answer does not prove that an image whose scan was seen is gone. */
function absence(
  { cause, retryAfterMs }: Absent,
  type: 'findings-not-found' | 'report-not-found',
): Failed {
  return { ...failedByApi({ type, absent: cause }), retryAfterMs };
}
