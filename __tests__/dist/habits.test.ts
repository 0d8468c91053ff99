/**
 * The built action with what people write in inputs, what platforms and gateways answer, and clocks
 * that differ: no needless red, and no sentence that claims what nobody saw.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { type Fault, jsonAnswer } from '../../emulator/faults.ts';
import { runStep } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { always, expectComplete, type Given, IDS, once, SCAN, scanIn, takeStep } from './step.ts';

const CREATED = '2026-01-26T15:30:01Z';
const completed = { id: SCAN, createTime: CREATED, latestScanState: { type: 'completed' } };
const LIST = JSON.stringify({ scans: [completed] });

/** A scan that completes after three seconds. */
const laterCompleted = scanIn('', {
  states: [
    { atMs: -1, type: 'running' },
    { atMs: 3_000, type: 'completed' },
  ],
});

function answer(status: number, body: string | Buffer, headers: Record<string, string>): Fault {
  return { kind: 'answer', status, body, headers };
}

/** A wait whose second request is answered by the fault. */
async function behind(fault: Fault, more: Given = {}) {
  const result = await takeStep({
    scans: [laterCompleted],
    faults: [{ fault, fromRequest: 2, toRequest: 2 }],
    ...more,
  });
  expectComplete(result);
  return result;
}

async function reasonWith(inputs: Readonly<Record<string, string>>): Promise<string | undefined> {
  const result = await takeStep({ inputs });
  expectComplete(result);
  expect(result.outputs['status']).toBe('error');
  expect(result.requests).toEqual([]);
  return result.outputs['reason'];
}

describe.concurrent('inputs', () => {
  it('may be words in any case and booleans of YAML', async () => {
    const inputs = {
      oidc: 'FALSE',
      'fail-on-kev': 'False',
      'fail-on-severity': 'None',
      'on-timeout': 'Fail',
      'poll-interval': 'Auto',
      'fail-on-status': 'New, in progress',
    };
    const result = await takeStep({ inputs });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });

  it('with a list of IDs in one line are an error that says how to write it', async () => {
    const reason = await reasonWith({ image: `${IDS.image},${IDS.image}` });
    expect(reason).toContain('has a comma: write one ID per line');
  });

  it.each(['null', 'undefined', 'None'])('that a step left without a value: %s', async (text) => {
    const expected = `is ${text}: the step before gave no value`;
    expect(await reasonWith({ image: text })).toContain(`image ${expected}`);
    expect(await reasonWith({ token: text })).toContain(`token ${expected}`);
  });

  it('with a character that nobody sees, or an address, are named', async () => {
    expect(await reasonWith({ image: `${IDS.image}\u200bA` })).toContain('the character U+200B');
    const address = `https://dashboard-acme.binarly.cloud/images/${IDS.image}`;
    expect(await reasonWith({ image: address })).toContain('is an address, not an ID');
  });

  it('with an empty line between IDs are warned about once', async () => {
    const other = '01JZ2ZW8H6JMAGE000000000BB';
    const inputs = { image: `${IDS.image}\n\n${other}`, 'appearance-timeout': '0s' };
    const result = await takeStep({ inputs });
    expectComplete(result);
    const warnings = result.annotations.filter(({ level }) => level === 'warning');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toContain('this step waits for 2 images');
  });
});

describe.concurrent('a state', () => {
  it.each([
    ['Completed', 'completed'],
    ['canceled', 'cancelled'],
    ['error', 'failed'],
    ['ABORTED', 'failed'],
  ])('%s is understood as %s', async (type, status) => {
    const result = await takeStep({ scans: [scanIn(type)] });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status, state: type });
  });
});

