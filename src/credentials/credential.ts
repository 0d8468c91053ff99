/**
 * Where the bearer token comes from: the workflow gives it, or this action requests and renews it.
 */
import { jwtDecode } from 'jwt-decode';
import { type Failed, type Interrupted, type Refused, refusedByApi } from '../model/api-result.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { Clock } from '../polling/clock.ts';
import { withoutSecrets } from './redact.ts';

export interface Token {
  readonly kind: 'token';
  readonly value: string;
  /**
   * When it was received, a monotonic instant in milliseconds; -Infinity for one from the workflow.
   */
  readonly issuedMs: number;
}

export type TokenResult = Token | Failed | Refused | Interrupted;

export interface Credential {
  /**
   * Returns a token for one request.
   * @param refused a token that the API has just refused, so that another one is needed.
   */
  token(call: CallOptions, refused?: Token): Promise<TokenResult>;
  /**
   * What a 401 means when no token can be renewed; undefined if this credential renews its tokens.
   * @param message what the API said, printable.
   */
  readonly finalRefusal: ((message: string | undefined) => Refused) | undefined;
  /** @returns the text without any secret that this credential holds. */
  redact(text: string): string;
}

/** The credential for an access token that someone else requested. */
export function staticCredential(value: string, clock: Clock): Credential {
  return {
    token: () => Promise.resolve({ kind: 'token', value, issuedMs: -Infinity }),
    finalRefusal(message) {
      const endMs = expiryOf(value);
      const expiredAtMs = endMs !== undefined && endMs <= clock.wallMs() ? endMs : undefined;
      return refusedByApi({ type: 'token-refused', message, expiredAtMs });
    },
    redact: (text) => withoutSecrets(text, [value]),
  };
}

/**
 * When a token that is a JWT says that it expires. It is not verified, so it is for advice only.
 * @returns milliseconds since the epoch; undefined for any other token.
 */
export function expiryOf(token: string): number | undefined {
  try {
    const { exp } = jwtDecode(token);
    if (typeof exp !== 'number' || Number.isNaN(new Date(exp * 1000).getTime())) return undefined;
    return exp * 1000;
  } catch {
    return undefined;
  }
}
