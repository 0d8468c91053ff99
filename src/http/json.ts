/** JSON from the wire. */
import type { NotJson } from '../model/request-problem.ts';

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

export function kindOfText(text: string): NotJson {
  const start = text.trimStart().charAt(0);
  if (start === '') return 'empty';
  if (start === '<') return 'web-page';
  return (start === '{' || start === '[') && isBrokenOff(text) ? 'broken-off' : 'other';
}

/** Whether a string or a bracket is still open at the end. */
function isBrokenOff(text: string): boolean {
  let open = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') isInString = !isInString;
    else if (isInString) index += character === '\\' ? 1 : 0;
    else if (character === '{' || character === '[') open += 1;
    else if (character === '}' || character === ']') open -= 1;
  }
  return isInString || open > 0;
}
