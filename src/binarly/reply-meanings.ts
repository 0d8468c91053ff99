/** What a reply of the API means on its own, whatever was asked. */
import type { Downloaded } from '../http/download.ts';
import { kindOfText } from '../http/json.ts';
import type { Reply } from '../http/messages.ts';
import type { Failed, Reached } from '../model/api-result.ts';
import type { FailureCause } from '../model/failure-cause.ts';
import type { ApiError, RefusalCause } from '../model/refusal-cause.ts';

export function is401(reply: Downloaded): reply is Reply {
  return reply.kind === 'reply' && reply.status === 401;
}

export function refusalOf(
  status: number,
  error: ApiError | undefined,
  location: string | undefined,
): RefusalCause {
  if (status === 407) return { type: 'proxy-auth' };
  // 304 is in the range of redirects but is not one.
  if (status < 400 && status !== 304) return { type: 'redirect', status, location };
  return { type: 'http-status', status, error };
}

/** As with a wrong `api-url`. */
export function notJson(text: string, reply: Reply): Failed {
  const { status } = reply;
  return failed({ type: 'not-json', status, body: kindOfText(text) }, 'nothing', reply);
}

export function failed(cause: FailureCause, reached: Reached, { retryAfterMs }: Reply): Failed {
  return { kind: 'failed', endpoint: 'api', cause, reached, retryAfterMs };
}
