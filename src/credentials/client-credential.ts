/**
 * Client credentials (the OAuth 2.0 grant of RFC 6749, 4.4) at Binarly's Keycloak (docs.binarly.io,
 * get-m2m-token).
 */
import type { Http } from '../http/http.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { Credential } from './credential.ts';
import {
  type GrantResult,
  type RenewalDependencies,
  renewedCredential,
} from './renewed-credential.ts';
import { formRequest, resultOfTokenEndpoint, type TokenEndpointState } from './token-endpoint.ts';

export interface ClientCredentials {
  readonly clientId: string;
  /** A secret. */
  readonly clientSecret: string;
  readonly tokenUrl: string;
}

export interface ClientCredentialDependencies extends RenewalDependencies {
  readonly http: Http;
}

/** Requests access tokens with the client's secret. */
export function clientCredential(
  client: ClientCredentials,
  dependencies: ClientCredentialDependencies,
): Credential {
  /** Whether the client is restricted to HTTP Basic: Keycloak said so once. */
  let useBasic = false;

  async function request(call: CallOptions, state: TokenEndpointState): Promise<GrantResult> {
    const reply = await dependencies.http({ ...tokenRequest(client, useBasic), ...call });
    const result = resultOfTokenEndpoint(reply, state);
    if (result.kind !== 'wants-basic') return result;
    if (useBasic) return result.refused;
    useBasic = true;
    return request(call, state);
  }

  const secrets = () => [client.clientSecret, basicCredentials(client)];
  return renewedCredential({ request, secrets }, dependencies);
}

/**
 * The client in the form, or by HTTP Basic with both parts form-urlencoded first (RFC 6749, 2.3.1).
 */
function tokenRequest(client: ClientCredentials, useBasic: boolean) {
  const { clientId, clientSecret, tokenUrl } = client;
  return useBasic
    ? formRequest(tokenUrl, {}, `Basic ${basicCredentials(client)}`)
    : formRequest(tokenUrl, { client_id: clientId, client_secret: clientSecret });
}

/** A secret. */
function basicCredentials({ clientId, clientSecret }: ClientCredentials): string {
  const pair = [clientId, clientSecret].map((part) => new URLSearchParams({ '': part }));
  const encoded = pair.map((part) => part.toString().slice(1)).join(':');
  return Buffer.from(encoded).toString('base64');
}
