/** What others wrote (a server, a workflow's author), made safe to print, to quote and to render. */

/** Longest quotation of foreign text in a log line, a reason or a table cell, in characters. */
const LONGEST_QUOTE = 200;

/**
 * One printable line: control characters, line and paragraph separators and invisible or direction-changing marks become
 * spaces, lone surrogates U+FFFD. `##[`, which the runner takes for a command anywhere in a line, and a leading `::` are parted.
 * @param longest the most characters (code points) kept; an ellipsis marks a cut.
 */
export function printable(text: string, longest = LONGEST_QUOTE): string {
  // A megabyte of text is cut before it is worked on; twice the limit leaves room for surrogate pairs.
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

/**
 * Foreign text as inert Markdown for a table cell or a paragraph: no Markdown, HTML, mention or link renders.
 * Entities keep punctuation from meaning anything; what links even so (`@`, `://`, `www`) is parted by a zero-width space.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/@|:\/\/|www(?=\.)/gi, '$&\u200b')
    .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** @param ms since the epoch, within what a Date can hold. @returns as in `2026-01-26 15:30:01 UTC`. */
export function formatUtc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -5).replace('T', ' ')} UTC`;
}

/**
 * Whether an ID can be one segment of a path after `encodeURIComponent`: that leaves `.` and `..` as they are, which every
 * URL parser resolves away, and throws on a lone surrogate.
 */
export function isPathSegment(id: string): boolean {
  return id !== '' && id !== '.' && id !== '..' && id.isWellFormed();
}
