import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/inputs.ts';
import { errorReport, type ImageEnding, type Report, reportOf } from '../../src/report/report.ts';
import { finishedBeforeNote, summaryOf } from '../../src/report/summary.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { ending, instant, progress, reportFor, scan, step } from '../support/builders.ts';

const TIMED_OUT: Verdict = { status: 'timed-out', trouble: undefined };
const TIMELINE = { entries: [{ waitedMs: 65_000, text: 'scan scan-1 is completed' }], more: 0 };

function done(id: string, createTime: string, finishTime: string, type = 'completed') {
  return progress({
    scan: scan({
      id,
      createTime: instant(createTime),
      state: { type, since: instant(finishTime) },
    }),
    stateText: type,
  });
}

const COMPLETED: Partial<ImageEnding> = {
  progress: done('scan1', '2026-01-26T15:30:01Z', '2026-01-26T16:40:00.9+01:00'),
};

/** A bootloader, a kernel, a BMC and a driver, each with a fate of its own. */
function four(more: Partial<Settings> = {}): Report {
  return reportOf(
    [
      ending(
        { status: 'completed' },
        {
          imageId: 'bootloader',
          ...COMPLETED,
          timeline: TIMELINE,
          findings: { counts: { secret: 2, weakness: 5, mitigation: 0 }, kev: 1 },
        },
      ),
      ending(TIMED_OUT, { imageId: 'kernel', progress: progress({ scan: scan({ id: 'scan2' }) }) }),
      ending(
        { status: 'failed' },
        {
          imageId: 'bmc',
          progress: done('scan3', '2026-01-26T15:31:00Z', '2026-01-26T15:35:00Z', 'failed'),
        },
      ),
      ending(
        { status: 'failed' },
        {
          imageId: 'driver',
          progress: done('scan4', '2026-01-26T10:31:00Z', '2026-01-26T10:35:00Z', 'failed'),
          finishedBefore: true,
        },
      ),
    ],
    step(more),
  );
}

