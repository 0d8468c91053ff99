/** Renders the Markdown of a job summary as plain text, for a terminal. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** The part of a syntax tree that we use. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly lang?: string | null | undefined;
  readonly children?: readonly Node[];
}

/** @param width how many columns the terminal has: wider tables become lists. */
export function markdownToText(markdown: string, width: number): string {
  const extensions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return blocksOf(fromMarkdown(markdown, extensions), width).join('\n\n');
}

function blocksOf({ children = [] }: Node, width: number): readonly string[] {
  return children.map((node) => block(node, width)).filter((text) => text !== '');
}

function block(node: Node, width: number): string {
  switch (node.type) {
    case 'heading':
      return `${inline(node)}\n${'='.repeat(columns(inline(node)))}`;
    case 'list':
      return (node.children ?? [])
        .map(
          (item) =>
            `- ${blocksOf(item, width - 2)
              .join('\n')
              .replaceAll('\n', '\n  ')}`,
        )
        .join('\n');
    case 'table':
      return table(node, width);
    case 'code':
      return node.lang === 'mermaid' ? '(GitHub shows a chart here.)' : (node.value ?? '');
    case 'html':
      return (node.value ?? '').replaceAll(/<[^>]*>/g, '').trim();
    default:
      return inline(node);
  }
}

function inline(node: Node): string {
  if (node.type === 'html') return node.value === '<br>' ? '\n' : '';
  if (node.type === 'break') return '\n';
  if (node.type === 'inlineCode') return `\`${node.value ?? ''}\``;
  return node.value ?? (node.children ?? []).map(inline).join('');
}

function table(node: Node, width: number): string {
  const rows = (node.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => inline(cell).replaceAll('\n', ' ')),
  );
  const [header = [], ...body] = rows;
  const widths = header.map((_, column) =>
    Math.max(...rows.map((cells) => columns(cells[column] ?? ''))),
  );
  if (widths.reduce((sum, each) => sum + each + 2, 0) <= width)
    return rows.map((cells) => aligned(cells, widths)).join('\n');
  const longest = Math.max(...header.map(columns));
  const record = (cells: readonly string[]) =>
    header.map((name, column) => aligned([name, cells[column] ?? ''], [longest])).join('\n');
  return body.map(record).join('\n\n');
}

function aligned(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - columns(cell))))
    .join('  ')
    .trimEnd();
}

/** How many columns of a terminal the text takes: an emoji takes two. */
function columns(text: string): number {
  return text.replaceAll(/\p{Emoji_Presentation}/gu, '  ').length;
}
