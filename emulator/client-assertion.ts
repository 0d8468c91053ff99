/**
 * Judges ID tokens as client assertions (RFC 7523), in the order and the words of Keycloak 26 for a
 * client with the authenticator `federated-jwt`.
 */
import { type KeyObject, verify } from 'node:crypto';
import { jwtDecode } from 'jwt-decode';

/** Which ID tokens identify the client: Keycloak's identity provider and client in one. */
export interface TrustScript {
  readonly issuer: string;
  readonly subject: string;
  /** The issuer's public key; Keycloak reads it from the provider's JWKS URL. */
  readonly publicKey: KeyObject;
  /** The provider's `allowedClockSkew`, in seconds; 0 if left out, as in Keycloak. */
  readonly allowedClockSkew?: number;
}

type AssertionVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: 400 | 401; readonly description: string };

export type AssertionJudge = (form: URLSearchParams, audience: string) => AssertionVerdict;

/** What Keycloak says about a wrong secret, and also about a wrong subject, issuer or signature. */
export const UNKNOWN = 'Invalid client or Invalid client credentials';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How long Keycloak accepts an assertion after it was issued, in seconds. */
const LONGEST_AGE = 300;

interface Claims {
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string | readonly string[];
  readonly jti?: string;
  readonly iat?: number;
  readonly exp?: number;
}

/** @param wallMs Keycloak's clock, in milliseconds since the Unix epoch. */
export function createAssertionJudge(trust: TrustScript, wallMs: () => number): AssertionJudge {
  const used = new Set<string>();
  return (form, audience) => {
    const assertion = form.get('client_assertion') ?? '';
    const claims = decode(assertion);
    if (form.get('client_assertion_type') !== ASSERTION_TYPE) return refused(401, UNKNOWN);
    if (claims?.iss !== trust.issuer || claims.sub !== trust.subject) return refused(401, UNKNOWN);
    const clientId = form.get('client_id');
    if (clientId !== null && clientId !== claims.sub)
      return refused(400, 'client_id parameter does not match sub claim');
    if (!isSigned(assertion, trust.publicKey)) return refused(401, UNKNOWN);
    const audiences = [claims.aud ?? []].flat();
    if (!audiences.includes(audience)) return refused(400, 'Invalid token audience');
    if (audiences.length > 1) return refused(400, 'Multiple audiences not allowed');
    const problem = activity(claims, Math.floor(wallMs() / 1000), trust.allowedClockSkew ?? 0);
    if (problem !== undefined) return refused(400, problem);
    if (claims.jti === undefined) return refused(400, 'Token jti claim is required');
    if (used.has(claims.jti)) return refused(400, 'Token reuse detected');
    used.add(claims.jti);
    return { ok: true };
  };
}

function refused(status: 400 | 401, description: string): AssertionVerdict {
  return { ok: false, status, description };
}

function decode(assertion: string): Claims | undefined {
  try {
    return jwtDecode<Claims>(assertion);
  } catch {
    return undefined;
  }
}

function isSigned(assertion: string, publicKey: KeyObject): boolean {
  const [header = '', payload = '', signature = ''] = assertion.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  return verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'));
}

/** @returns what is wrong with the times in the token, all in seconds; undefined if nothing is. */
function activity({ exp, iat }: Claims, now: number, skew: number): string | undefined {
  if (exp === undefined) return 'Token exp claim is required';
  if (exp + skew <= now) return 'Token is not active';
  if (iat === undefined) return undefined;
  if (iat - skew > now) return 'Token was issued in the future';
  if (now > iat + LONGEST_AGE) return 'Token was issued too far in the past to be used now';
  return undefined;
}
