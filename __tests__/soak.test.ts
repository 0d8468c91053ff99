/**
 * A wait of a whole day over real HTTP, on a clock that jumps: one poll in ten fails, and nothing
 * piles up.
 */

import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { startEmulator } from '../emulator/binarly.ts';
import type { Script } from '../emulator/script.ts';
import { createHttp, type Http } from '../src/http/http.ts';
import { createAction } from '../src/steps/wait/main.ts';
import { fakeDependencies } from './support/dependencies.ts';
import { CATALOG, SLOW } from './support/fault-catalog.ts';
import { createJumpingClock, type JumpingClock } from './support/jumping-clock.ts';
import { seededRandom } from './support/random.ts';
import { fakeWorkflow } from './support/workflow.ts';

const HOUR = 3_600_000;
const CLIENT = { id: 'client', secret: 'secret-of-the-client', lifetimeMs: HOUR / 2 };

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Most of them singly, and now and then three in a row. */
function faultsOfADay(): Script['faults'] {
  const passing = CATALOG.filter(
    ({ effect, fault, once }) =>
      (effect === 'silence' || effect === 'trouble' || effect === 'foreign') &&
      once !== true &&
      fault.kind !== 'flood' &&
      !SLOW.includes(fault.kind),
  );
  return Array.from({ length: 400 }, (_, index) => {
    const fromRequest = 7 + index * 10;
    const fault = passing[index % passing.length]?.fault ?? { kind: 'reset' };
    return { fault, fromRequest, toRequest: fromRequest + (index % 25 === 0 ? 2 : 0) };
  });
}

interface Sample {
  readonly heap: number;
  readonly handles: number;
  readonly listeners: number;
}

/** Measures the process at every 500th request. */
function sampling(clock: JumpingClock, signal: AbortSignal, samples: Sample[]): Http {
  const http = createHttp('test', clock);
  let requests = 0;
  return (request) =>
    clock.hold(() => {
      if (++requests % 500 === 0) {
        collectGarbage();
        samples.push({
          heap: process.memoryUsage().heapUsed,
          handles: process.getActiveResourcesInfo().length,
          listeners: getEventListeners(signal, 'abort').length,
        });
      }
      return http(request);
    });
}

it('a wait of a day leaks nothing and completes', { timeout: 240_000 }, async () => {
  const clock = createJumpingClock();
  const states = [
    { atMs: 0, type: 'in_progress' },
    { atMs: 24 * HOUR, type: 'completed' },
  ];
  const scans = [{ id: 's', createdMs: 0, states }];
  const emulator = await startEmulator(
    {
      client: CLIENT,
      images: [{ productId: 'p', imageId: 'i', scans, counts: {} }],
      products: [{ id: 'p', name: 'Board' }],
      faults: faultsOfADay() ?? [],
    },
    clock,
  );
  const workflow = fakeWorkflow({
    'api-url': emulator.url,
    'client-id': CLIENT.id,
    'client-secret': CLIENT.secret,
    'token-url': emulator.tokenUrl,
    product: 'Board',
    image: 'i',
    timeout: '25h',
  });
  const { signal } = new AbortController();
  const samples: Sample[] = [];
  const http = sampling(clock, signal, samples);
  const action = createAction(fakeDependencies({ workflow, clock, http, random: seededRandom(1) }));

  expect(await action.run(signal)).toBe(0);
  await emulator.close();
  expect(workflow.outputs).toMatchObject({
    status: 'completed',
    'waited-seconds': expect.stringMatching(/^864\d\d$/),
  });
  const [{ polls }] = JSON.parse(workflow.outputs['scans'] ?? '[]') as [{ polls: number }];
  expect(polls).toBeGreaterThan(2_800);
  // A token every half hour, and no more.
  expect(emulator.tokenRequests()).toBeLessThan(60);
  const lines = workflow.said.filter((line) => line.startsWith('info'));
  expect(lines.length).toBeLessThan(400);
  const [first, last] = [samples[1], samples.at(-1)];
  expect(samples.length).toBeGreaterThan(4);
  if (first === undefined || last === undefined) throw new Error('too few samples');
  expect(last.heap - first.heap).toBeLessThan(4 * 1024 * 1024);
  expect(last.handles - first.handles).toBeLessThan(20);
  expect(Math.max(...samples.map(({ listeners }) => listeners))).toBeLessThan(6);
});
