/** The inputs that every action has: the platform's address, the credential and the product. */
import type { CredentialSettings } from '../credentials/create-credential.ts';
import type { IdTokenEndpoint } from '../credentials/github-id-token.ts';
import { readApiUrl } from './addresses.ts';
import { readCredential } from './credential.ts';
import { readProduct } from './ids.ts';
import type { InputDefaults, InputReader } from './input-reader.ts';

export interface PlatformSettings {
  /** The address before `/api/v4`. */
  readonly apiUrl: string;
  readonly credential: CredentialSettings;
  /** The product's ID or its exact name. */
  readonly product: string;
}

/** The inputs with their defaults, as in each action.yml. */
export const PLATFORM_INPUTS = {
  'api-url': '',
  token: '',
  'client-id': '',
  'client-secret': '',
  oidc: 'false',
  'oidc-audience': '',
  'token-url': '',
  product: '',
} as const satisfies InputDefaults;

/** @param idTokens where the job requests ID tokens; undefined if it may not. */
export function readPlatform(
  inputs: InputReader,
  idTokens: IdTokenEndpoint | undefined,
): PlatformSettings {
  return { ...readConnection(inputs, idTokens), product: readProduct(inputs).text };
}

/** All but the product, for an action whose other inputs may name the product as well. */
export function readConnection(
  inputs: InputReader,
  idTokens: IdTokenEndpoint | undefined,
): Omit<PlatformSettings, 'product'> {
  return { apiUrl: readApiUrl(inputs), credential: readCredential(inputs, idTokens) };
}
