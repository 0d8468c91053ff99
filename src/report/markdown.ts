/** Pieces of Markdown that the parts of the summary share. */

import type { ResolvedProduct } from '../model/product.ts';
import { escapeMarkdown, printable } from '../util/text.ts';

/** Text from outside as code; empty if nothing of it is printable. */
export function code(text: string): string {
  const line = printable(text, 80);
  return line === '' ? '' : `<code>${escapeMarkdown(line)}</code>`;
}

/**
 * Our sentences name inputs in code spans of a single word, or of an input with a word as its
 * value (`on-timeout: defer`); those stay, and everything else is escaped.
 */
export function plainText(sentence: string): string {
  return sentence
    .split(/(`[\w-]+(?:: \w+)?`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

/** A row of a table; an empty cell shows a dash. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
}

/** The product by its name and its ID. */
export function productLine({ id, name }: ResolvedProduct): string {
  const named = name === undefined || name === id ? '' : `${escapeMarkdown(printable(name, 80))} `;
  return `Product: ${named}${code(id)}`;
}
