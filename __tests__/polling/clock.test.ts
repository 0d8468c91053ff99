import { setTimeout as timer } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/polling/clock.ts';

vi.mock('node:timers/promises', async (original) => {
  const real = await original<{ setTimeout: typeof timer }>();
  return { ...real, setTimeout: vi.fn(real.setTimeout) };
});

const idle = new AbortController().signal;

describe('the system clock', () => {
  it("shows the machine's time, and a time that never goes back", () => {
    expect(Math.abs(systemClock.wallMs() - Date.now())).toBeLessThan(60_000);
    const before = systemClock.monotonicMs();
    expect(systemClock.monotonicMs()).toBeGreaterThanOrEqual(before);
  });

  it('never wakes early, even if its timer fires early', async () => {
    vi.mocked(timer).mockClear().mockResolvedValueOnce(undefined).mockResolvedValueOnce(undefined);
    vi.spyOn(process, 'hrtime')
      .mockReturnValueOnce([1, 0])
      .mockReturnValueOnce([1, 19_500_000])
      .mockReturnValueOnce([1, 20_000_000]);
    await systemClock.sleep(20, idle);
    expect(vi.mocked(timer).mock.calls.map(([ms]) => ms)).toEqual([20, 1]);
  });

  it.each([0, -5, Number.NEGATIVE_INFINITY])('does not sleep for %d ms', async (ms) => {
    vi.mocked(timer).mockClear();
    await systemClock.sleep(ms, idle);
    expect(timer).not.toHaveBeenCalled();
  });

  it('sets no timer longer than Node can', async () => {
    vi.mocked(timer).mockClear();
    const controller = new AbortController();
    const slept = systemClock.sleep(2 ** 40, controller.signal);
    controller.abort();
    await slept;
    expect(vi.mocked(timer).mock.calls.map(([ms]) => ms)).toEqual([2 ** 31 - 1]);
  });

  it('wakes as soon as the signal aborts, and does not sleep after that', async () => {
    const controller = new AbortController();
    vi.mocked(timer).mockClear();
    setTimeout(() => controller.abort(), 10);
    await systemClock.sleep(600_000, controller.signal);
    await systemClock.sleep(600_000, controller.signal);
    expect(timer).toHaveBeenCalledTimes(1);
  });
});
