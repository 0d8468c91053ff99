import { describe, expect, it } from 'vitest';
import { errorReport, type ImageReport, type Report } from '../../src/report/report.ts';
import { finishedBeforeNote, summaryOf } from '../../src/report/summary.ts';

const IMAGE: ImageReport = {
  productId: 'product-1',
  imageId: 'image1',
  scanId: 'scan1',
  status: 'completed',
  state: 'completed',
  reason: '',
  createdAt: '2026-01-26T15:30:01Z',
  finishedAt: '2026-01-26T16:40:00.9+01:00',
  waitedSeconds: 90,
  polls: 3,
  findings: null,
};

function report(overrides: Partial<Report> = {}): Report {
  return {
    status: 'completed',
    green: true,
    reason: '',
    waitedSeconds: 90,
    images: [IMAGE],
    finishedBefore: undefined,
    ...overrides,
  };
}

/** The row of the table that an image makes. */
function row(image: Partial<ImageReport>): string | undefined {
  return summaryOf(report({ images: [{ ...IMAGE, ...image }] })).split('\n')[4];
}

describe('summaryOf', () => {
  it('shows a completed scan', () => {
    expect(summaryOf(report())).toBe(`## ✅ Binarly scan completed

| Image | Scan | State | Created | Finished | Waited |
|---|---|---|---|---|---|
| <code>image1</code> | <code>scan1</code> | <code>completed</code> | 2026-01-26 15:30:01 UTC | 2026-01-26 15:40:00 UTC | 1 min 30 s |
`);
  });

  it.each([
    ['completed', '## ✅ Binarly scan completed\n'],
    ['failed', '## ❌ Binarly scan failed\n'],
    ['cancelled', '## ❌ Binarly scan cancelled\n'],
    ['timed-out', '## ⏱️ Binarly scan not finished in time\n'],
    ['no-scan', '## ❌ No Binarly scan found\n'],
    ['unavailable', '## ❌ Binarly could not be asked\n'],
    ['interrupted', '## ⏹️ Waiting for the Binarly scan was interrupted\n'],
    ['error', '## ❌ Waiting for the Binarly scan was not possible\n'],
  ] as const)('begins with the verdict: %s', (status, headline) => {
    expect(summaryOf(report({ status, green: false, images: [] }))).toBe(headline);
  });

  it('puts verdict, facts, notes and advice in this order', () => {
    const timedOut = report({
      status: 'timed-out',
      reason: 'Too slow: raise `timeout`.',
      finishedBefore: '2026-01-26T15:40:00Z',
    });
    expect(summaryOf(timedOut).split('\n\n')).toEqual([
      '## ⏱️ Binarly scan not finished in time',
      expect.stringMatching(/^\| Image .* 1 min 30 s \|$/s),
      'This scan had already finished at 2026-01-26 15:40:00 UTC, before this step began.',
      'Too slow&#58; raise `timeout`&#46;',
      'The step is green all the same: `on-timeout` is `warn`.\n',
    ]);
  });

  it('says nothing of green where the timeout is red', () => {
    expect(summaryOf(report({ status: 'timed-out', green: false, images: [] }))).toBe('## ⏱️ Binarly scan not finished in time\n');
  });

  it('of unusable inputs has no table', () => {
    expect(summaryOf(errorReport('One input is unusable: `token` is empty.'))).toBe(
      '## ❌ Waiting for the Binarly scan was not possible\n\nOne input is unusable&#58; `token` is empty&#46;\n',
    );
  });

  it('has a row for each image', () => {
    const images = [IMAGE, { ...IMAGE, imageId: 'image2' }];
    expect(summaryOf(report({ images })).match(/^\| <code>image\d<\/code> \|/gm)).toEqual([
      '| <code>image1</code> |',
      '| <code>image2</code> |',
    ]);
  });

  it('shows a dash for what is unknown', () => {
    expect(row({ scanId: '', state: '', createdAt: '', finishedAt: '', waitedSeconds: 0 })).toBe(
      '| <code>image1</code> | – | – | – | – | 0 s |',
    );
  });

  it.each([
    ['<img src=x onerror=y>', '&#60;img src&#61;x onerror&#61;y&#62;'],
    ['</code>|x|', '&#60;&#47;code&#62;&#124;x&#124;'],
    ['`a` **b**', '&#96;a&#96; &#42;&#42;b&#42;&#42;'],
    ['[a](b)', '&#91;a&#93;&#40;b&#41;'],
    ['one\n\n# two', 'one &#35; two'],
    ['a\u202eb', 'a b'],
    ['@octocat', '&#64;\u200boctocat'],
    ['x'.repeat(1_000_000), `${'x'.repeat(80)}…`],
  ])('renders nothing of the ID and state %.30j', (text, cell) => {
    expect(row({ imageId: text, scanId: text, state: text })).toBe(
      `| <code>${cell}</code> | <code>${cell}</code> | <code>${cell}</code> | 2026-01-26 15:30:01 UTC | 2026-01-26 15:40:00 UTC | 1 min 30 s |`,
    );
  });

  it('renders nothing of a reason but the names of inputs', () => {
    const reason = 'Said <b>no</b> | ![a](https://a.example) @octocat `a b` ``: check `api-url`.';
    expect(summaryOf(report({ status: 'error', reason, images: [] })).split('\n\n')[1]).toBe(
      'Said &#60;b&#62;no&#60;&#47;b&#62; &#124; &#33;&#91;a&#93;&#40;https&#58;&#47;&#47;\u200ba&#46;example&#41; &#64;\u200boctocat &#96;a b&#96; &#96;&#96;&#58; check `api-url`&#46;\n',
    );
  });
});

describe('finishedBeforeNote', () => {
  it.each([
    ['2026-01-26T16:40:00+01:00', 'This scan had already finished at 2026-01-26 15:40:00 UTC, before this step began.'],
    ['', 'This scan had already finished, before this step began.'],
  ])('of %j', (finishedAt, note) => {
    expect(finishedBeforeNote(finishedAt)).toBe(note);
  });
});
