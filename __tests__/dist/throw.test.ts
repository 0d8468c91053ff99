/** The built action when something in its process throws, rejects or breaks that should not. */
import { describe, expect, it } from 'vitest';
import { preload } from './preload.ts';
import { always, expectComplete, SCAN, scanIn, takeStep } from './step.ts';

/** Thrown from a foreign timer while the action waits. */
const THROWN: Readonly<Record<string, string>> = {
  'an error': "new TypeError('a bug')",
  'a string': "'a bug'",
  null: 'null',
  undefined: 'undefined',
  'an error whose text throws':
    "({ toString() { throw new Error('hostile') }, get message() { throw 1 }, get stack() { throw 2 } })",
  'an error with hostile text': "new Error('x\\n::error::owned ##[error]owned')",
  'an object without a prototype': 'Object.create(null)',
  'an error with exit code 0': "Object.assign(new Error('a bug'), { code: 0, exitCode: 0 })",
};

describe.concurrent.each(Object.entries(THROWN))('%s makes the step red if it is', (_, thrown) => {
  it.each([
    ['thrown', `setTimeout(() => { throw ${thrown} }, 700)`],
    ['rejected without a handler', `setTimeout(() => { Promise.reject(${thrown}) }, 700)`],
  ])('%s', async (_, code) => {
    const result = await takeStep({
      scans: [scanIn('running')],
      inputs: { 'poll-interval': '1h' },
      options: { env: preload(code) },
    });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ status: 'error' });
    expect(result.outputs['reason']).toMatch(/^Unexpected error in this action \(/);
    expect(result.stdout).not.toMatch(/^::error::owned|##\[/m);
  });
});

describe.concurrent('a bug', () => {
  it('in the summary is a note in the log and changes no verdict', async () => {
    const code = "Buffer.byteLength = () => { throw new Error('a bug in the summary') }";
    const result = await takeStep({ options: { env: preload(code) } });
    expect([result.code, result.outputs['status']]).toEqual([0, 'completed']);
    expect(result.stdout).toContain(
      'Could not write the job summary (Error: a bug in the summary). This does not change the result.',
    );
  });

  it('in the report makes the step red, whatever the scan was', async () => {
    const code = "Map.prototype.values = () => { throw new Error('a bug in the report') }";
    const result = await takeStep({ options: { env: preload(code) } });
    expect(result.code).toBe(1);
    expect(result.outputs['status']).not.toBe('completed');
  });

  it('in reading the inputs makes the step red', async () => {
    const code = "URL.canParse = () => { throw new Error('a bug in the inputs') }";
    const result = await takeStep({ options: { env: preload(code) } });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error', scans: '[]' });
  });

  it('that leaves nothing to wait for makes the step red', async () => {
    // The classic: a promise that nothing will ever settle, and an event loop that runs dry.
    const code =
      'const real = setTimeout; globalThis.setTimeout = (f, ms, ...more) => real(ms > 1000 ? () => undefined : f, 0, ...more);';
    const unref =
      "import net from 'node:net'; const connect = net.Socket.prototype.connect; net.Socket.prototype.connect = function (...more) { const s = connect.apply(this, more); s.unref(); return s };";
    const result = await takeStep({
      faults: always({ kind: 'silent' }),
      inputs: { timeout: '0s' },
      options: { env: preload(unref + code) },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain('nothing was left to wait for');
  });

  it('in the report of a bug makes the step red and keeps the ID that was written before', async () => {
    const code =
      "setTimeout(() => { Map.prototype.values = () => { throw 1 }; throw new Error('a bug') }, 700)";
    const result = await takeStep({
      scans: [scanIn('running')],
      inputs: { 'poll-interval': '1h' },
      options: { env: preload(code) },
    });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ status: 'error', 'scan-id': SCAN, scans: '[]' });
  });
});
