/** What a request without a reply means, for either endpoint. */

import type { Endpoint, Failed, Interrupted, Refused } from '../model/api-result.ts';
import type { NoReply } from './messages.ts';

/**
 * @param lenient whether a refused certificate or a proxy's 407 is only a failure, because the
 * endpoint has worked before.
 */
export function ofNoReply(
  { problem }: NoReply,
  endpoint: Endpoint,
  lenient = false,
): Failed | Refused | Interrupted {
  if (problem.type === 'interrupted') return { kind: 'interrupted' };
  const isFinal = problem.type === 'certificate' || problem.type === 'proxy-auth';
  if (isFinal && !lenient) return { kind: 'refused', endpoint, cause: problem };
  const busy = problem.type === 'proxy-status' && isBusy(problem.status);
  return { kind: 'failed', endpoint, cause: problem, reached: busy ? 'busy' : 'nothing' };
}

/** Whether a status has nothing to do with the request and passes by itself. */
export function isBusy(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
