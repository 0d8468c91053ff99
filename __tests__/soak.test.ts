/** A wait of a whole day over real HTTP, on a clock that jumps: one poll in ten fails, and nothing piles up. */
import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { startEmulator } from '../emulator/binarly.ts';
import { createAction } from '../src/action.ts';
import type { Workflow } from '../src/github/workflow.ts';
import { createHttp } from '../src/http/http.ts';
import { CATALOGUE } from './support/fault-catalog.ts';
import { createJumpingClock } from './support/jumping-clock.ts';

const HOUR = 3_600_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('a day long', { timeout: 240_000 }, async () => {
  const clock = createJumpingClock();
  const quick = CATALOGUE.filter(
    ({ effect, fault, once }) =>
      (effect === 'silence' || effect === 'trouble') &&
      once !== true &&
      !['silent', 'stall', 'drip', 'late', 'flood'].includes(fault.kind),
  );
  // Singly for the most part, and now and then three in a row.
  const faults = Array.from({ length: 400 }, (_, index) => {
    const fromRequest = 7 + index * 10;
    return {
      fault: quick[index % quick.length]?.fault ?? { kind: 'reset' as const },
      fromRequest,
      toRequest: fromRequest + (index % 25 === 0 ? 2 : 0),
    };
  });
  const states = [
    { atMs: 0, type: 'in_progress' },
    { atMs: 24 * HOUR, type: 'completed' },
  ];
  const images = [
    { productId: 'p', imageId: 'i', scans: [{ id: 's', createdMs: 0, states }], counts: {} },
  ];
  const client = { id: 'client', secret: 'secret-of-the-client', lifetimeMs: HOUR / 2 };
  const emulator = await startEmulator(
    { client, images, products: [{ id: 'p', name: 'Board' }], faults },
    clock,
  );
  const http = createHttp('test', clock);

  const inputs: Record<string, string> = {
    'api-url': emulator.url,
    'client-id': client.id,
    'client-secret': client.secret,
    'token-url': emulator.tokenUrl,
    product: 'Board',
    image: 'i',
    timeout: '25h',
  };
  const lines: string[] = [];
  const outputs: Record<string, string> = {};
  const { signal } = new AbortController();
  const samples: { heap: number; handles: number; listeners: number }[] = [];
  let requests = 0;

  const workflow: Workflow = {
    input: (name) => inputs[name] ?? '',
    mask: () => undefined,
    output: (name, value) => Object.assign(outputs, { [name]: value }),
    info: (line) => void lines.push(line),
    debug: () => undefined,
    warning: (line) => void lines.push(line),
    fail: (line) => void lines.push(line),
    summary: () => Promise.resolve(),
  };
  const action = createAction({
    workflow,
    clock,
    http: (request) =>
      clock.hold(async () => {
        if (++requests % 500 === 0) {
          collectGarbage();
          const handles = process.getActiveResourcesInfo().length;
          samples.push({
            heap: process.memoryUsage().heapUsed,
            handles,
            listeners: getEventListeners(signal, 'abort').length,
          });
        }
        return http(request);
      }),
    random: Math.random,
    whyMissing: () => Promise.resolve(undefined),
    proxyProblem: () => undefined,
  });

  expect(await action.run(signal)).toBe(0);
  await emulator.close();
  expect(outputs).toMatchObject({
    status: 'completed',
    'waited-seconds': expect.stringMatching(/^864\d\d$/),
  });
  const [{ polls }] = JSON.parse(outputs['scans'] ?? '[]') as [{ polls: number }];
  expect(polls).toBeGreaterThan(2_800);
  // Every half hour a token, and no more.
  expect(emulator.tokenRequests()).toBeLessThan(60);
  expect(lines.length).toBeLessThan(400);
  const [first, last] = [samples[1], samples.at(-1)];
  expect(samples.length).toBeGreaterThan(4);
  if (first === undefined || last === undefined) throw new Error('too few samples');
  expect(last.heap - first.heap).toBeLessThan(4 * 1024 * 1024);
  expect(last.handles - first.handles).toBeLessThan(20);
  expect(Math.max(...samples.map(({ listeners }) => listeners))).toBeLessThan(6);
});
