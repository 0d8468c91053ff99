import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { crashReport, errorReport, OUTPUTS, outputsOf, reportOf } from '../../src/report/report.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { instant, outcome, progress, scan, settings } from '../build.ts';

const TROUBLE = { kind: 'trouble', detail: 'HTTP 502', contact: 'unclear', retryAfterMs: undefined } as const;
const COMPLETED = { type: 'completed', since: instant('2026-01-26T16:40:00+01:00') };
const DONE = progress({ scan: scan({ state: COMPLETED }), stateText: 'completed' });

describe('reportOf', () => {
  it('tells all of a completed scan', () => {
    expect(reportOf(outcome({ status: 'completed' }, { progress: DONE, waitedMs: 90_999 }), settings())).toEqual({
      status: 'completed',
      green: true,
      reason: '',
      waitedSeconds: 90,
      images: [
        {
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
      ],
      finishedBefore: undefined,
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
    const report = reportOf(outcome(verdict), settings({ onTimeout }));
    expect([report.status, report.green]).toEqual([verdict.status, green]);
  });

  it('gives the reason to the step and to the image', () => {
    const report = reportOf(outcome({ status: 'cancelled' }), settings());
    const reason = 'Scan scan-1 was cancelled on the platform: start a new scan, unless that was meant.';
    expect([report.reason, report.images[0]?.reason]).toEqual([reason, reason]);
  });

  it.each<[Verdict, string]>([
    [{ status: 'failed' }, '2026-01-26T16:40:00+01:00'],
    [{ status: 'cancelled' }, '2026-01-26T16:40:00+01:00'],
    [{ status: 'timed-out', trouble: undefined }, ''],
    [{ status: 'interrupted' }, ''],
  ])('dates the end only of a scan that ended: %j', (verdict, finishedAt) => {
    expect(reportOf(outcome(verdict, { progress: DONE }), settings()).images[0]?.finishedAt).toBe(finishedAt);
  });

  it.each([
    [false, COMPLETED, undefined],
    [true, COMPLETED, '2026-01-26T16:40:00+01:00'],
    [true, { type: 'completed', since: undefined }, ''],
  ])('says whether the scan was over before, and when', (finishedBefore, state, told) => {
    const done = progress({ scan: scan({ state }), stateText: 'completed' });
    const report = reportOf(outcome({ status: 'completed' }, { progress: done, finishedBefore }), settings());
    expect(report.finishedBefore).toBe(told);
  });

  it.each(['scan-9', undefined])(
    'knows the scan asked for before it was seen, %s, and leaves empty what is unknown',
    (scanId) => {
      const unseen = progress({ scan: undefined, stateText: undefined });
      const report = reportOf(outcome({ status: 'interrupted' }, { progress: unseen }), settings({ scanId }));
      expect(report.images[0]).toMatchObject({ scanId: scanId ?? '', state: '', createdAt: '', finishedAt: '' });
    },
  );

  it.each([
    ['short, verbatim', '\n::error::<b>|', '\n::error::<b>|'],
    ['of a megabyte, up to 1,000 characters', 'x'.repeat(1_000_000), 'x'.repeat(1_000)],
    ['empty', '', ''],
  ])('hands on a state: %s', (_, stateText, state) => {
    expect(reportOf(outcome({ status: 'interrupted' }, { progress: progress({ stateText }) }), settings()).images[0]?.state).toBe(
      state,
    );
  });

  it('cuts no character of a long state in two', () => {
    const stateText = `x${'😀'.repeat(1_000)}`;
    const report = reportOf(outcome({ status: 'interrupted' }, { progress: progress({ stateText }) }), settings());
    expect(report.images[0]?.state.isWellFormed()).toBe(true);
  });
});

describe('errorReport', () => {
  it('is red, and knows of no image', () => {
    expect(errorReport('Why.')).toEqual({
      status: 'error',
      green: false,
      reason: 'Why.',
      waitedSeconds: 0,
      images: [],
      finishedBefore: undefined,
    });
  });
});

describe('crashReport', () => {
  const REASON =
    'This action met an error that it does not know (Error: bug): run the job again, and report this sentence to the maintainers of the action if it comes back.';

  it('is an error without images where nothing was waited for yet', () => {
    expect(crashReport(new Error('bug'), undefined)).toEqual(errorReport(REASON));
  });

  it('tells how far the wait had come, and is red even if the scan was seen completed', () => {
    const known = { wait: settings({ onTimeout: 'warn' }), progress: DONE, waitedMs: 5_500 };
    const report = crashReport(new Error('bug'), known);
    expect(report).toMatchObject({ status: 'error', green: false, reason: REASON, waitedSeconds: 5, finishedBefore: undefined });
    expect(report.images).toEqual([
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
});

describe('outputsOf', () => {
  it('has the outputs of action.yml', () => {
    const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as { outputs: object };
    expect(Object.keys(action.outputs)).toEqual(OUTPUTS);
    expect(Object.keys(outputsOf(errorReport('Why.')))).toEqual(OUTPUTS);
  });

  it('of a wait', () => {
    const report = reportOf(outcome({ status: 'failed' }, { progress: DONE }), settings());
    const reason = 'Scan scan-1 failed on the platform: see why in the Binarly dashboard, then start a new scan.';
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
    expect(JSON.parse(scans)).toEqual(report.images);
  });

  it('of unusable inputs', () => {
    expect(outputsOf(errorReport('Why.'))).toEqual({
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
