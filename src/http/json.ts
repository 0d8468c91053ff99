/** JSON from the wire. */

/**
 * @param redact applied to every string in the value, after parsing, so that no escape hides a
 * secret.
 * @returns the value; undefined if the text is not JSON.
 */
export function parseJson(
  text: string,
  redact: (value: string) => string,
): { readonly value: unknown } | undefined {
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? redact(value) : value);
  try {
    return { value: JSON.parse(text, clean) as unknown };
  } catch {
    return undefined;
  }
}
