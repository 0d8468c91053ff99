/** Several images side by side against the emulator over real HTTP, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../src/model/api-result.ts';
import { end } from '../../src/model/image-record.ts';
import type { Scan } from '../../src/model/scan.ts';
import { createStartGrace } from '../../src/polling/start-grace.ts';
import { followScan, type ScanPoll } from '../../src/scan/follow-scan.ts';
import { absent, failed } from '../support/builders.ts';
import { MINUTE, patience, runWaits, scanScript } from '../support/emulated-wait.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { rememberingContact } from '../support/known-api.ts';
import { seededRandom } from '../support/random.ts';

function scanThat(imageId: string, endsMs: number, type: string) {
  return scanScript(`scan-of-${imageId}`, 0, [0, 'running'], [endsMs, type]);
}

describe('several images', () => {
  it('are each followed to a verdict of their own; a failure ends no other wait', async () => {
    const { records } = await runWaits({
      images: {
        a: [scanThat('a', 20 * MINUTE, 'completed')],
        b: [scanThat('b', 2 * MINUTE, 'failed')],
        d: [scanThat('d', 90 * MINUTE, 'completed')],
      },
      imageIds: ['a', 'b', 'c', 'd'],
      patience: { timeoutMs: 60 * MINUTE },
    });
    const verdicts = records.map(({ imageId, ended }) => [imageId, ended?.status]);
    expect(verdicts).toEqual([
      ['a', 'completed'],
      ['b', 'failed'],
      ['c', 'no-scan'],
      ['d', 'timed-out'],
    ]);
    expect(records[3]?.waitedMs).toBe(60 * MINUTE);
  });

  it('are not polled in step', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `i${index}`);
    const { updates } = await runWaits({
      images: Object.fromEntries(ids.map((id) => [id, [scanThat(id, 5 * MINUTE, 'completed')]])),
      random: seededRandom(1),
    });
    const polls = updates.filter(({ result }) => result !== undefined);
    const instants = new Set(polls.map(({ record }) => record.waitedMs));
    // All but the first polls, which are made together.
    expect(instants.size).toBeGreaterThan((polls.length - ids.length) * 0.9);
  });

  it('keep the deadline even if there are a thousand', async () => {
    const { records } = await runWaits({
      images: {},
      imageIds: Array.from({ length: 1_000 }, (_, index) => `i${index}`),
      patience: { timeoutMs: 20_000, pollInterval: { kind: 'fixed', ms: 10_000 } },
    });
    expect(records).toHaveLength(1_000);
    for (const { ended, waitedMs } of records)
      expect([ended, waitedMs]).toEqual([{ status: 'no-scan' }, 20_000]);
  });
});

describe('the grace period of several images', () => {
  const silence = failed(
    { type: 'not-json', status: 200, body: 'web-page' },
    { reached: 'nothing' },
  );

  /** One wait per image; each answer is made up by image and seconds since the step began. */
  async function waitOn(
    imageIds: readonly string[],
    answerTo: (imageId: string, atSeconds: number) => ApiResult<Scan>,
  ) {
    const clock = createJumpingClock();
    const beganMs = clock.monotonicMs();
    const ofApi = rememberingContact<Scan>();
    const poll: ScanPoll = (imageId) => () =>
      Promise.resolve(ofApi(answerTo(imageId, (clock.monotonicMs() - beganMs) / 1_000)));
    const tools = {
      clock,
      random: () => 0.5,
      signal: new AbortController().signal,
      grace: createStartGrace(beganMs),
      onUpdate: () => undefined,
    };
    return Promise.all(
      imageIds.map(async (imageId) => {
        const wait = { ...patience(), beganMs };
        const { record, ended } = await followScan(imageId, poll, wait, tools);
        return end(record, ended);
      }),
    );
  }

  it('is made by any one of them', async () => {
    const records = await waitOn(['a', 'b'], (imageId) => (imageId === 'a' ? absent() : silence));
    expect(records[1]).toMatchObject({
      ended: { status: 'unavailable', reachedApi: true },
      waitedMs: 15 * MINUTE,
    });
  });

  it('is waited for from the last 5xx that any one of them met', async () => {
    const records = await waitOn(['a', 'b'], (imageId, atSeconds) =>
      imageId === 'a' && atSeconds < 60 ? failed() : silence,
    );
    for (const { ended, waitedMs } of records) {
      expect(ended).toMatchObject({ status: 'unavailable', reachedApi: false });
      expect(waitedMs).toBeGreaterThan(2 * MINUTE);
      expect(waitedMs).toBeLessThan(3 * MINUTE);
    }
  });

  it('is waited for two minutes if none of them meets anything', async () => {
    const records = await waitOn(['a', 'b'], () => silence);
    expect(records.map(({ waitedMs }) => waitedMs)).toEqual([2 * MINUTE, 2 * MINUTE]);
  });
});
