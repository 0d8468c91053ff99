/** One question to the Binarly API v4 with a bearer token, and what each HTTP status means. */
import * as v from 'valibot';
import type { Credential, Token } from '../credentials/credential.ts';
import type { Http, NoReply, Reply } from '../http/http.ts';
import { looksLike, parseJson } from '../http/json.ts';
import { isBusy, ofNoReply } from '../http/no-reply.ts';
import {
  type Absent,
  type Answer,
  type ApiError,
  type Failed,
  type FailureCause,
  type Found,
  failedByApi,
  type Reached,
  type RefusalCause,
  type Refused,
  refusedByApi,
} from '../model/answer.ts';
import type { PollLimits } from '../polling/limits.ts';
import { printable } from '../util/text.ts';

export interface Question<T> {
  /** Segments behind `/api/v4`, not yet encoded. */
  readonly path: readonly string[];
  /** A custom method in Google's style, which goes behind a literal colon. */
  readonly customMethod?: string;
  /** Starts with `?`. */
  readonly query?: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  readonly maxBytes: number;
  /** Reads the JSON of a 2xx. */
  readonly read: (json: unknown) => Found<T> | Absent | Failed;
}

export interface ApiOptions {
  readonly http: Http;
  /** The tenant's address without `/api/v4`, as in `https://dashboard-acme.binarly.cloud`. */
  readonly apiUrl: string;
  /** None of its secrets appears in an answer. */
  readonly credential: Credential;
}

/** Asks a question. Foreseeable failures are returned, never thrown. */
export type Ask = <T>(question: Question<T>, limits: PollLimits) => Promise<Answer<T>>;

export function createApi({ http, apiUrl, credential }: ApiOptions): Ask {
  /** The parts of the platform that have been read, by their paths. */
  const hasRead = new Set<string>();
  /** Whether the API has answered in its own format, so that `api-url` must be right. */
  let hasAnswered = false;

  function send<T>(question: Question<T>, { value }: Token, limits: PollLimits) {
    const { path, customMethod, query = '', body, maxBytes } = question;
    const method = customMethod === undefined ? '' : `:${customMethod}`;
    const json = body === undefined ? undefined : JSON.stringify(body);
    return http({
      url: `${apiUrl}/api/v4/${path.map(encodeURIComponent).join('/')}${method}${query}`,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${value}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: json }),
      maxBytes,
      ...limits,
    });
  }

  async function askOnce<T>(question: Question<T>, limits: PollLimits): Promise<Answer<T>> {
    const token = await credential.token(limits);
    if (token.kind !== 'token') return token;
    let reply = await send(question, token, limits);
    if (is401(reply) && credential.finalRefusal === undefined) {
      errorIn(jsonOf(reply)); // Even a refusal shows that the API is there.
      // Revoked or expired early: retry once, immediately, with a new token.
      if (token.issuedMs < limits.beganMs) {
        const renewed = await credential.token(limits, token);
        if (renewed.kind !== 'token') return renewed;
        reply = await send(question, renewed, limits);
      }
      if (is401(reply)) return freshTokenRefused(reply);
    }
    return reply.kind === 'no-reply' ? ofNoReply(reply, 'api') : answerOf(reply, question);
  }

  /**
   * The clocks of Keycloak and the API may differ by a second: the next poll tries the token again.
   */
  function freshTokenRefused(reply: Reply): Failed {
    const error = errorIn(jsonOf(reply));
    const cause = { type: 'fresh-token-refused', message: error?.message } as const;
    return failed(cause, error === undefined ? 'unclear' : 'api', reply);
  }

  /** Removes the secrets that the server may have echoed. */
  function jsonOf({ body }: Reply) {
    return body.ok ? parseJson(body.text, credential.redact) : undefined;
  }

  /** Reads an error in the API's own format, which shows that the API is there. */
  function errorIn(json: { readonly value: unknown } | undefined): ApiError | undefined {
    const error = readError(json?.value);
    hasAnswered ||= error !== undefined;
    return error;
  }

  function answerOf<T>(reply: Reply, question: Question<T>): Answer<T> {
    const { status, retryAfterMs, dateMs, body } = reply;
    const json = jsonOf(reply);
    const isSuccess = status >= 200 && status < 300;
    const error = isSuccess ? undefined : errorIn(json);
    if (isSuccess || (status === 404 && error === undefined)) {
      if (!body.ok) return failed(body.problem, 'nothing', reply);
      if (json === undefined)
        return failed(
          { type: 'not-json', status, looksLike: looksLike(body.text) },
          'nothing',
          reply,
        );
    }
    if (isSuccess && reply.isPart) return failedByApi({ type: 'paged-list' });
    if (isSuccess) {
      const answer = { ...question.read(json?.value), retryAfterMs, dateMs };
      hasAnswered ||= answer.kind !== 'failed' || answer.reached === 'api';
      if (answer.kind === 'found') hasRead.add(placeOf(question));
      return answer;
    }
    return errorAnswer(reply, error, hasRead.has(placeOf(question)));
  }

  /** @param wasRead whether this credential has read this part of the platform before. */
  function errorAnswer(
    reply: Reply,
    error: ApiError | undefined,
    wasRead: boolean,
  ): Absent | Failed | Refused {
    const { status, retryAfterMs, location, body } = reply;
    const cause = { type: 'http-status', status, message: error?.message } as const;
    if (status === 401 && credential.finalRefusal !== undefined)
      return credential.finalRefusal(error?.message, reply.dateMs);
    if (status === 404 && error !== undefined) {
      const notFound = { type: 'not-found', message: error.message } as const;
      return { kind: 'absent', cause: notFound, retryAfterMs };
    }
    // Binarly's errors page says to try again after a 5xx.
    if (isBusy(status)) return failed(cause, error === undefined ? 'busy' : 'api', reply);
    // A permission that was there is not gone: a firewall's rule on rates says the same.
    if (status === 403 && wasRead && error?.permission === undefined)
      return failed(cause, error === undefined ? 'unclear' : 'api', reply);
    // A challenge of a firewall, which may pass before the API has been seen.
    if (status === 403 && error === undefined && body.ok && looksLike(body.text) === 'web page')
      return failed(cause, 'nothing', reply);
    // A 404 without Binarly's error comes from another server. Once the API has answered, so does
    // any 3xx or 4xx without it: a maintenance page or a firewall.
    const isForeign = error === undefined && (status === 404 || hasAnswered) && status !== 407;
    if (isForeign) return failed(cause, 'unclear', reply);
    return refusedByApi(
      refusalOf(status, error, location && printable(credential.redact(location))),
    );
  }

  return async (question, limits) => {
    const answer = await askOnce(question, limits);
    return answer.kind === 'failed' && hasAnswered ? { ...answer, reached: 'api' } : answer;
  };
}

