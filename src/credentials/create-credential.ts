/** The credential that the inputs name. */
import type { Http } from '../http/http.ts';
import type { Clock } from '../polling/clock.ts';
import { type ClientCredentials, clientCredential } from './client-credential.ts';
import { type Credential, staticCredential } from './credential.ts';
import { type IdTokenEndpoint, idTokenIssuer } from './github-id-token.ts';
import { type IdTokenCredentials, idTokenCredential } from './id-token-credential.ts';

export type CredentialSettings =
  | { readonly kind: 'token'; readonly token: string }
  | ({ readonly kind: 'client' } & ClientCredentials)
  | ({ readonly kind: 'oidc'; readonly endpoint: IdTokenEndpoint } & IdTokenCredentials);

/** @param mask called with each secret before anything else can see it. */
export function createCredential(
  settings: CredentialSettings,
  http: Http,
  clock: Clock,
  mask: (secret: string) => void,
): Credential {
  const renewal = { http, clock, mask };
  switch (settings.kind) {
    case 'token':
      return staticCredential(settings.token, clock);
    case 'client':
      return clientCredential(settings, renewal);
    case 'oidc':
      return idTokenCredential(settings, {
        ...renewal,
        issuer: idTokenIssuer(settings.endpoint, http),
      });
  }
}
