import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';

it('wires the real world: without inputs it reports what is missing and ends the process red', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
  vi.stubEnv('GITHUB_OUTPUT', join(folder, 'output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'summary'));
  // Neither the code of this process nor, in CI, an annotation of its log is meant.
  const { exitCode } = process;
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((...args) => {
    for (const argument of args) if (typeof argument === 'function') argument();
    return true;
  });
  try {
    await import('../src/index.ts');
    expect(exit.mock.calls).toEqual([[1]]);
    expect(write.mock.calls.map(String).join('')).toContain(
      '::error::4 inputs are unusable: `api-url` is empty',
    );
    expect(readFileSync(join(folder, 'output'), 'utf8')).toMatch(/^status<<(.+)\nerror\n\1$/m);
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toMatch(/^## /);
  } finally {
    process.exitCode = exitCode;
    rmSync(folder, { recursive: true, force: true });
  }
});
