/** The credential: exactly one of a token, or a client's ID and secret. */
import { readTokenUrl } from './addresses.ts';
import type { InputReader } from './problems.ts';
import type { CredentialSettings, InputName } from './settings.ts';

const CHECK_SECRET = 'check that the secret exists under that name and that this job may read it';

export function readCredential(inputs: InputReader): CredentialSettings {
  const { value, report } = inputs;
  const missing = (input: InputName, text: string) => report(input, text, 'missing-credential');
  const [token, clientId, clientSecret] = [
    value('token'),
    value('client-id'),
    value('client-secret'),
  ];
  const isClient = clientId !== '' || clientSecret !== '';
  if (token !== '') {
    checkToken(token, inputs);
    if (isClient) {
      report('token', 'cannot be combined with `client-id` and `client-secret`: remove one kind');
      if (value('token-url') !== '') readTokenUrl(inputs);
    } else if (value('token-url') !== '')
      report('token-url', 'has no effect with `token`: remove it');
    return { kind: 'token', token };
  }
  if (!isClient) {
    if (value('token-url') !== '') readTokenUrl(inputs);
    missing(
      'token',
      `is empty: set \`token\`, or both \`client-id\` and \`client-secret\`; ${CHECK_SECRET}`,
    );
    return { kind: 'token', token };
  }
  if (clientSecret === '')
    missing('client-secret', `is empty: set it from a secret; ${CHECK_SECRET}`);
  if (clientId === '')
    missing(
      'client-id',
      'is empty: set it to the ID of the client that `client-secret` belongs to',
    );
  return { kind: 'client', clientId, clientSecret, tokenUrl: readTokenUrl(inputs) };
}

function checkToken(token: string, { report }: InputReader): void {
  if (/^bearer(\s|$)/i.test(token)) report('token', 'starts with "Bearer": remove that prefix');
  else if (/[^\x21-\x7e]/.test(token))
    report('token', 'has a space, a line break or a character that no token has: check the secret');
}
