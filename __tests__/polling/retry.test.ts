import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../src/model/api-result.ts';
import type { Outage } from '../../src/model/outage.ts';
import type { Attempt } from '../../src/polling/attempt.ts';
import { type RetryBudgets, type RetryTools, retry } from '../../src/polling/retry.ts';
import { createStartGrace } from '../../src/polling/start-grace.ts';
import { failed, refused } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const EVERY_30_S = { kind: 'fixed', ms: 30_000 } as const;
const FOUND: ApiResult<string> = { kind: 'found', value: 'scan' };
const FAILED = failed();
const FRESH_TOKEN = failed({ type: 'fresh-token-refused', message: 'no' });
const AGAIN: Attempt<string> = { kind: 'again' };

/** Asks on a jumping clock. `judge` gets the number of the attempt, from 1. */
async function run(
  judge: (count: number, nowMs: number) => Attempt<string>,
  budgets: Partial<RetryBudgets> = {},
  more: Partial<RetryTools> & { readonly tookMs?: (count: number) => number } = {},
) {
  const clock = createJumpingClock();
  const beganMs = clock.monotonicMs();
  const { tookMs = () => 0, ...tools } = more;
  const atMs: number[] = [];
  const retried = await retry<ApiResult<string>, string>(
    () => {
      atMs.push(clock.monotonicMs() - beganMs);
      clock.jump(tookMs(atMs.length));
      return Promise.resolve(FOUND);
    },
    (_, nowMs) => judge(atMs.length, nowMs - beganMs),
    { deadlineMs: beganMs + 95_000, maxOutageMs: 900_000, interval: EVERY_30_S, ...budgets },
    { clock, random: () => 0.5, signal: new AbortController().signal, ...tools },
  );
  return { retried, atMs, clock };
}

const failing = (failure = FAILED): Attempt<string> => ({ kind: 'failed', failure });

describe('the loop', () => {
  it('ends with the first attempt that is done', async () => {
    const { retried, atMs } = await run((count) =>
      count < 3 ? AGAIN : { kind: 'done', value: 'completed' },
    );
    expect(retried).toEqual({ kind: 'done', value: 'completed' });
    expect(atMs).toEqual([0, 30_000, 60_000]);
  });

  it('ends with a refusal at once', async () => {
    expect((await run(() => refused())).retried).toEqual(refused());
  });

  it('makes an attempt at the deadline and none after it', async () => {
    const { retried, atMs } = await run(() => AGAIN);
    expect(retried).toEqual({ kind: 'time-up' });
    expect(atMs).toEqual([0, 30_000, 60_000, 90_000, 95_000]);
  });

  it('makes one attempt if there is no time at all', async () => {
    const { retried, atMs } = await run(() => AGAIN, { deadlineMs: -1_000 });
    expect([retried.kind, atMs]).toEqual(['time-up', [0]]);
  });

  it('lets an attempt that is in flight at the deadline decide, as if it had ended then', async () => {
    let endedMs = 0;
    const { retried } = await run(
      (_, nowMs) => {
        endedMs = nowMs;
        return { kind: 'done', value: 'late' };
      },
      {},
      { tookMs: () => 105_000 },
    );
    expect([retried, endedMs]).toEqual([{ kind: 'done', value: 'late' }, 95_000]);
  });

  it('asks once more instead of judging an answer that came over 10 s late', async () => {
    const judged: number[] = [];
    const { retried, atMs } = await run(
      (count) => {
        judged.push(count);
        return AGAIN;
      },
      {},
      { tookMs: () => 105_001 },
    );
    expect([retried.kind, atMs, judged]).toEqual(['time-up', [0, 105_001], [2]]);
  });

  it('wakes when an attempt is due, before the sleep is over', async () => {
    const { clock } = await run((_, nowMs) => ({
      kind: 'again',
      pollByMs: clockAt(nowMs + 20_000),
    }));
    expect(clock.sleeps).toEqual([20_000, 20_000, 20_000, 20_000, 15_000]);
  });

  it('stretches an interval to what the server asks for', async () => {
    const { atMs } = await run(() => ({ kind: 'again', retryAfterMs: 50_000 }));
    expect(atMs).toEqual([0, 50_000, 95_000]);
  });

  it('never sleeps past the deadline or past an attempt that is due, and always ends', async () => {
    const steps = fc.array(
      fc.record({ dueInMs: fc.integer({ min: 1, max: 5_000 }), tookMs: fc.nat(500) }),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(20_000), steps, async (timeoutMs, plan) => {
        const startMs = createJumpingClock().monotonicMs();
        const deadlineMs = startMs + timeoutMs;
        const stepAt = (count: number) => plan[(count - 1) % plan.length];
        const { retried, clock, atMs } = await run(
          (count, nowMs) => ({
            kind: 'again',
            pollByMs: startMs + nowMs + (stepAt(count)?.dueInMs ?? 1),
          }),
          { deadlineMs },
          { tookMs: (count) => stepAt(count)?.tookMs ?? 0 },
        );
        expect(retried).toEqual({ kind: 'time-up' });
        expect(clock.monotonicMs()).toBeGreaterThanOrEqual(deadlineMs);
        for (const sleptMs of clock.sleeps) expect(sleptMs).toBeLessThanOrEqual(5_000);
        expect(atMs.at(-1)).toBeLessThanOrEqual(timeoutMs + 500);
      }),
    );
  });
});

