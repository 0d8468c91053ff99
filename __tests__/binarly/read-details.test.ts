import { describe, expect, it } from 'vitest';
import { readDetails } from '../../src/binarly/read-details.ts';
import type { ApiResult } from '../../src/model/api-result.ts';
import type { ImageDetails } from '../../src/model/image-details.ts';
import type { CallOptions } from '../../src/polling/call-options.ts';
import { details, failed } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const FOUND: ApiResult<ImageDetails> = { kind: 'found', value: details() };
const never = new AbortController().signal;

describe('readDetails', () => {
  it.each<ApiResult<ImageDetails>>([FOUND, failed()])(
    'hands over what was $kind',
    async (answer) => {
      const clock = createJumpingClock();
      const ask = () => Promise.resolve(answer);
      expect(await readDetails(ask, { clock, signal: never })).toEqual(answer);
    },
  );

  it('gives up after 10 s, even if the question waits in a queue', async () => {
    const clock = createJumpingClock();
    const beganMs = clock.monotonicMs();
    const ask = () => new Promise<never>(() => undefined);
    expect(await readDetails(ask, { clock, signal: never })).toBeUndefined();
    expect(clock.monotonicMs() - beganMs).toBe(10_000);
  });

  it('gives a request the time that is left when it leaves the queue', async () => {
    const clock = createJumpingClock();
    const lefts: number[] = [];
    async function ask({ limitMs }: CallOptions) {
      lefts.push(limitMs());
      clock.jump(4_000);
      lefts.push(limitMs());
      return FOUND;
    }
    await readDetails(ask, { clock, signal: never });
    expect(lefts).toEqual([10_000, 6_000]);
  });

  it('gives up at once when the step is interrupted', async () => {
    const clock = createJumpingClock();
    const controller = new AbortController();
    const beganMs = clock.monotonicMs();
    const ask = () => {
      controller.abort();
      return new Promise<never>(() => undefined);
    };
    expect(await readDetails(ask, { clock, signal: controller.signal })).toBeUndefined();
    expect(clock.monotonicMs()).toBe(beganMs);
  });
});
