import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, type PollOptions, poll } from '../../src/wait/poll.ts';
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

const pending = (sleepMs: number, dueMs = Infinity): Attempt<never> => ({
  done: false,
  sleepMs,
  dueMs,
});

describe('poll', () => {
  it('settles with the first attempt that is done, and makes no other', async () => {
    const answers: Attempt<string>[] = [pending(5), pending(5), { done: true, value: 'settled' }];
    const polled = await poll(() => Promise.resolve(answers.shift() ?? pending(5)), options(1_000));
    expect(polled).toEqual({ kind: 'settled', value: 'settled' });
    expect(answers).toEqual([]);
  });

  it('makes an attempt at the deadline, and none after it', async () => {
    const given = options(95);
    const at: number[] = [];
    const polled = await poll(() => {
      at.push(95 - (given.deadlineMs - given.clock.monotonicMs()));
      return Promise.resolve(pending(30));
    }, given);
    expect(polled).toEqual({ kind: 'deadline' });
    expect(at).toEqual([0, 30, 60, 90, 95]);
  });

  it('asks once if there is no time at all', async () => {
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

  it('wakes where a poll is due, before the sleep is over', async () => {
    const given = options(100);
    await poll(() => Promise.resolve(pending(80, given.clock.monotonicMs() + 40)), given);
    expect(given.clock.sleeps).toEqual([40, 40, 20]);
  });

  it('makes no attempt if it is interrupted before', async () => {
    const attempt = () => Promise.reject(new Error('not to be made'));
    expect(await poll(attempt, options(100, { signal: AbortSignal.abort() }))).toEqual({
      kind: 'interrupted',
    });
  });

  it('is interrupted by a signal in an attempt, even one at the deadline', async () => {
    const controller = new AbortController();
    const given = options(0, { signal: controller.signal });
    const attempt = () => {
      controller.abort();
      return Promise.resolve(pending(5));
    };
    expect(await poll(attempt, given)).toEqual({ kind: 'interrupted' });
    expect(given.clock.sleeps).toEqual([]);
  });

  it('is not interrupted by a signal after the attempt that settles', async () => {
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

  it('never sleeps past the deadline, nor past what is due, and always ends', async () => {
    const steps = fc.array(
      fc.record({
        sleepMs: fc.integer({ min: 1, max: 5_000 }),
        dueInMs: fc.integer({ min: 1, max: 5_000 }),
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
          const dueMs = now + (step?.dueInMs ?? 1);
          latest = Math.min(now + (step?.sleepMs ?? 1), dueMs, given.deadlineMs);
          return Promise.resolve(pending(step?.sleepMs ?? 1, dueMs));
        }, given);
        expect(polled).toEqual({ kind: 'deadline' });
        expect(given.clock.monotonicMs()).toBeGreaterThanOrEqual(given.deadlineMs);
      }),
    );
  });
});
