/** One image's wait against the emulator over real HTTP, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import { beginPolling } from '../../src/scan/apply-poll-result.ts';
import { completedMsOf } from '../../src/scan/follow-scan.ts';
import { instant, scan } from '../support/builders.ts';
import { HOUR, MINUTE, runWait, scanScript } from '../support/emulated-wait.ts';

const EVERY_5_S = { kind: 'fixed', ms: 5_000 } as const;

describe('a long wait', () => {
  it('of 100 minutes completes, lags at most 30 s and polls ever less often', async () => {
    const { record, sleeps } = await runWait({
      scans: [scanScript('s1', 0, [0, 'new'], [MINUTE, 'running'], [100 * MINUTE, 'completed'])],
    });
    expect(record).toMatchObject({
      ended: { status: 'completed' },
      finishedBefore: false,
      lastState: 'completed',
    });
    expect(record.waitedMs).toBeGreaterThanOrEqual(100 * MINUTE);
    expect(record.waitedMs).toBeLessThanOrEqual(100 * MINUTE + 30_000);
    const rounded = sleeps.map(Math.round);
    expect(rounded[0]).toBe(5_250);
    expect(rounded.at(-1)).toBe(28_500);
    expect(rounded).toEqual(rounded.toSorted((a, b) => a - b));
  });

  it('for an old scan starts with the long interval', async () => {
    const { sleeps } = await runWait({
      scans: [scanScript('s1', -2 * HOUR, [-HOUR, 'running'], [MINUTE, 'completed'])],
    });
    expect(sleeps).toEqual([28_500, 28_500, 28_500]);
  });

  it('for a scan from the future, by its date, starts with the short interval', async () => {
    const fault = jsonAnswer(200, {
      id: 's1',
      createTime: '2999-01-01T00:00:00Z',
      latestScanState: { type: 'new' },
    });
    const { sleeps } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'], [MINUTE, 'completed'])],
      scanId: 's1',
      faults: [{ toRequest: 1, fault }],
    });
    expect(sleeps[0]).toBe(5_250);
  });
});

describe('the deadline', () => {
  it('has one last poll made at it', async () => {
    const { record, sleeps } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'])],
      patience: { timeoutMs: 17_000, pollInterval: EVERY_5_S },
    });
    expect(record.ended).toEqual({ status: 'timed-out' });
    expect(record.waitedMs).toBe(17_000);
    expect(sleeps).toEqual([5_000, 5_000, 5_000, 2_000]);
    expect(record.polls).toBe(5);
  });

  it('is not too early for a scan that completes in the last interval', async () => {
    const { record } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'], [16_500, 'completed'])],
      patience: { timeoutMs: 17_000, pollInterval: EVERY_5_S },
    });
    expect(record).toMatchObject({ ended: { status: 'completed' }, waitedMs: 17_000 });
  });

  it('of 0 s still has one poll', async () => {
    const { record } = await runWait({
      scans: [scanScript('s1', -HOUR, [-HOUR, 'completed'])],
      patience: { timeoutMs: 0 },
    });
    expect(record).toMatchObject({ ended: { status: 'completed' }, polls: 1 });
  });
});

describe('the appearance timeout', () => {
  it('ends in a poll at its end, which decides', async () => {
    const { record, sleeps } = await runWait({
      scans: [],
      patience: { appearanceTimeoutMs: 12_000, pollInterval: EVERY_5_S },
    });
    expect(record).toMatchObject({ ended: { status: 'no-scan' }, waitedMs: 12_000 });
    expect(sleeps).toEqual([5_000, 5_000, 2_000]);
  });

  it('is long enough for a scan that appears with the poll at its end', async () => {
    const { record } = await runWait({
      scans: [scanScript('s1', 11_000, [11_000, 'new'], [20_000, 'done'])],
      patience: { appearanceTimeoutMs: 12_000, pollInterval: EVERY_5_S },
    });
    expect(record.ended).toEqual({ status: 'completed' });
  });

  it('also holds for a given scan that is not visible yet', async () => {
    const { record } = await runWait({
      scans: [scanScript('s1', 0, [0, 'completed'])],
      scanId: 's2',
      patience: { appearanceTimeoutMs: 12_000, pollInterval: EVERY_5_S },
    });
    expect(record).toMatchObject({ ended: { status: 'no-scan' }, waitedMs: 12_000 });
  });
});

describe('a product that is not in the list', () => {
  const products = [{ id: '01JZ30CYZY52F5BPR3AAJ2DP81', name: 'Board' }];

  it('ends in an error after 30 s and names similar products', async () => {
    const { record } = await runWait({ scans: [], product: 'Bord', products });
    expect(record.ended).toMatchObject({
      status: 'error',
      refused: {
        cause: { type: 'unknown-product', product: { given: 'Bord', nearest: ['Board'] } },
      },
    });
    expect(record.waitedMs).toBe(30_000);
  });

  it('ends in an error at a deadline that is earlier', async () => {
    const { record } = await runWait({
      scans: [],
      product: 'Bord',
      products,
      patience: { timeoutMs: 7_000 },
    });
    expect(record).toMatchObject({ ended: { status: 'error' }, waitedMs: 7_000 });
  });
});

describe('the scan that is waited for', () => {
  it('is the first that was seen, even if a newer one appears', async () => {
    const { record, requests } = await runWait({
      scans: [
        scanScript('newer', MINUTE, [MINUTE, 'failed']),
        scanScript('s1', 0, [0, 'running'], [10 * MINUTE, 'completed']),
      ],
    });
    expect(record).toMatchObject({ ended: { status: 'completed' }, scan: { id: 's1' } });
    expect(requests.filter((url) => url.endsWith('/scans?status=true'))).toHaveLength(1);
  });

  it('fails a poll that answers no_scans for it', async () => {
    const fault = jsonAnswer(200, { id: 's1', latestScanState: { type: 'no_scans' } });
    const { record, updates } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'], [MINUTE, 'completed'])],
      faults: [{ fault, fromRequest: 2, toRequest: 3 }],
    });
    expect(updates[2]?.record).toMatchObject({
      outage: {
        failure: { cause: { type: 'scan-gone', absent: { type: 'no-scans' } } },
        times: 2,
      },
    });
    expect(record.ended).toEqual({ status: 'completed' });
  });

  it('keeps its creation time if a later answer omits it', async () => {
    const fault = jsonAnswer(200, { id: 's1', latestScanState: { type: 'completed' } });
    const { record } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'])],
      faults: [{ fault, fromRequest: 2 }],
    });
    expect(record.ended).toEqual({ status: 'completed' });
    expect(record.scan?.createTime?.text).toBe('2026-01-26T15:00:00.000Z');
  });

  it.each(['completed', 'failed', 'cancelled'])(
    'had finished before the wait if the first poll finds it %s',
    async (type) => {
      const { record } = await runWait({ scans: [scanScript('s1', -HOUR, [-MINUTE, type])] });
      expect(record).toMatchObject({ ended: { status: type }, finishedBefore: true });
    },
  );

  it('had not finished before if a poll saw it running, whatever its date says', async () => {
    const fault = jsonAnswer(200, {
      id: 's1',
      latestScanState: { type: 'done', createTime: '2020-01-01T00:00:00Z' },
    });
    const { record } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'])],
      faults: [{ fault, fromRequest: 2 }],
    });
    expect(record).toMatchObject({ ended: { status: 'completed' }, finishedBefore: false });
  });
});

describe('the updates', () => {
  it('are one for every poll, with what changed', async () => {
    const { updates, record } = await runWait({
      scans: [
        scanScript('s1', 7_000, [7_000, 'new'], [12_000, 'running'], [16 * MINUTE, 'completed']),
      ],
    });
    const kinds = updates.flatMap(({ changes }) => changes.map(({ kind }) => kind));
    expect(kinds).toEqual(['absent', 'chosen', 'state', 'state', 'state']);
    expect(updates.filter(({ result }) => result !== undefined)).toHaveLength(record.polls);
    expect(updates.at(-1)?.record).toEqual({ ...record, ended: undefined });
    expect(record.timeline.entries.map(({ change }) => change.kind)).toEqual(kinds);
  });
});

describe('when a scan completed', () => {
  const [created, updated] = [instant('2026-01-26T15:30:00Z'), instant('2026-01-26T15:30:50Z')];
  const dateMs = Date.parse('2026-01-26T15:31:00Z');
  const completed = { type: 'completed', since: created };

  it.each([
    [
      'is by the time of its state and the date of the answer',
      completed,
      dateMs,
      undefined,
      40_000,
    ],
    [
      'is by the later time of its state',
      { ...completed, changed: updated },
      dateMs,
      undefined,
      90_000,
    ],
    ['is when a poll saw it if an earlier poll saw it open', completed, dateMs, 97_000, 100_000],
    ['is when a poll saw it if it has no state', undefined, dateMs, undefined, 100_000],
    ['is by the time of its state if that is later', completed, dateMs, 39_000, 40_000],
    ['is when a poll saw it if the answer has no date', completed, undefined, 97_000, 100_000],
    [
      'is when a poll saw it if its state has no time',
      { type: 'done', since: undefined },
      dateMs,
      undefined,
      100_000,
    ],
    [
      'is never after that',
      { ...completed, since: instant('2099-01-01T00:00:00Z') },
      dateMs,
      undefined,
      100_000,
    ],
  ])('%s', (_, state, date, openMs, expected) => {
    const result = { kind: 'found', value: scan({ state }), dateMs: date } as const;
    const polled = { ...beginPolling('i', 0), result, openMs };
    expect(completedMsOf(polled, 100_000)).toBe(expected);
  });
});
