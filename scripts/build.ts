/** Builds the action: `tsc` to build/js (ncc cannot drive TypeScript 7), then ncc to one folder. `node scripts/build.ts <folder>` */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param folder where the bundle goes, emptied first; relative to the project's root. */
export function build(folder: string): void {
  for (const stale of ['build/js', folder]) rmSync(join(ROOT, stale), { recursive: true, force: true });
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/js/index.js', '--out', folder, '--quiet');
  writeFileSync(join(ROOT, folder, 'licenses.txt'), licences());
}

function run(script: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' });
}

/** The licence of every package that can end up in the bundle. ncc's own list leaves out most that are ES modules. */
function licences(): string {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true; devOptional?: true; optional?: true; version?: string; license?: string }>;
  };
  const parts = Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !(dev || devOptional || optional))
    .map(([path, { version, license }]) => {
      const file = readdirSync(join(ROOT, path)).find((name) => /^licen[cs]e/i.test(name));
      const text = file === undefined ? '(The package holds no licence file.)' : readFileSync(join(ROOT, path, file), 'utf8');
      return `${path.replace(/^.*node_modules\//, '')} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
    });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

const [, script, folder] = process.argv;
if (import.meta.filename === script && folder !== undefined) build(folder);
