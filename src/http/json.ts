/** JSON from the wire. */
import type { NotJson } from '../model/answer.ts';

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

/** What a text that is not JSON looks like, for a sentence about it. */
export function looksLike(text: string): NotJson {
  const start = text.trimStart();
  if (start === '') return 'nothing';
  if (start.startsWith('<')) return 'web page';
  return start.startsWith('{') || start.startsWith('[') ? 'broken JSON' : 'text';
}
