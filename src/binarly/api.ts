/** Asks the Binarly API v4 with a bearer token, and says what each HTTP status means. */
import type { Credential, Token } from '../credentials/credential.ts';
import type { Downloaded } from '../http/download.ts';
import type { Http } from '../http/http.ts';
import { kindOfText, parseJson } from '../http/json.ts';
import type { Reply } from '../http/messages.ts';
import { isBusy, ofNoReply } from '../http/no-reply.ts';
import {
  type Absent,
  type ApiResult,
  type Failed,
  type Refused,
  refusedByApi,
} from '../model/api-result.ts';
import type { ApiError } from '../model/refusal-cause.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { ServerClock } from '../polling/server-clock.ts';
import { printable } from '../util/text.ts';
import { readError } from './api-error.ts';
import { failed, is401, notJson, refusalOf } from './reply-meanings.ts';
import { type ApiRequest, httpRequestOf } from './request.ts';

export interface ApiOptions {
  readonly http: Http;
  /** The tenant's address without `/api/v4`, as in `https://dashboard-acme.binarly.cloud`. */
  readonly apiUrl: string;
  /** None of its secrets appears in an answer. */
  readonly credential: Credential;
  /** Set by the dates of the answers. */
  readonly clock?: Pick<ServerClock, 'hear'>;
}

/** Sends a request. Foreseeable failures are returned, never thrown. */
export type AskApi = <T>(request: ApiRequest<T>, call: CallOptions) => Promise<ApiResult<T>>;

export function createApi({ http, apiUrl, credential, clock }: ApiOptions): AskApi {
  /** Whether the API has answered in its own format, so that `api-url` must be right. */
  let hasAnswered = false;
  /** What has been read so far. */
  const readable = new Set<string>();
  /** Whether the platform understood only the older form of a request. */
  let isOlder = false;

  async function send<T>(
    request: ApiRequest<T>,
    { value }: Token,
    call: CallOptions,
  ): Promise<Downloaded> {
    const sendAndRead = request.save ?? http;
    const { headers, ...unsigned } = httpRequestOf(request, apiUrl);
    const authorized = { ...headers, authorization: `Bearer ${value}` };
    const reply = await sendAndRead({ ...unsigned, headers: authorized, ...call });
    if (reply.kind === 'reply') clock?.hear(reply.aheadMs);
    return reply;
  }

  async function askOnce<T>(request: ApiRequest<T>, call: CallOptions): Promise<ApiResult<T>> {
    const token = await credential.token(call);
    if (token.kind !== 'token') return token;
    let reply = await send(request, token, call);
    if (is401(reply) && credential.finalRefusal === undefined) {
      errorIn(jsonOf(reply)); // Even a refusal shows that the API is there.
      // Revoked or expired early: retry once, immediately, with a new token.
      if (token.issuedMs < call.beganMs) {
        const renewed = await credential.token(call, token);
        if (renewed.kind !== 'token') return renewed;
        reply = await send(request, renewed, call);
      }
      if (is401(reply)) return freshTokenRefused(reply);
    }
    return resultOfResponse(reply, request);
  }

  function resultOfResponse<T>(reply: Downloaded, request: ApiRequest<T>): ApiResult<T> {
    switch (reply.kind) {
      case 'no-reply':
        return ofNoReply(reply, 'api');
      case 'unwritable':
        return refusedByApi({ type: 'unwritable', message: reply.message });
      case 'saved':
        hasAnswered = true;
        return request.read(reply);
      case 'reply':
        return resultOfReply(reply, request);
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

  function resultOfReply<T>(reply: Reply, request: ApiRequest<T>): ApiResult<T> {
    const { status, body } = reply;
    const json = jsonOf(reply);
    const isSuccess = status >= 200 && status < 300;
    const error = isSuccess ? undefined : errorIn(json);
    if (isSuccess || (status === 404 && error === undefined)) {
      if (!body.ok) return failed(body.problem, 'nothing', reply);
      if (json === undefined) return notJson(body.text, reply);
    }
    // A file that was not saved, for example because it is only a part.
    if (isSuccess && request.save !== undefined)
      return failed({ type: 'http-status', status, message: undefined }, 'unclear', reply);
    return isSuccess ? readResult(reply, json?.value, request) : errorResult(reply, error, request);
  }

  function readResult<T>(reply: Reply, json: unknown, request: ApiRequest<T>): ApiResult<T> {
    const { retryAfterMs, dateMs, hasMore } = reply;
    const { isList = false, subject } = request;
    const result = { ...request.read(json), retryAfterMs, dateMs };
    hasAnswered ||= result.kind !== 'failed' || result.reached === 'api';
    if (result.kind === 'failed') return result;
    if (subject !== undefined) readable.add(subject);
    return isList && hasMore ? failed({ type: 'paged-list' }, 'api', reply) : result;
  }

  function errorResult(
    reply: Reply,
    error: ApiError | undefined,
    { subject = '' }: Pick<ApiRequest<unknown>, 'subject'>,
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

  async function ask<T>(request: ApiRequest<T>, call: CallOptions): Promise<ApiResult<T>> {
    const result = await askOnce(request, call);
    return result.kind === 'failed' && hasAnswered ? { ...result, reached: 'api' } : result;
  }

  return async ({ olderBody, ...request }, call) => {
    if (olderBody === undefined) return ask(request, call);
    const older = { ...request, body: olderBody };
    const result = await ask(isOlder ? older : request, call);
    if (isOlder || !isBadRequest(result)) return result;
    const again = await ask(older, call);
    isOlder = again.kind === 'found';
    return again;
  };
}

function isBadRequest(result: ApiResult<unknown>): boolean {
  if (result.kind !== 'refused' && result.kind !== 'failed') return false;
  return result.cause.type === 'http-status' && result.cause.status === 400;
}