/** The image that a question is about, or the list. */
function placeOf({ path }: Pick<Question<unknown>, 'path'>): string {
  return path.slice(0, 4).join('/');
}

function is401(reply: Reply | NoReply): reply is Reply {
  return reply.kind === 'reply' && reply.status === 401;
}

function refusalOf(
  status: number,
  error: ApiError | undefined,
  location: string | undefined,
): RefusalCause {
  if (status === 407) return { type: 'proxy-auth' };
  // 304 is in the range of redirects but is not one.
  if (status < 400 && status !== 304) return { type: 'redirect', status, location };
  return { type: 'http-status', status, error };
}

function failed(cause: FailureCause, reached: Reached, { retryAfterMs }: Reply): Failed {
  return { kind: 'failed', endpoint: 'api', cause, reached, retryAfterMs };
}

const line = v.pipe(
  v.string(),
  v.transform((text) => printable(text)),
);
const maybeLine = v.fallback(v.optional(line), undefined);
const detail = v.object({ reason: maybeLine, field: maybeLine });
const errorSchema = v.object({
  message: line,
  permission: maybeLine,
  resourceName: maybeLine,
  details: v.fallback(v.optional(v.array(v.fallback(detail, {})), []), []),
});

/** How many details are quoted. */
const MOST_DETAILS = 3;

function readError(json: unknown): ApiError | undefined {
  const parsed = v.safeParse(errorSchema, json);
  if (!parsed.success) return undefined;
  const { message, permission, resourceName, details } = parsed.output;
  const said = details.slice(0, MOST_DETAILS).flatMap(({ field, reason }) => {
    return [field, reason].filter((text) => text !== undefined).join(': ') || [];
  });
  return { message, permission, resourceName, details: said.join('; ') };
}
