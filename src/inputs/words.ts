/** How the values of inputs are compared, and what people and their expressions write by mistake. */
import { quote } from '../util/text.ts';

/**
 * What languages print for a value that is not there: jq and JavaScript, Python, Go, and GitHub's
 * expressions for `a && b` without `a`.
 */
const NO_VALUES: ReadonlySet<string> = new Set([
  'null',
  'undefined',
  'none',
  'nil',
  '<nil>',
  'nan',
  'false',
  '[object object]',
]);

/** Whether the text is what a language prints for a value that is not there. */
export function isNoValue(text: string): boolean {
  return NO_VALUES.has(text.toLowerCase());
}

/** The problem with a text that `isNoValue`. */
export function noValueProblem(text: string): string {
  return `is ${quote(text)}: the step before gave no value, so check the output it comes from`;
}

/** @returns the problem with a text in quotation marks; undefined if it is in none. */
export function quotesProblem(text: string): string | undefined {
  const [, , inside] = /^(["'`])(.+)\1$/s.exec(text) ?? [];
  return inside === undefined
    ? undefined
    : `has quotation marks around ${quote(inside)}: remove them`;
}

/** Characters that nobody sees, and white space that looks like another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** @returns the first character that nobody sees, by name; undefined if there is none. */
export function invisibleIn(text: string): string | undefined {
  const [character] = INVISIBLE.exec(text) ?? [];
  return character === undefined ? undefined : characterName(character);
}

/** The text without the characters that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, 'gu'), '');
}

/** A character in a sentence: by its code point, because a quotation would not show it. */
export function characterName(character: string): string {
  if (character === ' ') return 'a space';
  if (character === '\n' || character === '\r') return 'a line break';
  if (character === '\t') return 'a tab';
  const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `the character U+${hex}`;
}
