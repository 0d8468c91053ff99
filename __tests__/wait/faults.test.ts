/** Every fault of the catalogue over real HTTP, on a clock that jumps: for ever, for a while, and in random mixtures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Emulator, type FaultScript, startEmulator } from '../../emulator/binarly.ts';
import type { Fault } from '../../emulator/faults.ts';
import { createClient } from '../../src/binarly/client.ts';
import { staticCredential } from '../../src/binarly/credential.ts';
import { createHttp, type Http } from '../../src/http/http.ts';
import { type Wait, waitForImage } from '../../src/wait/image.ts';
import { CATALOGUE, type Effect, type Entry } from '../support/fault-catalog.ts';
import { createJumpingClock, type JumpingClock } from '../support/jumping-clock.ts';

const TOKEN = 'token-of-the-emulator';
const MINUTE = 60_000;
const WAIT: Wait = {
  productId: 'p1',
  imageId: 'i1',
  scanId: undefined,
  createdAfter: undefined,
  timeoutMs: 120 * MINUTE,
  pollInterval: { kind: 'auto' },
  appearanceTimeoutMs: 5 * MINUTE,
  maxOutageMs: 15 * MINUTE,
};

/** What holds a request up until its limit, in real time. */
const SLOW: readonly Fault['kind'][] = ['silent', 'stall', 'drip', 'late'];

/** Slow faults are met with a short limit. */
function impatient(clock: JumpingClock, faults: readonly FaultScript[]): Http {
  const http = createHttp('test', clock);
  if (!faults.some(({ fault }) => SLOW.includes(fault.kind))) return http;
  return (request) => http({ ...request, limitMs: () => Math.min(200, request.limitMs()) });
}

/** A scan that runs for ten minutes and then completes, behind these faults. */
async function waitBehind(
  faults: readonly FaultScript[],
  wait: Partial<Wait> = {},
  type = 'completed',
) {
  const clock = createJumpingClock();
  const states = [
    { atMs: 0, type: 'running' },
    { atMs: 10 * MINUTE, type },
  ];
  const images = [{ productId: 'p1', imageId: 'i1', scans: [{ id: 's1', createdMs: 0, states }] }];
  const emulator: Emulator = await startEmulator({ token: TOKEN, images, faults }, clock);
  try {
    const credential = staticCredential(TOKEN, clock);
    const client = createClient({
      http: impatient(clock, faults),
      apiUrl: emulator.url,
      credential,
    });
    const { signal } = new AbortController();
    const parts = { client, clock, signal, random: Math.random, tell: () => undefined };
    const outcome = await waitForImage({ ...WAIT, ...wait }, parts);
    return { ...outcome, status: outcome.verdict.status, requests: emulator.requests.length };
  } finally {
    await emulator.close();
  }
}

/** What ends a wait that only ever meets the fault, and after how long. */
const ENDS: Readonly<Record<Effect, { status: string; afterMs: number }>> = {
  silence: { status: 'unavailable', afterMs: 2 * MINUTE },
  trouble: { status: 'unavailable', afterMs: 15 * MINUTE },
  absent: { status: 'no-scan', afterMs: 5 * MINUTE },
  error: { status: 'error', afterMs: 0 },
};

describe.concurrent('for ever', () => {
  it.each(CATALOGUE)('$name', async ({ fault, effect }) => {
    const { status, waitedMs } = await waitBehind([{ fault }]);
    expect(status).toBe(ENDS[effect].status);
    expect(waitedMs).toBeCloseTo(ENDS[effect].afterMs, 3);
  });
});

describe.concurrent('at first, and then a scan that completes', () => {
  it.each(CATALOGUE)('$name', async ({ fault, effect, once }) => {
    const { status, waitedMs, requests } = await waitBehind([{ fault, toRequest: once ? 1 : 3 }]);
    expect(status).toBe(effect === 'error' ? 'error' : 'completed');
    if (effect === 'error') expect(requests).toBe(1);
    else expect(waitedMs).toBeLessThan(18 * MINUTE);
  });
});

describe.concurrent('after the scan was seen', () => {
  it.each(CATALOGUE)('$name for a while', async ({ fault, effect, once }) => {
    const { status } = await waitBehind([{ fault, fromRequest: 2, toRequest: once ? 2 : 5 }]);
    expect(status).toBe(effect === 'error' ? 'error' : 'completed');
  });

  // By then the API has answered: what looks like no scan, or like no API, is an outage.
  it.each(CATALOGUE)('$name from then on', async ({ fault, effect }) => {
    const { status, waitedMs } = await waitBehind([{ fault, fromRequest: 2 }]);
    expect(status).toBe(effect === 'error' ? 'error' : 'unavailable');
    expect(waitedMs).toBeCloseTo(effect === 'error' ? waitedMs : 15 * MINUTE, 3);
  });
});

