/** Outages, pauses and interruptions of a wait over real HTTP, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import { apiError, jsonAnswer } from '../../emulator/faults.ts';
import type { FaultScript } from '../../emulator/script.ts';
import { HOUR, MINUTE, runWait, scanScript } from '../support/emulated-wait.ts';
import { noReply } from '../support/replies.ts';

describe('an outage', () => {
  it('slows polls down to 30 s and ends in a poll at its end', async () => {
    const { record, sleeps } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'])],
      faults: [{ fault: apiError(503, 'down'), fromRequest: 2 }],
      patience: { maxOutageMs: 2 * MINUTE },
    });
    expect(record.ended).toMatchObject({
      status: 'unavailable',
      forMs: 2 * MINUTE,
      reachedApi: true,
    });
    // Counted from the first failed poll, at 5.25 s.
    expect(record.waitedMs).toBe(2 * MINUTE + 5_250);
    expect(sleeps.map(Math.round)).toEqual([5_250, 5_250, 10_000, 20_000, 28_500, 28_500, 27_750]);
  });

  it('that is shorter than max-outage does not end the wait', async () => {
    const { record, updates } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'], [HOUR, 'completed'])],
      faults: [{ fault: { kind: 'reset' }, fromMs: 10 * MINUTE, toMs: 24 * MINUTE }],
    });
    expect(record.ended).toEqual({ status: 'completed' });
    const kinds = updates.flatMap(({ changes }) => changes.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'outage' || kind === 'recovered')).toEqual([
      'outage',
      'recovered',
    ]);
  });

  it('does not begin with a single 502 after an interval longer than max-outage', async () => {
    const { record } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'], [50 * MINUTE, 'completed'])],
      faults: [{ fault: apiError(502, 'down'), fromRequest: 2, toRequest: 2 }],
      patience: { pollInterval: { kind: 'fixed', ms: 20 * MINUTE } },
    });
    expect(record.ended).toEqual({ status: 'completed' });
  });

  it('has its last poll when max-outage ends, whatever Retry-After says', async () => {
    const busy = (seconds: string): FaultScript['fault'] => ({
      kind: 'answer',
      status: 429,
      body: '',
      headers: { 'retry-after': seconds },
    });
    const { record, sleeps } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'], [MINUTE, 'completed'])],
      faults: [
        { fault: busy('40'), fromRequest: 1, toRequest: 1 },
        { fault: busy('999999999999'), fromRequest: 2, toRequest: 2 },
      ],
    });
    expect(sleeps).toEqual([40_000, 15 * MINUTE - 40_000]);
    expect(record.ended).toEqual({ status: 'completed' });
  });

  it('of a server that is not an API ends the wait after two minutes', async () => {
    const { record } = await runWait({
      scans: [],
      faults: [{ fault: { kind: 'answer', status: 200, body: '<html>' } }],
    });
    expect(record).toMatchObject({
      ended: { status: 'unavailable', forMs: 2 * MINUTE, reachedApi: false },
      waitedMs: 2 * MINUTE,
    });
  });
});

describe('a Retry-After on an informative answer', () => {
  it.each([
    ['120', 2 * MINUTE],
    ['7200', 5 * MINUTE],
  ])('of %s s delays the next poll by %i ms', async (seconds, ms) => {
    const running = {
      id: 's1',
      createTime: '2026-01-26T15:00:00Z',
      latestScanState: { type: 'running' },
    };
    const fault = jsonAnswer(200, running, { 'retry-after': seconds });
    const { sleeps } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'], [MINUTE, 'completed'])],
      scanId: 's1',
      faults: [{ fault, toRequest: 1 }],
    });
    expect(sleeps).toEqual([ms]);
  });
});

describe('an interruption', () => {
  it('before the first poll makes no request', async () => {
    const { record, requests } = await runWait({ scans: [], signal: AbortSignal.abort() });
    expect(record).toMatchObject({ ended: { status: 'interrupted' }, polls: 0 });
    expect(requests).toEqual([]);
  });

  it('of a poll during an outage does not say that polling works again', async () => {
    const controller = new AbortController();
    let requests = 0;
    const { record, updates } = await runWait({
      scans: [],
      faults: [{ fault: { kind: 'answer', status: 503, body: '' } }],
      signal: controller.signal,
      throughHttp: (http) => (request) => {
        requests += 1;
        if (requests < 5) return http(request);
        controller.abort();
        return Promise.resolve(noReply({ type: 'interrupted' }));
      },
    });
    expect(record).toMatchObject({ ended: { status: 'interrupted' }, outage: { times: 4 } });
    const changes = updates.flatMap((update) => update.changes.map(({ kind }) => kind));
    expect(changes).toEqual(['outage']);
  });

  it('during a wait keeps what is known', async () => {
    const controller = new AbortController();
    const { record } = await runWait({
      scans: [scanScript('s1', 0, [0, 'running'])],
      signal: controller.signal,
      onUpdate: () => controller.abort(),
    });
    expect(record).toMatchObject({
      ended: { status: 'interrupted' },
      scan: { id: 's1' },
      lastState: 'running',
    });
  });

  it('during a request counts no poll', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const { record } = await runWait({
      scans: [],
      faults: [{ fault: { kind: 'silent' } }],
      signal: controller.signal,
    });
    expect(record).toMatchObject({ ended: { status: 'interrupted' }, polls: 0 });
  });

  it('after the verdict changes nothing', async () => {
    const controller = new AbortController();
    const { record } = await runWait({
      scans: [scanScript('s1', 0, [0, 'completed'])],
      signal: controller.signal,
      onUpdate: () => controller.abort(),
    });
    expect(record.ended).toEqual({ status: 'completed' });
  });
});
