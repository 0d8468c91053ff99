/**
 * What an answer about an image means once its scan has completed. The image was there, so most
 * trouble may pass. Pure.
 */
import { type Absent, type Failed, failedByApi, type NothingFound } from '../model/api-result.ts';
import type { ReportName } from '../model/reports.ts';
import type { DecisiveAttempt } from '../polling/attempt.ts';

/** Not ready: another try may get it. */
const NOT_READY: readonly number[] = [409, 422, 425];

/** The answer with a refusal that says what it is about, and a failure if that is not ready. */
export function resultAbout(about: 'findings' | ReportName, result: NothingFound): NothingFound {
  if (result.kind !== 'refused' || result.cause.type !== 'http-status') return result;
  const { status, error } = result.cause;
  return NOT_READY.includes(status)
    ? failedByApi({ type: 'http-status', status, message: error?.message })
    : { ...result, cause: { ...result.cause, about } };
}

export function attemptWithout(
  result: NothingFound,
  absent: 'findings-not-found' | 'report-not-found',
): DecisiveAttempt<never> {
  switch (result.kind) {
    case 'absent':
      return { kind: 'failed', failure: absence(result, absent) };
    case 'failed':
      return { kind: 'failed', failure: result };
    case 'refused':
    case 'interrupted':
      return result;
  }
}

/** One answer does not prove that an image whose scan was seen is gone. */
function absence(
  { cause, retryAfterMs }: Absent,
  type: 'findings-not-found' | 'report-not-found',
): Failed {
  return { ...failedByApi({ type, absent: cause }), retryAfterMs };
}
