/**
 * Access tokens that are renewed while waiting: Binarly's live 30 minutes, and many scans take
 * longer.
 */

import type { Failed, Interrupted, Refused } from '../model/api-result.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { Clock } from '../polling/clock.ts';
import type { Credential, Token, TokenResult } from './credential.ts';
import { withoutSecrets } from './redact.ts';
import type { Grant, TokenEndpointState } from './token-endpoint.ts';

/** Where access tokens come from. */
export interface TokenSource {
  /** Requests one. */
  request(call: CallOptions, state: TokenEndpointState): Promise<GrantResult>;
  /** Every secret that it sends or has just sent. */
  secrets(): readonly string[];
}

export type GrantResult = Grant | Failed | Refused | Interrupted;

export interface RenewalDependencies {
  readonly clock: Clock;
  /** Called with each token before anything else can see it. */
  readonly mask: (token: string) => void;
}

/**
 * A token is replaced a tenth of its life before its end, but no earlier than this, in
 * milliseconds.
 */
const LONGEST_LEAD_MS = 60_000;

interface CurrentToken extends Token {
  readonly renewAtMs: number;
  readonly endsMs: number;
}

/** Uses each token until shortly before its end. Concurrent callers share one request. */
export function renewedCredential(
  source: TokenSource,
  { clock, mask }: RenewalDependencies,
): Credential {
  let current: CurrentToken | undefined;
  /** The previous token: a response that is still on its way may echo it. */
  let previous = '';
  let underway: Promise<TokenResult> | undefined;

  function redact(text: string): string {
    return withoutSecrets(text, [...source.secrets(), current?.value ?? '', previous]);
  }

  async function request(call: CallOptions): Promise<TokenResult> {
    // A token's life counts from before the request, so that it ends early rather than late.
    const askedMs = clock.monotonicMs();
    const result = await source.request(call, { redact, hasSucceeded: current !== undefined });
    return result.kind === 'grant' ? accept(result, askedMs) : result;
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
  async function renew(call: CallOptions, valid: CurrentToken | undefined): Promise<TokenResult> {
    underway ??= request(call).finally(() => {
      underway = undefined;
    });
    const result = await underway;
    if (result.kind === 'token' || result.kind === 'interrupted') return result;
    return valid !== undefined && clock.monotonicMs() < valid.endsMs ? valid : result;
  }

  return {
    token(call, refused) {
      const usable = current?.value === refused?.value ? undefined : current;
      if (usable !== undefined && clock.monotonicMs() < usable.renewAtMs)
        return Promise.resolve(usable);
      return renew(call, usable);
    },
    finalRefusal: undefined,
    redact,
  };
}
