/**
 * Exactly one image for a file, whatever happens to its requests; or a red step that says what may
 * exist.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStartGrace } from '../../../src/polling/start-grace.ts';
import { sentenceOf } from '../../../src/report/sentence.ts';
import { uploadFile } from '../../../src/steps/upload/upload-file.ts';
import { reasonOfFile } from '../../../src/steps/upload/verdict-words.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { seededRandom } from '../../support/random.ts';
import {
  createPlatform,
  type Fates,
  ITEM,
  PUT_FINE,
  putReply,
  SILENT_LOG,
} from '../../support/upload-platform.ts';

const MAY_EXIST = /may have been created|may exist|several new images/;

const SETTINGS = {
  apiUrl: 'https://dashboard-acme.binarly.cloud',
  credential: { kind: 'token', token: '' },
  product: 'P',
  items: [ITEM],
  timeoutMs: 600_000,
  maxOutageMs: 120_000,
} as const;

async function run(fates: Fates, interruptedAfterMs = Infinity, seed = 1) {
  const clock = createJumpingClock();
  const platform = createPlatform(fates, clock);
  const abort = new AbortController();
  platform.interruptedBy(abort.signal);
  const beganMs = clock.monotonicMs();
  if (interruptedAfterMs < Infinity)
    void clock.sleep(interruptedAfterMs, new AbortController().signal).then(() => abort.abort());
  const { timeoutMs, maxOutageMs, apiUrl } = SETTINGS;
  const patience = {
    deadlineMs: beganMs + timeoutMs,
    maxOutageMs,
    grace: createStartGrace(beganMs),
  };
  const { images, putFile } = platform;
  const ended = await uploadFile(
    ITEM,
    patience,
    {
      images,
      putFile,
      apiUrl,
      clock,
      random: seededRandom(seed),
      signal: abort.signal,
      mask: () => undefined,
      log: SILENT_LOG,
    },
    () => undefined,
  );
  const tookMs = clock.monotonicMs() - beganMs;
  const { urls } = platform;
  const said =
    ended.status === 'uploaded' ? '' : sentenceOf(reasonOfFile({ item: ITEM, ended }, SETTINGS));
  return { ended, said, ours: platform.ours(), urls, tookMs };
}

const requestMs = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20_000, max: 30_000 }) },
);

function turns(fates: readonly string[], most: number) {
  const turn = fc.record({
    fate: fc.constantFrom(...fates),
    ms: requestMs,
    lagMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 })),
  });
  return fc.array(turn, { maxLength: most }) as fc.Arbitrary<Fates['list']>;
}

const ANY = ['fine', 'lost', 'lost-502', 'busy-429'];
const storage = fc.array(
  fc.record({
    fate: fc.constant('fine' as const),
    ms: requestMs,
    lagMs: fc.constant(0),
    answer: fc.constantFrom(
      PUT_FINE,
      putReply(503),
      putReply(403),
      putReply(400),
      putReply(200, { digests: undefined }),
      putReply(200, { storedMd5: 'other' }),
      { kind: 'no-reply', problem: { type: 'stalled', forMs: 60_000 } } as const,
      { kind: 'file-changed' } as const,
    ),
  }),
  { maxLength: 4 },
);

const anyFates: fc.Arbitrary<Fates> = fc.record({
  address: turns(ANY, 4),
  storage,
  list: turns([...ANY, 'fine', 'refused-403'], 8),
  finish: turns([...ANY, 'unanswered', 'unanswered-502', 'garbled', 'refused-403'], 5),
  hasUniqueNames: fc.boolean(),
  keepsFiles: fc.boolean(),
  earlier: fc.array(fc.record({ listedMs: fc.integer({ min: -1_000, max: 90_000 }) }), {
    maxLength: 2,
  }),
});

const interruption = fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: Infinity, freq: 4 });

describe('whatever happens to its requests', () => {
  it('a file becomes exactly one image, or the step is red and says what may exist', async () => {
    const seen = { uploaded: 0, found: 0, red: 0 };
    await fc.assert(
      fc.asyncProperty(anyFates, interruption, fc.integer(), async (fates, afterMs, seed) => {
        const { ended, said, ours, urls, tookMs } = await run(fates, afterMs, seed);
        expect(ours.length).toBeLessThanOrEqual(1);
        if (ended.status === 'uploaded') {
          expect(ours.map(({ id }) => id)).toEqual([ended.image.id]);
          seen.uploaded += 1;
          if (fates.finish.some(({ fate }) => fate.startsWith('unanswered'))) seen.found += 1;
        } else {
          if (ours.length > 0) expect(said).toMatch(MAY_EXIST);
          seen.red += 1;
        }
        // Every try has an address of its own, and time ends it.
        expect(new Set(urls).size).toBe(urls.length);
        // 10 s for what is in flight; one request here does not end by itself.
        expect(tookMs).toBeLessThan(SETTINGS.timeoutMs + 10_000 + 30_000);
      }),
      { numRuns: 2_000 },
    );
    // The test is about something.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });

  it('a storage that stays down is one outage, although the API answers in between', async () => {
    const down = { fate: 'fine', ms: 50, lagMs: 0, answer: putReply(503) } as const;
    const fates = { ...NO_FAULTS, storage: Array.from({ length: 1_000 }, () => down) };
    const { ended, tookMs } = await run(fates);
    expect(ended.status).toBe('unavailable');
    expect(tookMs).toBeGreaterThanOrEqual(SETTINGS.maxOutageMs);
    expect(tookMs).toBeLessThan(SETTINGS.maxOutageMs + 1_000);
  });

  it('time in which the storage takes bytes is no outage', async () => {
    // Each try takes bytes for 100 s and then breaks off: max-outage is 120 s.
    const broken = { fate: 'fine', ms: 100_000, lagMs: 0 } as const;
    const answer = { kind: 'no-reply', problem: { type: 'stalled', forMs: 60_000 } } as const;
    const fates = {
      ...NO_FAULTS,
      storage: Array.from({ length: 4 }, () => ({ ...broken, answer })),
    };
    expect((await run(fates)).ended.status).toBe('uploaded');
  });
});

const NO_FAULTS: Fates = {
  address: [],
  storage: [],
  list: [],
  finish: [],
  hasUniqueNames: false,
  keepsFiles: false,
  earlier: [],
};
