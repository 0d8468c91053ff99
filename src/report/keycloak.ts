/** What to do if Keycloak refused the client or its ID token. */
import type { RefusalCause } from '../model/refusal-cause.ts';

/** @param said what the token endpoint said. */
export function adviceOnClient(status: number, said: string): string {
  return adviceOnKeycloak(status, said) ?? 'check `client-id`, `client-secret` and `token-url`';
}

type IdTokenRefusal = RefusalCause & { readonly type: 'id-token-refused' };

/** Never shortened, because both must be configured in Keycloak. */
export function claimsOf({ subject, issuer }: IdTokenRefusal): string {
  const [sub, iss] = [subject, issuer].map((text) => (text === undefined ? 'none' : `"${text}"`));
  return `the \`sub\` ${sub} and the \`iss\` ${iss}`;
}

export function adviceOnIdToken(status: number, said: string): string {
  return (
    adviceOnKeycloak(status, said) ??
    (status === 401
      ? 'set `jwt.credential.sub` of the client in Keycloak to this `sub`, ' +
        'and the issuer of its identity provider to this `iss`'
      : 'check the client and its identity provider in Keycloak')
  );
}

/**
 * Keycloak's texts were measured with 26.7.3; some name a setting of the client, not a wrong input.
 */
function adviceOnKeycloak(status: number, said: string): string | undefined {
  if (/service account/i.test(said)) return 'turn on service accounts for this client in Keycloak';
  if (/user.*disabled|disabled.user/i.test(said))
    return 'enable the service account user of this client in Keycloak';
  if (/client_secret_/i.test(said))
    return 'allow `client_secret_basic` or `client_secret_post` for this client in Keycloak';
  if (status === 403)
    return 'check that the realm is enabled, and that `token-url` starts with https';
  return undefined;
}
