/** Builds the action: `tsc` to build/js (ncc cannot drive TypeScript 7), then ncc to one folder. `node scripts/build.ts <folder>` */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** As much of ncc as is used: it comes without types. */
type Ncc = (
  entry: string,
  options: { readonly externals?: Readonly<Record<string, string>>; readonly cache: false; readonly quiet: true },
) => Promise<{ readonly code: string; readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>> }>;

/** @param folder where the bundle goes, emptied first; relative to the project's root. */
export async function build(folder: string): Promise<void> {
  for (const stale of ['build/js', folder]) rmSync(join(ROOT, stale), { recursive: true, force: true });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
  const require = createRequire(import.meta.url);
  const ncc = require('@vercel/ncc') as Ncc;
  // The command line of ncc cannot put another module in the place of one, which keeps undici (two thirds of it all) out of the start.
  const action = await ncc(join(ROOT, 'build/js/index.js'), {
    externals: { undici: './lazy-undici.js' },
    cache: false,
    quiet: true,
  });
  // As the library that imports it finds it.
  const undiciPath = createRequire(join(ROOT, 'node_modules/@actions/http-client/lib/index.js')).resolve('undici');
  const undici = await ncc(undiciPath, { cache: false, quiet: true });
  const files = Object.entries(action.assets).map(([name, { source }]) => [name, source] as const);
  mkdirSync(join(ROOT, folder), { recursive: true });
  for (const [name, source] of [['index.js', action.code], ['undici.cjs', undici.code], ...files] as const)
    writeFileSync(join(ROOT, folder, name), source);
  copyFileSync(join(ROOT, 'scripts/lazy-undici.js'), join(ROOT, folder, 'lazy-undici.js'));
  writeFileSync(join(ROOT, folder, 'licenses.txt'), licences());
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
if (import.meta.filename === script && folder !== undefined) await build(folder);
