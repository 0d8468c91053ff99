import { expect, it } from 'vitest';
import { HEARTBEAT_MS, heartbeat } from '../../src/wait/heartbeat.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

it('beats after five minutes in which nothing was said, until it is stopped', async () => {
  const clock = createJumpingClock();
  const over = new AbortController();
  const beganMs = clock.monotonicMs();
  let saidMs = beganMs;
  const beats: number[] = [];
  const beating = heartbeat(
    { clock, signal: over.signal, untilMs: Infinity },
    () => saidMs,
    () => {
      saidMs = clock.monotonicMs();
      beats.push(saidMs - beganMs);
      if (beats.length === 3) over.abort();
    },
  );
  // Something is said in between: the beat moves.
  await clock.sleep(100_000, over.signal);
  saidMs = clock.monotonicMs();
  await beating;
  expect(HEARTBEAT_MS).toBe(300_000);
  expect(beats).toEqual([400_000, 700_000, 1_000_000]);
});

it('beats not at all once it is stopped', async () => {
  const over = new AbortController();
  const beating = heartbeat(
    { clock: createJumpingClock(), signal: over.signal, untilMs: Infinity },
    () => 12_345,
    () => expect.unreachable(),
  );
  over.abort();
  await beating;
});

it('ends by itself, in the middle of a sleep too', async () => {
  const clock = createJumpingClock();
  const { signal } = new AbortController();
  const beganMs = clock.monotonicMs();
  let saidMs = beganMs;
  let beats = 0;
  await heartbeat(
    { clock, signal, untilMs: beganMs + 700_000 },
    () => saidMs,
    () => {
      saidMs = clock.monotonicMs();
      beats += 1;
    },
  );
  expect([beats, clock.monotonicMs() - beganMs]).toEqual([2, 700_000]);
});
