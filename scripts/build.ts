/**
 * Builds the action: `tsc` compiles to build/js (ncc cannot drive TypeScript 7), Rolldown leaves out
 * what nothing calls (ncc keeps every function of a package), and ncc bundles that to one folder.
 * `node scripts/build.ts <folder>`
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';

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

/** Packages that are hardly ever needed, so each is a file that loads on demand. */
const ON_DEMAND = ['undici', 'tunnel'];
/** What the bundle imports instead of them. */
const STAND_INS = 'lazy-packages.js';

/** What they bundle holds a few helper functions of their own. */
const BUNDLERS = ['node_modules/@vercel/ncc', 'node_modules/rolldown'];

const MODULES = '{ "type": "module" }\n';

/** @param folder where the files go, emptied first; relative to the project's root. */
export async function build(folder: string): Promise<void> {
  const files: Record<string, string | Buffer> = { ...(await bundle(ON_DEMAND)) };
  // As the library that imports them finds them.
  const library = createRequire(join(ROOT, 'node_modules/@actions/http-client/lib/index.js'));
  for (const name of ON_DEMAND) {
    const { code } = await ncc(library.resolve(name), { cache: false, quiet: true });
    files[`${name}.cjs`] = code;
  }
  write(folder, {
    ...files,
    [STAND_INS]: readFileSync(join(ROOT, 'scripts', STAND_INS)),
    'licenses.txt': licenses(),
  });
}

/**
 * Compiles the action and bundles it.
 * @param onDemand packages that are left out, because the stand-ins load them.
 * @returns the files, by name.
 */
export async function bundle(
  onDemand: readonly string[],
): Promise<Readonly<Record<string, string | Buffer>>> {
  rmSync(join(ROOT, 'build/js'), { recursive: true, force: true });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  write('build/called', { ...(await whatIsCalled(onDemand)), 'package.json': MODULES });
  const { code, assets } = await ncc(join(ROOT, 'build/called/start.js'), {
    externals: { [`./${STAND_INS}`]: `./${STAND_INS}` },
    cache: false,
    quiet: true,
  });
  const chunks = Object.entries(assets).map(([name, { source }]) => [name, source] as const);
  const entries = ENTRIES.map(
    (name) => [name, readFileSync(join(ROOT, 'build/js', name))] as const,
  );
  return {
    'start.js': code,
    ...Object.fromEntries([...chunks, ...entries]),
    'package.json': MODULES,
  };
}

/** The action without what nothing calls: a file for the wait, and one for each dynamic import. */
async function whatIsCalled(
  onDemand: readonly string[],
): Promise<Readonly<Record<string, string | Buffer>>> {
  const bundler = await rolldown({
    cwd: ROOT,
    input: { start: join(ROOT, 'build/js/start.js') },
    platform: 'node',
    // The chunks import what they share with start.js from it, so that one file is enough to start.
    preserveEntrySignatures: 'allow-extension',
    // @actions/core imports these for functions that this action does not call. Without being told
    // that loading them has no effect, Rolldown would keep them.
    treeshake: {
      moduleSideEffects: [
        { test: /node_modules[\\/]@actions[\\/](exec|io)[\\/]/, sideEffects: false },
      ],
    },
    plugins: [onDemandPlugin(onDemand), nodePlugin],
  });
  const { output } = await bundler.generate({
    minify: false,
    minifyInternalExports: false,
    chunkFileNames,
  });
  return Object.fromEntries(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  ) as Record<string, string>;
}

function onDemandPlugin(packages: readonly string[]): Plugin {
  const standIns = { id: `./${STAND_INS}`, external: true, moduleSideEffects: false };
  return {
    name: 'on-demand',
    resolveId: (id) => (packages.includes(id) ? standIns : undefined),
  };
}

/**
 * Gets Node's own modules by a call: an `import` of one reads all its properties, and with them
 * loads what only a few need. For `node:http` that is Node's copy of undici.
 */
const nodePlugin: Plugin = {
  name: 'node',
  resolveId(id) {
    const name = id.replace(/^node:/, '');
    // `module` is left to Rolldown, whose own code imports it.
    const isOurs = name !== 'module' && builtinModules.includes(name);
    return isOurs ? { id: `node:${name}`, moduleSideEffects: false } : undefined;
  },
  load: (id) =>
    id.startsWith('node:') ? `module.exports = process.getBuiltinModule('${id}');` : undefined,
};

/** Such as `settle.chunk.js`: ncc numbers the chunks by these names. */
function chunkFileNames({
  name,
  facadeModuleId,
}: {
  readonly name: string;
  readonly facadeModuleId: string | null;
}): string {
  const [, step] = /steps[\\/](\w+)[\\/]main\.js$/.exec(facadeModuleId ?? '') ?? [];
  return `${step ?? name}.chunk.js`;
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
      ([path, { dev, devOptional, optional }]) =>
        path !== '' && (BUNDLERS.includes(path) || !(dev || devOptional || optional)),
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
