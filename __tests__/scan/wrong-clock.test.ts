/** Waits on a runner whose clock is wrong: the dates in the platform's answers correct it. */
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.ts';
import { HOUR, MINUTE, runWait, scanScript } from '../support/emulated-wait.ts';

/** A scan that was created a minute before and runs for ten more. */
const SCANS = [scanScript('s1', -MINUTE, [-MINUTE, 'running'], [10 * MINUTE, 'completed'])];

/** By how much the platform's clock is ahead. */
const SKEWS = [10 * MINUTE, -10 * MINUTE, 5 * HOUR, -5 * HOUR];

describe.concurrent('a wrong clock', () => {
  it.each(SKEWS)('does not change how often a young scan is polled: %i ms', async (skewMs) => {
    const [right, wrong] = [
      await runWait({ scans: SCANS }),
      await runWait({ scans: SCANS, skewMs }),
    ];
    expect(wrong.record.ended).toEqual({ status: 'completed' });
    expect(wrong.sleeps.length).toBe(right.sleeps.length);
    // A date has whole seconds.
    for (const [index, ms] of wrong.sleeps.entries())
      expect(Math.abs(ms - (right.sleeps[index] ?? 0))).toBeLessThan(1_000);
  });

  it.each(SKEWS)('does not change what Retry-After asks for: %i ms', async (skewMs) => {
    const until = new Date(Date.parse('2026-01-26T15:00:30Z') + skewMs).toUTCString();
    const fault: Fault = {
      kind: 'answer',
      status: 429,
      body: '',
      headers: { 'retry-after': until },
    };
    const { record, sleeps } = await runWait({
      scans: SCANS,
      skewMs,
      faults: [{ fault, fromRequest: 2, toRequest: 2 }],
    });
    expect(record.ended).toEqual({ status: 'completed' });
    // The second poll came after 5.25 s, and its answer says when to come back.
    expect(sleeps[1]).toBeGreaterThan(23_000);
    expect(sleeps[1]).toBeLessThan(26_000);
  });
});
