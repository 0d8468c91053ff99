/**
 * The built action when the job is cancelled: `interrupted` with a full report, at every stage that
 * a process can be met in.
 */
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { runStep, type StepOptions } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { preload } from './preload.ts';
import {
  always,
  expectComplete,
  type Given,
  IDS,
  RUNNER_KILLS_AFTER_MS,
  SCAN,
  scanIn,
  TOKEN,
  takeStep,
} from './step.ts';

/** Signals as soon as `words` are printed. On Windows a process is terminated, not signaled. */
function signalAt(
  words: string,
  signal: NodeJS.Signals,
): { printed: NonNullable<StepOptions['printed']>; sentMs: () => number } {
  let sentMs = 0;
  return {
    sentMs: () => sentMs,
    printed(text, child) {
      if (sentMs > 0 || !text.includes(words)) return;
      sentMs = performance.now() + 300;
      // The line is printed just before the sleep or the request that is to be met.
      setTimeout(() => child.kill(signal), 300);
    },
  };
}

const OPENING = 'Waiting up to';
const CLIENT = { token: '', 'client-id': 'client', 'client-secret': 'secret-of-the-client' };

describe.skipIf(process.platform === 'win32').concurrent.each(['SIGINT', 'SIGTERM'] as const)(
  '%s',
  (signal) => {
    it.each<[string, Given, string]>([
      ['while headers are awaited', { faults: always({ kind: 'silent' }) }, OPENING],
      ['in a body', { faults: always({ kind: 'stall', status: 200 }) }, OPENING],
      ['in a body that drips', { faults: always({ kind: 'drip' }) }, OPENING],
      ['in a flood', { faults: always({ kind: 'flood' }) }, OPENING],
      ['asleep', { scans: [scanIn('running')], inputs: { 'poll-interval': '1h' } }, 'is running'],
      [
        'asleep in an outage',
        {
          faults: always({
            kind: 'answer',
            status: 429,
            body: '',
            headers: { 'retry-after': '3600' },
          }),
        },
        OPENING,
      ],
      [
        'while a product is looked for',
        { faults: always({ kind: 'silent' }), inputs: { product: 'Board' } },
        OPENING,
      ],
    ])('%s ends in interrupted, with a full report', async (_, given, words) => {
      const sending = signalAt(words, signal);
      const result = await takeStep({ ...given, options: { printed: sending.printed } });
      expectComplete(result);
      expect(performance.now() - sending.sentMs()).toBeLessThan(RUNNER_KILLS_AFTER_MS);
      expect(result.outputs['status']).toBe('interrupted');
      expect(result.annotations).toEqual([]);
      expect(result.summary).toContain('interrupted');
    });

    it('before the first request', async () => {
      // As soon as somebody listens for it.
      const code = `process.on('newListener', (name) => { if (name === '${signal}') setImmediate(() => process.kill(process.pid, '${signal}')) })`;
      const result = await takeStep({
        options: { env: preload(code) },
        faults: always({ kind: 'silent' }),
      });
      expectComplete(result);
      expect(result.outputs['status']).toBe('interrupted');
    });

    it('while connecting', async () => {
      // Accepts, and never says a word of TLS.
      const server = createServer(() => undefined);
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      const { port } = server.address() as { port: number };
      const sending = signalAt(OPENING, signal);
      const inputs = { 'api-url': `https://localhost:${port}`, token: TOKEN, ...IDS };
      const result = await runStep(inputs, { printed: sending.printed });
      server.close();
      expectComplete(result);
      expect(result.outputs['status']).toBe('interrupted');
      expect(performance.now() - sending.sentMs()).toBeLessThan(RUNNER_KILLS_AFTER_MS);
    });

    it('while a token is requested', async () => {
      const client = {
        id: 'client',
        secret: CLIENT['client-secret'],
        lifetimeMs: 60_000,
        faults: { 1: { kind: 'silent' } },
      } as const;
      const emulator = await startEmulator({ client, images: [] }, systemClock);
      const sending = signalAt(OPENING, signal);
      const inputs = { ...CLIENT, 'api-url': emulator.url, 'token-url': emulator.tokenUrl, ...IDS };
      const result = await runStep(inputs, { printed: sending.printed });
      await emulator.close();
      expectComplete(result);
      expect(emulator.tokenRequests()).toBe(1);
      expect(result.outputs['status']).toBe('interrupted');
    });

    it('after the verdict changes nothing', async () => {
      const code = `import { promises } from 'node:fs'; const write = promises.appendFile; promises.appendFile = (...more) => { process.kill(process.pid, '${signal}'); return new Promise((go) => setTimeout(go, 500)).then(() => write(...more)) }`;
      const result = await takeStep({ options: { env: preload(code) } });
      expectComplete(result);
      expect([result.code, result.outputs['status']]).toEqual([0, 'completed']);
    });

    it('twice ends at once, and red', async () => {
      // The summary is never written; outputs and their order do not wait for it.
      const code = `import { promises } from 'node:fs'; promises.appendFile = () => { process.kill(process.pid, 'SIGTERM'); return new Promise(() => setInterval(() => undefined, 1000)) }`;
      const sending = signalAt('is running', signal);
      const result = await takeStep({
        scans: [scanIn('running')],
        inputs: { 'poll-interval': '1h' },
        options: { env: preload(code), printed: sending.printed },
      });
      expect(result.code).toBe(1);
      expect(performance.now() - sending.sentMs()).toBeLessThan(RUNNER_KILLS_AFTER_MS);
      expect(result.outputs).toMatchObject({ status: 'interrupted', 'scan-id': SCAN });
      expect(result.summary).toBe('');
    });
  },
);

describe.skipIf(process.platform === 'win32')('an interruption', () => {
  it('names the scan that continues', async () => {
    const { printed } = signalAt('is running', 'SIGTERM');
    const result = await takeStep({
      scans: [scanIn('running')],
      inputs: { 'poll-interval': '1h' },
      options: { printed },
    });
    expect(result.outputs).toMatchObject({ 'scan-id': SCAN, state: 'running' });
    expect(result.outputs['reason']).toContain(`scan ${SCAN} continues`);
    expect(Number(result.outputs['waited-seconds'])).toBeLessThan(60);
  });
});
