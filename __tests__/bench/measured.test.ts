/** What the benchmark counts. Times are not judged: they depend on the machine. */
import { describe, expect, it } from 'vitest';
import { action, bareNode, imageIds, run } from '../../bench/contestants.ts';

// The benchmark needs bash 5 and /proc.
describe.skipIf(process.platform !== 'linux').concurrent('the built action', () => {
  it('polls once for a completed scan, then asks for the findings', async () => {
    expect(await run(action({}), 1)).toMatchObject({
      code: 0,
      polls: 1,
      requests: 2,
      mostSockets: 1,
    });
  });

  // 32 for polls, and 4 to read the names and the findings of images.
  it('opens no more than 36 connections, however many images it waits for', async () => {
    const inputs = { image: imageIds(150), timeout: '0s', 'on-timeout': 'warn' };
    const { code, polls, mostSockets } = await run(action(inputs), Number.POSITIVE_INFINITY);
    expect({ code, polls }).toEqual({ code: 0, polls: 150 });
    expect(mostSockets).toBeLessThanOrEqual(36);
  });

  it('is compared with a script that makes the same request', async () => {
    const finished = await run(bareNode, 1);
    expect(finished).toMatchObject({ code: 0, polls: 1 });
    expect(finished.firstByteMs).toBeGreaterThan(0);
    expect(finished.cpuMs).toBeGreaterThan(0);
  });
});
