import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/binarly/answer.ts';
import type { Scan } from '../../src/binarly/scan.ts';
import {
  answerText,
  clauseOf,
  closingLines,
  expiryWarning,
  openingLine,
  standingOfMany,
  standingOfOne,
  undocumentedWarning,
} from '../../src/report/log.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Progress } from '../../src/wait/progress.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { ending, instant, progress, reportFor, scan, settings, step } from '../support/builders.ts';

/** What a hostile server would call a scan or a state, and how it is printed. */
const HOSTILE = '\n::error::##[x]\u202e\x1b[31m';
const TAMED = ': :error::# #[x] [31m';

const MOMENT = { waitedMs: 65_000, progress: progress() };

describe('openingLine', () => {
  it.each([
    [
      {},
      'Waiting up to 2 h, asking every 5 to 30 s, for the newest scan of image image-1 in product product-1.',
    ],
    [
      { scanId: 'scan-9', pollInterval: { kind: 'fixed', ms: 60_000 } },
      'Waiting up to 2 h, asking every 1 min, for scan scan-9 of image image-1 in product product-1.',
    ],
    [
      { createdAfter: instant('2026-01-26T15:30:00+01:00'), timeoutMs: 5_400_000 },
      'Waiting up to 1 h 30 min, asking every 5 to 30 s, for the newest scan created at or after 2026-01-26T15:30:00+01:00 of image image-1 in product product-1.',
    ],
    [
      { timeoutMs: 500, pollInterval: { kind: 'fixed', ms: 1_500 } },
      'Waiting up to 0.5 s, asking every 1.5 s, for the newest scan of image image-1 in product product-1.',
    ],
    [
      { imageIds: ['a', 'b', 'c'] },
      'Waiting up to 2 h, asking every 5 to 30 s, for the newest scan of each of 3 images in product product-1.',
    ],
    [{ timeoutMs: 0 }, 'Asking once for the newest scan of image image-1 in product product-1.'],
    [
      { scanId: HOSTILE, imageIds: [HOSTILE], product: HOSTILE, timeoutMs: 0 },
      `Asking once for scan ${TAMED} of image ${TAMED} in product ${TAMED}.`,
    ],
  ] as const)('of case %#', (wait, line) => {
    expect(openingLine(settings(wait))).toBe(line);
  });
});

describe('expiryWarning', () => {
  const NOW = Date.parse('2026-01-26T15:00:00Z');
  const INSTEAD =
    'give `client-id` and `client-secret` instead, with which this action renews its tokens.';
  it.each([
    [undefined, undefined],
    [NOW + 60_000, undefined],
    [
      NOW + 59_999,
      `\`token\` expires at 2026-01-26 15:00:59 UTC, before \`timeout\` is over: ${INSTEAD}`,
    ],
    [NOW, `\`token\` expired at 2026-01-26 15:00:00 UTC: ${INSTEAD}`],
  ])('of case %#, with a minute to wait', (endMs, warning) => {
    expect(expiryWarning(endMs, NOW, 60_000)).toBe(warning);
  });
});

describe('clauseOf', () => {
  const odd = scan({ id: HOSTILE, createTime: undefined });
  it.each<[Parameters<typeof clauseOf>[0], string]>([
    [
      { ...MOMENT, kind: 'chosen', scan: scan() },
      'following scan scan-1, created 2026-01-26T15:30:01Z',
    ],
    [{ ...MOMENT, kind: 'chosen', scan: odd }, `following scan ${TAMED}`],
    [{ ...MOMENT, kind: 'state', scan: scan(), now: 'in_progress' }, 'scan scan-1 is in_progress'],
    [{ ...MOMENT, kind: 'state', scan: odd, now: HOSTILE }, `scan ${TAMED} is ${TAMED}`],
    [
      { ...MOMENT, kind: 'undocumented', scan: odd, now: 'x'.repeat(1_000_000) },
      `scan ${TAMED} is in the state "${'x'.repeat(200)}…", which Binarly does not document`,
    ],
    [
      { ...MOMENT, kind: 'absent', detail: 'the list of scans is empty' },
      'no scan yet (the list of scans is empty); `appearance-timeout` is 5 min',
    ],
    [
      { ...MOMENT, kind: 'outage', detail: 'HTTP 502' },
      'nothing learned from the last polls (HTTP 502); asking on',
    ],
    [
      { ...MOMENT, kind: 'recovered', outageMs: 60_000 },
      'polls learn again; nothing was learned for 1 min',
    ],
  ])('tells of a change, case %#', (event, clause) => {
    expect(clauseOf(event, settings())).toBe(clause);
  });
});

describe('undocumentedWarning', () => {
  it.each([
    ['', 'Scan s is odd: '],
    ['image i: ', 'Image i: scan s is odd: '],
  ])('begins as a sentence, %j', (subject, start) => {
    expect(undocumentedWarning(subject, 'scan s is odd')).toBe(
      `${start}this step waits on; look for a newer version of this action if that state means an end.`,
    );
  });
});

