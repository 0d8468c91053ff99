/**
 * The addresses that a credential is sent to, `api-url` and `token-url`, and what is derived from
 * them.
 */

import type { InputName, InputReader } from './input-reader.ts';
import { isNoValue, noValueProblem } from './words.ts';

const API_URL_EXAMPLE = 'write it like https://dashboard-acme.binarly.cloud';

/**
 * Reads `api-url`. A trailing slash or `/api/v4` is accepted, because Binarly's own examples have
 * both; so is the path prefix of a platform on premises.
 * @returns the address before `/api/v4`, without a trailing slash; empty if it is invalid.
 */
export function readApiUrl(inputs: InputReader): string {
  const { value, report } = inputs;
  const text = value('api-url');
  if (text === '') {
    report('api-url', `is empty: set it to the address of your tenant, for example ${TENANT}`);
    return '';
  }
  const url = readAddress(inputs, 'api-url', text, API_URL_EXAMPLE);
  if (url === undefined) return '';
  const prefix = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/api\/v4$/, '')
    .replace(/\/+$/, '');
  if (url.search !== '' || url.hash !== '')
    report('api-url', `must not have a query or a fragment: ${API_URL_EXAMPLE}`);
  if (prefix !== '' && isBinarlyCloud(url.hostname))
    report('api-url', `must not have a path after the host name: ${API_URL_EXAMPLE}`);
  return url.origin + prefix;
}

const TENANT = 'https://dashboard-acme.binarly.cloud';

function isBinarlyCloud(hostname: string): boolean {
  return hostname === 'binarly.cloud' || hostname.endsWith('.binarly.cloud');
}

/** Where Keycloak has the token endpoint of every realm, after the realm's issuer. */
const ENDPOINT_PATH = '/protocol/openid-connect/token';

/** Keycloak's path, the same for every tenant (docs.binarly.io, get-m2m-token). */
const TOKEN_PATH = `/realms/BinarlyRealm${ENDPOINT_PATH}`;

/**
 * Reads `token-url`; without it, derives the token endpoint from a dashboard on Binarly's cloud.
 * @returns the address; empty if it is invalid.
 */
export function readTokenUrl(inputs: InputReader): string {
  const { value, report } = inputs;
  const example = `write it like https://auth-acme.binarly.cloud${TOKEN_PATH}`;
  const given = value('token-url');
  if (given !== '') return readAddress(inputs, 'token-url', given, example)?.href ?? '';
  const apiUrl = value('api-url');
  const host = URL.canParse(apiUrl) ? new URL(apiUrl).host : '';
  // dashboard-{slug}.binarly.cloud, where the slug may have dots, or the older
  // dashboard.{id}.binarly.cloud.
  const [, rest] = /^dashboard([-.][a-z0-9.-]+\.binarly\.cloud)$/.exec(host) ?? [];
  if (rest !== undefined) return `https://auth${rest}${TOKEN_PATH}`;
  if (host !== '')
    report('token-url', `is empty and cannot be derived from this \`api-url\`: ${example}`);
  return '';
}

/**
 * Reads `oidc-audience`; without it, uses the issuer of the realm that `token-url` is in.
 * @param tokenUrl empty if it is invalid.
 * @returns empty if it is invalid.
 */
export function readAudience({ value, report }: InputReader, tokenUrl: string): string {
  const given = value('oidc-audience');
  const example = 'set it to the issuer of the Keycloak realm';
  if (/[\p{Cc}\p{Cs}]/u.test(given)) report('oidc-audience', `has a control character: ${example}`);
  if (given !== '') return given;
  if (tokenUrl.endsWith(ENDPOINT_PATH)) return tokenUrl.slice(0, -ENDPOINT_PATH.length);
  if (tokenUrl !== '')
    report('oidc-audience', `is empty and cannot be derived from this \`token-url\`: ${example}`);
  return '';
}

/** Checks an address that a secret is sent to; plain http is allowed for this machine only. */
function readAddress(
  { report }: InputReader,
  input: InputName,
  text: string,
  example: string,
): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol)) {
    // Not quoted: a malformed address may contain a credential.
    report(input, isNoValue(text) ? noValueProblem(text) : `is not an https address: ${example}`);
    return undefined;
  }
  if (url.username !== '' || url.password !== '')
    report(
      input,
      'has a user name or password: remove it, because the credential has its own inputs',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    report(input, 'would send a credential unencrypted over http: use https');
  return url;
}

/** The hosts for which @actions/http-client bypasses the proxy. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
