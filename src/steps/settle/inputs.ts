/** The settle action's inputs. Those that the waiting action also has are read the same way. */

import type { IdTokenEndpoint } from '../../credentials/github-id-token.ts';
import { readApiUrl } from '../../inputs/addresses.ts';
import { readCredential } from '../../inputs/credential.ts';
import { readProduct } from '../../inputs/ids.ts';
import { readPolicy } from '../../inputs/policy.ts';
import { createInputReader, type Problem } from '../../inputs/problems.ts';
import type { Policy } from '../../model/policy.ts';
import { readGitHubToken, readStatusContext } from '../wait/deferral-inputs.ts';
import type { CredentialSettings, InputName } from '../wait/settings.ts';

export interface SettleSettings {
  /** The address before `/api/v4`. */
  readonly apiUrl: string;
  readonly credential: CredentialSettings;
  /** The product's ID or its exact name. */
  readonly product: string;
  readonly githubToken: string;
  /** The name of the commit statuses. */
  readonly context: string;
  /** Undefined: only the step's own policy counts. */
  readonly policy: Policy | undefined;
  /** Undefined: the default branch. */
  readonly branches: readonly string[] | undefined;
}

/** Every input, as in settle/action.yml. */
export const SETTLE_INPUTS = [
  'api-url',
  'token',
  'client-id',
  'client-secret',
  'oidc',
  'oidc-audience',
  'token-url',
  'product',
  'github-token',
  'status-context',
  'fail-on-severity',
  'fail-on-kev',
  'fail-on-status',
  'branches',
] as const;

export type SettleInputs =
  | { readonly ok: true; readonly settings: SettleSettings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param idTokens where the job requests ID tokens; undefined if it may not.
 */
export function readSettleInputs(
  get: (name: InputName | 'branches') => string,
  idTokens: IdTokenEndpoint | undefined,
): SettleInputs {
  const inputs = createInputReader(get);
  const names = get('branches')
    .split(/[,\r\n]/)
    .map((name) => name.trim());
  const given = [...new Set(names.filter((name) => name !== ''))];
  const settings: SettleSettings = {
    apiUrl: readApiUrl(inputs),
    credential: readCredential(inputs, idTokens),
    product: readProduct(inputs).text,
    githubToken: readGitHubToken(inputs),
    context: readStatusContext(inputs),
    policy: readPolicy(inputs, undefined),
    branches: given.length === 0 ? undefined : given,
  };
  const { problems } = inputs;
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}
