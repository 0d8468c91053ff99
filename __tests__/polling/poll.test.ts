import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, isStale, type PollOptions, poll } from '../../src/polling/poll.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

function options(timeoutMs: number, more: Partial<Omit<PollOptions, 'clock'>> = {}) {
  const clock = createJumpingClock();
  return {
    clock,
    deadlineMs: clock.monotonicMs() + timeoutMs,
    signal: new AbortController().signal,
    ...more,
  };
}

const pending = (sleepMs: number, pollByMs = Infinity): Attempt<never> => ({
  done: false,
  sleepMs,
  pollByMs,
});

describe('the loop', () => {
  it('ends with the first attempt that settles the wait', async () => {
    const answers: Attempt<string>[] = [pending(5), pending(5), { done: true, value: 'settled' }];
    const polled = await poll(() => Promise.resolve(answers.shift() ?? pending(5)), options(1_000));
    expect(polled).toEqual({ kind: 'settled', value: 'settled' });
    expect(answers).toEqual([]);
  });

  it('makes an attempt at the deadline and none after it', async () => {
    const given = options(95);
    const at: number[] = [];
    const polled = await poll(() => {
      at.push(95 - (given.deadlineMs - given.clock.monotonicMs()));
      return Promise.resolve(pending(30));
    }, given);
    expect(polled).toEqual({ kind: 'deadline' });
    expect(at).toEqual([0, 30, 60, 90, 95]);
  });

  it('makes one attempt if there is no time at all', async () => {
    let attempts = 0;
    const polled = await poll(() => Promise.resolve(pending(++attempts)), options(0));
    expect([polled, attempts]).toEqual([{ kind: 'deadline' }, 1]);
  });

  it('lets an attempt that is in flight at the deadline decide', async () => {
    const given = options(10);
    const polled = await poll((): Promise<Attempt<string>> => {
      given.clock.jump(20);
      return Promise.resolve({ done: true, value: 'late' });
    }, given);
    expect(polled).toEqual({ kind: 'settled', value: 'late' });
  });

  it('makes one more attempt if one took more than 10 s past the deadline', async () => {
    const given = options(10);
    let attempts = 0;
    const polled = await poll(() => {
      attempts += 1;
      given.clock.jump(10_011);
      return Promise.resolve(pending(5));
    }, given);
    expect([polled, attempts]).toEqual([{ kind: 'deadline' }, 2]);
  });

  it('makes the attempt at the deadline even if it wakes up late', async () => {
    const given = options(10);
    const { clock } = given;
    const late = {
      ...clock,
      async sleep(ms: number, signal: AbortSignal) {
        await clock.sleep(ms, signal);
        clock.jump(18_000);
      },
    };
    let attempts = 0;
    const attempt = (): Promise<Attempt<string>> =>
      Promise.resolve(++attempts === 2 ? { done: true, value: 'late' } : pending(20));
    const polled = await poll(attempt, { ...given, clock: late });
    expect(polled).toEqual({ kind: 'settled', value: 'late' });
  });

  it('wakes when a poll is due, before the sleep is over', async () => {
    const given = options(100);
    await poll(() => Promise.resolve(pending(80, given.clock.monotonicMs() + 40)), given);
    expect(given.clock.sleeps).toEqual([40, 40, 20]);
  });

  it('makes no attempt if it was interrupted before', async () => {
    const attempt = () => Promise.reject(new Error('no attempt is due'));
    expect(await poll(attempt, options(100, { signal: AbortSignal.abort() }))).toEqual({
      kind: 'interrupted',
    });
  });

  it('is interrupted by a signal during an attempt, even at the deadline', async () => {
    const controller = new AbortController();
    const given = options(0, { signal: controller.signal });
    const attempt = () => {
      controller.abort();
      return Promise.resolve(pending(5));
    };
    expect(await poll(attempt, given)).toEqual({ kind: 'interrupted' });
    expect(given.clock.sleeps).toEqual([]);
  });

  it('is not interrupted by a signal during the attempt that settles the wait', async () => {
    const controller = new AbortController();
    const attempt = (): Promise<Attempt<string>> => {
      controller.abort();
      return Promise.resolve({ done: true, value: 'settled' });
    };
    expect(await poll(attempt, options(5, { signal: controller.signal }))).toEqual({
      kind: 'settled',
      value: 'settled',
    });
  });

  it('never sleeps past the deadline or past a poll that is due, and always ends', async () => {
    const steps = fc.array(
      fc.record({
        sleepMs: fc.integer({ min: 1, max: 5_000 }),
        pollInMs: fc.integer({ min: 1, max: 5_000 }),
        tookMs: fc.nat(500),
      }),
      {
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(20_000), steps, async (timeoutMs, plan) => {
        const given = options(timeoutMs);
        let attempts = 0;
        let latest = given.clock.monotonicMs();
        const polled = await poll(() => {
          expect(given.clock.monotonicMs()).toBeLessThanOrEqual(latest);
          const step = plan[attempts++ % plan.length];
          given.clock.jump(step?.tookMs ?? 0);
          const now = given.clock.monotonicMs();
          const pollByMs = now + (step?.pollInMs ?? 1);
          latest = Math.min(now + (step?.sleepMs ?? 1), pollByMs, given.deadlineMs);
          return Promise.resolve(pending(step?.sleepMs ?? 1, pollByMs));
        }, given);
        expect(polled).toEqual({ kind: 'deadline' });
        expect(given.clock.monotonicMs()).toBeGreaterThanOrEqual(given.deadlineMs);
      }),
    );
  });
});

describe('an answer is stale', () => {
  const deadlineMs = 60_000;

  it('if it was in flight at the deadline and came more than 10 s after it', () => {
    expect(isStale(59_999, 70_001, deadlineMs)).toBe(true);
    expect(isStale(59_999, 70_000, deadlineMs)).toBe(false);
  });

  it('but not if its poll began at the deadline or later', () => {
    expect(isStale(60_000, 100_000, deadlineMs)).toBe(false);
    expect(isStale(78_000, 100_000, deadlineMs)).toBe(false);
  });
});
