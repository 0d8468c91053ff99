/** The built action with what people write, and with what platforms, gateways and clocks do. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { apiError, type Fault } from '../../emulator/faults.ts';
import { expectComplete, IDS, once, scanIn, takeStep } from './step.ts';

const LIST = `{"scans":[{"id":"s1","createTime":"2026-01-26T15:30:01Z","latestScanState":{"type":"done"}}]}`;

describe.concurrent('what people write', () => {
  it('may be in any case, and booleans as in YAML', async () => {
    const result = await takeStep({
      inputs: {
        oidc: 'FALSE',
        'fail-on-kev': 'False',
        'fail-on-severity': 'None',
        'on-timeout': 'Warn',
      },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
    const auto = await takeStep({ inputs: { 'poll-interval': 'Auto' } });
    expect(auto.outputs['status']).toBe('completed');
  });

  it.each([
    [{ image: `${IDS.image},${IDS.image}` }, 'image', 'one per line'],
    [{ image: 'null' }, 'image', 'the step before gave no value'],
    [{ image: `${IDS.image}\u200b` }, 'image', 'U+200B'],
    [{ product: 'https://dashboard-acme.binarly.cloud/x' }, 'product', 'is an address'],
    [{ 'fail-on-severity': 'high', 'fail-on-status': '"new"' }, 'fail-on-status', 'the quotes are'],
  ])('is one problem that names its cause: %j', async (inputs, input, text) => {
    const result = await takeStep({ inputs });
    expectComplete(result);
    expect(result.requests).toEqual([]);
    const [annotation] = result.annotations;
    expect(annotation?.message).toContain(`\`${input}\` `);
    expect(annotation?.message).toContain(text);
  });

  it('may have an empty line between IDs, with one warning', async () => {
    const result = await takeStep({ inputs: { image: `${IDS.image}\n\n${IDS.image}` } });
    expect(result).toMatchObject({ code: 0, annotations: [{ level: 'warning' }] });
    expect(result.annotations[0]?.message).toContain('waiting for 1 image');
  });
});

function answer(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Fault {
  return { kind: 'answer', status: 200, body, headers };
}

describe.concurrent('what comes', () => {
  it.each([
    ['canceled', 'cancelled'],
    ['Completed', 'completed'],
    ['ERROR', 'failed'],
  ])('may be a scan in the state %s', async (type, status) => {
    const result = await takeStep({ scans: [scanIn(type)] });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status, state: type });
  });

  it.each([
    ['null in place of an empty list', answer('{"scans":null}')],
    ['a 403 of a firewall, mid-wait', apiError(403, 'Forbidden')],
    ['an empty body', answer('')],
    ['half of a JSON text', answer(LIST.slice(0, -1))],
  ])('may be %s, which does not end the wait', async (name, fault) => {
    // A firewall is told from a missing right by what has been read before.
    const isLater = name.startsWith('a 403');
    const result = await takeStep({
      scans: [
        scanIn('', {
          states: [
            { atMs: -60_000, type: 'running' },
            { atMs: 2_500, type: 'done' },
          ],
        }),
      ],
      faults: [{ fault, fromRequest: isLater ? 2 : 1, toRequest: isLater ? 2 : 1 }],
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
    expect(result.stdout).not.toContain('web page');
  });

  it.each([
    ['compressed by a gateway', answer(gzipSync(LIST), { 'content-encoding': 'gzip' })],
    ['labeled UTF-8', answer(LIST, { 'content-encoding': 'UTF-8' })],
  ])('may be %s', async (_, fault) => {
    const result = await takeStep({ faults: once(fault), inputs: { timeout: '0s' } });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': 's1' });
  });

  it('may ask for a pause until a date by a clock that is an hour ahead', async () => {
    const aheadMs = Date.now() + 3_600_000;
    const date = (ms: number) => new Date(ms).toUTCString();
    const fault: Fault = {
      kind: 'answer',
      status: 429,
      body: '',
      headers: { date: date(aheadMs), 'retry-after': date(aheadMs + 2_000) },
    };
    const result = await takeStep({ faults: once(fault), inputs: { timeout: '20s' } });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });

  it('says both times if every scan is too old', async () => {
    const result = await takeStep({
      inputs: { 'created-after': '2999-01-01T00:00:00Z', 'appearance-timeout': '0s' },
    });
    expect(result.outputs['status']).toBe('no-scan');
    expect(result.outputs['reason']).toMatch(/is of 20\d\d-.*, before created-after \(2999-01-01/);
  });
});
