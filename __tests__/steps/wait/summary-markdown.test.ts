/** The summary as GitHub's Markdown parser reads it. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/model/verdict.ts';
import { type Report, reportOf, reportOfProblems } from '../../../src/steps/wait/report.ts';
import { summaryOf } from '../../../src/steps/wait/summary.ts';
import {
  details,
  ended,
  failed,
  instant,
  refused,
  scan,
  snapshot,
} from '../../support/builders.ts';

function parsed(markdown: string) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const kinds = new Set<string>();
  const html = new Set<string>();
  const links: string[] = [];
  const charts: string[] = [];
  let cells: number[] = [];
  visit(tree, (node) => {
    kinds.add(node.type);
    if (node.type === 'html') html.add(node.value);
    if (node.type === 'link') links.push(node.url);
    if (node.type === 'code') charts.push(`${node.lang}\n${node.value}`);
    if (node.type === 'table') cells = node.children.map((row) => row.children.length);
  });
  return { kinds: [...kinds], html: [...html], links, charts, cells };
}

/** What our own Markdown consists of. */
const KINDS = [
  'root',
  'heading',
  'text',
  'table',
  'tableRow',
  'tableCell',
  'html',
  'paragraph',
  'list',
  'listItem',
  'strong',
  'inlineCode',
  'code',
  'link',
];
const HTML = ['<code>', '</code>', '<br>', '<details><summary>Timeline</summary>', '</details>'];
const DASHBOARD = 'https://dashboard-acme.binarly.cloud';

const HOSTILE = [
  ['HTML', '<img src=x onerror=y></code></details><script>'],
  ['a table', '|a|b|\n|---|---|'],
  ['Markdown', '**a** `b` ~~c~~ # d ![e](f) [g]: h'],
  ['a code span', '`a` and `<b>` and ``c``'],
  ['a mention and links', '@octocat www.example.com https://example.com a@example.com'],
  ['a fence', '```\n~~~\n```mermaid'],
  ['mermaid', 'section x\nclick a href "javascript:y" :crit, 2026-01-01'],
  ['a footnote', '[^1] [^1]: x'],
  ['marks that turn the text around', 'a\u202eb\u2066c\u200f'],
  ['lone surrogates', 'a\ud800b\udfff'],
  ['a megabyte', 'x|<b>'.repeat(200_000)],
  ['a reference', '&lt;b&gt; &#60; \\<b\\>'],
] as const;

/** A step with the text in every place that a server or an input can put it. */
function hostileReport(text: string, verdicts: readonly [Verdict, ...Verdict[]]): Report {
  const since = instant('2026-01-26T15:40:00Z');
  const known = scan({ id: text, state: { type: text, since } });
  const records = verdicts.map((verdict, index) =>
    ended(verdict, {
      imageId: `${text}${index}`,
      scan: known,
      lastState: text,
      lastKnownState: text,
      details: details({
        name: text,
        version: text,
        findings: { counts: { [text]: 1 }, kev: 1 },
      }),
      timeline: {
        entries: [
          { waitedMs: 1, change: { kind: 'undocumented', scan: known, state: text } },
          { waitedMs: 2, change: { kind: 'outage', failure: unreadable(text) } },
        ],
        more: 0,
      },
    }),
  );
  return reportOf(records, { ...snapshot(), product: { id: text, name: text } });
}

/** Messages in causes are printable already; names are not. */
function unreadable(text: string) {
  return failed({ type: 'unreadable-product-id', name: text });
}

function verdictsWith(text: string): readonly [Verdict, Verdict] {
  const cause = { type: 'ambiguous-product', given: text, ids: [text] } as const;
  return [
    { status: 'unavailable', failure: unreadable(text), forMs: 1, reachedApi: true },
    { status: 'error', refused: refused(cause) },
  ];
}

function expectShellSafe(summary: string): ReturnType<typeof parsed> {
  const seen = parsed(summary);
  expect(seen.kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
  expect(seen.html.filter((tag) => !HTML.includes(tag))).toEqual([]);
  expect(summary).not.toMatch(/[^\P{Cc}\n]|[\u202e\u2066\u200f]/u);
  expect(summary.split('\n').every((line) => line.length < 6_000)).toBe(true);
  return seen;
}

describe('a summary with hostile text everywhere', () => {
  it.each(HOSTILE)('renders nothing of it for several images: %s', (_, text) => {
    const completed = { status: 'completed' } as const;
    const report = hostileReport(text, [...verdictsWith(text), completed, completed]);
    const { links, charts, cells } = expectShellSafe(summaryOf(report));
    expect(cells).toEqual([5, 5, 5, 5, 5]);
    expect(links).toEqual([DASHBOARD]);
    expect(charts).toHaveLength(1);
    // Each bar is one line behind a word of ours, with the one colon that parts name and dates.
    for (const line of charts[0]?.split('\n').slice(5) ?? [])
      expect(line).toMatch(
        /^ {4}(unavailable|error|completed) [\p{L}\p{N} ._-]* :\w+, [\d-]+ [\d:]+, [\d-]+ [\d:]+$/u,
      );
  });

  it.each(HOSTILE)('renders nothing of it for one image: %s', (_, text) => {
    for (const verdict of [...verdictsWith(text), { status: 'timed-out' } as const]) {
      const { links, charts, cells } = expectShellSafe(summaryOf(hostileReport(text, [verdict])));
      expect({ links, charts, cells }).toEqual({ links: [DASHBOARD], charts: [], cells: [4, 4] });
    }
  });

  it.each(HOSTILE)('renders nothing of it in problems with inputs: %s', (_, text) => {
    const quoted = JSON.stringify(text.slice(0, 100)).replace(/[\ud800-\udfff\u200f-\u2070]/g, '');
    const problem = { input: 'timeout', kind: 'invalid', text: quoted } as const;
    const { links } = expectShellSafe(summaryOf(reportOfProblems([problem, problem], 0)));
    expect(links).toEqual([]);
  });
});
