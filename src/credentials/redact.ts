/** Removes secrets from text, because a server may echo them. */

/** Anything shorter is no secret; replacing it would garble the text. */
const SHORTEST_SECRET = 8;

/**
 * @returns the text with `***` in place of each secret, including where it is encoded for a form or
 * a URL.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .flatMap(encodedForms)
    .reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}

function encodedForms(secret: string): readonly string[] {
  const asForm = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, asForm, encodeURIComponent(secret.toWellFormed())];
}
