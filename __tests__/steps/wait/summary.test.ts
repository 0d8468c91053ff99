import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../../src/model/image-record.ts';
import type { Scan } from '../../../src/model/scan.ts';
import type { Status, Verdict } from '../../../src/model/verdict.ts';
import { plainText } from '../../../src/report/markdown.ts';
import { sentenceOf } from '../../../src/report/sentence.ts';
import { finishedBeforeNote } from '../../../src/steps/wait/lines.ts';
import {
  type Report,
  reportOf,
  reportOfProblems,
  withError,
} from '../../../src/steps/wait/report.ts';
import type { Settings } from '../../../src/steps/wait/settings.ts';
import { summaryOf } from '../../../src/steps/wait/summary.ts';
import {
  details,
  ended,
  failed,
  instant,
  record,
  refused,
  reportFor,
  scan,
  snapshot,
} from '../../support/builders.ts';
import { broken, policy } from '../../support/findings.ts';

const TIMED_OUT: Verdict = { status: 'timed-out' };
const BOARD = { ...snapshot(), product: { id: 'product-1', name: 'Board' } };

function headlineOf(report: Report): string | undefined {
  return summaryOf(report).split('\n')[0];
}

/** A scan that came to this state, and what shows it. */
function done(id: string, createTime: string, finishTime: string, type = 'completed') {
  const state = { type, since: instant(finishTime) };
  const known = scan({ id, createTime: instant(createTime), state });
  const change = { kind: 'state', scan: known, state: type } as const;
  const timeline = { entries: [{ waitedMs: 65_000, change }], more: 0 };
  return { scan: known, lastState: type, lastKnownState: type, timeline };
}

const COMPLETED: Partial<ImageRecord> = {
  ...done('scan1', '2026-01-26T15:30:01Z', '2026-01-26T16:40:00.9+01:00'),
  details: details({ findings: { counts: { secret: 2, weakness: 5, mitigation: 0 }, kev: 1 } }),
};
const NO_TIMELINE = { timeline: { entries: [], more: 0 } };

/** A bootloader, a kernel, a BMC, a driver and a shell; four of them were scanned meanwhile. */
function five(more: Partial<Settings> = {}): Report {
  const failedScan = done('scan3', '2026-01-26T15:31:00Z', '2026-01-26T15:35:00Z', 'failed');
  const shellScan = done('scan5', '2026-01-26T15:32:00Z', '2026-01-26T15:36:00Z');
  const oldScan = done('scan4', '2026-01-26T10:31:00Z', '2026-01-26T10:35:00Z', 'failed');
  const records = [
    ended({ status: 'completed' }, { ...COMPLETED, imageId: 'bootloader' }),
    ended(TIMED_OUT, { imageId: 'kernel', scan: scan({ id: 'scan2' }) }),
    ended({ status: 'failed' }, { imageId: 'bmc', ...failedScan, ...NO_TIMELINE }),
    ended(
      { status: 'failed' },
      { imageId: 'driver', ...oldScan, ...NO_TIMELINE, finishedBefore: true },
    ),
    ended({ status: 'completed' }, { imageId: 'shell', ...shellScan, ...NO_TIMELINE }),
  ];
  const imageIds = records.map(({ imageId }) => imageId);
  return reportOf(records, { ...snapshot({ imageIds, ...more }), product: BOARD.product });
}

