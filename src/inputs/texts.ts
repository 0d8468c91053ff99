/** What goes wrong with texts that come from expressions, other steps and the clipboard. */

/** What several languages print if there is no value. */
export function isNothing(text: string): boolean {
  return /^(null|undefined|None|nil|NaN)$/.test(text);
}

export const NO_VALUE =
  'is the word for no value in some language: the step before gave no value, so check its output';

/** Names the first character that is not printable ASCII; the text itself may be a secret. */
export function oddCharacterIn(text: string): string {
  const odd = Array.from(text).find((character) => /[^\x21-\x7e]/.test(character)) ?? ' ';
  if (odd === ' ') return 'a space';
  if (odd === '\n' || odd === '\r') return 'a line break';
  const code = odd.codePointAt(0) ?? 0;
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
