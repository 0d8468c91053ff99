import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/binarly/answer.ts';
import type { Scan } from '../../src/binarly/scan.ts';
import { closingLines, expiryWarning, lineOf, openingLine } from '../../src/report/log.ts';
import { errorReport, reportOf } from '../../src/report/report.ts';
import type { Change } from '../../src/wait/event.ts';
import type { Progress } from '../../src/wait/progress.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { instant, outcome, progress, scan, settings } from '../build.ts';

/** What a hostile server would call a scan or a state, and how it is printed. */
const HOSTILE = '\n::error::##[x]\u202e\x1b[31m';
const TAMED = ': :error::# #[x] [31m';

describe('openingLine', () => {
  it.each([
    [{}, 'Waiting up to 2 h, asking every 5 to 30 s, for the newest scan of image image-1 in product product-1.'],
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
    [{ timeoutMs: 0 }, 'Asking once for the newest scan of image image-1 in product product-1.'],
    [
      { scanId: HOSTILE, imageId: HOSTILE, productId: HOSTILE, timeoutMs: 0 },
      `Asking once for scan ${TAMED} of image ${TAMED} in product ${TAMED}.`,
    ],
  ] as const)('of case %#', (wait, line) => {
    expect(openingLine(settings(wait))).toBe(line);
  });
});

describe('expiryWarning', () => {
  const NOW = Date.parse('2026-01-26T15:00:00Z');
  const INSTEAD = 'give `client-id` and `client-secret` instead, with which this action renews its tokens.';
  it.each([
    [undefined, undefined],
    [NOW + 60_000, undefined],
    [NOW + 59_999, `\`token\` expires at 2026-01-26 15:00:59 UTC, before \`timeout\` is over: ${INSTEAD}`],
    [NOW, `\`token\` expired at 2026-01-26 15:00:00 UTC: ${INSTEAD}`],
  ])('of case %#, with a minute to wait', (endMs, warning) => {
    expect(expiryWarning(endMs, NOW, 60_000)).toBe(warning);
  });
});

