import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reasonOfCrash } from '../../src/report/reason.ts';
import { crashReport, errorReport, OUTPUTS, outputsOf, reportOf } from '../../src/report/report.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { ending, instant, progress, reportFor, scan, step } from '../support/builders.ts';

const TROUBLE = {
  kind: 'trouble',
  detail: 'HTTP 502',
  contact: 'unclear',
  retryAfterMs: undefined,
} as const;
const COMPLETED = { type: 'completed', since: instant('2026-01-26T16:40:00+01:00') };
const DONE = progress({ scan: scan({ state: COMPLETED }), stateText: 'completed' });

describe('reportOf', () => {
  it('tells all of a completed scan', () => {
    expect(reportFor({ status: 'completed' }, { progress: DONE, waitedMs: 90_999 })).toEqual({
      status: 'completed',
      green: true,
      reason: '',
      waitedSeconds: 90,
      images: [
        {
          output: {
            productId: 'product-1',
            imageId: 'image-1',
            scanId: 'scan-1',
            status: 'completed',
            state: 'completed',
            reason: '',
            createdAt: '2026-01-26T15:30:01Z',
            finishedAt: '2026-01-26T16:40:00+01:00',
            waitedSeconds: 90,
            polls: 3,
            findings: null,
          },
          reason: undefined,
          finishedBefore: false,
          timeline: { entries: [], more: 0 },
        },
      ],
      dashboardUrl: 'https://dashboard-acme.binarly.cloud',
      madeWallMs: Date.parse('2026-01-26T17:00:00Z'),
    });
  });

  it.each<[Verdict, 'fail' | 'warn', boolean]>([
    [{ status: 'completed' }, 'fail', true],
    [{ status: 'completed' }, 'warn', true],
    [{ status: 'timed-out', trouble: undefined }, 'fail', false],
    [{ status: 'timed-out', trouble: undefined }, 'warn', true],
    [{ status: 'failed' }, 'warn', false],
    [{ status: 'cancelled' }, 'warn', false],
    [{ status: 'no-scan', detail: undefined, trouble: undefined }, 'warn', false],
    [{ status: 'unavailable', trouble: TROUBLE, forMs: 1, contact: true }, 'warn', false],
    [{ status: 'interrupted' }, 'warn', false],
    [{ status: 'error', refusal: { kind: 'refusal', detail: 'no', advice: 'do' } }, 'warn', false],
  ])('%j with `on-timeout` %s: green is %s', (verdict, onTimeout, green) => {
    const report = reportFor(verdict, {}, { onTimeout });
    expect([report.status, report.green]).toEqual([verdict.status, green]);
  });

  it('gives the reason to the step and to the image', () => {
    const report = reportFor({ status: 'cancelled' });
    const reason =
      'Scan scan-1 was cancelled on the platform: start a new scan, unless that was meant.';
    expect([report.reason, report.images[0]?.output.reason]).toEqual([reason, reason]);
  });

  it.each<[Verdict, string]>([
    [{ status: 'failed' }, '2026-01-26T16:40:00+01:00'],
    [{ status: 'cancelled' }, '2026-01-26T16:40:00+01:00'],
    [{ status: 'timed-out', trouble: undefined }, ''],
    [{ status: 'interrupted' }, ''],
  ])('dates the end only of a scan that ended: %j', (verdict, finishedAt) => {
    expect(reportFor(verdict, { progress: DONE }).images[0]?.output.finishedAt).toBe(finishedAt);
  });

  it.each(['scan-9', undefined])(
    'knows the scan asked for before it was seen, %s, and leaves empty what is unknown',
    (scanId) => {
      const unseen = progress({ scan: undefined, stateText: undefined });
      const report = reportFor({ status: 'interrupted' }, { progress: unseen }, { scanId });
      expect(report.images[0]?.output).toMatchObject({
        scanId: scanId ?? '',
        state: '',
        createdAt: '',
        finishedAt: '',
      });
    },
  );

  it.each([
    ['short, verbatim', '\n::error::<b>|', '\n::error::<b>|'],
    ['of a megabyte, up to 1,000 characters', 'x'.repeat(1_000_000), 'x'.repeat(1_000)],
    ['empty', '', ''],
  ])('hands on a state: %s', (_, stateText, state) => {
    expect(
      reportFor({ status: 'interrupted' }, { progress: progress({ stateText }) }).images[0]?.output
        .state,
    ).toBe(state);
  });

  it('cuts no character of a long state in two', () => {
    const stateText = `x${'😀'.repeat(1_000)}`;
    const report = reportFor({ status: 'interrupted' }, { progress: progress({ stateText }) });
    expect(report.images[0]?.output.state.isWellFormed()).toBe(true);
  });
});

describe('errorReport', () => {
  it('is red, and knows of no image', () => {
    expect(errorReport('Why.', 0)).toEqual({
      status: 'error',
      green: false,
      reason: 'Why.',
      waitedSeconds: 0,
      images: [],
      dashboardUrl: undefined,
      madeWallMs: 0,
    });
  });
});

