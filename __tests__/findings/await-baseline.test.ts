import { describe, expect, it } from 'vitest';
import { awaitBaseline } from '../../src/findings/await-baseline.ts';
import { rememberingBaselines } from '../../src/findings/baseline.ts';
import type { ApiResult } from '../../src/model/api-result.ts';
import type { Baseline } from '../../src/model/baseline.ts';
import { absent, failed, refused } from '../support/builders.ts';
import { found } from '../support/findings.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const BASELINE = {
  kind: 'image',
  imageId: 'baseline',
  scannedMs: undefined,
  origin: undefined,
} as const;
const KNOWN = { kind: 'known', baseline: BASELINE };
const MINUTE_MS = 60_000;

/** @param answerTo answers the n-th request, counted from 1. */
async function wait(answerTo: (request: number) => ApiResult<Baseline>, endMs = 120 * MINUTE_MS) {
  const clock = createJumpingClock();
  let requests = 0;
  const causes: string[] = [];
  const baselines = rememberingBaselines(() => {
    requests += 1;
    return Promise.resolve(answerTo(requests));
  });
  const beganMs = clock.monotonicMs();
  const awaited = await awaitBaseline(
    baselines,
    'image-1',
    {
      completedMs: beganMs,
      endMs: beganMs + endMs,
      maxOutageMs: 15 * MINUTE_MS,
      interval: { kind: 'auto' },
    },
    {
      clock,
      random: () => 0.5,
      signal: new AbortController().signal,
      onAttempt: (outage) => {
        if (outage !== undefined) causes.push(outage.failure.cause.type);
      },
    },
  );
  return { awaited, requests, causes, tookMs: clock.monotonicMs() - beganMs };
}

describe('the baseline of an image whose scan has completed', () => {
  it('is waited for while it is being scanned, and while there is trouble', async () => {
    const cause = { type: 'baseline-unfinished', state: 'running' } as const;
    const answers = [failed(cause), failed(), absent(), found(BASELINE)];
    const { awaited, causes } = await wait(
      (request) => answers[request - 1] as ApiResult<Baseline>,
    );
    expect(awaited).toEqual(KNOWN);
    expect(causes).toEqual(['baseline-unfinished', 'http-status', 'findings-not-found']);
  });

  it('is given up after `max-outage`, and at the end of the time for reading', async () => {
    const long = await wait(() => failed());
    expect(long.awaited).toMatchObject({
      kind: 'ended',
      ended: { status: 'unavailable', findings: 'max-outage', reachedApi: true },
    });
    expect(long.tookMs).toBe(15 * MINUTE_MS);
    const short = await wait(() => failed(), MINUTE_MS);
    expect(short.awaited).toMatchObject({ ended: { status: 'unavailable', findings: 'time' } });
    expect(short.tookMs).toBe(MINUTE_MS);
  });

  it('ends the wait if it is refused or interrupted', async () => {
    const refusal = refused();
    expect((await wait(() => refusal)).awaited).toEqual({
      kind: 'ended',
      ended: { status: 'error', refused: refusal },
    });
    expect((await wait(() => ({ kind: 'interrupted' }))).awaited).toEqual({
      kind: 'ended',
      ended: { status: 'interrupted' },
    });
  });
});

describe('what was found', () => {
  it('is asked for once for each image, whatever the answer would be later', async () => {
    const asked: string[] = [];
    const { find, known } = rememberingBaselines((imageId) => {
      asked.push(imageId);
      return Promise.resolve(found({ ...BASELINE, imageId: `baseline-${asked.length}` }));
    });
    const limits = { limitMs: () => 1, signal: new AbortController().signal, beganMs: 0 };
    expect(known('a')).toBeUndefined();
    await find('a', limits);
    await find('b', limits);
    expect(await find('a', limits)).toMatchObject({ value: { imageId: 'baseline-1' } });
    expect([asked, known('b')]).toEqual([['a', 'b'], { ...BASELINE, imageId: 'baseline-2' }]);
  });
});