describe('lineOf', () => {
  type Told = Change | { kind: 'heartbeat' } | { kind: 'polled'; answer: Answer<Scan> };
  function line(told: Told, overrides: Partial<Progress> = {}) {
    return lineOf({ ...told, waitedMs: 65_000, progress: progress(overrides) }, settings());
  }

  const odd = scan({ id: HOSTILE, createTime: undefined });
  it.each<[Told, string]>([
    [{ kind: 'chosen', scan: scan() }, 'Following scan scan-1, created 2026-01-26T15:30:01Z.'],
    [{ kind: 'chosen', scan: odd }, `Following scan ${TAMED}.`],
    [{ kind: 'state', scan: scan(), now: 'in_progress' }, 'After 1 min 5 s: scan scan-1 is in_progress.'],
    [{ kind: 'state', scan: odd, now: HOSTILE }, `After 1 min 5 s: scan ${TAMED} is ${TAMED}.`],
    [
      { kind: 'absent', detail: 'the list of scans is empty' },
      'After 1 min 5 s: no scan yet (the list of scans is empty); `appearance-timeout` is 5 min.',
    ],
    [{ kind: 'outage', detail: 'HTTP 502' }, 'After 1 min 5 s: nothing learned from the last polls (HTTP 502); asking on.'],
    [{ kind: 'recovered', outageMs: 60_000 }, 'After 1 min 5 s: polls learn again; nothing was learned for 1 min.'],
  ])('tells of a change, case %#', (told, text) => {
    expect(line(told)).toEqual({ level: 'info', text });
  });

  it.each([
    [true, 'warning', 'paused', 'paused'],
    [false, 'info', 'paused', 'paused'],
    [true, 'warning', 'constructor', 'constructor'],
    [true, 'warning', HOSTILE, TAMED],
    [true, 'warning', 'x'.repeat(1_000_000), `${'x'.repeat(200)}…`],
  ])('warns once of undocumented states, case %#', (first, level, state, printed) => {
    expect(line({ kind: 'undocumented', scan: scan(), state, first })).toEqual({
      level,
      text: `Scan scan-1 is in the state "${printed}", which Binarly does not document: this step waits on; look for a newer version of this action if that state means an end.`,
    });
  });

  const trouble = { kind: 'trouble', detail: 'HTTP 502', contact: 'unclear', retryAfterMs: undefined } as const;
  it.each<[Partial<Progress>, string]>([
    [{}, 'scan scan-1 is in_progress.'],
    [{ scan: scan({ id: HOSTILE }), stateText: HOSTILE }, `scan ${TAMED} is ${TAMED}.`],
    [{ trouble }, 'scan scan-1 is in_progress, nothing learned from the last poll (HTTP 502).'],
    [{ scan: undefined, stateText: undefined }, 'the scan was not seen yet.'],
    [
      { scan: undefined, stateText: undefined, trouble },
      'the scan was not seen yet, nothing learned from the last poll (HTTP 502).',
    ],
    // The state that the API gave in place of a scan is not the scan's.
    [{ scan: undefined, stateText: 'no_scans' }, 'the scan was not seen yet.'],
  ])('beats, case %#', (known, standing) => {
    const text = `After 1 min 5 s of 2 h: still waiting; ${standing}`;
    expect(line({ kind: 'heartbeat' }, known)).toEqual({ level: 'info', text });
  });

  it('does not say of a scan without a state that it was not seen', () => {
    const { text } = line({ kind: 'heartbeat' }, { scan: scan({ state: undefined }), stateText: undefined });
    expect(text).toBe('After 1 min 5 s of 2 h: still waiting; scan scan-1 is without a state.');
  });

  const found = (value: Scan): Answer<Scan> => ({ kind: 'found', value, retryAfterMs: undefined });
  it.each<[Answer<Scan>, string]>([
    [found(scan()), 'scan scan-1, in_progress (pending)'],
    [found(scan({ state: undefined })), 'scan scan-1, no state (unknown)'],
    [found(scan({ id: HOSTILE, state: { type: HOSTILE, since: undefined } })), `scan ${TAMED}, ${TAMED} (undocumented)`],
    [{ kind: 'absent', detail: 'the list of scans is empty', retryAfterMs: undefined }, 'absent, the list of scans is empty'],
    [trouble, 'trouble, HTTP 502'],
    [{ kind: 'refusal', detail: 'HTTP 401', advice: 'check `token`' }, 'refusal, HTTP 401'],
    [{ kind: 'interrupted' }, 'interrupted'],
  ])('keeps a poll to debug, case %#', (answer, text) => {
    expect(line({ kind: 'polled', answer })).toEqual({ level: 'debug', text: `After 1 min 5 s: poll 3: ${text}` });
  });
});

describe('closingLines', () => {
  const done = progress({ scan: scan({ state: { type: 'done', since: instant('2026-01-26T15:40:00Z') } }) });
  const lines = (verdict: Verdict, overrides = {}) => closingLines(reportOf(outcome(verdict, overrides), settings()));

  it('of a completed scan name it', () => {
    expect(lines({ status: 'completed' })).toEqual(['Verdict after 1 min 30 s: completed. Scan scan-1.']);
  });

  it('of a scan that was over before say so first', () => {
    expect(lines({ status: 'completed' }, { progress: done, finishedBefore: true, waitedMs: 0 })).toEqual([
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
    expect(lines({ status: 'completed' }, { progress: progress({ scan: scan({ id: HOSTILE }) }) })).toEqual([
      `Verdict after 1 min 30 s: completed. Scan ${TAMED}.`,
    ]);
  });

  it('of no image are the verdict alone', () => {
    expect(closingLines(errorReport('Why.'))).toEqual(['Verdict after 0 s: error.']);
  });
});
