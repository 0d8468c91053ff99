import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../../src/model/api-result.ts';
import type { ImageRecord } from '../../../src/model/image-record.ts';
import type { Scan } from '../../../src/model/scan.ts';
import type { Change } from '../../../src/model/timeline.ts';
import { reasonOfRefusal } from '../../../src/report/error-words.ts';
import { describeAbsence } from '../../../src/report/failure-words.ts';
import {
  closingLines,
  describeChange,
  describeResult,
  detailsLine,
  finishedBeforeNote,
  progressOfMany,
  progressOfOne,
  undocumentedWarning,
} from '../../../src/steps/wait/lines.ts';
import { reportOf } from '../../../src/steps/wait/report.ts';
import {
  absent,
  ended,
  failed,
  instant,
  outage,
  record,
  refused,
  reportFor,
  scan,
  scanIn,
  settings,
  snapshot,
} from '../../support/builders.ts';

/** What a hostile server would call a scan or a state, and how it is printed. */
const HOSTILE = '\n::error::##[x]\u202e\x1b[31m';
const TAMED = ': :error::# #[x] [31m';

const UNSEEN = { scan: undefined, lastState: undefined } as const;

describe('describeChange', () => {
  const odd = scan({ id: HOSTILE, createTime: undefined });

  it.each<[Change, string]>([
    [{ kind: 'chosen', scan: scan() }, 'following scan scan-1, created 2026-01-26T15:30:01Z'],
    [{ kind: 'chosen', scan: odd }, `following scan ${TAMED}`],
    [{ kind: 'state', scan: scan(), state: 'in_progress' }, 'scan scan-1 is in_progress'],
    [{ kind: 'state', scan: odd, state: HOSTILE }, `scan ${TAMED} is ${TAMED}`],
    [
      { kind: 'undocumented', scan: odd, state: 'x'.repeat(1_000_000) },
      `scan ${TAMED} is in the state "${'x'.repeat(200)}…", which Binarly does not document`,
    ],
    [
      { kind: 'absent', cause: { type: 'empty-list' } },
      `no scan yet (${describeAbsence(absent().cause)}); \`appearance-timeout\` is 5 min`,
    ],
    [{ kind: 'outage', failure: failed() }, 'the last 2 polls failed (HTTP 502); still trying'],
    [
      { kind: 'recovered', outageMs: 60_000 },
      'polling works again after 1 min without a usable answer',
    ],
    [{ kind: 'fetched', count: 1, of: 1 }, 'fetched 1 of 1 report'],
    [{ kind: 'fetched', count: 1, of: 3 }, 'fetched 1 of 3 reports'],
  ])('says what changed, in one printable clause: case %#', (change, clause) => {
    expect(describeChange(change, settings())).toBe(clause);
  });
});

describe('undocumentedWarning', () => {
  it('is a sentence that says what follows', () => {
    expect(undocumentedWarning('scan s is odd')).toBe(
      'Scan s is odd: still waiting; ' +
        'if this state is final, check for a newer version of this action.',
    );
  });
});

describe('detailsLine', () => {
  it('says that the result does not change', () => {
    expect(detailsLine(HOSTILE, 'timed out')).toBe(
      `Could not read the details of image ${TAMED} (timed out). ` +
        'This does not change the result.',
    );
  });
});

describe('finishedBeforeNote', () => {
  it('gives the time if it is known', () => {
    const since = instant('2026-01-26T16:40:00+01:00');
    const finished = scan({ state: { type: 'completed', since } });
    expect(finishedBeforeNote(record({ scan: finished }))).toBe(
      'This scan finished at 2026-01-26 15:40:00 UTC, before this step began.',
    );
  });

  it('makes up no time', () => {
    const finished = scan({ state: { type: 'completed', since: undefined } });
    expect(finishedBeforeNote(record({ scan: finished }))).toBe(
      'This scan finished before this step began.',
    );
  });
});