describe('standingOfOne', () => {
  const trouble = {
    kind: 'trouble',
    detail: 'HTTP 502',
    contact: 'unclear',
    retryAfterMs: undefined,
  } as const;
  it.each<[Partial<Progress>, string]>([
    [{}, 'scan scan-1 is in_progress'],
    [{ scan: scan({ id: HOSTILE }), stateText: HOSTILE }, `scan ${TAMED} is ${TAMED}`],
    [{ trouble }, 'scan scan-1 is in_progress, nothing learned from the last poll (HTTP 502)'],
    [{ scan: undefined, stateText: undefined }, 'the scan was not seen yet'],
    [
      { scan: undefined, stateText: undefined, trouble },
      'the scan was not seen yet, nothing learned from the last poll (HTTP 502)',
    ],
    // The state that the API gave in place of a scan is not the scan's.
    [{ scan: undefined, stateText: 'no_scans' }, 'the scan was not seen yet'],
    [{ scan: scan({ state: undefined }), stateText: undefined }, 'scan scan-1 is without a state'],
  ])('case %#', (known, standing) => {
    expect(standingOfOne(progress(known), undefined)).toBe(standing);
  });
});

describe('standingOfMany', () => {
  const trouble = {
    kind: 'trouble',
    detail: 'HTTP 502',
    contact: 'unclear',
    retryAfterMs: undefined,
  } as const;
  const inState = (stateText: string | undefined, more: Partial<Progress> = {}) => ({
    progress: progress({ stateText, ...more }),
  });

  it('counts the states, the most common first, and who learns nothing', () => {
    const waiting = [
      inState('new'),
      inState('in_progress'),
      inState('in_progress', { trouble }),
      inState(undefined),
      inState('no_scans', { scan: undefined }),
    ];
    expect(standingOfMany(waiting, 9)).toBe(
      '5 of 9 images are left: 2 in_progress, 1 new, 1 without a state, 1 without a scan; nothing learned from the last poll of 1',
    );
  });

  it('names six states at most, each of them short', () => {
    const waiting = Array.from({ length: 8 }, (_, index) =>
      inState(`${index}${'x'.repeat(1_000)}`),
    );
    const line = standingOfMany(waiting, 8);
    expect(line).toMatch(/^8 of 8 images are left: (1 \dx{39}…, ){6}others$/);
  });
});

describe('answerText', () => {
  const found = (value: Scan): Answer<Scan> => ({ kind: 'found', value, retryAfterMs: undefined });
  it.each<[Answer<Scan>, string]>([
    [found(scan()), 'scan scan-1, in_progress (pending)'],
    [found(scan({ state: undefined })), 'scan scan-1, no state (unknown)'],
    [
      found(scan({ id: HOSTILE, state: { type: HOSTILE, since: undefined } })),
      `scan ${TAMED}, ${TAMED} (undocumented)`,
    ],
    [
      { kind: 'absent', detail: 'the list of scans is empty', retryAfterMs: undefined },
      'absent, the list of scans is empty',
    ],
    [
      { kind: 'trouble', detail: 'HTTP 502', contact: 'unclear', retryAfterMs: undefined },
      'trouble, HTTP 502',
    ],
    [{ kind: 'refusal', detail: 'HTTP 401', advice: 'check `token`' }, 'refusal, HTTP 401'],
    [{ kind: 'interrupted' }, 'interrupted'],
  ])('of case %#', (answer, text) => {
    expect(answerText(answer)).toBe(text);
  });
});

describe('closingLines', () => {
  const done = progress({
    scan: scan({ state: { type: 'done', since: instant('2026-01-26T15:40:00Z') } }),
  });
  const lines = (verdict: Verdict, overrides = {}) => closingLines(reportFor(verdict, overrides));

  it('of a completed scan name it', () => {
    expect(lines({ status: 'completed' })).toEqual([
      'Verdict after 1 min 30 s: completed. Scan scan-1.',
    ]);
  });

  it('of a scan that was over before say so first', () => {
    expect(
      lines({ status: 'completed' }, { progress: done, finishedBefore: true, waitedMs: 0 }),
    ).toEqual([
      'This scan had already finished at 2026-01-26 15:40:00 UTC, before this step began.',
      'Verdict after 0 s: completed. Scan scan-1.',
    ]);
  });

  it('leave the reason to the annotation that follows, and give it where none does', () => {
    expect(lines({ status: 'failed' })).toEqual(['Verdict after 1 min 30 s: failed. Scan scan-1.']);
    expect(lines({ status: 'interrupted' })).toEqual([
      'Verdict after 1 min 30 s: interrupted. The step was interrupted, and scan scan-1 goes on without it: to wait for it later, give its ID as `scan`.',
    ]);
  });

  it('are printable whatever the ID is', () => {
    expect(
      lines({ status: 'completed' }, { progress: progress({ scan: scan({ id: HOSTILE }) }) }),
    ).toEqual([`Verdict after 1 min 30 s: completed. Scan ${TAMED}.`]);
  });

  it('of several images count the verdicts', () => {
    const report = reportOf(
      [ending({ status: 'completed' }), ending({ status: 'failed' })],
      step(),
    );
    expect(closingLines(report)).toEqual([
      'Verdict after 1 min 30 s: failed (1 failed, 1 completed).',
    ]);
    const interrupted = reportOf(
      [ending({ status: 'completed' }), ending({ status: 'interrupted' })],
      step(),
    );
    expect(closingLines(interrupted)).toEqual([
      'Verdict after 1 min 30 s: interrupted. 1 interrupted, 1 completed; image image-1: the step was interrupted, and scan scan-1 goes on without it: to wait for it later, give its ID as `scan`.',
    ]);
  });
});
