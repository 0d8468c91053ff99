import { describe, expect, it } from 'vitest';
import { heartbeat } from '../../src/polling/heartbeat.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const MINUTE = 60_000;

describe('the heartbeat', () => {
  it('beats five minutes after each last line, until it is stopped', async () => {
    const clock = createJumpingClock();
    const controller = new AbortController();
    const beganMs = clock.monotonicMs();
    let lastLineMs = beganMs;
    const beats: number[] = [];
    const beating = heartbeat(
      { clock, signal: controller.signal },
      () => lastLineMs,
      () => {
        lastLineMs = clock.monotonicMs();
        beats.push(lastLineMs - beganMs);
        if (beats.length === 3) controller.abort();
      },
    );
    // A line in between delays the beat.
    await clock.sleep(2 * MINUTE, controller.signal);
    lastLineMs = clock.monotonicMs();
    await beating;
    expect(beats).toEqual([7 * MINUTE, 12 * MINUTE, 17 * MINUTE]);
  });

  it('does not beat after it was stopped', async () => {
    const clock = createJumpingClock();
    const controller = new AbortController();
    const beating = heartbeat({ clock, signal: controller.signal }, clock.monotonicMs, () =>
      expect.unreachable(),
    );
    controller.abort();
    await beating;
  });

  it('does not keep the process alive', async () => {
    const clock = createJumpingClock();
    const controller = new AbortController();
    const kept: (boolean | undefined)[] = [];
    await heartbeat(
      {
        clock: {
          ...clock,
          sleep(ms, signal, keepsAlive) {
            kept.push(keepsAlive);
            controller.abort();
            return clock.sleep(ms, signal);
          },
        },
        signal: controller.signal,
      },
      clock.monotonicMs,
      () => expect.unreachable(),
    );
    expect(kept).toEqual([false]);
  });
});
