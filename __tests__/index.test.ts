import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { getDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';

/** Imports the entry with a runner's files. @returns what it printed and wrote. */
async function runEntry(importEntry: () => Promise<unknown> = () => import('../src/index.ts')) {
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
  vi.stubEnv('GITHUB_OUTPUT', join(folder, 'output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'summary'));
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  // In CI, an annotation in the log of this process would be one of the test's own job.
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((...args) => {
    for (const argument of args) if (typeof argument === 'function') argument();
    return true;
  });
  const { exitCode, noDeprecation } = process;
  try {
    await importEntry();
    const file = (name: string) => readFileSync(join(folder, name), 'utf8');
    return {
      exits: exit.mock.calls,
      exitCode: process.exitCode,
      printed: [...log.mock.calls, ...write.mock.calls].map(String).join(''),
      output: file('output'),
      summary: file('summary'),
    };
  } finally {
    process.exitCode = exitCode;
    process.noDeprecation = noDeprecation ?? false;
    rmSync(folder, { recursive: true, force: true });
  }
}

beforeEach(() => vi.resetModules());

it('runs the action, which without inputs reports them and ends the process red', async () => {
  const { exits, printed, output, summary } = await runEntry();
  expect(exits).toEqual([[1]]);
  expect(printed).toMatch(/::error::6 .*:%0A`api-url` /);
  expect(output).toMatch(/^status<<(.+)\r?\nerror\r?\n\1$/m);
  expect(summary).toMatch(/^## /);
});

const settle = () => import('../src/settle.ts');

it('runs the settle action, which without inputs reports them and ends the process red', async () => {
  const { exits, printed, output } = await runEntry(settle);
  expect(exits).toEqual([[1]]);
  expect(printed).toMatch(/::error::\d inputs are invalid%0A`api-url` /);
  expect(output).toMatch(/^settled<<(.+)\r?\n\[\]\r?\n\1$/m);
});

const upload = () => import('../src/upload.ts');

it('runs the upload action, which without inputs reports them and ends the process red', async () => {
  const { exits, printed, output } = await runEntry(upload);
  expect(exits).toEqual([[1]]);
  expect(printed).toMatch(/::error::\d .*:%0A`api-url` /);
  expect(output).toMatch(/^status<<(.+)\r?\nerror\r?\n\1$/m);
});

it('gives each address of a host five seconds', async () => {
  await runEntry();
  expect(getDefaultAutoSelectFamilyAttemptTimeout()).toBe(5_000);
});

it.each([
  ['16.20.2', undefined],
  ['20.19.0', undefined],
  ['23.11.1', undefined],
  ['20.19.0', settle],
  ['20.19.0', upload],
])(
  'on Node %s it names both versions in one annotation, writes nothing, and is red',
  async (node, entry) => {
    vi.spyOn(process, 'versions', 'get').mockReturnValue({ ...process.versions, node });
    const { exits, exitCode, printed, output, summary } = await runEntry(entry);
    expect(printed).toBe(
      `::error::This action needs Node.js 24, but the runner started it with ${node}: ` +
        'use a runner that supports node24 actions.',
    );
    expect({ exits, exitCode, output, summary }).toEqual({
      exits: [],
      exitCode: 1,
      output: '',
      summary: '',
    });
  },
);
