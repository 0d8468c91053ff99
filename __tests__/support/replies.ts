/** What the HTTP layer hands over, for tests of the code above it. */

import type { NoReply, Reply } from '../../src/http/messages.ts';
import type { RequestProblem } from '../../src/model/request-problem.ts';

/** A reply with this text, or with this value as JSON. */
export function reply(status: number, body: unknown = '', more: Partial<Reply> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind: 'reply',
    status,
    retryAfterMs: undefined,
    dateMs: undefined,
    aheadMs: undefined,
    hasMore: false,
    location: undefined,
    body: { ok: true, text },
    ...more,
  };
}

/** A reply whose body could not be read, because the connection was reset. */
export function cutReply(status: number): Reply {
  return reply(status, '', { body: { ok: false, problem: CUT } });
}

export const CUT = {
  type: 'network',
  code: 'ECONNRESET',
  message: 'aborted',
} as const satisfies RequestProblem;

export function noReply(problem: RequestProblem = CUT): NoReply {
  return { kind: 'no-reply', problem };
}
