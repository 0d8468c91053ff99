/**
 * The built action where an ordinary company network or platform has a bad moment: no needless red.
 */
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { apiError, type Fault, jsonAnswer } from '../../emulator/faults.ts';
import type { ClientScript } from '../../emulator/keycloak.ts';
import { runStep } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { always, expectComplete, type Given, IDS, once, SCAN, scanIn, takeStep } from './step.ts';

const page = (status: number): Fault => ({
  kind: 'answer',
  status,
  body: '<!doctype html><title>Maintenance</title>',
  headers: { 'content-type': 'text/html' },
});
const CREATED = '2026-01-26T15:30:01Z';
const completed = { id: SCAN, createTime: CREATED, latestScanState: { type: 'completed' } };

const laterCompleted = scanIn('', {
  states: [
    { atMs: -1, type: 'running' },
    { atMs: 3_000, type: 'completed' },
  ],
});

describe.concurrent('after the API has answered once', () => {
  it.each([302, 403, 404, 410])('a web page with HTTP %i does not end the wait', async (status) => {
    const result = await takeStep({
      scans: [laterCompleted],
      faults: [{ fault: page(status), fromRequest: 2, toRequest: 2 }],
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });

  it.each([
    ['a redirect', page(302)],
    ['a refusal', page(410)],
  ])('%s at the first request still ends the step at once', async (_, fault) => {
    const result = await takeStep({ faults: once(fault) });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.requests).toHaveLength(1);
  });

  it('one failed poll after a long interval does not use up `max-outage`', async () => {
    const result = await takeStep({
      scans: [laterCompleted],
      faults: [{ fault: apiError(502, 'bad gateway'), fromRequest: 2, toRequest: 2 }],
      inputs: { 'poll-interval': '3s', 'max-outage': '1s' },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });
});

describe.concurrent('a list that continues on another page', () => {
  it.each(['nextPageToken', 'next_page_token'])(
    'is a failed poll, never a verdict (%s)',
    async (name) => {
      const fault = jsonAnswer(200, { scans: [completed], [name]: 'more' });
      const result = await takeStep({ faults: always(fault), inputs: { 'max-outage': '0s' } });
      expectComplete(result);
      expect(result.outputs['status']).toBe('unavailable');
      expect(result.outputs['reason']).toContain('continues on another page');
    },
  );
});

it('a body that cannot be decoded is a failed poll that says so', async () => {
  const body = gzipSync(JSON.stringify({ scans: [completed] })).subarray(0, 40);
  const fault: Fault = {
    kind: 'answer',
    status: 200,
    body,
    headers: { 'content-encoding': 'gzip' },
  };
  const result = await takeStep({ faults: always(fault), inputs: { 'max-outage': '0s' } });
  expectComplete(result);
  expect(result.outputs['reason']).toContain(
    'the response is encoded (gzip) and could not be decoded',
  );
});

it('https to a server that does not speak TLS says so without source paths', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const result = await takeStep({
    inputs: { 'api-url': `https://127.0.0.1:${port}`, timeout: '0s' },
  });
  server.close();
  expectComplete(result);
  expect(result.outputs['reason']).toContain('the server does not speak TLS: is api-url right?');
  expect(result.stdout).not.toMatch(/\.c:\d+/);
});

/** A step with client credentials. */
async function withClient(client: Partial<ClientScript>, { faults = [], inputs }: Given = {}) {
  const secret = 'secret-of-the-emulator';
  const images = [{ productId: IDS.product, imageId: IDS.image, scans: [laterCompleted] }];
  const emulator = await startEmulator(
    { client: { id: 'ci', secret, lifetimeMs: 2_000, ...client }, images, faults },
    systemClock,
  );
  try {
    const result = await runStep({
      'api-url': emulator.url,
      'token-url': emulator.tokenUrl,
      'client-id': 'ci',
      'client-secret': secret,
      ...IDS,
      'poll-interval': '1s',
      ...inputs,
    });
    expectComplete(result);
    return { ...result, tokenRequests: emulator.tokenRequests() };
  } finally {
    await emulator.close();
  }
}

describe.concurrent('the token endpoint', () => {
  it.each([404, 302, 403])(
    'that answers a web page with HTTP %i once while waiting does not end the wait',
    async (status) => {
      const { outputs, tokenRequests } = await withClient({ faults: { 2: page(status) } });
      expect(outputs['status']).toBe('completed');
      expect(tokenRequests).toBeGreaterThan(2);
    },
  );

  it('that answers a web page before its first token ends the step and is named', async () => {
    const { outputs } = await withClient({ faults: { 1: page(404) } });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain('No token endpoint answers at token-url (HTTP 404)');
    expect(outputs['reason']).not.toContain('api-url');
  });

  it('that refuses the client while waiting ends the step', async () => {
    const refusal = jsonAnswer(401, { error: 'invalid_client', error_description: 'disabled' });
    const always = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [index + 2, refusal]),
    );
    const { outputs } = await withClient({ faults: always });
    expect(outputs['status']).toBe('error');
  });
});

describe.concurrent('a token that is refused right after it was issued', () => {
  it('does not end the wait, because clocks may differ by a second', async () => {
    const faults = once(apiError(401, 'token used before issued'));
    const { outputs, tokenRequests } = await withClient({ lifetimeMs: 60_000 }, { faults });
    expect(outputs['status']).toBe('completed');
    // The token is kept.
    expect(tokenRequests).toBe(1);
  });

  it('in two polls in a row ends the step', async () => {
    const faults = always(apiError(401, 'unauthenticated'));
    const { outputs } = await withClient({ lifetimeMs: 60_000 }, { faults });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toMatch(/^The API refused a token issued moments before/);
  });
});
