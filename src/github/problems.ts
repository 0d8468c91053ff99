/**
 * What GitHub's answers mean. A 403 is three things: a missing permission, the rate limit of the
 * token, or a limit on requests that come too fast (docs.github.com, REST: rate limits).
 */
import * as v from 'valibot';
import { dateMs, retryAfterMs } from '../http/http-dates.ts';
import { isBusy } from '../http/no-reply.ts';
import type { Failed, Interrupted, Refused } from '../model/api-result.ts';
import type { GitHubProblem, GitHubTrouble } from '../model/github-problem.ts';
import { printable } from '../util/text.ts';
import type { GitHubResponse } from './connection.ts';

/** How long GitHub asks to wait if a limit does not say how long it lasts, in milliseconds. */
const LIMIT_PAUSE_MS = 60_000;

/**
 * @param nowMs the time now, in milliseconds since the epoch, for an answer without a date.
 * @param needs the permissions that the request needs, such as `statuses: write`.
 * @returns why the response is an error; undefined if its status is 2xx.
 */
export function problemOfResponse(
  response: GitHubResponse,
  nowMs: number,
  needs: readonly string[],
): GitHubProblem | undefined {
  const { status, headers, data } = response;
  if (status >= 200 && status < 300) return undefined;
  const message = messageOf(data);
  if (lacksPermission(message)) return { type: 'no-permission', message, needs };
  const limit = rateLimitOf(response, message, nowMs);
  if (limit !== undefined) return limit;
  if (!isBusy(status)) return { type: 'refused', status, message };
  return {
    type: 'unavailable',
    status,
    message,
    retryAfterMs: retryAfterMs(headers['retry-after'], answeredMs(response, nowMs)),
  };
}

function lacksPermission(message: string): boolean {
  return message.startsWith('Resource not accessible by integration');
}

function rateLimitOf(
  response: GitHubResponse,
  message: string,
  nowMs: number,
): GitHubTrouble | undefined {
  const { status, headers } = response;
  if (status !== 403 && status !== 429) return undefined;
  const isUsedUp = headers['x-ratelimit-remaining'] === '0';
  const isNamed = namesRateLimit(message);
  // A 429 with nothing but `Retry-After` may come from a proxy.
  const isLimit = isUsedUp || isNamed || (status === 403 && 'retry-after' in headers);
  return isLimit ? rateLimit(response, message, nowMs) : undefined;
}

/** The second is what GitHub Enterprise Server used to call it. */
function namesRateLimit(message: string): boolean {
  return /rate limit|abuse detection/i.test(message);
}

/** `x-ratelimit-reset` is about the limit of the token, so it counts only if that is used up. */
function rateLimit(response: GitHubResponse, message: string, nowMs: number): GitHubTrouble {
  const { headers } = response;
  const answered = answeredMs(response, nowMs);
  const afterMs = retryAfterMs(headers['retry-after'], answered);
  const isUsedUp = headers['x-ratelimit-remaining'] === '0';
  const reset = isUsedUp ? resetOf(headers['x-ratelimit-reset']) : undefined;
  const resetMs = afterMs === undefined ? reset : answered + afterMs;
  const pauseMs = afterMs ?? (reset === undefined ? LIMIT_PAUSE_MS : reset - answered);
  return { type: 'rate-limit', message, retryAfterMs: Math.max(pauseMs, 0), resetMs };
}

/** Seconds since the epoch; what no date can hold is as good as absent. */
function resetOf(header = ''): number | undefined {
  return /^\d{1,11}$/.test(header) ? Number(header) * 1000 : undefined;
}

/** When GitHub answered, by its own clock if it says so: the runner's may be wrong. */
function answeredMs({ headers }: GitHubResponse, nowMs: number): number {
  return dateMs(headers['date']) ?? nowMs;
}

const saidSchema = v.object({
  message: v.string(),
  errors: v.optional(v.fallback(v.array(v.unknown()), [])),
});

/** What GitHub said; empty if that is not in its format, such as a web page. */
function messageOf(data: unknown): string {
  const said = v.safeParse(saidSchema, data);
  if (!said.success) return '';
  const { message, errors = [] } = said.output;
  const details = errors.map((error) => JSON.stringify(error)).join(', ');
  return printable(details === '' ? message : `${message}: ${details}`);
}

const errorsSchema = v.object({
  errors: v.array(
    v.object({
      type: v.fallback(v.string(), ''),
      message: v.fallback(v.string(), ''),
    }),
  ),
});

export interface QueryError {
  readonly type: string;
  readonly message: string;
}

/** The errors in an answer to a query; empty if there are none. */
export function queryErrors(data: unknown): readonly QueryError[] {
  const parsed = v.safeParse(errorsSchema, data);
  if (!parsed.success) return [];
  return parsed.output.errors.map(({ type, message }) => ({ type, message: printable(message) }));
}

/** GitHub's words for a query that it failed to execute. */
const FAILED_QUERY = /something went wrong|time(d)? ?-?out|internal (server )?error|in time/i;
const FAILED_TYPES = ['INTERNAL', 'INTERNAL_ERROR', 'SERVICE_UNAVAILABLE', 'TIMEOUT'];

/**
 * @param errors of a response without usable data.
 * @returns what they mean, taken together; undefined if there are none.
 */
export function problemOfErrors(
  errors: readonly QueryError[],
  response: GitHubResponse,
  nowMs: number,
  needs: readonly string[],
): GitHubProblem | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  const denied = errors.find(({ message }) => lacksPermission(message));
  if (denied !== undefined) return { type: 'no-permission', message: denied.message, needs };
  const limited = errors.find(
    ({ type, message }) => type === 'RATE_LIMITED' || namesRateLimit(message),
  );
  if (limited !== undefined) return rateLimit(response, limited.message, nowMs);
  const failed = errors.find(
    ({ type, message }) => FAILED_TYPES.includes(type) || FAILED_QUERY.test(message),
  );
  if (failed !== undefined) return { type: 'query-failed', message: failed.message };
  return { type: 'query-refused', message: first.message };
}

/** What a problem means for whoever tries again. */
export function resultOfProblem(problem: GitHubProblem): Failed | Refused | Interrupted {
  switch (problem.type) {
    case 'stopped':
      return { kind: 'interrupted' };
    case 'no-permission':
    case 'refused':
    case 'query-refused':
      return { kind: 'refused', endpoint: 'github', cause: { type: 'github', problem } };
    case 'unavailable':
    case 'rate-limit':
      return { ...failed(problem), retryAfterMs: problem.retryAfterMs };
    case 'too-slow':
    case 'network':
    case 'query-failed':
    case 'unexpected-answer':
      return failed(problem);
  }
}

function failed(problem: GitHubTrouble): Failed {
  return {
    kind: 'failed',
    endpoint: 'github',
    cause: { type: 'github', problem },
    reached: 'busy',
  };
}