describe('of one image', () => {
  it('shows a completed scan', () => {
    expect(
      summaryOf(
        reportFor(
          { status: 'completed' },
          {
            ...COMPLETED,
            timeline: TIMELINE,
            findings: { counts: { secret: 2, knownVulnerability: 12 }, kev: 3 },
          },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "## ✅ Binarly scan completed

      | Verdict | Image | Scan | Created (UTC) | Finished (UTC) | Waited | Findings |
      |---|---|---|---|---|---|---|
      | ✅ completed | <code>image&#45;1</code> | <code>scan1</code> | 2026-01-26 15:30:01 | 2026-01-26 15:40:00 | 1 min 30 s | 14, 3 KEV |

      Findings in the image: 12 knownVulnerability, 2 secret; 3 known to be exploited (KEV).

      <details><summary>What happened when</summary>

      <code>image&#45;1</code>

      - after 1 min 5 s: scan scan&#45;1 is completed
      - Findings in the image: 12 knownVulnerability, 2 secret; 3 known to be exploited (KEV).

      </details>

      Dashboard: <https://dashboard-acme.binarly.cloud>
      "
    `);
  });

  it.each<[Verdict, string]>([
    [{ status: 'completed' }, '## ✅ Binarly scan completed'],
    [{ status: 'failed' }, '## ❌ Binarly scan failed'],
    [{ status: 'cancelled' }, '## ❌ Binarly scan cancelled'],
    [TIMED_OUT, '## ⏱️ Binarly scan not finished in time'],
    [{ status: 'no-scan', detail: undefined, trouble: undefined }, '## ❌ No Binarly scan found'],
    [
      {
        status: 'unavailable',
        trouble: { kind: 'trouble', detail: 'x', contact: 'made', retryAfterMs: undefined },
        forMs: 0,
        contact: true,
      },
      '## ❌ Binarly could not be asked',
    ],
    [{ status: 'interrupted' }, '## ⏹️ Waiting for the Binarly scan was interrupted'],
    [
      { status: 'error', refusal: { kind: 'refusal', detail: 'x', advice: 'y' } },
      '## ❌ Waiting for the Binarly scan was not possible',
    ],
  ])('begins with the verdict: %j', (verdict, headline) => {
    expect(summaryOf(reportFor(verdict)).split('\n')[0]).toBe(headline);
  });

  it('puts verdict, facts, notes and advice in this order', () => {
    const report = reportFor(TIMED_OUT, { finishedBefore: true }, { onTimeout: 'warn' });
    expect(summaryOf(report).split('\n\n')).toEqual([
      '## ⏱️ Binarly scan not finished in time',
      expect.stringMatching(/^\| Verdict .* 1 min 30 s \|$/s),
      'This scan had already finished, before this step began.',
      expect.stringMatching(
        /^Scan scan&#45;1 was still in&#95;progress when time was up .*&#58; raise `timeout`/,
      ),
      'The step is green all the same: `on-timeout` is `warn`.',
      'Dashboard: <https://dashboard-acme.binarly.cloud>\n',
    ]);
  });

  it('says nothing of green where the timeout is red', () => {
    expect(summaryOf(reportFor(TIMED_OUT))).not.toContain('green');
  });

  it('of unusable inputs has no table', () => {
    expect(summaryOf(errorReport('One input is unusable: `token` is empty.', 0))).toBe(
      '## ❌ Waiting for the Binarly scan was not possible\n\nOne input is unusable&#58; `token` is empty&#46;\n',
    );
  });

  it('shows a dash for what is unknown, and a state only beside a verdict that it does not tell', () => {
    const unknown = progress({ scan: undefined, stateText: undefined });
    const row = (verdict: Verdict, known = unknown) =>
      summaryOf(reportFor(verdict, { progress: known, waitedMs: 0 })).split('\n')[4];
    expect(row({ status: 'interrupted' })).toBe(
      '| ⏹️ interrupted | <code>image&#45;1</code> | – | – | – | 0 s |',
    );
    expect(row(TIMED_OUT, progress())).toContain('| ⏱️ timed-out, <code>in&#95;progress</code> |');
  });

  it('says that nothing was found', () => {
    const report = reportFor(
      { status: 'completed' },
      { ...COMPLETED, findings: { counts: { secret: 0 }, kev: 0 } },
    );
    expect(summaryOf(report)).toContain('\nFindings in the image: none.\n');
    expect(summaryOf(report)).toContain('| 1 min 30 s | 0 |');
  });

  it('says how much of a long timeline it leaves out', () => {
    expect(summaryOf(reportFor(TIMED_OUT, { timeline: { ...TIMELINE, more: 70 } }))).toContain(
      '\n- and 70 more: see the log\n',
    );
  });
});

describe('of several images', () => {
  it('has counts, a row each with the trouble first, one advice for each kind of it, and a chart', () => {
    expect(summaryOf(four())).toMatchInlineSnapshot(`
      "## ❌ Binarly scans: 2 failed, 1 timed-out, 1 completed

      | Verdict | Image | Scan | Created (UTC) | Finished (UTC) | Waited | Findings |
      |---|---|---|---|---|---|---|
      | ❌ failed | <code>bmc</code> | <code>scan3</code> | 2026-01-26 15:31:00 | 2026-01-26 15:35:00 | 1 min 30 s | – |
      | ❌ failed | <code>driver</code> | <code>scan4</code> | 2026-01-26 10:31:00 | 2026-01-26 10:35:00, before this step | 1 min 30 s | – |
      | ⏱️ timed-out, <code>in&#95;progress</code> | <code>kernel</code> | <code>scan2</code> | 2026-01-26 15:30:01 | – | 1 min 30 s | – |
      | ✅ completed | <code>bootloader</code> | <code>scan1</code> | 2026-01-26 15:30:01 | 2026-01-26 15:40:00 | 1 min 30 s | 7, 1 KEV |

      - ❌ **2 failed.** The first of them, image <code>bmc</code>: Scan scan3 failed on the platform&#58; see why in the Binarly dashboard&#44; then start a new scan&#46;
      - ⏱️ **1 timed-out.** Image <code>kernel</code>: Scan scan2 was still in&#95;progress when time was up after 2 h&#58; raise \`timeout\`&#44; and the \`timeout-minutes\` of the job with it&#44; or look at the scan in the Binarly dashboard&#46;

      \`\`\`mermaid
      gantt
          title From creation to end (UTC)
          dateFormat YYYY-MM-DD HH:mm:ss
          axisFormat %H:%M
          completed bootloader :done, 2026-01-26 15:30:01, 2026-01-26 15:40:00
          timed-out kernel :active, 2026-01-26 15:30:01, 2026-01-26 17:00:00
          failed bmc :crit, 2026-01-26 15:31:00, 2026-01-26 15:35:00
      \`\`\`

      <details><summary>What happened when</summary>

      <code>bootloader</code>

      - after 1 min 5 s: scan scan&#45;1 is completed
      - Findings in the image: 5 weakness, 2 secret; 1 known to be exploited (KEV).

      </details>

      Dashboard: <https://dashboard-acme.binarly.cloud>
      "
    `);
  });

  it('of which all are completed gives no advice', () => {
    const all = ['a', 'b'].map((imageId) =>
      ending({ status: 'completed' }, { ...COMPLETED, imageId }),
    );
    const summary = summaryOf(reportOf(all, step()));
    expect(summary).toMatch(/^## ✅ Binarly scans: 2 completed\n/);
    expect(summary).not.toContain('\n- ');
  });

  it('says that a timeout is let pass', () => {
    const late = ['a', 'b'].map((imageId) => ending(TIMED_OUT, { imageId }));
    expect(summaryOf(reportOf(late, step({ onTimeout: 'warn' })))).toContain(
      'The step is green all the same',
    );
  });

  it.each([
    ['<b>&|`*_[]()!#', 1_000],
    ['💥', 3_000],
    ['a', 5_000],
  ])('stays under 1 MiB and says what it left out: %s, %i', (text, count) => {
    const long = text.repeat(100);
    const timeline = {
      entries: Array.from({ length: 30 }, () => ({ waitedMs: 1, text: long })),
      more: 9,
    };
    const known = progress({ scan: scan({ id: long }), stateText: long });
    const endings = Array.from({ length: count }, (_, index) =>
      ending(index % 10 === 0 ? { status: 'failed' } : TIMED_OUT, {
        imageId: `${index}${long}`,
        progress: known,
        timeline,
      }),
    );
    const summary = summaryOf(reportOf(endings, step()));
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024 - 10_000);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(500_000);
    expect(summary).toMatch(
      /\n\d+ more images \(\d+ timed-out\) are left out here: the output `scans` has all\.\n/,
    );
    expect(summary).toMatch(/\n\d+ more images are left out here: the log has all\.\n/);
    expect(summary).not.toContain('mermaid');
  });
});

/** The Markdown as GitHub's parser reads it. */
function parsed(markdown: string) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const kinds = new Map<string, number>();
  const html: string[] = [];
  const links: string[] = [];
  const charts: string[] = [];
  let cells: number[] = [];
  visit(tree, (node) => {
    kinds.set(node.type, (kinds.get(node.type) ?? 0) + 1);
    if (node.type === 'html') html.push(node.value);
    if (node.type === 'link') links.push(node.url);
    if (node.type === 'code') charts.push(`${node.lang}\n${node.value}`);
    if (node.type === 'table') cells = node.children.map((row) => row.children.length);
  });
  return { kinds, html: new Set(html), links, charts, cells };
}

describe('as a GFM parser reads it', () => {
  it('has the table and the chart that were meant', () => {
    const { cells, charts, links } = parsed(summaryOf(four()));
    expect(cells).toEqual([7, 7, 7, 7, 7]);
    expect(charts).toHaveLength(1);
    expect(charts[0]).toMatch(/^mermaid\ngantt\n/);
    expect(links).toEqual(['https://dashboard-acme.binarly.cloud']);
  });

  it.each([
    ['HTML', '<img src=x onerror=y></code></details><script>'],
    ['a table', '|a|b|\n|---|---|'],
    ['Markdown', '**a** `b` ~~c~~ # d ![e](f) [g]: h'],
    ['a mention and links', '@octocat www.example.com https://example.com a@example.com'],
    ['a fence', '```\n~~~\n```mermaid'],
    ['mermaid', 'section x\nclick a href "javascript:y" :crit, 2026-01-01'],
    ['a footnote', '[^1] [^1]: x'],
    ['marks that turn the text around', 'a\u202eb\u2066c\u200f'],
    ['lone surrogates', 'a\ud800b\udfff'],
    ['a megabyte', 'x|<b>'.repeat(200_000)],
    ['a reference', '&lt;b&gt; &#60; \\<b\\>'],
  ])('renders nothing of %s in any cell', (_, text) => {
    const known = progress({
      scan: scan({ id: text, state: { type: text, since: instant('2026-01-26T15:40:00Z') } }),
      stateText: text,
    });
    const trouble = {
      kind: 'trouble',
      detail: text.slice(0, 200).replace(/\s/g, ' '),
      contact: 'made',
      retryAfterMs: undefined,
    } as const;
    const timeline = { entries: [{ waitedMs: 1, text }], more: 0 };
    const findings = { counts: { [text]: 1 }, kev: 1 };
    const images = (['a', 'b'] as const).map((id) => ({
      imageId: `${text}${id}`,
      progress: known,
      timeline,
      findings,
    }));
    const summary = summaryOf(
      reportOf(
        [
          ending({ status: 'unavailable', trouble, forMs: 1, contact: true }, images[0]),
          ending({ status: 'completed' }, images[1]),
        ],
        step(),
      ),
    );
    const { kinds, html, links, charts, cells } = parsed(summary);
    expect(cells).toEqual([7, 7, 7]);
    expect([...kinds.keys()].filter((kind) => !EXPECTED.has(kind))).toEqual([]);
    expect([...html].filter((tag) => !TAGS.has(tag))).toEqual([]);
    expect(links).toEqual(['https://dashboard-acme.binarly.cloud']);
    expect(charts).toHaveLength(1);
    // Each bar is one line behind a word of ours, with the one colon that parts name and dates.
    for (const line of charts[0]?.split('\n').slice(5) ?? [])
      expect(line).toMatch(
        /^ {4}(unavailable|completed) [\p{L}\p{N} ._-]* :\w+, [\d-]+ [\d:]+, [\d-]+ [\d:]+$/u,
      );
    expect(summary.split('\n').every((line) => line.length < 6_000)).toBe(true);
  });
});

const EXPECTED = new Set([
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
]);
const TAGS = new Set([
  '<code>',
  '</code>',
  '<details><summary>What happened when</summary>',
  '</details>',
]);

describe('finishedBeforeNote', () => {
  it.each([
    [
      '2026-01-26T16:40:00+01:00',
      'This scan had already finished at 2026-01-26 15:40:00 UTC, before this step began.',
    ],
    ['', 'This scan had already finished, before this step began.'],
  ])('of %j', (finishedAt, note) => {
    expect(finishedBeforeNote(finishedAt)).toBe(note);
  });
});
