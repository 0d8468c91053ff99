/**
 * Makes text from outside (a server, the author of a workflow) safe to print, to quote and to
 * render.
 */

/** The longest quotation of such text in a log line, a reason or a table cell, in characters. */
const LONGEST_QUOTE = 200;

/**
 * Turns text into one printable line. Control characters, line separators and invisible or
 * direction-changing marks become spaces; lone surrogates become U+FFFD. `##[`, which the runner
 * takes for a command anywhere in a line, and a leading `::` are broken up.
 * @param longest the most characters (code points) kept; an ellipsis marks a cut.
 */
export function printable(text: string, longest = LONGEST_QUOTE): string {
  // Cut a megabyte of text before working on it; twice the limit leaves room for surrogate pairs.
  const start = text.slice(0, longest * 2 + 2).toWellFormed();
  const line = start
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('##[', '# #[')
    .trim()
    .replace(/^::/, ': :');
  const characters = Array.from(line);
  const cut = characters.length > longest || start.length < text.length;
  return cut ? `${characters.slice(0, longest).join('')}…` : line;
}

/** The text as a quotation in a sentence: printable, short, in double quotes. */
export function quote(text: string): string {
  return `"${printable(text, 60)}"`;
}

/** The first seven digits of a commit's SHA, as Git shows it; any other text as it is. */
export function shortSha(text: string): string {
  return /^[\da-f]{40}$/i.test(text) ? text.slice(0, 7) : text;
}

/** For example `known vulnerabilities` from `knownVulnerability`, for more than one. */
export function countable(count: number, camelCase: string): string {
  const words = camelCase.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  if (count === 1) return words;
  if (/[^aeiou]y$/.test(words)) return `${words.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`;
}

/** For example `1 commit` or `2 commits`. @param noun in the singular. */
export function amountOf(count: number, noun: string): string {
  return `${count} ${countable(count, noun)}`;
}

/** The text with a capital first letter. */
export function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * Turns text into plain Markdown for a table cell or a paragraph: no Markdown, HTML, mention or
 * link renders. Punctuation becomes entities; a zero-width space breaks up what GitHub links even
 * then (`@`, `://`, `www`, and `#7` and `GH-7`, which also leave a trace in that issue).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/@|:\/\/|www(?=\.)|(?:#|GH-)(?=\d)/gi, '$&\u200b')
    .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Writes a time in UTC, for example `2026-01-26 15:30:01 UTC`.
 * @param ms milliseconds since the epoch, within the range of a Date.
 */
export function formatUtc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -5).replace('T', ' ')} UTC`;
}

/** Whether two words are the same in any case, as GitHub compares names, logins and SHAs. */
export function isSameWord(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

/** A word without its case, spaces and marks: people and platforms spell one word in several ways. */
export function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** Writes a number of bytes in decimal units, as disks are sold: `1.3 GB`, `42 MB`, `512 B`. */
export function formatBytes(bytes: number): string {
  const [power, unit] = UNITS.findLast(([least]) => bytes >= least) ?? SMALLEST;
  const value = bytes / power;
  return `${value < 9.95 && power > 1 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

const SMALLEST = [1, 'B'] as const;
const UNITS = [SMALLEST, [1e3, 'kB'], [1e6, 'MB'], [1e9, 'GB']] as const;