/** An instant this long after a jumping clock begins. */
function clockAt(ms: number): number {
  return createJumpingClock().monotonicMs() + ms;
}

describe('an interruption', () => {
  it('before the first attempt prevents it', async () => {
    const { retried, atMs } = await run(() => AGAIN, {}, { signal: AbortSignal.abort() });
    expect([retried, atMs]).toEqual([{ kind: 'interrupted' }, []]);
  });

  it('during an attempt ends the loop, even at the deadline', async () => {
    const controller = new AbortController();
    const { retried, clock } = await run(
      () => {
        controller.abort();
        return AGAIN;
      },
      { deadlineMs: -1 },
      { signal: controller.signal },
    );
    expect([retried, clock.sleeps]).toEqual([{ kind: 'interrupted' }, []]);
  });

  it('during the attempt that is done changes nothing', async () => {
    const controller = new AbortController();
    const { retried } = await run(
      () => {
        controller.abort();
        return { kind: 'done', value: 'completed' };
      },
      {},
      { signal: controller.signal },
    );
    expect(retried).toEqual({ kind: 'done', value: 'completed' });
  });
});

describe('failed attempts', () => {
  it('end the loop when they have lasted as long as they may', async () => {
    const outages: (Outage | undefined)[] = [];
    const { retried, atMs } = await run(
      (count) => (count === 1 ? AGAIN : failing()),
      { maxOutageMs: 40_000 },
      { onAttempt: (outage) => void outages.push(outage) },
    );
    expect(atMs).toEqual([0, 30_000, 60_000, 70_000]);
    expect(retried).toMatchObject({
      kind: 'gave-up',
      ended: 'max-outage',
      forMs: 40_000,
      reachedApi: true,
      outage: { failure: FAILED, times: 3 },
    });
    expect(outages.map((outage) => outage?.times)).toEqual([undefined, 1, 2, 3]);
  });

  it('end at the deadline if that is earlier', async () => {
    expect((await run(() => failing())).retried).toMatchObject({ kind: 'gave-up', ended: 'time' });
  });

  it('are over with one usable answer', async () => {
    const { retried } = await run((count) => (count === 3 ? AGAIN : failing()), {
      maxOutageMs: 61_000,
      deadlineMs: clockAt(200_000),
    });
    expect(retried).toMatchObject({ kind: 'gave-up', ended: 'max-outage', outage: { times: 4 } });
  });

  it('end sooner if nothing shows that there is an API', async () => {
    const silence = failed({ type: 'no-time' }, { reached: 'nothing' });
    const budgets = { deadlineMs: clockAt(3_600_000) };
    const grace = createStartGrace(clockAt(0));
    const { retried, atMs } = await run(() => failing(silence), budgets, { grace });
    expect(retried).toMatchObject({ kind: 'gave-up', ended: 'max-outage', reachedApi: false });
    expect(atMs.at(-1)).toBe(120_000);
  });

  it('are a refusal if a token issued moments before is refused twice in a row', async () => {
    const { retried, atMs } = await run(() => failing(FRESH_TOKEN));
    const { endpoint, cause } = FRESH_TOKEN;
    expect([retried, atMs.length]).toEqual([{ kind: 'refused', endpoint, cause }, 2]);
    const between = await run((count) => (count % 2 === 0 ? AGAIN : failing(FRESH_TOKEN)));
    expect(between.retried.kind).toBe('gave-up');
  });
});