describe('the summary of an error that no image has', () => {
  const error = { happened: 'the disk is full', advice: 'make room' };

  it.each([
    [[]],
    [[ended({ status: 'completed' })]],
    [[ended({ status: 'completed' }), ended({ status: 'completed' }, { imageId: 'other' })]],
    [[ended({ status: 'completed' }), ended({ status: 'failed' }, { imageId: 'other' })]],
  ])('is said once, beside the results of the images, case %#', (records) => {
    const summary = summaryOf(withError(reportOf(records, snapshot()), error));
    expect(summary).toMatch(/^## ❌ /);
    expect(summary.split(plainText(sentenceOf(error)))).toHaveLength(2);
  });
});

describe('the summary of one image', () => {
  it('shows a completed scan, with the names that people know', () => {
    const report = reportOf([ended({ status: 'completed' }, COMPLETED)], BOARD);
    expect(summaryOf(report)).toMatchInlineSnapshot(`
      "## ✅ Binarly scan completed

      Findings were not checked: set \`fail-on-severity\`.

      Product: Board <code>product&#45;1</code>

      | Result | Image | Waited | Scan (UTC) |
      |---|---|---|---|
      | ✅ completed | Board 1&#46;2<br><code>image&#45;1</code> | 1 min 30 s | 2026-01-26 15:30:01 – 15:40:00<br><code>scan1</code> |

      All findings of the image, any status: 5 weaknesses, 2 secrets; 1 known to be exploited (CISA KEV).

      <details><summary>Timeline</summary>

      - after 1 min 5 s: scan scan1 is completed

      </details>

      Dashboard: <https://dashboard-acme.binarly.cloud>
      "
    `);
  });

  const headlines: { readonly [S in Status]: readonly [Extract<Verdict, { status: S }>, string] } =
    {
      completed: [{ status: 'completed' }, '## ✅ Binarly scan completed'],
      failed: [{ status: 'failed' }, '## ❌ Binarly scan failed'],
      cancelled: [{ status: 'cancelled' }, '## ❌ Binarly scan cancelled'],
      'timed-out': [{ status: 'timed-out' }, '## ⏱️ Binarly scan did not finish in time'],
      'no-scan': [{ status: 'no-scan' }, '## ❌ No Binarly scan found'],
      unavailable: [
        { status: 'unavailable', failure: failed(), forMs: 0, reachedApi: true },
        '## ❌ No usable answer from Binarly',
      ],
      findings: [broken(), '## ❌ Blocking Binarly findings'],
      interrupted: [{ status: 'interrupted' }, '## ⏹️ Waiting for the Binarly scan was interrupted'],
      deferred: [
        { status: 'deferred', context: 'binarly-scan', isUnread: false },
        '## ⏳ Binarly scan deferred to a commit status',
      ],
      error: [{ status: 'error', refused: refused() }, '## ❌ Could not wait for the Binarly scan'],
    };

  it.each(Object.values(headlines))('begins with the verdict: %j', (verdict, headline) => {
    expect(headlineOf(reportFor(verdict))).toBe(headline);
  });

  it.each([
    ['the API was not reached', { type: 'network', code: 'ECONNREFUSED', message: '' }, 'api'],
    ['every response took too long', { type: 'too-slow', limitMs: 30_000 }, 'api'],
  ] as const)('says that Binarly did not answer only if %s', (_, cause, endpoint) => {
    const failure = failed(cause, { endpoint });
    const verdict = { status: 'unavailable', failure, forMs: 0, reachedApi: true } as const;
    expect(headlineOf(reportFor(verdict))).toBe('## ❌ Binarly did not answer');
  });

  it.each(['token', 'id-token'] as const)('says that there is no token: %s', (endpoint) => {
    const failure = failed({ type: 'too-slow', limitMs: 30_000 }, { endpoint });
    const verdict = { status: 'unavailable', failure, forMs: 0, reachedApi: true } as const;
    expect(headlineOf(reportFor(verdict))).toBe('## ❌ Could not get a token');
  });

  it('says that the baseline could not be found', () => {
    const known = { failure: failed(), forMs: 0, reachedApi: true, findings: 'time' } as const;
    expect(headlineOf(reportFor({ status: 'unavailable', ...known, baseline: true }))).toBe(
      '## ❌ Could not find the baseline',
    );
  });

  it('says that the findings could not be read', () => {
    const failure = failed({ type: 'too-slow', limitMs: 30_000 });
    const known = { failure, forMs: 0, reachedApi: true, findings: 'time' } as const;
    expect(headlineOf(reportFor({ status: 'unavailable', ...known }))).toBe(
      '## ❌ Could not read the findings',
    );
  });

  it('has the verdict, advice, the product, the table, notes and the dashboard in this order', () => {
    const known = { finishedBefore: true };
    const report = reportFor(TIMED_OUT, known, { onTimeout: 'warn' });
    expect(summaryOf(report).split('\n\n')).toEqual([
      '## ⚠️ Binarly scan did not finish in time',
      plainText(report.reason),
      'The step is green anyway, because `on-timeout` is `warn`.',
      'Product: <code>product&#45;1</code>',
      expect.stringMatching(
        /^\| Result \| .*\n\| ⚠️ timed-out, .* \| 1 min 30 s \| .*<\/code> \|$/s,
      ),
      finishedBeforeNote(record(known)),
      'Dashboard: <https://dashboard-acme.binarly.cloud>\n',
    ]);
  });

  it('does not mention green, or mark it, if the timeout is red', () => {
    const summary = summaryOf(reportFor(TIMED_OUT));
    expect(summary).not.toContain('green');
    expect(summary).not.toContain('⚠️');
    expect(summary.match(/⏱️/g)).toHaveLength(2);
  });

  it('shows a version that is a SHA by the first digits, as Git does', () => {
    const version = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
    const summary = summaryOf(
      reportFor({ status: 'completed' }, { details: details({ version }) }),
    );
    expect(summary).toContain('| Board 1a2b3c4<br>');
  });

  it('says whether findings were checked', () => {
    const note = (given: Partial<Settings>, verdict: Verdict = { status: 'completed' }) =>
      summaryOf(reportFor(verdict, {}, given)).split('\n\n')[1];
    expect(note({})).toBe('Findings were not checked: set `fail-on-severity`.');
    expect(note({ policy: policy() })).toBe(
      plainText('Policy passed: no open finding at or above high.'),
    );
    expect(note({}, { status: 'failed' })).not.toContain('not checked');
  });

  it.each([
    ['one', ['<b>'], 'new open finding at or above high (compared with image <b>)'],
    ['two', ['a', 'b'], 'new open finding at or above high (compared with the base branch)'],
    ['two, of which one was', ['<b>', undefined], 'new open finding at or above high'],
    ['two without any', [undefined, undefined], 'open finding at or above high'],
  ])('says what findings were compared with: images %s', (_, baselines, words) => {
    const records = baselines.map((imageId, index) => {
      const known = { kind: 'image', scannedMs: undefined, origin: undefined } as const;
      const baseline = imageId === undefined ? undefined : { ...known, imageId };
      return ended({ status: 'completed' }, { imageId: `image-${index}`, baseline });
    });
    const summary = summaryOf(reportOf(records, snapshot({ policy: policy() })));
    expect(summary.split('\n\n')).toContain(plainText(`Policy passed: no ${words}.`));
  });

  it('shows the input and its value in the advice as code', () => {
    expect(summaryOf(reportFor(TIMED_OUT))).toContain('&#44; or use `on-timeout: defer`&#46;\n');
  });

  it('shows the product by ID only if its name is not known or says the same', () => {
    const summary = (name: string | undefined) =>
      summaryOf(reportOf([ended(TIMED_OUT)], { ...snapshot(), product: { id: 'p', name } }));
    expect(summary(undefined)).toContain('\nProduct: <code>p</code>\n');
    expect(summary('p')).toContain('\nProduct: <code>p</code>\n');
    expect(summary('Board')).toContain('\nProduct: Board <code>p</code>\n');
  });

  it('does not mention a product that was not resolved', () => {
    const report = reportOf([ended(TIMED_OUT)], { ...snapshot(), product: undefined });
    expect(summaryOf(report)).not.toContain('Product');
  });

  it('shows a dash for what is not known', () => {
    const unseen = { scan: undefined, lastState: undefined, waitedMs: 0 };
    const row = summaryOf(reportFor({ status: 'interrupted' }, unseen)).split('\n')[8];
    expect(row).toBe('| ⏹️ interrupted | <code>image&#45;1</code> | 0 s | – |');
  });

  it.each<[string, Partial<Scan>, string]>([
    ['its start, while it runs', {}, '2026-01-26 15:30:01 –<br><code>scan&#45;1</code>'],
    [
      'both days if it ran over midnight',
      { state: { type: 'failed', since: instant('2026-01-27T00:10:00Z') } },
      '2026-01-26 15:30:01 – 2026-01-27 00:10:00<br><code>scan&#45;1</code>',
    ],
    ['only its ID if its start is not known', { createTime: undefined }, '<code>scan&#45;1</code>'],
  ])('shows %s of a scan', (_, known, cell) => {
    const summary = summaryOf(reportFor(TIMED_OUT, { scan: scan(known) }));
    expect(summary).toContain(`<code>image&#45;1</code> | 1 min 30 s | ${cell} |`);
  });

  it('shows the state next to a verdict that does not imply it', () => {
    expect(summaryOf(reportFor(TIMED_OUT))).toContain(
      '| ⏱️ timed-out, <code>in&#95;progress</code> |',
    );
    const row = summaryOf(reportFor({ status: 'failed' }, { lastState: 'failed' })).split('\n')[8];
    expect(row).toMatch(/^\| ❌ failed \|/);
    const blocked = summaryOf(reportFor(broken(), { lastState: 'completed' }));
    expect(blocked).toMatch(/^\| \S+ findings \|/m);
  });

  it('shows the version of an image without a name', () => {
    const known = { details: details({ name: '', version: '1.2' }) };
    expect(summaryOf(reportFor(TIMED_OUT, known))).toContain(
      '| 1&#46;2<br><code>image&#45;1</code> |',
    );
  });

  it('says that nothing was found', () => {
    const known = { details: details({ findings: { counts: { secret: 0 }, kev: 0 } }) };
    expect(summaryOf(reportFor({ status: 'completed' }, known))).toContain(
      '\nAll findings of the image, any status: none.\n',
    );
  });

  it('says how much of a long timeline is not shown', () => {
    const { timeline } = done('s', '2026-01-26T15:30:01Z', '2026-01-26T15:40:00Z');
    const summaryFor = (more: number) =>
      summaryOf(reportFor(TIMED_OUT, { timeline: { ...timeline, more } }));
    expect(summaryFor(70)).toContain('\n- and 70 more changes: see the log\n');
    expect(summaryFor(1)).toContain('\n- and 1 more change: see the log\n');
  });
});

describe('the summary of invalid inputs', () => {
  const token = { input: 'token', kind: 'missing-credential', text: 'is *empty*' } as const;

  it('has a line for each problem below the headline, and no table', () => {
    const timeout = { input: 'timeout', kind: 'invalid', text: '"5" has no unit' } as const;
    const [headline, problems, ...rest] = summaryOf(reportOfProblems([token, timeout], 0)).split(
      '\n\n',
    );
    expect(headline).toBe('## ❌ Invalid inputs');
    expect(problems?.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^2 inputs are invalid/),
      '- `token` is &#42;empty&#42;&#46;',
      '- `timeout` &#34;5&#34; has no unit&#46;',
    ]);
    expect(rest).toEqual([]);
  });
});

