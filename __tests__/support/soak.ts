/**
 * A wait of a whole day over real HTTP, on a clock that jumps: one poll in ten fails. A process of
 * its own, because the memory of a test worker is also the runner's. Needs `--expose-gc`; prints
 * what it measured as JSON.
 */

import { getEventListeners } from 'node:events';
import { startEmulator } from '../../emulator/binarly.ts';
import type { Script } from '../../emulator/script.ts';
import { createHttp, type Http } from '../../src/http/http.ts';
import { createAction } from '../../src/steps/wait/main.ts';
import { fakeDependencies } from './dependencies.ts';
import { CATALOG, SLOW } from './fault-catalog.ts';
import { createJumpingClock, type JumpingClock } from './jumping-clock.ts';
import { seededRandom } from './random.ts';
import { fakeWorkflow } from './workflow.ts';

const HOUR = 3_600_000;
const CLIENT = { id: 'client', secret: 'secret-of-the-client', lifetimeMs: HOUR / 2 };

const collectGarbage = globalThis.gc;
if (collectGarbage === undefined) throw new Error('needs --expose-gc');

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

/** What the process has at one moment: bytes of heap, and counts. */
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
        collectGarbage?.();
        samples.push({
          heap: process.memoryUsage().heapUsed,
          handles: process.getActiveResourcesInfo().length,
          listeners: getEventListeners(signal, 'abort').length,
        });
      }
      return http(request);
    });
}

/** What the process prints. */
export interface SoakReport {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly tokenRequests: number;
  readonly logLines: number;
  readonly samples: readonly Sample[];
}

const clock = createJumpingClock();
const states = [
  { atMs: 0, type: 'in_progress' },
  { atMs: 24 * HOUR, type: 'completed' },
];
const emulator = await startEmulator(
  {
    client: CLIENT,
    images: [
      {
        productId: 'p',
        imageId: 'i',
        scans: [{ id: 's', createdMs: 0, states }],
        counts: {},
      },
    ],
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
const exitCode = await action.run(signal);
await emulator.close();

const report: SoakReport = {
  exitCode,
  outputs: workflow.outputs,
  tokenRequests: emulator.tokenRequests(),
  logLines: workflow.said.filter((line) => line.startsWith('info')).length,
  samples,
};
console.log(JSON.stringify(report));
