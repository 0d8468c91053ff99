/**
 * The realm that issues tokens: Keycloak's token endpoint for the client credentials grant, with
 * the status codes and texts observed in Keycloak 26.7. The client sends its secret in the form or
 * by HTTP Basic, or an ID token instead.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Clock } from '../src/polling/clock.ts';
import {
  type AssertionJudge,
  createAssertionJudge,
  type TrustScript,
  UNKNOWN,
} from './client-assertion.ts';
import { type Fault, jsonAnswer } from './faults.ts';

export interface ClientScript {
  readonly id: string;
  readonly secret: string;
  /** The only way the client may send its secret; any if left out. */
  readonly secretMethod?: SecretMethod;
  /** Whose ID tokens identify the client instead of its secret; if left out, the secret does. */
  readonly trusts?: TrustScript;
  /** What an administrator has turned off; nothing if left out. */
  readonly off?: 'realm' | 'client' | 'service-account' | 'user';
  /** How long the API accepts each token, in milliseconds. */
  readonly lifetimeMs: number;
  /**
   * How long the API refuses each token at first, in milliseconds, as if its clock were behind
   * Keycloak's; 0 if left out.
   */
  readonly refusedForMs?: number;
  /** What the endpoint reports as the lifetime; the lifetime in seconds if left out. */
  readonly says?: { readonly expires_in?: unknown };
  /** When all tokens issued so far are revoked. */
  readonly revokedMs?: number;
  /** Instead of an answer, by the number of the request for a token, counted from 1. */
  readonly faults?: Readonly<Record<number, Fault>>;
}

/** OpenID Connect's names for the ways to send a secret: by HTTP Basic, or in the form. */
type SecretMethod = 'client_secret_basic' | 'client_secret_post';

export interface Keycloak {
  /**
   * Answers a request to one of Keycloak's paths.
   * @param nowMs milliseconds on the emulator's timeline.
   * @returns undefined if the path is not Keycloak's.
   */
  answer(request: IncomingMessage, nowMs: number): Promise<Fault | undefined>;
  /** Whether the API accepts the token at that time. */
  accepts(token: string, nowMs: number): boolean;
  /** Every token issued so far. */
  issued(): readonly string[];
  /** How many times a token was requested. */
  requests(): number;
}

const REALM_PATH = '/realms/BinarlyRealm';
const ENDPOINT = '/protocol/openid-connect/token';
/** Keycloak's path at Binarly. */
export const TOKEN_PATH = REALM_PATH + ENDPOINT;

/** @param clock for the ages of ID tokens. */
export function createKeycloak(client: ClientScript, clock: Clock): Keycloak {
  const issued = new Map<string, number>();
  const judge = client.trusts && createAssertionJudge(client.trusts, clock.wallMs);
  let requests = 0;

  async function grant(request: IncomingMessage, nowMs: number): Promise<Fault> {
    const form = new URLSearchParams(await text(request));
    requests += 1;
    const fault = client.faults?.[requests];
    if (fault !== undefined) return fault;
    const issuer = `http://${request.headers.host}${REALM_PATH}`;
    const refusal =
      refusalOfGrant(form, client) ??
      (form.has('client_assertion_type')
        ? refusalOfAssertion(form, issuer, judge)
        : refusalOfSecret(form, request.headers.authorization, client)) ??
      refusalOfAccount(client);
    if (refusal !== undefined) return refusal;
    const token = `emulated-token-${requests}-${randomUUID()}`;
    issued.set(token, nowMs);
    const says = client.says ?? { expires_in: client.lifetimeMs / 1000 };
    return jsonAnswer(200, { access_token: token, token_type: 'Bearer', ...says });
  }

  return {
    async answer(request, nowMs) {
      const { pathname } = new URL(request.url ?? '', 'http://emulator');
      if (!pathname.startsWith('/realms/')) return undefined;
      if (!`${pathname}/`.startsWith(`${REALM_PATH}/`))
        return jsonAnswer(404, { error: 'Realm does not exist' });
      if (pathname !== TOKEN_PATH || request.method !== 'POST')
        return jsonAnswer(405, { error: 'HTTP 405 Method Not Allowed' });
      return grant(request, nowMs);
    },
    accepts(token, nowMs) {
      const issuedMs = issued.get(token);
      if (issuedMs === undefined) return false;
      const { lifetimeMs, refusedForMs = 0, revokedMs = Infinity } = client;
      const isRevoked = issuedMs <= revokedMs && revokedMs <= nowMs;
      return nowMs >= issuedMs + refusedForMs && nowMs < issuedMs + lifetimeMs && !isRevoked;
    },
    issued: () => [...issued.keys()],
    requests: () => requests,
  };
}

/** An error as in RFC 6749, 5.2. */
function oauthError(status: number, error: string, description: string): Fault {
  return jsonAnswer(status, { error, error_description: description });
}

function refusalOfGrant(form: URLSearchParams, { off }: ClientScript): Fault | undefined {
  if (off === 'realm') return oauthError(403, 'access_denied', 'Realm not enabled');
  const grantType = form.get('grant_type');
  if (grantType === null)
    return oauthError(400, 'invalid_request', 'Missing form parameter: grant_type');
  if (grantType !== 'client_credentials')
    return oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type');
  return undefined;
}

function refusalOfAssertion(
  form: URLSearchParams,
  issuer: string,
  judge: AssertionJudge | undefined,
): Fault | undefined {
  const verdict = judge?.(form, issuer) ?? { ok: false, status: 401, description: UNKNOWN };
  return verdict.ok ? undefined : oauthError(verdict.status, 'invalid_client', verdict.description);
}

function refusalOfSecret(
  form: URLSearchParams,
  authorization: string | undefined,
  client: ClientScript,
): Fault | undefined {
  const basic = readBasic(authorization);
  const id = form.get('client_id') ?? basic?.id;
  const secret = form.get('client_secret') ?? basic?.secret;
  if (id === undefined) return oauthError(400, 'invalid_client', 'Missing client_id parameter');
  if (id !== client.id || client.off === 'client')
    return oauthError(401, 'invalid_client', UNKNOWN);
  const method = form.has('client_secret') ? 'client_secret_post' : 'client_secret_basic';
  if (secret !== undefined && method !== (client.secretMethod ?? method))
    return oauthError(401, 'unauthorized_client', wrongMethod(client.secretMethod));
  return secret !== client.secret || client.trusts !== undefined
    ? oauthError(401, 'unauthorized_client', UNKNOWN)
    : undefined;
}

function wrongMethod(required: string | undefined): string {
  return (
    'Invalid method used to get client secret. ' +
    `Client requires method '${required}' to obtain client secret from the request`
  );
}

/** ID and secret, each form-urlencoded before they are joined (RFC 6749, 2.3.1). */
function readBasic(header = ''): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^Basic (\S+)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const [id, secret] = Buffer.from(encoded, 'base64').toString().split(':').map(formDecode);
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

function formDecode(value: string): string {
  return new URLSearchParams(`v=${value.replaceAll('&', '%26')}`).get('v') ?? '';
}

function refusalOfAccount({ id, off }: ClientScript): Fault | undefined {
  if (off === 'service-account')
    return oauthError(401, 'unauthorized_client', 'Client not enabled to retrieve service account');
  if (off === 'user')
    return oauthError(401, 'invalid_request', `User 'service-account-${id}' disabled`);
  return undefined;
}
