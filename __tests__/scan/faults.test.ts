/**
 * Every fault of the catalog over real HTTP, on a clock that jumps: forever, for a while, and in
 * random mixtures.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.ts';
import type { ClientScript } from '../../emulator/keycloak.ts';
import type { FaultScript } from '../../emulator/script.ts';
import type { Http } from '../../src/http/http.ts';
import type { Update, WaitBudgets } from '../../src/scan/follow-scan.ts';
import { MINUTE, runWait, scanScript } from '../support/emulated-wait.ts';
import { CATALOG, type Effect, type Entry, SLOW } from '../support/fault-catalog.ts';
import { seededRandom } from '../support/random.ts';

const ACCOUNT: ClientScript = { id: 'ci', secret: 'secret-of-the-emulator', lifetimeMs: 1e9 };

interface Wait {
  readonly patience?: Partial<WaitBudgets>;
  /** The state in which the scan ends. */
  readonly type?: string;
  /** The jitter's seed; without one, every interval is the middle of its range. */
  readonly seed?: number;
  readonly effect?: Effect;
}

/** A scan that runs for ten minutes and then ends, behind these faults. */
async function waitBehind(faults: readonly FaultScript[], wait: Wait = {}) {
  const { patience = {}, type = 'completed', seed, effect } = wait;
  const isSlow = faults.some(({ fault }) => SLOW.includes(fault.kind));
  const { record, updates, requests } = await runWait({
    scans: [scanScript('s1', 0, [0, 'running'], [10 * MINUTE, type])],
    faults,
    patience,
    ...(effect === 'fresh-token' ? { client: ACCOUNT } : {}),
    ...(seed === undefined ? {} : { random: seededRandom(seed) }),
    ...(isSlow ? { throughHttp: impatientWith(faults) } : {}),
  });
  const { ended: verdict, waitedMs } = record;
  return { verdict, status: verdict?.status, waitedMs, updates, requests: requests.length };
}

/** Slow faults are met with a short limit; all other requests have theirs. */
function impatientWith(faults: readonly FaultScript[]): (http: Http) => Http {
  let count = 0;
  const isFaulty = (nth: number) =>
    faults.some(
      ({ fromRequest = 1, toRequest = Infinity }) => nth >= fromRequest && nth <= toRequest,
    );
  return (http) => (request) => {
    count += 1;
    const mostMs = isFaulty(count) ? 400 : Infinity;
    return http({ ...request, limitMs: () => Math.min(mostMs, request.limitMs()) });
  };
}

/** What ends a wait whose every request is answered by the fault, and after how long. */
const FROM_THE_START: Readonly<Record<Effect, { status: string; afterMs: number }>> = {
  silence: { status: 'unavailable', afterMs: 2 * MINUTE },
  trouble: { status: 'unavailable', afterMs: 15 * MINUTE },
  absent: { status: 'no-scan', afterMs: 5 * MINUTE },
  foreign: { status: 'error', afterMs: 0 },
  'fresh-token': { status: 'error', afterMs: 5_250 },
  error: { status: 'error', afterMs: 0 },
};

/** The same, if the first poll saw the scan and the second one, at 5.25 s, met the fault. */
const AFTER_THE_SCAN: typeof FROM_THE_START = {
  silence: { status: 'unavailable', afterMs: 15 * MINUTE + 5_250 },
  trouble: { status: 'unavailable', afterMs: 15 * MINUTE + 5_250 },
  absent: { status: 'unavailable', afterMs: 15 * MINUTE + 5_250 },
  foreign: { status: 'unavailable', afterMs: 15 * MINUTE + 5_250 },
  'fresh-token': { status: 'error', afterMs: 10_500 },
  error: { status: 'error', afterMs: 5_250 },
};

describe.concurrent('a fault from the first request on ends the wait', () => {
  it.each(CATALOG)('as its effect says: $name, $effect', async ({ fault, effect }) => {
    const { status, waitedMs } = await waitBehind([{ fault }], { effect });
    expect(status).toBe(FROM_THE_START[effect].status);
    expect(waitedMs).toBeCloseTo(FROM_THE_START[effect].afterMs, 3);
  });
});

describe.concurrent('a fault in the first polls ends the wait only if it is an error', () => {
  it.each(CATALOG)('$name, $effect', async ({ fault, effect, once }) => {
    const faults = [{ fault, toRequest: once ? 1 : 3 }];
    const { status, waitedMs, requests } = await waitBehind(faults, { effect });
    const isError = effect === 'error' || effect === 'foreign';
    expect(status).toBe(isError ? 'error' : 'completed');
    if (isError) expect(requests).toBe(1);
    else expect(waitedMs).toBeLessThan(18 * MINUTE);
  });
});

describe.concurrent('a fault after the scan was seen', () => {
  it.each(CATALOG)('passes unless it is an error: $name, $effect', async (entry) => {
    const { fault, effect, once } = entry;
    // A token that is refused is renewed, and the new one refused, in the same poll.
    const toRequest = effect === 'fresh-token' ? 3 : once ? 2 : 5;
    const { status } = await waitBehind([{ fault, fromRequest: 2, toRequest }], { effect });
    expect(status).toBe(effect === 'error' ? 'error' : 'completed');
  });

  it.each(CATALOG)('ends the wait if it stays: $name, $effect', async ({ fault, effect }) => {
    const { status, waitedMs } = await waitBehind([{ fault, fromRequest: 2 }], { effect });
    expect(status).toBe(AFTER_THE_SCAN[effect].status);
    expect(waitedMs).toBeCloseTo(AFTER_THE_SCAN[effect].afterMs, 3);
  });
});

