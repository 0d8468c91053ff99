/** What the bench counts: no times, which would depend on the machine. */
import { describe, expect, it } from 'vitest';
import { action, FLOOR, images, run } from '../../bench/subjects.ts';

// The bench needs bash 5 and /proc.
describe.skipIf(process.platform !== 'linux').concurrent('the built action', () => {
  it('makes one poll for a scan that has completed, and then asks for the findings', async () => {
    expect(await run(action({}), { completedFrom: 1 })).toMatchObject({
      code: 0,
      polls: 1,
      requests: 2,
      mostSockets: 1,
    });
  });

  it('has at most 32 connections for polls and 4 for details, whatever the number of images', async () => {
    const given = { image: images(150), timeout: '0s', 'on-timeout': 'warn' };
    const { code, polls, mostSockets } = await run(action(given), {
      completedFrom: Number.POSITIVE_INFINITY,
    });
    expect({ code, polls }).toEqual({ code: 0, polls: 150 });
    expect(mostSockets).toBeLessThanOrEqual(32 + 4);
  });

  it('is compared with a script that makes the same request', async () => {
    const taken = await run(FLOOR, { completedFrom: 1 });
    expect(taken).toMatchObject({ code: 0, polls: 1 });
    expect(taken.firstByteMs).toBeGreaterThan(0);
    expect(taken.cpuMs).toBeGreaterThan(0);
  });
});