describe('closingLines', () => {
  it('name the result and the scan', () => {
    expect(closingLines(reportFor({ status: 'completed' }))).toEqual([
      'Result after 1 min 30 s: completed (scan scan-1).',
    ]);
  });

  it('name no scan that was not seen', () => {
    expect(closingLines(reportFor({ status: 'no-scan' }, UNSEEN))).toEqual([
      'Result after 1 min 30 s: no-scan.',
    ]);
  });

  it('say first that the scan finished before', () => {
    const known = { scan: scanIn('completed'), finishedBefore: true };
    const report = reportFor({ status: 'completed' }, known);
    expect(closingLines(report)).toEqual([
      finishedBeforeNote(record(known)),
      'Result after 1 min 30 s: completed (scan scan-1).',
    ]);
  });

  it('leave the reason to the annotation, and give it if none follows', () => {
    const failedReport = reportFor({ status: 'failed' });
    expect(closingLines(failedReport).join()).not.toContain(failedReport.reason);
    const interrupted = reportFor({ status: 'interrupted' });
    expect(closingLines(interrupted)).toEqual([
      `Result after 1 min 30 s: interrupted. ${interrupted.reason}`,
    ]);
  });

  it('are printable whatever the ID is', () => {
    const report = reportFor({ status: 'completed' }, { scan: scan({ id: HOSTILE }) });
    expect(closingLines(report)[0]).toContain(`(scan ${TAMED}).`);
  });

  it('count the results of several images', () => {
    const several = snapshot({ imageIds: ['a', 'b'] });
    const [done, red] = [ended({ status: 'completed' }), ended({ status: 'failed' })];
    expect(closingLines(reportOf([done, red], several))).toEqual([
      'Result after 1 min 30 s: failed (1 failed, 1 completed).',
    ]);
    const interrupted = reportOf([done, ended({ status: 'interrupted' })], several);
    expect(closingLines(interrupted)).toEqual([
      `Result after 1 min 30 s: interrupted. ${interrupted.reason}`,
    ]);
  });
});

describe('progressOfOne', () => {
  it.each<[Partial<ImageRecord>, string]>([
    [{}, 'scan scan-1 is in_progress'],
    [{ scan: scan({ id: HOSTILE }), lastState: HOSTILE }, `scan ${TAMED} is ${TAMED}`],
    [{ outage: outage() }, 'scan scan-1 is in_progress, and the last poll failed (HTTP 502)'],
    [UNSEEN, 'the scan has not been seen yet'],
    [{ reading: { read: 2_300, total: 10_000 } }, 'reading findings: 2,300 of 10,000'],
    // The state that the API gave in place of a scan is not a scan's.
    [{ scan: undefined, lastState: 'no_scans' }, 'the scan has not been seen yet'],
    [
      { ...UNSEEN, outage: outage() },
      'the scan has not been seen yet, and the last poll failed (HTTP 502)',
    ],
    [{ scan: scanIn(undefined), lastState: undefined }, 'scan scan-1 has no state yet'],
  ])('says how far the wait is: case %#', (known, standing) => {
    expect(progressOfOne(record(known), undefined)).toBe(standing);
  });
});

describe('progressOfMany', () => {
  it('counts the images whose findings are being read', () => {
    const waiting = [record({ reading: { read: 1, total: 2 } }), record()];
    expect(progressOfMany(waiting, 3)).toMatch(/1 with findings being read/);
  });

  it('counts the states, the most common first, and the failing polls', () => {
    const waiting = [
      record({ lastState: 'new' }),
      record(),
      record({ outage: outage() }),
      record({ scan: scanIn(undefined), lastState: undefined }),
      record({ scan: undefined, lastState: 'no_scans' }),
    ];
    expect(progressOfMany(waiting, 9)).toBe(
      'waiting for 5 of 9 images: 2 in_progress, 1 new, 1 without a state, 1 without a scan; ' +
        'the last poll failed for 1',
    );
  });

  it('names at most six states, each of them short', () => {
    const waiting = Array.from({ length: 8 }, (_, index) =>
      record({ lastState: `${index}${'x'.repeat(1_000)}` }),
    );
    expect(progressOfMany(waiting, 8)).toMatch(
      /^waiting for 8 of 8 images: (1 \dx{39}…, ){6}others$/,
    );
  });
});

describe('describeAnswer', () => {
  const found = (value: Scan): ApiResult<Scan> => ({ kind: 'found', value });

  it.each<[ApiResult<Scan>, string]>([
    [found(scan()), 'scan scan-1, in_progress (pending)'],
    [found(scanIn(undefined)), 'scan scan-1, no state (unknown)'],
    [
      found(scan({ id: HOSTILE, state: { type: HOSTILE, since: undefined } })),
      `scan ${TAMED}, ${TAMED} (undocumented)`,
    ],
    [absent(), `no scan, ${describeAbsence(absent().cause)}`],
    [failed(), 'failed, HTTP 502'],
    [refused(), `refused, ${reasonOfRefusal(refused()).happened}`],
    [{ kind: 'interrupted' }, 'interrupted'],
  ])('says what a poll came back with: case %#', (answer, text) => {
    expect(describeResult(answer)).toBe(text);
  });
});
