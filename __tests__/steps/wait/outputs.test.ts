import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sentenceOf } from '../../../src/report/sentence.ts';
import { OUTPUTS, outputsOf, type ScanOutput } from '../../../src/steps/wait/outputs.ts';
import { type Report, reportOf, reportOfProblems } from '../../../src/steps/wait/report.ts';
import { details, ended, instant, reportFor, scan, snapshot } from '../../support/builders.ts';

const FINISHED = '2026-01-26T16:40:00+01:00';
const DONE = scan({ state: { type: 'completed', since: instant(FINISHED) } });
const UNSEEN = { scan: undefined, lastState: undefined, lastKnownState: undefined } as const;

function scansOf(report: Report): readonly ScanOutput[] {
  return JSON.parse(outputsOf(report).scans) as readonly ScanOutput[];
}

describe('outputsOf', () => {
  it('has the outputs of action.yml', () => {
    const file = readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8');
    const action = parse(file) as { outputs: object };
    expect(Object.keys(action.outputs)).toEqual(OUTPUTS);
    expect(Object.keys(outputsOf(reportFor({ status: 'completed' })))).toEqual(OUTPUTS);
  });

  it('says everything that is known about a completed scan', () => {
    const counts = { secret: 2 };
    const report = reportFor(
      { status: 'completed' },
      {
        scan: DONE,
        lastState: 'completed',
        waitedMs: 90_999,
        details: details({ findings: { counts, kev: 1 } }),
      },
    );
    const { scans, ...single } = outputsOf(report);
    expect(single).toEqual({
      status: 'completed',
      'scan-id': 'scan-1',
      'product-id': 'product-1',
      'image-id': 'image-1',
      state: 'completed',
      reason: '',
      'created-at': '2026-01-26T15:30:01Z',
      'finished-at': FINISHED,
      'waited-seconds': '90',
      'findings-file': '',
      'sarif-file': '',
      'summary-file': '',
      'verdict-file': '',
      reports: '',
    });
    expect(JSON.parse(scans)).toEqual([
      {
        productId: 'product-1',
        imageId: 'image-1',
        imageName: 'Board',
        imageVersion: '1.2',
        scanId: 'scan-1',
        status: 'completed',
        state: 'completed',
        reason: '',
        createdAt: '2026-01-26T15:30:01Z',
        finishedAt: FINISHED,
        waitedSeconds: 90,
        polls: 3,
        findings: { counts, kev: 1 },
        gate: null,
      },
    ]);
  });

  it('leaves unknown values empty', () => {
    const report = reportOf([ended({ status: 'interrupted' }, { ...UNSEEN, waitedMs: 0 })], {
      ...snapshot(),
      product: undefined,
    });
    const { status, 'image-id': imageId, reason, scans, ...others } = outputsOf(report);
    expect(new Set(Object.values(others))).toEqual(new Set(['', '0']));
    expect(scansOf(report)).toMatchObject([
      {
        productId: '',
        imageName: '',
        imageVersion: '',
        scanId: '',
        state: '',
        createdAt: '',
        finishedAt: '',
        findings: null,
      },
    ]);
  });

  it('has the ID of the requested scan before it is seen', () => {
    const report = reportFor({ status: 'no-scan' }, UNSEEN, { scanId: 'scan-9' });
    expect(outputsOf(report)['scan-id']).toBe('scan-9');
    expect(scansOf(report)[0]?.scanId).toBe('scan-9');
  });

  it('has no image if the inputs are invalid', () => {
    const problem = { input: 'token', kind: 'missing-credential', text: 'is empty' } as const;
    const { reason, ...others } = outputsOf(reportOfProblems([problem], 0));
    expect(reason).toContain('token is empty.');
    expect(others).toMatchObject({ status: 'error', 'scan-id': '', scans: '[]' });
  });

  it('has an end time only for a scan that ended', () => {
    const since = instant(FINISHED);
    for (const type of ['completed', 'done', 'failed', 'cancelled', 'running', 'odd']) {
      const known = scan({ state: { type, since } });
      const isEnd = type !== 'running' && type !== 'odd';
      const outputs = outputsOf(reportFor({ status: 'interrupted' }, { scan: known }));
      expect(outputs['finished-at']).toBe(isEnd ? FINISHED : '');
    }
  });

  it('describes the first image in the single outputs, and all in `scans`', () => {
    const records = [
      ended({ status: 'completed' }, { imageId: 'a', waitedMs: 1_000 }),
      ended({ status: 'failed' }, { imageId: 'b', scan: scan({ id: 'scan-2' }), waitedMs: 9_000 }),
    ];
    const report = reportOf(records, snapshot({ imageIds: ['a', 'b'] }));
    expect(outputsOf(report)).toMatchObject({
      status: 'failed',
      'image-id': 'a',
      'scan-id': 'scan-1',
      'waited-seconds': '9',
    });
    expect(scansOf(report)).toMatchObject([
      { imageId: 'a', scanId: 'scan-1', status: 'completed', reason: '' },
      { imageId: 'b', scanId: 'scan-2', status: 'failed' },
    ]);
    const [, second] = report.images;
    expect(scansOf(report)[1]?.reason).toBe(second?.reason && sentenceOf(second.reason));
  });

  it('keeps a state up to 1,000 characters and cuts none in two', () => {
    const state = (lastState: string) =>
      scansOf(reportFor({ status: 'interrupted' }, { lastState }))[0]?.state;
    expect(state('x'.repeat(1_000_000))).toBe('x'.repeat(1_000));
    expect(state(`x${'😀'.repeat(1_000)}`)).toBe(`x${'😀'.repeat(999)}`);
  });
});

describe('our own sentences', () => {
  it('have no apostrophe, which an output would show as a question mark', () => {
    const sources = readdirSync(new URL('../../../src', import.meta.url), {
      recursive: true,
      withFileTypes: true,
    }).filter((entry) => entry.isFile());
    expect(sources.length).toBeGreaterThan(40);
    for (const { parentPath, name } of sources) {
      const lines = readFileSync(join(parentPath, name), 'utf8').split('\n');
      const code = lines.filter((line) => !/^\s*(\/\/|\/\*|\*)/.test(line));
      expect(code.filter((line) => /\w(['\u2019]|\\')\w/.test(line))).toEqual([]);
    }
  });
});