describe('a state that flaps', () => {
  const body = (value: object): Fault => ({
    kind: 'answer',
    status: 200,
    body: JSON.stringify(value),
  });
  const inState = (id: string, type: string) =>
    body({ id, createTime: '2026-01-26T15:00:00Z', latestScanState: { type } });

  it('is final if it is completed for a single poll', async () => {
    const { status, requests } = await waitBehind([
      { fault: inState('s1', 'completed'), fromRequest: 3, toRequest: 3 },
    ]);
    expect([status, requests]).toEqual(['completed', 3]);
  });

  it('between known, unknown and gone does not end the wait', async () => {
    const { status } = await waitBehind([
      { fault: inState('s1', 'status_unavailable'), fromRequest: 2, toRequest: 3 },
      { fault: inState('s1', 'odd'), fromRequest: 4, toRequest: 5 },
      { fault: body({ message: 'not found' }), fromRequest: 6, toRequest: 7 },
      { fault: inState('s1', 'new'), fromRequest: 8, toRequest: 9 },
    ]);
    expect(status).toBe('completed');
  });

  it('does not complete the wait if it is that of another scan', async () => {
    const { status } = await waitBehind([{ fault: inState('s2', 'completed'), fromRequest: 2 }]);
    expect(status).toBe('unavailable');
  });
});

describe('random mixtures', () => {
  // Faults that take real time are tried above, each alone.
  const quick = CATALOG.filter(({ fault }) => !SLOW.includes(fault.kind));
  const passing = quick.filter(({ effect, once }) => effect !== 'error' && once !== true);
  const passingAtFirst = passing.filter(
    ({ effect }) => effect === 'silence' || effect === 'trouble',
  );
  const mixtureOf = (from: readonly Entry[]) =>
    fc.array(
      fc.record({
        entry: fc.constantFrom(...from),
        gap: fc.nat(6),
        length: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 8 },
    );
  const endings = fc.constantFrom('completed', 'done', 'failed', 'cancelled');
  const seeds = fc.integer();

  type Mixture = readonly { entry: Entry; gap: number; length: number }[];

  function scripted(mixture: Mixture, afterRequest: number): FaultScript[] {
    let request = afterRequest;
    return mixture.map(({ entry, gap, length }) => {
      const fromRequest = request + gap + 1;
      request = fromRequest + length - 1;
      return { fault: entry.fault, fromRequest, toRequest: request };
    });
  }

  /** Longer than any generated run of faults. */
  const patience = { maxOutageMs: 60 * MINUTE };

  it('of temporary faults after a good first poll do not change the verdict', async () => {
    await fc.assert(
      fc.asyncProperty(mixtureOf(passing), endings, seeds, async (mixture, type, seed) => {
        const wait = { patience, type, seed };
        const { status, waitedMs } = await waitBehind(scripted(mixture, 1), wait);
        expect(status).toBe(type === 'done' ? 'completed' : type);
        expect(waitedMs).toBeGreaterThanOrEqual(10 * MINUTE - 0.001);
      }),
      { numRuns: 60 },
    );
  });

  /** The longest time without a sign of any server, if the API never answered. */
  function silenceMs(updates: readonly Update[]): number {
    const polls = updates.flatMap(({ result, record: { waitedMs } }) =>
      result === undefined ? [] : { result, waitedMs },
    );
    const isContact = polls.some(
      ({ result }) => result.kind !== 'failed' || result.reached === 'api',
    );
    const busy = polls.findLast(({ result }) => 'reached' in result && result.reached === 'busy');
    return isContact ? 0 : (polls.at(-1)?.waitedMs ?? 0) - (busy?.waitedMs ?? 0);
  }

  it('from the first poll on end the same way, or after two minutes without an API', async () => {
    await fc.assert(
      fc.asyncProperty(mixtureOf(passingAtFirst), endings, seeds, async (mixture, type, seed) => {
        const wait = { patience, type, seed };
        const { status, updates } = await waitBehind(scripted(mixture, 0), wait);
        const isSilent = silenceMs(updates) >= 2 * MINUTE - 0.001;
        const own = type === 'done' ? 'completed' : type;
        expect(status).toBe(isSilent ? 'unavailable' : own);
      }),
      { numRuns: 60 },
    );
  });

  it('of any faults are green only if the scan completed', async () => {
    const types = fc.constantFrom('completed', 'failed', 'odd', 'running');
    await fc.assert(
      fc.asyncProperty(
        mixtureOf(quick),
        types,
        seeds,
        fc.nat(20 * MINUTE),
        async (mixture, type, seed, timeoutMs) => {
          const wait = { patience: { timeoutMs }, type, seed };
          const { status, waitedMs } = await waitBehind(scripted(mixture, 0), wait);
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