describe('crashReport', () => {
  const REASON =
    'This action met an error that it does not know (Error: bug): run the job again, and report this sentence to the maintainers of the action if it comes back.';

  const cause = new Error('bug');
  const crashed = { reason: reasonOfCrash(cause), status: 'error' } as const;

  it('tells how far the wait had come, and is red even if the scan was seen completed', () => {
    const known = ending({ status: 'completed' }, { ...crashed, progress: DONE, waitedMs: 5_500 });
    const report = crashReport(cause, { step: step({ onTimeout: 'warn' }), endings: [known] });
    expect(report).toMatchObject({
      status: 'error',
      green: false,
      reason: REASON,
      waitedSeconds: 5,
    });
    expect(report.images.map(({ output }) => output)).toEqual([
      {
        productId: 'product-1',
        imageId: 'image-1',
        scanId: 'scan-1',
        status: 'error',
        state: 'completed',
        reason: REASON,
        createdAt: '2026-01-26T15:30:01Z',
        finishedAt: '',
        waitedSeconds: 5,
        polls: 3,
        findings: null,
      },
    ]);
  });

  it('is red even if every image had its end', () => {
    const report = crashReport(cause, { step: step(), endings: [ending({ status: 'completed' })] });
    expect(report).toMatchObject({ status: 'error', green: false, reason: REASON });
    expect(report.images[0]?.output.status).toBe('completed');
  });
});

describe('outputsOf', () => {
  it('has the outputs of action.yml', () => {
    const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
      outputs: object;
    };
    expect(Object.keys(action.outputs)).toEqual(OUTPUTS);
    expect(Object.keys(outputsOf(errorReport('Why.', 0)))).toEqual(OUTPUTS);
  });

  it('of a wait', () => {
    const report = reportFor({ status: 'failed' }, { progress: DONE });
    const reason =
      'Scan scan-1 failed on the platform: see why in the Binarly dashboard, then start a new scan.';
    const { scans, ...single } = outputsOf(report);
    expect(single).toEqual({
      status: 'failed',
      'scan-id': 'scan-1',
      'product-id': 'product-1',
      'image-id': 'image-1',
      state: 'completed',
      reason,
      'created-at': '2026-01-26T15:30:01Z',
      'finished-at': '2026-01-26T16:40:00+01:00',
      'waited-seconds': '90',
    });
    expect(JSON.parse(scans)).toEqual(report.images.map(({ output }) => output));
  });

  it('of unusable inputs', () => {
    expect(outputsOf(errorReport('Why.', 0))).toEqual({
      status: 'error',
      'scan-id': '',
      'product-id': '',
      'image-id': '',
      state: '',
      reason: 'Why.',
      'created-at': '',
      'finished-at': '',
      'waited-seconds': '0',
      scans: '[]',
    });
  });
});

describe('several images', () => {
  const TIMED_OUT: Verdict = { status: 'timed-out', trouble: undefined };
  const over = (verdicts: readonly Verdict[], onTimeout: 'fail' | 'warn' = 'fail') =>
    reportOf(
      verdicts.map((verdict, index) =>
        ending(verdict, { imageId: `image-${index}`, waitedMs: index * 1_000 }),
      ),
      step({ onTimeout }),
    );

  it('have one reason: the counts, and the sentence of the first that decides', () => {
    const report = over([
      TIMED_OUT,
      { status: 'completed' },
      { status: 'failed' },
      { status: 'failed' },
    ]);
    expect(report).toMatchObject({ status: 'failed', green: false, waitedSeconds: 3 });
    expect(report.reason).toBe(
      '2 failed, 1 timed-out, 1 completed; image image-2: scan scan-1 failed on the platform: see why in the Binarly dashboard, then start a new scan.',
    );
    expect(outputsOf(report)['image-id']).toBe('image-0');
    expect(report.images.map(({ output }) => output.imageId)).toEqual([
      'image-0',
      'image-1',
      'image-2',
      'image-3',
    ]);
  });

  it('are completed only if each is', () => {
    expect(over([{ status: 'completed' }, { status: 'completed' }])).toMatchObject({
      status: 'completed',
      green: true,
      reason: '',
    });
  });

  it.each([
    ['warn', true],
    ['fail', false],
  ] as const)('of which one is late, with `on-timeout` %s: green is %s', (onTimeout, green) => {
    expect(over([{ status: 'completed' }, TIMED_OUT], onTimeout)).toMatchObject({
      status: 'timed-out',
      green,
    });
  });

  it('of which one is late and one failed are red, whatever `on-timeout` says', () => {
    expect(over([TIMED_OUT, { status: 'failed' }], 'warn')).toMatchObject({
      status: 'failed',
      green: false,
    });
  });

  it('of which there are none are no success', () => {
    expect(reportOf([], step())).toMatchObject({ status: 'error', green: false });
  });
});
