/**
 * Access tokens without a stored secret: an ID token takes the secret's place, as a client
 * assertion (RFC 7523, 2.2; Keycloak calls it federated client authentication).
 */
import type { Http } from '../http/http.ts';
import type { Failed, Interrupted } from '../model/api-result.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { Credential } from './credential.ts';
import {
  type GrantResult,
  type RenewalDependencies,
  renewedCredential,
} from './renewed-credential.ts';
import { formRequest, resultOfTokenEndpoint, type TokenEndpointState } from './token-endpoint.ts';

export interface IdToken {
  readonly kind: 'id-token';
  /** A secret. */
  readonly value: string;
  /** The claim `sub`, printable; undefined if there is none. */
  readonly subject: string | undefined;
  /** The claim `iss`, printable; undefined if there is none. */
  readonly issuer: string | undefined;
}

/** Whoever issues ID tokens for this job. */
export interface IdTokenIssuer {
  request(audience: string, call: CallOptions): Promise<IdToken | Failed | Interrupted>;
  /** What a request for an ID token is authorized with. */
  readonly secrets: readonly string[];
}

export interface IdTokenCredentials {
  readonly tokenUrl: string;
  /** The audience of the ID tokens: exactly the issuer of the Keycloak realm. */
  readonly audience: string;
}

export interface IdTokenCredentialDependencies extends RenewalDependencies {
  readonly http: Http;
  readonly issuer: IdTokenIssuer;
}

/**
 * Requests access tokens with ID tokens. Keycloak accepts each only once, so every request gets its
 * own.
 */
export function idTokenCredential(
  { tokenUrl, audience }: IdTokenCredentials,
  dependencies: IdTokenCredentialDependencies,
): Credential {
  const { http, issuer, mask } = dependencies;
  /** The ID token sent last: the server may echo it. */
  let sent = '';

  async function request(call: CallOptions, state: TokenEndpointState): Promise<GrantResult> {
    const idToken = await issuer.request(audience, call);
    if (idToken.kind !== 'id-token') return idToken;
    mask(idToken.value);
    sent = idToken.value;
    const reply = await http({ ...formRequest(tokenUrl, assertion(idToken)), ...call });
    const result = resultOfTokenEndpoint(reply, state);
    const refusable = result.kind === 'wants-basic' ? result.refused : result;
    return explained(refusable, { ...idToken, audience }, state);
  }

  const secrets = () => [...issuer.secrets, sent];
  return renewedCredential({ request, secrets }, dependencies);
}

/** No `client_id`: Keycloak finds the client by the token's subject, and refuses any other ID. */
function assertion({ value }: IdToken) {
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: value,
  };
}

interface Sent extends Pick<IdToken, 'subject' | 'issuer'> {
  readonly audience: string;
}

/** Tells Keycloak's refusals apart; their texts were measured with 26.7.3. */
function explained(result: GrantResult, sent: Sent, state: TokenEndpointState): GrantResult {
  if (result.kind !== 'refused' || result.cause.type !== 'client-refused') return result;
  const { status, said } = result.cause;
  const { subject, issuer, audience } = sent;
  // Another ID token helps if Keycloak's clock is behind, or if it has seen this one before. A 401
  // after a success cannot be about `sub` or `iss`, because they have not changed: most likely
  // Keycloak cannot load GitHub's keys right now.
  const passes = /issued in the future|token reuse detected/i.test(said);
  if (passes || (status === 401 && state.hasSucceeded)) {
    const cause = { type: 'http-status', status, message: said } as const;
    return { kind: 'failed', endpoint: 'token', cause, reached: 'unclear' };
  }
  const cause = /audience/i.test(said)
    ? ({ type: 'audience-refused', status, said, audience } as const)
    : ({ type: 'id-token-refused', status, said, subject, issuer } as const);
  return { ...result, cause };
}
