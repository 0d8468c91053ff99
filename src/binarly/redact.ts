/** Takes secrets out of text that a server may echo. */

/** Anything shorter is no secret; replacing it would garble the text. */
const SHORTEST_SECRET = 8;

/**
 * @returns the text with `***` for each secret, also in the forms that a form body or a URL gives
 * it.
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
