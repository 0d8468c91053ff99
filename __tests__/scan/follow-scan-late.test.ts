/**
 * The limits of requests, and a process that was stopped around the deadline: a suspended machine,
 * SIGSTOP. The clock is a jumping one, and answers are made up.
 */
import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../src/model/api-result.ts';
import { end } from '../../src/model/image-record.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { CallOptions } from '../../src/polling/call-options.ts';
import type { Clock } from '../../src/polling/clock.ts';
import { followScan, type ScanPoll, type WaitBudgets } from '../../src/scan/follow-scan.ts';
import { failed, scanIn } from '../support/builders.ts';
import { patience } from '../support/emulated-wait.ts';
import { createJumpingClock, type JumpingClock } from '../support/jumping-clock.ts';

const TIMEOUT_MS = 60_000;
const EVERY_20_S = { kind: 'fixed', ms: 20_000 } as const;

const RUNNING: ApiResult<Scan> = { kind: 'found', value: scanIn('running') };
const COMPLETED: ApiResult<Scan> = { kind: 'found', value: scanIn('completed') };

interface Asked {
  /** Milliseconds since the wait began. */
  readonly atMs: number;
  /** Counted from 1. */
  readonly poll: number;
  readonly clock: JumpingClock;
  readonly limits: CallOptions;
}

async function waitWith(
  answerTo: (asked: Asked) => ApiResult<Scan>,
  overrides: Partial<WaitBudgets> = {},
  clockOf: (clock: JumpingClock) => Clock = (clock) => clock,
) {
  const clock = createJumpingClock();
  const beganMs = clock.monotonicMs();
  const pollsAtMs: number[] = [];
  const given = patience({ timeoutMs: TIMEOUT_MS, pollInterval: EVERY_20_S, ...overrides });
  const poll: ScanPoll = () => (limits) => {
    const atMs = clock.monotonicMs() - beganMs;
    pollsAtMs.push(atMs);
    return Promise.resolve(answerTo({ atMs, poll: pollsAtMs.length, clock, limits }));
  };
  const { record, ended } = await followScan(
    'image-1',
    poll,
    { ...given, beganMs },
    {
      clock: clockOf(clock),
      random: () => 0.5,
      signal: new AbortController().signal,
      onUpdate: () => undefined,
    },
  );
  return { record: end(record, ended), pollsAtMs };
}

/** A clock whose sleep up to the deadline ends 18 s late. */
function oversleeping(clock: JumpingClock): Clock {
  const deadlineMs = clock.monotonicMs() + TIMEOUT_MS;
  return {
    ...clock,
    async sleep(ms, signal) {
      await clock.sleep(ms, signal);
      if (clock.monotonicMs() === deadlineMs) clock.jump(18_000);
    },
  };
}

describe('an answer in flight at the deadline', () => {
  it('decides if it arrives up to 10 s after it', async () => {
    const { record, pollsAtMs } = await waitWith(({ poll, clock }) => {
      if (poll < 3) return RUNNING;
      clock.jump(30_000);
      return COMPLETED;
    });
    expect(record).toMatchObject({ ended: { status: 'completed' }, polls: 3 });
    expect(pollsAtMs).toEqual([0, 20_000, 40_000]);
  });

  it('decides nothing if it arrives later; one more poll does', async () => {
    const { record, pollsAtMs } = await waitWith(({ poll, clock }) => {
      if (poll === 3) clock.jump(30_001);
      return poll === 3 ? COMPLETED : RUNNING;
    });
    // The second answer is the newer one, and it says that the scan goes on.
    expect(record).toMatchObject({ ended: { status: 'timed-out' }, polls: 3 });
    expect(pollsAtMs).toEqual([0, 20_000, 40_000, 70_001]);
  });

  it('does not outweigh the one more poll, which says completed', async () => {
    const { record } = await waitWith(({ poll, clock }) => {
      if (poll < 3) return RUNNING;
      if (poll > 3) return COMPLETED;
      clock.jump(3_600_000);
      return failed();
    });
    expect(record).toMatchObject({ ended: { status: 'completed' }, outage: undefined });
  });

  it('is followed by one more poll only, however late that one is', async () => {
    const { record, pollsAtMs } = await waitWith(({ clock }) => {
      clock.jump(100_000);
      return RUNNING;
    });
    expect(record).toMatchObject({ ended: { status: 'timed-out' }, polls: 1 });
    expect(pollsAtMs).toEqual([0, 100_000]);
  });

  it('counts as one of the deadline, so that no budget ends after that', async () => {
    const { record } = await waitWith(
      ({ poll, clock }) => {
        if (poll < 3) return RUNNING;
        if (poll === 4) clock.jump(9_000);
        return failed();
      },
      // The third poll fails at 40 s, so the outage would end at 65 s.
      { maxOutageMs: 25_000 },
    );
    expect(record).toMatchObject({ ended: { status: 'timed-out' }, polls: 4 });
  });
});

describe('a process that wakes up late', () => {
  it('still makes the poll at the deadline, and that poll decides', async () => {
    const { record, pollsAtMs } = await waitWith(
      ({ atMs }) => (atMs < TIMEOUT_MS ? RUNNING : COMPLETED),
      {},
      oversleeping,
    );
    expect(record.ended).toEqual({ status: 'completed' });
    expect(pollsAtMs).toEqual([0, 20_000, 40_000, 78_000]);
  });

  it('gives that poll 5 s a request, and 10 s in all from its start', async () => {
    const limitsMs: number[] = [];
    await waitWith(
      ({ atMs, clock, limits: { limitMs } }) => {
        if (atMs < TIMEOUT_MS) return RUNNING;
        for (const jumpMs of [0, 3_000, 3_000, 4_000]) {
          clock.jump(jumpMs);
          limitsMs.push(limitMs());
        }
        return COMPLETED;
      },
      {},
      oversleeping,
    );
    expect(limitsMs).toEqual([5_000, 5_000, 4_000, 0]);
  });
});

describe('the limit of a request', () => {
  it('is 30 s, then what is left, at least 5 s, and ends 10 s after the deadline', async () => {
    const limitsMs: number[] = [];
    await waitWith(
      ({ poll, clock, limits: { limitMs } }) => {
        for (const jumpMs of poll === 1 ? [0, 20_000, 18_000, 7_000, 8_000, 5_000] : []) {
          clock.jump(jumpMs);
          limitsMs.push(limitMs());
        }
        return COMPLETED;
      },
      { timeoutMs: 48_000 },
    );
    expect(limitsMs).toEqual([30_000, 28_000, 10_000, 5_000, 5_000, 0]);
  });

  it('comes with the moment at which its poll began', async () => {
    const beganMs: number[] = [];
    await waitWith(({ poll, limits, clock }) => {
      beganMs.push(clock.monotonicMs() - limits.beganMs);
      return poll === 1 ? RUNNING : COMPLETED;
    });
    expect(beganMs).toEqual([0, 0]);
  });
});

it('an interruption that meets a late answer ends the wait without it', async () => {
  const clock = createJumpingClock();
  const controller = new AbortController();
  const { record, ended } = await followScan(
    'image-1',
    () => () => {
      clock.jump(TIMEOUT_MS + 10_001);
      controller.abort();
      return Promise.resolve(COMPLETED);
    },
    { ...patience({ timeoutMs: TIMEOUT_MS }), beganMs: clock.monotonicMs() },
    { clock, random: () => 0.5, signal: controller.signal, onUpdate: () => undefined },
  );
  expect([ended, record.polls]).toEqual([{ status: 'interrupted' }, 0]);
});
