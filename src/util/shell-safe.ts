/**
 * Outputs that stay text wherever they are pasted. Users write `run: echo "${{
 * steps.wait.outputs.reason }}"`, and the runner substitutes the text before a shell reads it, so
 * an output must not contain anything that a shell acts on.
 */

/**
 * What bash, sh or PowerShell may act on, or what ends a line; PowerShell reads U+2018 to U+201F as
 * quotes.
 */
const ACTIVE = /[`$'"\\\p{Cc}\p{Zl}\p{Zp}\u2018-\u201f]/gu;

/** Text from outside: every active character becomes `?`. */
export function shellSafeText(text: string): string {
  return text.toWellFormed().replace(ACTIVE, '?');
}

/** Our own sentence: removes the marks around names and quotations, then applies `shellSafeText`. */
export function shellSafeSentence(sentence: string): string {
  return shellSafeText(sentence.replace(/`([^`]*)`/g, '$1').replace(/"([^"]*)"/g, '$1'));
}

/** A character of a JSON string that stands for itself; any other is escaped. */
const PLAIN = /[A-Za-z0-9 ._:~/@+,=-]/;

/**
 * JSON whose strings hold only plain characters and `\u` escapes: a JSON reader sees the original,
 * a shell sees nothing.
 */
export function shellSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (literal) => {
    const text = JSON.parse(literal) as string;
    return `"${Array.from(text, escapeCharacter).join('')}"`;
  });
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const isForeign = code > 0x9f && !/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2018-\u201f]/u.test(character);
  if (isForeign || PLAIN.test(character)) return character;
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