describe('the summary of several images', () => {
  it('counts images with findings, not findings', () => {
    const records = [ended(broken(), { imageId: 'kernel' }), ended(broken(), { imageId: 'bmc' })];
    const summary = summaryOf(reportOf(records, snapshot({ imageIds: ['kernel', 'bmc'] })));
    expect(summary).toContain('- ❌ **2 images with findings.** The first of them, image ');
  });

  it('has counts, the gravest first, one advice for each kind of trouble, and a chart', () => {
    const report = five();
    const summary = report.images.reduce(
      (text, { reason, status }) =>
        reason === undefined
          ? text
          : text.replace(plainText(sentenceOf(reason)), `The reason of ${status}.`),
      summaryOf(report),
    );
    expect(summary).toMatchInlineSnapshot(`
      "## ❌ Binarly scans: 2 failed, 1 timed-out, 2 completed

      - ❌ **2 failed.** The first of them, image <code>bmc</code>: The reason of failed.
      - ⏱️ **1 timed-out.** Image <code>kernel</code>: The reason of timed-out.

      Product: Board <code>product&#45;1</code>

      | Result | Image | Findings | Waited | Already finished | Scan (UTC) |
      |---|---|---|---|---|---|
      | ❌ failed | <code>bmc</code> | – | 1 min 30 s | – | 2026-01-26 15:31:00 – 15:35:00<br><code>scan3</code> |
      | ❌ failed | <code>driver</code> | – | 1 min 30 s | yes | 2026-01-26 10:31:00 – 10:35:00<br><code>scan4</code> |
      | ⏱️ timed-out, <code>in&#95;progress</code> | <code>kernel</code> | – | 1 min 30 s | – | 2026-01-26 15:30:01 –<br><code>scan2</code> |
      | ✅ completed | Board 1&#46;2<br><code>bootloader</code> | 7, 1 KEV | 1 min 30 s | – | 2026-01-26 15:30:01 – 15:40:00<br><code>scan1</code> |
      | ✅ completed | <code>shell</code> | – | 1 min 30 s | – | 2026-01-26 15:32:00 – 15:36:00<br><code>scan5</code> |

      KEV: known to be exploited (CISA KEV catalog).

      \`\`\`mermaid
      gantt
          title Scan duration (UTC)
          dateFormat YYYY-MM-DD HH:mm:ss
          axisFormat %H:%M
          failed bmc :crit, 2026-01-26 15:31:00, 2026-01-26 15:35:00
          timed-out kernel :active, 2026-01-26 15:30:01, 2026-01-26 17:00:00
          completed Board 1.2 :done, 2026-01-26 15:30:01, 2026-01-26 15:40:00
          completed shell :done, 2026-01-26 15:32:00, 2026-01-26 15:36:00
      \`\`\`

      <details><summary>Timeline</summary>

      <code>bootloader</code>

      - after 1 min 5 s: scan scan1 is completed
      - All findings of the image, any status: 5 weaknesses, 2 secrets; 1 KEV.

      </details>

      Dashboard: <https://dashboard-acme.binarly.cloud>
      "
    `);
  });

  it('explains KEV once, and only if there is one', () => {
    expect(summaryOf(five()).match(/known to be exploited/g)).toHaveLength(1);
    const none = {
      ...COMPLETED,
      details: details({ findings: { counts: { secret: 1 }, kev: 0 } }),
    };
    const records = ['a', 'b'].map((imageId) =>
      ended({ status: 'completed' }, { ...none, imageId }),
    );
    expect(summaryOf(reportOf(records, BOARD))).not.toContain('KEV');
  });

  it('gives no advice if all are completed', () => {
    const all = ['a', 'b'].map((imageId) =>
      ended({ status: 'completed' }, { ...COMPLETED, ...NO_TIMELINE, imageId }),
    );
    const summary = summaryOf(reportOf(all, BOARD));
    expect(summary).toMatch(/^## ✅ Binarly scans: 2 completed\n/);
    expect(summary).not.toContain('. Image ');
    expect(summary).not.toContain('first of them');
  });

  it('says that a timeout was allowed to pass', () => {
    const late = ['a', 'b'].map((imageId) => ended(TIMED_OUT, { imageId }));
    expect(summaryOf(reportOf(late, snapshot({ onTimeout: 'warn' })))).toContain(
      'The step is green',
    );
  });
});

describe('the size of a summary', () => {
  it.each([
    ['<b>&|`*_[]()!#', 1_000],
    ['💥', 3_000],
    ['a', 5_000],
  ])('stays under 1 MiB, and the summary says what is not shown: %s, %i images', (text, count) => {
    const long = text.repeat(100);
    const known = scan({ id: long });
    const change = { kind: 'state', scan: known, state: long } as const;
    const entries = Array.from({ length: 30 }, () => ({ waitedMs: 1, change }));
    const records = Array.from({ length: count }, (_, index) =>
      ended(index % 10 === 0 ? { status: 'failed' } : TIMED_OUT, {
        imageId: `${index}${long}`,
        scan: known,
        lastState: long,
        timeline: { entries, more: 9 },
      }),
    );
    const summary = summaryOf(reportOf(records, snapshot()));
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024 - 10_000);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(500_000);
    expect(summary).toMatch(
      /\nNot shown here: \d+ more images \(\d+ timed-out\)\. The output `scans` has all images\.\n/,
    );
    expect(summary).toMatch(/\nNot shown here: \d+ more images\. The log has all images\.\n/);
    expect(summary).not.toContain('mermaid');
  });

  it('leaves out what more images were compared with', () => {
    const { judgement } = broken();
    const records = Array.from({ length: 1_000 }, (_, index) => {
      const baseline = { imageId: `before-${index}`, scannedMs: undefined, origin: undefined };
      const compared = { judgement, baseline: { kind: 'image', ...baseline } } as const;
      return ended(broken(), { imageId: `image-${index}`, ...compared });
    });
    const summaryFor = (count: number) => summaryOf(reportOf(records.slice(0, count), snapshot()));
    const summary = summaryFor(1_000);
    const first = plainText('Image image-0: compared with image before-0.');
    expect(summary).toContain(`\n- ${first}\n`);
    const [, left = ''] = /\n- and (\d+) more images: see the log\n/.exec(summary) ?? [];
    expect(summaryFor(1_001 - Number(left))).toContain('\n- and 1 more image: see the log\n');
  });
});
