/** The built action when something in its process throws, rejects or breaks that should not. */
import { describe, expect, it } from 'vitest';
import { breakLogAt, breakVariable, loseSleepsUnder, preload } from './preload.ts';
import { expectComplete, SCAN, scanIn, takeStep } from './step.ts';

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

describe.concurrent('an unforeseen error', () => {
  it('in reading the inputs makes the step red', async () => {
    const env = preload(breakVariable('INPUT_TIMEOUT'));
    const result = await takeStep({ options: { env } });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error', scans: '[]' });
    expect(result.outputs['reason']).toContain('the environment is broken');
  });

  it('while a result is logged makes the step red, although the scan completed', async () => {
    const result = await takeStep({ options: { env: preload(breakLogAt('completed')) } });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error', 'scan-id': SCAN });
    expect(result.outputs['reason']).toContain('the log is broken');
  });

  it('in the report of another makes the step red, and keeps the ID of the scan', async () => {
    const code = `setTimeout(() => { ${breakLogAt('::error::')} throw new Error('a bug') }, 700)`;
    const result = await takeStep({
      scans: [scanIn('running')],
      inputs: { 'poll-interval': '1h' },
      options: { env: preload(code) },
    });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ status: 'error', 'scan-id': SCAN, scans: '[]' });
    expect(result.outputs['reason']).toContain('a bug');
  });

  it('in every write to the log makes the step red', async () => {
    const code = "process.stdout.write = () => { throw new Error('the log is broken') }";
    const result = await takeStep({ options: { env: preload(code) } });
    expect(result.code).toBe(1);
    expect(result.outputs['status']).not.toBe('completed');
  });
});

describe('a promise that nothing will ever settle', () => {
  // The heartbeat, whose timer takes five minutes, must not keep the process alive: this would then
  // end only when the test does.
  it('makes the step red within seconds, whatever its timeout', async () => {
    const result = await takeStep({
      scans: [scanIn('running')],
      inputs: { timeout: '5h', 'poll-interval': '10s' },
      options: { env: preload(loseSleepsUnder(60_000)) },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error', 'scan-id': SCAN });
    expect(result.outputs['reason']).toContain('nothing was left to wait for');
  });
});
