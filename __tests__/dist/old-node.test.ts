/** The entry of the built action on a Node that is too old: nothing but one annotation. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { preload } from './preload.ts';
import { takeStep } from './step.ts';

const DIST = new URL('../../dist/', import.meta.url);

/** An older Node, if the machine has one beside the one that runs the tests. */
const OLDER = ['/usr/local/bin/node', '/usr/bin/node'].find((path) => existsSync(path));

it.each(['16.20.2', '20.19.0', '23.11.1'])(
  'Node %s gets one error annotation that names both versions and writes nothing else',
  async (version) => {
    const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
    const result = await takeStep({ options: { env: preload(code) } });
    expect(result.code).toBe(1);
    expect(result.stdout.trim().split('\n')).toHaveLength(1);
    expect(result.annotations).toEqual([{ level: 'error', message: expect.anything() }]);
    expect(result.annotations[0]?.message).toContain('needs Node.js 24');
    expect(result.annotations[0]?.message).toContain(version);
    expect([result.stderr, result.summary, result.outputs]).toEqual(['', '', {}]);
    expect(result.requests).toEqual([]);
  },
);

it.each(['index.js', 'settle.js', 'upload.js'])('%s loads one file, and nothing else', (name) => {
  const code = readFileSync(new URL(name, DIST), 'utf8');
  expect(code.match(/^import .*$|import\(/gm)).toEqual(["import { enter } from './enter.js';"]);
});

it('which loads nothing before it has checked the version', () => {
  const code = readFileSync(new URL('enter.js', DIST), 'utf8');
  expect(code).not.toMatch(/^import /m);
  expect(code.indexOf('process.versions.node')).toBeLessThan(code.indexOf('await import('));
});

it('an older Node of this machine gets the annotation too', async () => {
  if (OLDER === undefined) return;
  const entry = fileURLToPath(new URL('index.js', DIST));
  const run = promisify(execFile)(OLDER, [entry], { env: {} });
  const { code, stdout, version } = await run.then(
    () => ({ code: 0, stdout: '', version: '' }),
    async (error: { code: number; stdout: string }) => ({
      code: error.code,
      stdout: error.stdout,
      version: (await promisify(execFile)(OLDER, ['--version'])).stdout,
    }),
  );
  if (Number(/^v(\d+)/.exec(version)?.[1]) >= 24) return;
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error::This action needs Node\.js 24, .*\n$/);
});
