/** One question to the Binarly API v4 with a bearer token, and what each HTTP status means. */
import type { Credential, Token } from '../credentials/credential.ts';
import type { Downloaded } from '../http/download.ts';
import type { Http, HttpRequest, Reply } from '../http/http.ts';
import { kindOfText, parseJson } from '../http/json.ts';
import { isBusy, ofNoReply } from '../http/no-reply.ts';
import {
  type Absent,
  type Answer,
  type ApiError,
  type Failed,
  type Found,
  type Refused,
  refusedByApi,
} from '../model/answer.ts';
import type { PollLimits } from '../polling/limits.ts';
import { printable } from '../util/text.ts';
import { readError } from './api-error.ts';
import { failed, is401, notJson, refusalOf } from './reply-meanings.ts';

export interface Question<T> {
  /** Segments behind `/api/v4`, not yet encoded. */
  readonly path: readonly string[];
  /** A custom method in Google's style, which goes behind a literal colon. */
  readonly customMethod?: string;
  /** Starts with `?`. */
  readonly query?: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  /**
   * Sends a multipart form without fields by POST: a server that expects a form refuses a request
   * without one.
   */
  readonly asEmptyForm?: true;
  readonly maxBytes: number;
  /** Whether the answer is a list, which must be whole. */
  readonly isList?: boolean;
  /**
   * What the answer is about, if a credential that has read it once may read it. After that, a 403
   * that names no permission comes from a firewall.
   */
  readonly subject?: string;
  /** Media types; JSON if left out. */
  readonly accept?: string;
  /** Sends the request and saves the answer as a file; without it, the answer is JSON. */
  readonly save?: SaveAnswer;
  /** Reads the JSON of a 2xx, or what is known of the saved file. */
  readonly read: (json: unknown) => Found<T> | Absent | Failed;
}

/** Sends a request whose answer becomes a file. */
export type SaveAnswer = (request: HttpRequest) => Promise<Downloaded>;

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
  /** Whether the API has answered in its own format, so that `api-url` must be right. */
  let hasAnswered = false;
  /** What has been read so far. */
  const readable = new Set<string>();

  function send<T>(
    question: Question<T>,
    { value }: Token,
    limits: PollLimits,
  ): Promise<Downloaded> {
    const { path, customMethod, query = '', accept = 'application/json', maxBytes } = question;
    const method = customMethod === undefined ? '' : `:${customMethod}`;
    const content = contentOf(question);
    const sendAndRead: SaveAnswer = question.save ?? http;
    return sendAndRead({
      url: `${apiUrl}/api/v4/${path.map(encodeURIComponent).join('/')}${method}${query}`,
      headers: {
        accept,
        authorization: `Bearer ${value}`,
        ...(content && { 'content-type': content.type }),
      },
      ...(content && { body: content.body }),
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
    return answerTo(reply, question);
  }

  function answerTo<T>(reply: Downloaded, question: Question<T>): Answer<T> {
    switch (reply.kind) {
      case 'no-reply':
        return ofNoReply(reply, 'api');
      case 'unwritable':
        return refusedByApi({ type: 'unwritable', message: reply.message });
      case 'saved':
        hasAnswered = true;
        return question.read(reply);
      case 'reply':
        return answerOf(reply, question);
    }
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
    const { status, body } = reply;
    const json = jsonOf(reply);
    const isSuccess = status >= 200 && status < 300;
    const error = isSuccess ? undefined : errorIn(json);
    if (isSuccess || (status === 404 && error === undefined)) {
      if (!body.ok) return failed(body.problem, 'nothing', reply);
      if (json === undefined) return notJson(body.text, reply);
    }
    // A file that was not saved, for example because it is only a part.
    if (isSuccess && question.save !== undefined)
      return failed({ type: 'http-status', status, message: undefined }, 'unclear', reply);
    return isSuccess
      ? readAnswer(reply, json?.value, question)
      : errorAnswer(reply, error, question);
  }

  function readAnswer<T>(reply: Reply, json: unknown, question: Question<T>): Answer<T> {
    const { retryAfterMs, dateMs, hasMore } = reply;
    const { isList = false, subject } = question;
    const answer = { ...question.read(json), retryAfterMs, dateMs };
    hasAnswered ||= answer.kind !== 'failed' || answer.reached === 'api';
    if (answer.kind === 'failed') return answer;
    if (subject !== undefined) readable.add(subject);
    return isList && hasMore ? failed({ type: 'paged-list' }, 'api', reply) : answer;
  }

  function errorAnswer(
    reply: Reply,
    error: ApiError | undefined,
    { subject = '' }: Pick<Question<unknown>, 'subject'>,
  ): Absent | Failed | Refused {
    const { status, retryAfterMs, dateMs, location, body } = reply;
    const cause = { type: 'http-status', status, message: error?.message } as const;
    if (status === 401 && credential.finalRefusal !== undefined)
      return credential.finalRefusal(error?.message);
    if (status === 404 && error !== undefined) {
      const notFound = { type: 'not-found', message: error.message } as const;
      return { kind: 'absent', cause: notFound, retryAfterMs, dateMs };
    }
    // Binarly's errors page says to try again after a 5xx.
    if (isBusy(status)) return failed(cause, error === undefined ? 'busy' : 'api', reply);
    // A firewall that counts requests says so in JSON, too, but it names no permission.
    if (status === 403 && error?.permission === undefined && readable.has(subject))
      return failed(cause, 'unclear', reply);
    // A firewall that challenges the first request may let the next one pass.
    if (!hasAnswered && status === 403 && body.ok && kindOfText(body.text) === 'web-page')
      return notJson(body.text, reply);
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

/** Ends a form before its first field. */
const BOUNDARY = 'wait-for-binarly-scan';

/** @returns what a POST sends; undefined for a GET. */
function contentOf({ body, asEmptyForm }: Pick<Question<unknown>, 'body' | 'asEmptyForm'>) {
  if (asEmptyForm)
    return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: `--${BOUNDARY}--\r\n` };
  return body === undefined ? undefined : { type: 'application/json', body: JSON.stringify(body) };
}
