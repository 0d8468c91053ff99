/**
 * Where the bearer token comes from. Binarly's live 30 minutes and many scans longer, so client credentials (the OAuth 2.0
 * grant of RFC 6749, 4.4, at Binarly's Keycloak: docs.binarly.io, get-m2m-token) are turned into tokens, and these renewed.
 */
import { jwtDecode } from 'jwt-decode';
import * as v from 'valibot';
import type { Http, Limits, Reply } from '../http/http.ts';
import type { Clock } from '../util/clock.ts';
import { formatUtc, printable } from '../util/text.ts';
import type { Interrupted, Refusal, Trouble } from './answer.ts';
import { refusalOf } from './refusal.ts';
import { isPassing, ofFailure, parseJson, trouble } from './reply.ts';

export interface Token {
  readonly kind: 'token';
  readonly value: string;
  /** No better one is to be had: it was received for this very call, or nobody here can renew it. */
  readonly best: boolean;
}

type TokenAnswer = Token | Trouble | Refusal | Interrupted;

export interface Credential {
  /** A token to ask with. @param rejected one that the API has just refused; another is wanted. */
  token(limits: Limits, rejected?: Token): Promise<TokenAnswer>;
  /** What a 401 means where no better token is to be had. @param said the API's message, printable. */
  refusal(said: string | undefined): Refusal;
  /** The text without any secret that this credential holds. */
  redact(text: string): string;
}