describe.concurrent('a gateway', () => {
  it.each([
    ['that compresses', gzipSync(LIST), 'gzip'],
    ['that labels plain JSON', LIST, 'UTF-8'],
  ])('%s is understood', async (_, body, encoding) => {
    const fault = answer(200, body, { 'content-encoding': encoding });
    const result = await takeStep({ faults: always(fault) });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });

  it('that refuses one request too many, in JSON, does not end the wait', async () => {
    const { outputs } = await behind(jsonAnswer(403, { message: 'Forbidden' }));
    expect(outputs['status']).toBe('completed');
  });

  it('that challenges the first request does not end the wait', async () => {
    const fault = answer(403, '<html>Checking your browser</html>', {
      'content-type': 'text/html',
    });
    const result = await takeStep({ faults: once(fault) });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });

  it.each([
    ['empty', '', 'HTTP 200 with an empty body'],
    ['broken off', LIST.slice(0, -4), 'HTTP 200 with JSON that breaks off'],
  ])('whose answers are %s is called that, and not a web page', async (_, body, words) => {
    const fault = answer(200, body, {});
    const { outputs } = await behind(fault, {
      faults: [{ fault, fromRequest: 2 }],
      inputs: { 'max-outage': '1s' },
    });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain(words);
    expect(outputs['reason']).not.toContain('web page');
  });
});

describe.concurrent('a list', () => {
  it('that is null while the scan is queued means no scan yet', async () => {
    const fault = jsonAnswer(200, { scans: null });
    const result = await takeStep({
      faults: always(fault),
      inputs: { 'appearance-timeout': '1s', 'max-outage': '0s' },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('no-scan');
  });

  it.each([
    ['has a link to the next page', 200, { link: '</2>; rel="next"' }],
    ['is a part of the content', 206, {}],
  ])('that %s is a failed poll, never a verdict', async (_, status, headers) => {
    const fault = answer(status, LIST, headers);
    const result = await takeStep({ faults: always(fault), inputs: { 'max-outage': '0s' } });
    expectComplete(result);
    expect(result.outputs['status']).toBe('unavailable');
    expect(result.outputs['reason']).toContain('continues on another page');
  });
});

describe.concurrent('clocks that are ten minutes apart', () => {
  const TEN_MINUTES = 600_000;

  it.each([TEN_MINUTES, -TEN_MINUTES])(
    'do not change what Retry-After asks for: %i ms',
    async (skewMs) => {
      const now = Date.now() + skewMs;
      const fault = answer(503, '', {
        date: new Date(now).toUTCString(),
        'retry-after': new Date(now + 2_000).toUTCString(),
      });
      const { outputs } = await behind(fault);
      expect(outputs['status']).toBe('completed');
      expect(Number(outputs['waited-seconds'])).toBeLessThan(60);
    },
  );

  it('call no token expired that works', async () => {
    const exp = Math.floor((Date.now() - TEN_MINUTES / 2) / 1000);
    const payload = Buffer.from(JSON.stringify({ exp })).toString('base64url');
    const token = `e30.${payload}.x`;
    const images = [{ productId: IDS.product, imageId: IDS.image, scans: [scanIn('completed')] }];
    const behindUs = { ...systemClock, wallMs: () => Date.now() - TEN_MINUTES };
    const emulator = await startEmulator({ token, images }, behindUs);
    const inputs = { 'api-url': emulator.url, token, ...IDS, timeout: '1m' };
    const result = await runStep(inputs);
    await emulator.close();
    expect(result.outputs['status']).toBe('completed');
    expect(result.annotations).toEqual([]);
  });

  it('name both times if no scan is new enough', async () => {
    const result = await takeStep({
      inputs: { 'created-after': '2099-01-26T15:30:00Z', 'appearance-timeout': '0s' },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('no-scan');
    expect(result.outputs['reason']).toMatch(
      /newest scan in the list is from 20\S+Z, and created-after is 2099-01-26T15:30:00Z\): created-after is in the future/,
    );
  });
});

it('a token endpoint that says 200 and refuses the client ends the step with its words', async () => {
  const refusal = jsonAnswer(200, { error: 'invalid_client', error_description: 'disabled' });
  const client = { id: 'ci', secret: 'secret-of-the-emulator', lifetimeMs: 60_000 };
  const emulator = await startEmulator(
    { client: { ...client, faults: { 1: refusal } }, images: [] },
    systemClock,
  );
  const result = await runStep({
    'api-url': emulator.url,
    'token-url': emulator.tokenUrl,
    'client-id': 'ci',
    'client-secret': client.secret,
    ...IDS,
  });
  await emulator.close();
  expectComplete(result);
  expect(result.outputs['status']).toBe('error');
  expect(result.outputs['reason']).toContain('HTTP 200: invalid_client: disabled');
});
