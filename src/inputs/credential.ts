/** The credential: exactly one of a token, a client's ID and secret, or the job's ID tokens. */

import type { CredentialSettings } from '../credentials/create-credential.ts';
import type { IdTokenEndpoint } from '../credentials/github-id-token.ts';
import { readAudience, readTokenUrl } from './addresses.ts';
import type { InputName, InputReader } from './input-reader.ts';
import { readBoolean } from './values.ts';
import { characterName, invisibleIn, isNoValue, noValueProblem } from './words.ts';

/** @param endpoint where the job requests ID tokens; undefined if it may not. */
export function readCredential(
  inputs: InputReader,
  endpoint: IdTokenEndpoint | undefined,
): CredentialSettings {
  const { value, report } = inputs;
  const usesIdTokens = readBoolean(inputs, 'oidc');
  if (!usesIdTokens && value('oidc-audience') !== '')
    report('oidc-audience', 'has no effect without `oidc`: remove it, or set `oidc` to true');
  const usesToken = value('token') !== '';
  const usesClient = value('client-id') !== '' || value('client-secret') !== '';
  if (usesIdTokens && (usesToken || usesClient))
    report(
      'oidc',
      `cannot be combined with ${usesToken ? '`token`' : CLIENT_INPUTS}: remove one or the other`,
    );
  if (usesToken && usesClient)
    report('token', `cannot be combined with ${CLIENT_INPUTS}: remove one or the other`);
  if (usesToken) return readToken(inputs, !usesClient && !usesIdTokens);
  if (usesClient) return readClient(inputs);
  if (usesIdTokens) return readIdTokens(inputs, endpoint);
  checkTokenUrl(inputs);
  reportMissing(
    inputs,
    'token',
    'is empty: set `token`, or both `client-id` and `client-secret`, or `oidc` to true; ' +
      CHECK_SECRET,
  );
  return { kind: 'token', token: '' };
}

const CLIENT_INPUTS = '`client-id` and `client-secret`';

const CHECK_SECRET = 'check that the secret exists under that name and that this job may read it';

function reportMissing({ report }: InputReader, input: InputName, text: string): void {
  report(input, text, 'missing-credential');
}

/** @param isAlone whether there is no other kind of credential that `token-url` could belong to. */
function readToken(inputs: InputReader, isAlone: boolean): CredentialSettings {
  const { value, report } = inputs;
  const token = value('token');
  const problem = problemWithToken(token);
  if (problem !== undefined) report('token', problem);
  if (!isAlone) checkTokenUrl(inputs);
  else if (value('token-url') !== '') report('token-url', 'has no effect with `token`: remove it');
  return { kind: 'token', token };
}

/**
 * What is wrong with a bearer token, without the token itself.
 * @returns undefined if nothing is.
 */
export function problemWithToken(token: string): string | undefined {
  if (isNoValue(token)) return noValueProblem(token);
  if (/^bearer(\s|$)/i.test(token)) return 'starts with "Bearer": remove that prefix';
  const [strange] = /[^\x21-\x7e]/u.exec(token) ?? [];
  return strange === undefined
    ? undefined
    : `has ${characterName(strange)}, which is invalid in a token: check the secret`;
}

/** What is wrong with the ID or the secret of a client, which may hold any visible character. */
function problemWithClient(text: string): string | undefined {
  if (isNoValue(text)) return noValueProblem(text);
  const strange = invisibleIn(text);
  return strange === undefined ? undefined : `has ${strange}, which is not visible: check it`;
}

/** Another problem must not hide a malformed `token-url`. */
function checkTokenUrl(inputs: InputReader): void {
  if (inputs.value('token-url') !== '') readTokenUrl(inputs);
}

function readClient(inputs: InputReader): CredentialSettings {
  const [clientId, clientSecret] = [inputs.value('client-id'), inputs.value('client-secret')];
  if (clientSecret === '')
    reportMissing(inputs, 'client-secret', `is empty: set it from a secret; ${CHECK_SECRET}`);
  if (clientId === '')
    reportMissing(
      inputs,
      'client-id',
      'is empty: set it to the ID of the client that `client-secret` belongs to',
    );
  for (const input of ['client-id', 'client-secret'] as const) {
    const problem = problemWithClient(inputs.value(input));
    if (problem !== undefined) inputs.report(input, problem);
  }
  return { kind: 'client', clientId, clientSecret, tokenUrl: readTokenUrl(inputs) };
}

function readIdTokens(
  inputs: InputReader,
  endpoint: IdTokenEndpoint | undefined,
): CredentialSettings {
  if (endpoint === undefined)
    reportMissing(
      inputs,
      'oidc',
      'is true, but GitHub gives this job no ID tokens: add `permissions: id-token: write` ' +
        'to the job (pull requests from forks never have it)',
    );
  const tokenUrl = readTokenUrl(inputs);
  const audience = readAudience(inputs, tokenUrl);
  return { kind: 'oidc', tokenUrl, audience, endpoint: endpoint ?? { url: '', requestToken: '' } };
}
