/**
 * Client credentials (the OAuth 2.0 grant of RFC 6749, 4.4) at Binarly's Keycloak (docs.binarly.io,
 * get-m2m-token). Its tokens live 30 minutes and many scans take longer, so tokens are renewed.
 */
import type { Http } from '../http/http.ts';
import type { Clock } from '../util/clock.ts';
import type { PollLimits } from './answer.ts';
import type { Credential, Token, TokenAnswer } from './credential.ts';
import { withoutSecrets } from './redact.ts';
import { answerOfTokenEndpoint, type Grant } from './token-endpoint.ts';

export interface ClientCredentials {
  readonly clientId: string;
  /** A secret. */
  readonly clientSecret: string;
  readonly tokenUrl: string;
}

export interface ClientCredentialDependencies {
  readonly http: Http;
  readonly clock: Clock;
  /** Called with each token before anything else can see it. */
  readonly mask: (token: string) => void;
}

/**
 * A token is replaced a tenth of its life before its end, but no earlier than this, in
 * milliseconds.
 */
const LONGEST_LEAD_MS = 60_000;
/** A token is a few kilobytes. */
const MAX_TOKEN_BYTES = 1024 * 1024;

interface CurrentToken extends Token {
  readonly renewAtMs: number;
  readonly endsMs: number;
}

/**
 * Requests tokens and uses each until shortly before its end. Concurrent callers share one request.
 */
export function clientCredential(
  client: ClientCredentials,
  { http, clock, mask }: ClientCredentialDependencies,
): Credential {
  let current: CurrentToken | undefined;
  /** The token before: an answer that is still on its way may echo it. */
  let previous = '';
  let underway: Promise<TokenAnswer> | undefined;
  /** Whether the client is restricted to HTTP Basic: Keycloak said so once. */
  let useBasic = false;

  function redact(text: string): string {
    const tokens = [current?.value ?? '', previous];
    return withoutSecrets(text, [client.clientSecret, basicCredentials(client), ...tokens]);
  }

  async function request(limits: PollLimits): Promise<TokenAnswer> {
    // A token's life counts from before the request, so that it ends early rather than late.
    const askedMs = clock.monotonicMs();
    const reply = await http({
      url: client.tokenUrl,
      ...tokenRequest(client, useBasic),
      maxBytes: MAX_TOKEN_BYTES,
      ...limits,
    });
    const answer = answerOfTokenEndpoint(reply, { redact, hasSucceeded: current !== undefined });
    if (answer.kind === 'wants-basic' && !useBasic) {
      useBasic = true;
      return request(limits);
    }
    if (answer.kind === 'wants-basic') return answer.refused;
    return answer.kind === 'grant' ? accept(answer, askedMs) : answer;
  }

  function accept({ token, lifetimeMs }: Grant, askedMs: number): Token {
    mask(token);
    previous = current?.value ?? '';
    const endsMs = askedMs + lifetimeMs;
    const renewAtMs = endsMs - Math.min(lifetimeMs / 10, LONGEST_LEAD_MS);
    current = { kind: 'token', value: token, issuedMs: clock.monotonicMs(), renewAtMs, endsMs };
    return current;
  }

  /**
   * A renewal that fails while the current token is valid does not fail the poll: the next poll
   * tries again.
   */
  async function renew(limits: PollLimits, valid: CurrentToken | undefined): Promise<TokenAnswer> {
    underway ??= request(limits).finally(() => {
      underway = undefined;
    });
    const answer = await underway;
    if (answer.kind === 'token' || answer.kind === 'interrupted') return answer;
    return valid !== undefined && clock.monotonicMs() < valid.endsMs ? valid : answer;
  }

  return {
    token(limits, refused) {
      const usable = current?.value === refused?.value ? undefined : current;
      if (usable !== undefined && clock.monotonicMs() < usable.renewAtMs)
        return Promise.resolve(usable);
      return renew(limits, usable);
    },
    finalRefusal: undefined,
    redact,
  };
}

/**
 * The client in the form, or by HTTP Basic with both parts form-urlencoded first (RFC 6749, 2.3.1).
 */
function tokenRequest(client: ClientCredentials, useBasic: boolean) {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  if (useBasic) {
    headers['authorization'] = `Basic ${basicCredentials(client)}`;
  } else {
    form.set('client_id', client.clientId);
    form.set('client_secret', client.clientSecret);
  }
  return { headers, body: form.toString() };
}

/** A secret. */
function basicCredentials({ clientId, clientSecret }: ClientCredentials): string {
  const pair = [clientId, clientSecret].map((part) => new URLSearchParams({ '': part }));
  const encoded = pair.map((part) => part.toString().slice(1)).join(':');
  return Buffer.from(encoded).toString('base64');
}