describe('states that flap', () => {
  const scan = (id: string, type: string) => ({
    id,
    createTime: '2026-01-26T15:00:00Z',
    latestScanState: { type },
  });
  const body = (value: object) =>
    ({ kind: 'answer', status: 200, body: JSON.stringify(value) }) as const;

  it('a scan that is completed for one poll is completed', async () => {
    const { status, requests } = await waitBehind([
      { fault: body(scan('s1', 'completed')), fromRequest: 3, toRequest: 3 },
    ]);
    expect([status, requests]).toEqual(['completed', 3]);
  });

  it('a scan that is known, unknown and gone by turns is waited for', async () => {
    const faults = [
      { fault: body(scan('s1', 'status_unavailable')), fromRequest: 2, toRequest: 3 },
      { fault: body(scan('s1', 'odd')), fromRequest: 4, toRequest: 5 },
      { fault: body({ message: 'not found' }), fromRequest: 6, toRequest: 7 },
      { fault: body(scan('s1', 'new')), fromRequest: 8, toRequest: 9 },
    ];
    expect(await waitBehind(faults)).toMatchObject({ status: 'completed' });
  });

  it('another scan that is completed is not the one that is waited for', async () => {
    const faults = [{ fault: body(scan('s2', 'completed')), fromRequest: 2 }];
    expect(await waitBehind(faults)).toMatchObject({ status: 'unavailable' });
  });
});

it('a flood takes no memory and no longer than its limit', async () => {
  const clock = createJumpingClock();
  const emulator = await startEmulator(
    { token: TOKEN, images: [], faults: [{ fault: { kind: 'flood' } }] },
    clock,
  );
  const http = createHttp('test', clock);
  const { signal } = new AbortController();
  const ask = () =>
    http({
      url: `${emulator.url}/x`,
      headers: {},
      maxBytes: 4 * 1024 * 1024,
      limitMs: () => 20_000,
      signal,
    });
  await ask();
  const before = process.memoryUsage.rss();
  const began = performance.now();
  for (let request = 0; request < 30; request++)
    expect(await ask()).toMatchObject({ body: { ok: false } });
  // Thirty floods, each read up to 4 MiB.
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  expect(performance.now() - began).toBeLessThan(20_000);
  await emulator.close();
});

describe('random mixtures', () => {
  // What takes real time is tried above, each alone.
  const quick = CATALOGUE.filter(({ fault }) => !SLOW.includes(fault.kind));
  const passing = quick.filter(
    ({ effect, once }) => (effect === 'silence' || effect === 'trouble') && once !== true,
  );
  const mixture = (from: readonly Entry[]) =>
    fc.array(
      fc.record({
        entry: fc.constantFrom(...from),
        gap: fc.nat(6),
        length: fc.integer({ min: 1, max: 4 }),
      }),
      {
        maxLength: 8,
      },
    );

  type Mixture = readonly { entry: Entry; gap: number; length: number }[];

  function scripted(plan: Mixture): FaultScript[] {
    let request = 0;
    return plan.map(({ entry, gap, length }) => {
      const fromRequest = request + gap + 1;
      request = fromRequest + length - 1;
      return { fault: entry.fault, fromRequest, toRequest: request };
    });
  }

  it('of what passes end in the scan’s own verdict', async () => {
    await fc.assert(
      fc.asyncProperty(
        mixture(passing),
        fc.constantFrom('completed', 'done', 'failed', 'cancelled'),
        async (plan, type) => {
          // So few in a row are shorter than the outage that is borne.
          const { status, waitedMs } = await waitBehind(
            scripted(plan),
            { maxOutageMs: 60 * MINUTE },
            type,
          );
          expect(status).toBe(type === 'done' ? 'completed' : type);
          expect(waitedMs).toBeGreaterThanOrEqual(10 * MINUTE - 0.001);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of anything are green only if the scan was', async () => {
    await fc.assert(
      fc.asyncProperty(
        mixture(quick),
        fc.constantFrom('completed', 'failed', 'odd', 'running'),
        fc.nat(20 * MINUTE),
        async (plan, type, timeoutMs) => {
          const { status, waitedMs } = await waitBehind(scripted(plan), { timeoutMs }, type);
          if (status === 'completed') {
            expect(type).toBe('completed');
            expect(waitedMs).toBeGreaterThanOrEqual(10 * MINUTE - 0.001);
          }
          expect(waitedMs).toBeLessThanOrEqual(timeoutMs + 0.001);
        },
      ),
      { numRuns: 60 },
    );
  });
});
