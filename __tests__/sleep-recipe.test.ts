/** The script of docs/deferred.md that lets the settle workflow sleep, as written. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDocument } from './support/documents.ts';
import { runScript } from './support/script-step.ts';

const folder = mkdtempSync(join(tmpdir(), 'sleep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [, block = ''] =
  /run: \|\n((?: {10}.*\n)+)```/.exec(
    readDocument('docs/deferred.md').split('  sleep:')[1] ?? '',
  ) ?? [];
const script = block.replaceAll(/^ {10}/gm, '');

/** @param look what `gh api` does. @returns what was done to the workflow, in order. */
async function sleepWith(look: string) {
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const commands = {
    gh: `case "$1" in api) ${look} ;; *) echo "$2" >> "${log}" ;; esac`,
    sleep: ':',
  };
  for (const [name, text] of Object.entries(commands)) {
    writeFileSync(join(folder, name), `#!/bin/bash\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const env = { GITHUB_REPOSITORY: 'acme/firmware', CONTEXT: 'binarly-scan' };
  const { code } = await runScript(script, { cwd: folder, env, commands: folder });
  return { code, done: readFileSync(log, 'utf8').trim().split('\n') };
}

// The workflow runs on Linux; elsewhere there need be no bash.
describe.skipIf(process.platform !== 'linux')('the settle workflow that sleeps', () => {
  it.each([
    ['nothing is pending', 'echo 0', ['disable']],
    ['a wait was handed over meanwhile', 'echo 1', ['disable', 'enable']],
    ['the look fails', 'exit 1', ['disable', 'enable']],
    ['the look says nothing', ':', ['disable', 'enable']],
    ['the look fails and says 0', 'echo 0; exit 1', ['disable', 'enable']],
  ])('if %s', async (_, look, done) => {
    expect(await sleepWith(look)).toEqual({ code: 0, done });
  });
});
