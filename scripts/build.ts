/** Builds the action: `tsc` to build/js (ncc cannot drive TypeScript 7), then ncc to one folder. `node scripts/build.ts <folder>` */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** As much of ncc as is used: it comes without types. */
type Ncc = (
  entry: string,
  options: {
    readonly externals?: Readonly<Record<string, string>>;
    readonly cache: false;
    readonly quiet: true;
  },
) => Promise<{
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
}>;

const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;

/** What a runner starts, and what these share: it checks the Node version and then imports the bundle. */
const ENTRIES = ['index.js', 'settle.js', 'upload.js', 'enter.js'];

/** @param folder where the files go, emptied first; relative to the project's root. */
export async function build(folder: string): Promise<void> {
  // undici is two thirds of everything and hardly ever needed, so it is a file that loads on demand.
  const action = await bundle({ undici: './lazy-undici.js' });
  // As the library that imports it finds it.
  const library = join(ROOT, 'node_modules/@actions/http-client/lib/index.js');
  const undici = createRequire(library).resolve('undici');
  write(folder, {
    ...action,
    'undici.cjs': (await ncc(undici, { cache: false, quiet: true })).code,
    'lazy-undici.js': readFileSync(join(ROOT, 'scripts/lazy-undici.js')),
    'licenses.txt': licenses(),
  });
}

/** Compiles the action and bundles it. @returns the files, by name. */
export async function bundle(
  externals: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string | Buffer>>> {
  rmSync(join(ROOT, 'build/js'), { recursive: true, force: true });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const start = join(ROOT, 'build/js/start.js');
  const { code, assets } = await ncc(start, { externals, cache: false, quiet: true });
  const chunks = Object.entries(assets).map(([name, { source }]) => [name, source] as const);
  const entries = ENTRIES.map(
    (name) => [name, readFileSync(join(ROOT, 'build/js', name))] as const,
  );
  return { 'start.js': code, ...Object.fromEntries(chunks), ...Object.fromEntries(entries) };
}

/** Empties the folder, and writes the files to it. */
export function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  rmSync(join(ROOT, folder), { recursive: true, force: true });
  mkdirSync(join(ROOT, folder), { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(ROOT, folder, name), content);
}

/** The license of every package that can end up in the bundle. ncc's own list leaves out most that are ES modules. */
function licenses(): string {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      { dev?: true; devOptional?: true; optional?: true; version?: string; license?: string }
    >;
  };
  const parts = Object.entries(lock.packages)
    .filter(
      ([path, { dev, devOptional, optional }]) => path !== '' && !(dev || devOptional || optional),
    )
    .map(([path, { version, license }]) => {
      const file = readdirSync(join(ROOT, path)).find((name) => /^licen[cs]e/i.test(name));
      const text =
        file === undefined
          ? '(The package holds no license file.)'
          : readFileSync(join(ROOT, path, file), 'utf8');
      return `${path.replace(/^.*node_modules\//, '')} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
    });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

const [, script, folder] = process.argv;
if (import.meta.filename === script && folder !== undefined) await build(folder);
