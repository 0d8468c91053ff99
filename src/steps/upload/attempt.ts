/** What an answer means for the next try of an upload. Pure. */
import {
  type Absent,
  type NothingFound,
  type Refused,
  refusedByApi,
} from '../../model/api-result.ts';
import type { DecisiveAttempt } from '../../polling/attempt.ts';

/** @param sparedMs how much of this try is no part of an outage, in milliseconds. */
export function attemptOf(result: NothingFound, sparedMs = 0): DecisiveAttempt<never> {
  switch (result.kind) {
    case 'absent':
      return refusedAbsence(result);
    case 'failed':
      return { kind: 'failed', failure: result, sparedMs };
    case 'refused':
    case 'interrupted':
      return result;
  }
}

/** There is nothing to wait for: the product does not exist, or the credential may not see it. */
export function refusedAbsence({ cause }: Absent): Refused {
  if (cause.type !== 'not-found')
    return refusedByApi({ type: 'http-status', status: 404, error: undefined });
  const { message, unknownProduct } = cause;
  if (unknownProduct !== undefined)
    return refusedByApi({ type: 'unknown-product', product: unknownProduct });
  const error = { message, permission: undefined, resourceName: undefined, details: '' };
  return refusedByApi({ type: 'http-status', status: 404, error });
}
