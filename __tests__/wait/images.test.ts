/** Several images side by side against the emulator over real HTTP, on a clock that jumps. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Emulator, type Script, startEmulator } from '../../emulator/binarly.ts';
import type { Images } from '../../src/binarly/client.ts';
import { createClient } from '../../src/binarly/client.ts';
import { staticCredential } from '../../src/binarly/credential.ts';
import { createHttp, MOST_AT_ONCE } from '../../src/http/http.ts';
import { type Ending, GRAVITY, overall, type Waits, waitForImages } from '../../src/wait/images.ts';
import type { Status } from '../../src/wait/verdict.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const TOKEN = 'token-of-the-emulator';
const MINUTE = 60_000;
const WAITS: Omit<Waits, 'imageIds'> = {
  productId: 'p1',
  scanId: undefined,
  createdAfter: undefined,
  timeoutMs: 60 * MINUTE,
  pollInterval: { kind: 'auto' },
  appearanceTimeoutMs: 5 * MINUTE,
  maxOutageMs: 15 * MINUTE,
};

let emulator: Emulator | undefined;
afterEach(() => emulator?.close());

function imageThat(
  imageId: string,
  endsMs: number,
  type: string,
  counts?: object,
): Script['images'][number] {
  const states = [
    { atMs: 0, type: 'running' },
    { atMs: endsMs, type },
  ];
  return {
    productId: 'p1',
    imageId,
    scans: [{ id: `scan-of-${imageId}`, createdMs: 0, states }],
    ...(counts && { counts }),
  };
}

async function waitOn(
  images: Script['images'],
  imageIds: readonly string[],
  more: Partial<Waits> = {},
) {
  const clock = createJumpingClock();
  emulator = await startEmulator({ token: TOKEN, images }, clock);
  const http = createHttp('test', clock);
  const client = createClient({
    http: (request) => clock.hold(() => http(request)),
    apiUrl: emulator.url,
    credential: staticCredential(TOKEN, clock),
  });
  const endings = new Map<string, Ending>();
  const polls: [string, number][] = [];
  await waitForImages(
    { ...WAITS, imageIds, ...more },
    {
      client,
      clock,
      random: Math.random,
      signal: new AbortController().signal,
      tell: (imageId, { kind, waitedMs }) => kind === 'polled' && polls.push([imageId, waitedMs]),
      ended: (imageId, ending) => endings.set(imageId, ending),
    },
  );
  return { endings, polls, requests: emulator.requests };
}

describe('waitForImages', () => {
  it('waits for each to its own verdict: a failure ends no other wait', async () => {
    const images = [
      imageThat('a', 20 * MINUTE, 'completed'),
      imageThat('b', 2 * MINUTE, 'failed'),
      imageThat('d', 90 * MINUTE, 'completed'),
    ];
    const { endings } = await waitOn(images, ['a', 'b', 'c', 'd']);
    const told = Object.fromEntries(
      Array.from(endings, ([id, { outcome }]) => [id, outcome.verdict.status]),
    );
    expect(told).toEqual({ a: 'completed', b: 'failed', c: 'no-scan', d: 'timed-out' });
    expect([...endings.keys()]).toEqual(['b', 'c', 'a', 'd']);
    expect(endings.get('d')?.outcome.waitedMs).toBe(60 * MINUTE);
  });

  it('does not ask for all of them in step', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `i${index}`);
    const { polls } = await waitOn(
      ids.map((id) => imageThat(id, 5 * MINUTE, 'completed')),
      ids,
    );
    const instants = new Set(polls.map(([, waitedMs]) => waitedMs));
    // All but the first round, which starts together.
    expect(instants.size).toBeGreaterThan((polls.length - ids.length) * 0.9);
  });

  it('keeps the deadline for a thousand', async () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `i${index}`);
    const { endings } = await waitOn([], ids, {
      timeoutMs: 20_000,
      pollInterval: { kind: 'fixed', ms: 10_000 },
    });
    expect(endings.size).toBe(1_000);
    for (const { outcome } of endings.values()) {
      expect(outcome.verdict.status).toBe('no-scan');
      expect(outcome.waitedMs).toBe(20_000);
    }
  });

  it('reads what was found, of images whose scan completed', async () => {
    const counts = { findingTypeCounts: [{ type: 'secret', count: 2 }], kev: 1 };
    const { endings, requests } = await waitOn(
      [
        imageThat('a', 0, 'completed', counts),
        imageThat('b', 0, 'failed', counts),
        imageThat('c', 0, 'done'),
      ],
      ['a', 'b', 'c'],
    );
    expect(endings.get('a')?.findings).toEqual({ counts: { secret: 2 }, kev: 1 });
    expect(endings.get('b')?.findings).toBeUndefined();
    expect(endings.get('c')?.findings).toBe('the answer is not counts of findings');
    expect(requests.filter((request) => request.includes('withCounts'))).toEqual([
      '/api/v4/products/p1/images/a?withCounts=true',
      '/api/v4/products/p1/images/c?withCounts=true',
    ]);
  });
});

describe('the findings', () => {
  /** Images that are completed at once, and whose findings are asked for in vain. */
  function silent(asked: () => void = () => undefined): Images {
    return {
      newestScan: () =>
        Promise.resolve({
          kind: 'found',
          value: { id: 's', createTime: undefined, state: { type: 'completed', since: undefined } },
          retryAfterMs: undefined,
        }),
      scan: () => Promise.reject(new Error('not asked for')),
      findings: (_, { limitMs }) => {
        expect(limitMs()).toBe(10_000);
        asked();
        return new Promise(() => undefined);
      },
    };
  }

  it.each(['late', 'interrupted'])(
    'hold a verdict up for ten seconds at most, and change nothing of it: %s',
    async (how) => {
      const clock = createJumpingClock();
      const controller = new AbortController();
      const endings: Ending[] = [];
      const beganMs = clock.monotonicMs();
      await waitForImages(
        { ...WAITS, imageIds: ['a'] },
        {
          client: silent(() => how === 'interrupted' && controller.abort()),
          clock,
          random: () => 0,
          signal: controller.signal,
          tell: () => undefined,
          ended: (_, ending) => endings.push(ending),
        },
      );
      expect(endings).toMatchObject([
        {
          outcome: { verdict: { status: 'completed' }, waitedMs: 0 },
          findings: 'there was no time left for them',
        },
      ]);
      expect(clock.monotonicMs() - beganMs).toBe(how === 'late' ? 10_000 : 0);
    },
  );
});

describe('overall', () => {
  it('is the gravest status that any image has', () => {
    for (const [index, status] of GRAVITY.entries()) {
      for (const other of GRAVITY.slice(index))
        expect(overall([other, status, other])).toBe(status);
    }
  });

  it('is completed only if all are', () => {
    expect(overall(['completed', 'completed'])).toBe('completed');
    expect(overall(['completed', 'timed-out'])).toBe('timed-out');
  });

  it('of no image is an error', () => {
    expect(overall([] as Status[])).toBe('error');
  });
});

it('asks for 32 at once at most', () => {
  expect(MOST_AT_ONCE).toBe(32);
});
