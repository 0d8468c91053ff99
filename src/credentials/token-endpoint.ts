/** The answers of a token endpoint (RFC 6749, 5; Keycloak's texts were measured with 26.7.3). */
import * as v from 'valibot';
import { kindOfText, parseJson } from '../http/json.ts';
import type { HttpRequest, NoReply, Reply } from '../http/messages.ts';
import { isBusy, ofNoReply } from '../http/no-reply.ts';
import type { Failed, Interrupted, Reached, Refused } from '../model/api-result.ts';
import type { FailureCause } from '../model/failure-cause.ts';
import type { RefusalCause } from '../model/refusal-cause.ts';
import { printable } from '../util/text.ts';

export interface Grant {
  readonly kind: 'grant';
  /** A secret. */
  readonly token: string;
  /**
   * Milliseconds; Infinity if the endpoint gives none or an impossible one. Then a 401 shows that
   * the token has expired.
   */
  readonly lifetimeMs: number;
}

export interface WantsBasic {
  readonly kind: 'wants-basic';
  /** The answer if the request used HTTP Basic already. */
  readonly refused: Refused;
}

export interface TokenEndpointState {
  readonly redact: (text: string) => string;
  /**
   * Whether it has issued a token before. If so, it is the right endpoint, and only an OAuth error
   * ends the wait: any other 3xx or 4xx comes from a maintenance page or a proxy.
   */
  readonly hasSucceeded: boolean;
}

/** A token is a few kilobytes. */
const MAX_TOKEN_BYTES = 1024 * 1024;

/**
 * A request for a token by the client credentials grant (RFC 6749, 4.4).
 * @param client how the form identifies the client.
 */
export function formRequest(
  url: string,
  client: Readonly<Record<string, string>>,
  authorization?: string,
): Omit<HttpRequest, 'limitMs' | 'signal'> {
  return {
    url,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...client }).toString(),
    maxBytes: MAX_TOKEN_BYTES,
  };
}

/** Some servers write numbers as strings. */
const secondsSchema = v.union([
  v.number(),
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)),
]);
const grantSchema = v.object({
  // Only characters that are allowed in a header.
  access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
  expires_in: v.fallback(v.optional(v.pipe(secondsSchema, v.gtValue(0))), undefined),
});
/** RFC 6749, 5.2. */
const errorSchema = v.object({
  error: v.string(),
  error_description: v.fallback(v.optional(v.string(), ''), ''),
});

export function resultOfTokenEndpoint(
  reply: Reply | NoReply,
  state: TokenEndpointState,
): Grant | WantsBasic | Failed | Refused | Interrupted {
  if (reply.kind === 'no-reply') return ofNoReply(reply, 'token', state.hasSucceeded);
  const { status, retryAfterMs } = reply;
  if (status >= 200 && status < 300) return readGrant(reply, state);
  const error = errorIn(reply, state);
  const said = error === undefined ? '' : saidBy(error);
  const failure = { type: 'http-status', status, message: said || undefined } as const;
  if (isBusy(status) || status === 425) return failedWith(failure, 'busy', retryAfterMs);
  if (wantsBasic(said)) {
    return { kind: 'wants-basic', refused: refused({ type: 'client-refused', status, said }) };
  }
  if (state.hasSucceeded && !(error !== undefined && [400, 401, 403].includes(status)))
    return failedWith(failure, 'unclear', retryAfterMs);
  // A firewall that challenges the first request may let the next one pass.
  if (status === 403 && reply.body.ok && kindOfText(reply.body.text) === 'web-page')
    return failedWith({ type: 'not-json', status, body: 'web-page' }, 'nothing', retryAfterMs);
  return refused(refusalOf(reply, said, state));
}

function readGrant(reply: Reply, state: TokenEndpointState): Grant | WantsBasic | Failed | Refused {
  const { status, retryAfterMs, body } = reply;
  if (!body.ok) return failedWith(body.problem, 'nothing', retryAfterMs);
  const json = parseJson(body.text, (text) => text);
  if (json === undefined) {
    const cause = { type: 'not-json', status, body: kindOfText(body.text) } as const;
    return failedWith(cause, 'nothing', retryAfterMs);
  }
  const parsed = v.safeParse(grantSchema, json.value);
  if (!parsed.success)
    return withoutGrant(reply, errorIn(reply, state) ?? otherErrorIn(body.text, state));
  const { access_token: token, expires_in: seconds = Infinity } = parsed.output;
  return { kind: 'grant', token, lifetimeMs: seconds * 1000 };
}

/** Some servers answer 200 to everything. @param error what the body says, if it is an error. */
function withoutGrant(
  { status, retryAfterMs }: Reply,
  error: OAuthError | undefined,
): WantsBasic | Failed | Refused {
  if (error === undefined)
    return failedWith({ type: 'no-access-token', status }, 'unclear', retryAfterMs);
  const said = saidBy(error);
  if (PASSING.has(error.error)) {
    const cause = { type: 'http-status', status, message: said } as const;
    return failedWith(cause, 'busy', retryAfterMs);
  }
  const refusal = refused({ type: 'client-refused', status, said });
  return wantsBasic(said) ? { kind: 'wants-basic', refused: refusal } : refusal;
}

/** Errors that pass by themselves (RFC 6749, 4.1.2.1; RFC 8628, 3.5). */
const PASSING: ReadonlySet<string> = new Set([
  'server_error',
  'temporarily_unavailable',
  'slow_down',
]);

function wantsBasic(said: string): boolean {
  return /client_secret_basic/.test(said);
}

type OAuthError = v.InferOutput<typeof errorSchema>;

/** @returns undefined if the body is not an error of OAuth. */
function errorIn({ body }: Reply, { redact }: TokenEndpointState): OAuthError | undefined {
  const json = body.ok ? parseJson(body.text, redact)?.value : undefined;
  const error = v.safeParse(errorSchema, json);
  return error.success ? error.output : undefined;
}

/**
 * An error in another form than OAuth's; undefined if the body has none. Once the endpoint has
 * issued a token, such an error comes from another server.
 */
function otherErrorIn(
  body: string,
  { redact, hasSucceeded }: TokenEndpointState,
): OAuthError | undefined {
  const json = parseJson(body, redact);
  const other = v.safeParse(v.object({ value: v.object({ error: v.looseObject({}) }) }), json);
  if (!other.success || hasSucceeded) return undefined;
  const { error } = other.output.value;
  const { message } = error;
  const text = typeof message === 'string' ? message : JSON.stringify(error);
  return { error: text, error_description: '' };
}

/** A 304, 404, 405 and 406 all mean that there is no token endpoint at that address. */
function refusalOf(
  { status, location }: Reply,
  said: string,
  { redact }: TokenEndpointState,
): RefusalCause {
  if (status === 407) return { type: 'proxy-auth' };
  if (status < 400 && status !== 304)
    return { type: 'redirect', status, location: location && printable(redact(location)) };
  if ([304, 404, 405, 406].includes(status)) return { type: 'no-token-endpoint', status, said };
  return { type: 'client-refused', status, said };
}

function saidBy({ error, error_description }: OAuthError): string {
  return [error, error_description]
    .filter((text) => text !== '')
    .map((text) => printable(text))
    .join(': ');
}

function failedWith(cause: FailureCause, reached: Reached, retryAfterMs?: number): Failed {
  return { kind: 'failed', endpoint: 'token', cause, reached, retryAfterMs };
}

function refused(cause: RefusalCause): Refused {
  return { kind: 'refused', endpoint: 'token', cause };
}
