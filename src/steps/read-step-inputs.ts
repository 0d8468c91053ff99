/** Reads the inputs of a step: no secret can be printed afterwards, and every problem is explained. */
import type { CredentialSettings } from '../credentials/create-credential.ts';
import type { IdTokenEndpoint } from '../credentials/github-id-token.ts';
import { explainProblems, type InputName, type Inputs, secretsIn } from '../inputs/input-reader.ts';
import type { Uses } from './runtime.ts';

/** @param read reads the inputs of this step's action. */
export async function readStepInputs<Settings extends { readonly credential: CredentialSettings }>(
  { workflow, idTokens, whyCredentialIsMissing }: InputSources,
  read: (
    get: (name: InputName) => string,
    idTokens: IdTokenEndpoint | undefined,
  ) => Inputs<Settings>,
): Promise<Inputs<Settings>> {
  const get = (name: InputName) => workflow.input(name);
  for (const secret of secretsIn(get)) workflow.mask(secret);
  const inputs = read(get, idTokens);
  if (!inputs.ok)
    return { ok: false, problems: await explainProblems(inputs.problems, whyCredentialIsMissing) };
  const { credential } = inputs.settings;
  if (credential.kind === 'oidc') workflow.mask(credential.endpoint.requestToken);
  return inputs;
}

type InputSources = Uses<'workflow' | 'idTokens' | 'whyCredentialIsMissing'>;
