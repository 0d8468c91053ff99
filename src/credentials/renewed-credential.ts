/**
 * Access tokens that are renewed while waiting: Binarly's live 30 minutes, and many scans take
 * longer.
 */

import type { Failed, Interrupted, Refused } from '../model/answer.ts';
import type { Clock } from '../polling/clock.ts';
import type { PollLimits } from '../polling/limits.ts';
import type { Credential, Token, TokenAnswer } from './credential.ts';
import { withoutSecrets } from './redact.ts';
import type { Grant, TokenEndpointState } from './token-endpoint.ts';

/** Where access tokens come from. */
export interface TokenSource {
  /** Requests one. */
  request(limits: PollLimits, state: TokenEndpointState): Promise<GrantAnswer>;
  /** Every secret that it sends or has just sent. */
  secrets(): readonly string[];
}

export type GrantAnswer = Grant | Failed | Refused | Interrupted;

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
  let underway: Promise<TokenAnswer> | undefined;

  function redact(text: string): string {
    return withoutSecrets(text, [...source.secrets(), current?.value ?? '', previous]);
  }

  async function request(limits: PollLimits): Promise<TokenAnswer> {
    // A token's life counts from before the request, so that it ends early rather than late.
    const askedMs = clock.monotonicMs();
    const answer = await source.request(limits, { redact, hasSucceeded: current !== undefined });
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