/** A token that somebody else requested. */
export function staticCredential(value: string, clock: Clock): Credential {
  return {
    token: () => Promise.resolve({ kind: 'token', value, best: true }),
    refusal(said) {
      const endMs = expiryOf(value);
      const expired = endMs !== undefined && endMs <= clock.wallMs();
      return {
        kind: 'refusal',
        detail: `${expired ? `\`token\` expired at ${formatUtc(endMs)}` : 'the API refused `token`'} (HTTP 401${colon(said)})`,
        advice:
          'access tokens live 30 minutes, so request `token` just before this step, or give `client-id` and `client-secret` ' +
          'instead, with which this action renews its tokens',
      };
    },
    redact: (text) => withoutSecrets(text, [value]),
  };
}

/**
 * When a token that is a JWT says that it ends, in milliseconds since the epoch; nobody verified it, so it is for advice only.
 * @returns undefined for any other token.
 */
export function expiryOf(token: string): number | undefined {
  try {
    const { exp } = jwtDecode(token);
    return typeof exp === 'number' && !Number.isNaN(new Date(exp * 1000).getTime())
      ? exp * 1000
      : undefined;
  } catch {
    return undefined;
  }
}

export interface Client {
  readonly clientId: string;
  /** A secret. */
  readonly clientSecret: string;
  readonly tokenUrl: string;
}

export interface ClientParts {
  readonly http: Http;
  readonly clock: Clock;
  /** Called with each token received, before anything else can come to know it. */
  readonly received: (token: string) => void;
}

/** A token is replaced a tenth of its life before its end, but not more than so many milliseconds before. */
const LONGEST_LEAD_MS = 60_000;
/** A token is a few kilobytes. */
const MAX_TOKEN_BYTES = 1024 * 1024;

/** Tokens by the client credentials grant, each used until shortly before its end. Concurrent callers share one request. */
export function clientCredential(
  client: Client,
  { http, clock, received }: ClientParts,
): Credential {
  let current: { readonly value: string; readonly renewAtMs: number } | undefined;
  /** The API may still echo the one before, in an answer on its way. */
  let previous = '';
  let underway: Promise<TokenAnswer> | undefined;
  const redact = (text: string) =>
    withoutSecrets(text, [client.clientSecret, current?.value ?? '', previous]);

  async function request(limits: Limits): Promise<TokenAnswer> {
    // Counted from before it is asked for, a token's life ends early rather than late; no wall clock has a part in it.
    const askedMs = clock.monotonicMs();
    const reply = await http({
      url: client.tokenUrl,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      form: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }).toString(),
      maxBytes: MAX_TOKEN_BYTES,
      ...limits,
    });
    if (reply.kind === 'failure') return atTokenEndpoint(ofFailure(reply));
    const grant = readGrant(reply, redact);
    if (grant.kind !== 'grant') return atTokenEndpoint(grant);
    received(grant.token);
    previous = current?.value ?? '';
    const leadMs = Math.min(grant.lifetimeMs / 10, LONGEST_LEAD_MS);
    current = { value: grant.token, renewAtMs: askedMs + grant.lifetimeMs - leadMs };
    return { kind: 'token', value: grant.token, best: true };
  }

  return {
    token(limits, rejected) {
      if (
        current !== undefined &&
        current.value !== rejected?.value &&
        clock.monotonicMs() < current.renewAtMs
      )
        return Promise.resolve({ kind: 'token', value: current.value, best: false });
      underway ??= request(limits).finally(() => {
        underway = undefined;
      });
      return underway;
    },
    refusal: (said) => ({
      kind: 'refusal',
      detail: `the API refused a token that it was shown right after it was issued (HTTP 401${colon(said)})`,
      advice:
        'check that `api-url` and `token-url` belong to the same tenant, and that the client may use the API',
    }),
    redact,
  };
}

/** An answer of the token endpoint says nothing of the API: it is no first contact. */
function atTokenEndpoint<T extends Trouble | Refusal | Interrupted>(answer: T): T {
  return answer.kind === 'trouble'
    ? { ...answer, detail: `no token from \`token-url\`: ${answer.detail}` }
    : answer;
}

const grantSchema = v.object({
  // What a header can carry.
  access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
  expires_in: v.fallback(v.optional(v.pipe(v.number(), v.gtValue(0))), undefined),
});
/** RFC 6749, 5.2. */
const oauthErrorSchema = v.object({
  error: v.string(),
  error_description: v.fallback(v.optional(v.string()), undefined),
});

interface Grant {
  readonly kind: 'grant';
  readonly token: string;
  /** Infinity where the endpoint does not say, or says what cannot be: then a 401 tells. */
  readonly lifetimeMs: number;
}

function readGrant(
  { status, retryAfterMs, body, location }: Reply,
  redact: (text: string) => string,
): Grant | Trouble | Refusal {
  const json = body.ok ? parseJson(body.text) : undefined;
  if (status >= 200 && status < 300) {
    if (!body.ok) return trouble(body.problem, 'none', retryAfterMs);
    if (json === undefined)
      return trouble(`HTTP ${status} with a body that is not JSON`, 'none', retryAfterMs);
    const parsed = v.safeParse(grantSchema, json.value);
    if (!parsed.success)
      return trouble(`HTTP ${status} without an access token`, 'unclear', retryAfterMs);
    const { access_token: token, expires_in: seconds = Infinity } = parsed.output;
    return { kind: 'grant', token, lifetimeMs: seconds * 1000 };
  }
  if (isPassing(status)) return trouble(`HTTP ${status}`, 'unclear', retryAfterMs);
  if (status === 407) return refusalOf(status, undefined, undefined);
  if (status < 400 || status === 404) {
    const to = location === undefined ? '' : ` to ${printable(redact(location))}`;
    return {
      kind: 'refusal',
      detail: `there is no token endpoint at \`token-url\` (HTTP ${status}${to})`,
      advice: 'check `token-url`, or `api-url` where it is derived from that',
    };
  }
  const error = v.safeParse(oauthErrorSchema, json?.value);
  const said = error.success
    ? colon(redact(error.output.error)) + colon(redact(error.output.error_description ?? ''))
    : '';
  return {
    kind: 'refusal',
    detail: `the token endpoint refused the client (HTTP ${status}${said})`,
    advice: 'check `client-id`, `client-secret` and `token-url`',
  };
}

function colon(said = ''): string {
  return said === '' ? '' : `: ${printable(said)}`;
}

/** Shorter than this nothing is a secret, and would only tear up what it is replaced in. */
const SHORTEST_SECRET = 8;

/** Also without the form in which a secret stands in a form or an address, which is what a server may echo. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .flatMap((secret) => [
      secret,
      new URLSearchParams({ '': secret }).toString().slice(1),
      encodeURIComponent(secret.toWellFormed()),
    ])
    .reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
