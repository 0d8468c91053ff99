/** What an install gets, and what goes out with the bundle. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readActionYml } from '../emulator/runner.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface LockEntry {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly devOptional?: true;
  readonly optional?: true;
}

function read(file: string): string {
  // A checkout on Windows may have other line ends.
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = read('package-lock.json');
const { '': _root, ...packages } = (JSON.parse(lock) as { packages: Record<string, LockEntry> })
  .packages;
const entries = Object.entries(packages).map(([path, entry]) => ({
  name: path.replace(/^.*node_modules\//, ''),
  ...entry,
}));

describe('the package', () => {
  it('locks no download addresses, because each machine has its own', () => {
    expect(lock).not.toMatch(/"resolved"/);
    expect(lock).not.toMatch(/https?:\/\/[^"]*(registry|\.tgz)/);
  });

  it('locks the contents of every dependency', () => {
    expect(entries.length).toBeGreaterThan(20);
    expect(
      entries.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name),
    ).toEqual([]);
  });

  it('pins exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  it('is tested on the Node that runs the action', () => {
    const { using } = readActionYml().runs;
    expect(`node${manifest.devDependencies['node']?.split('.')[0]}`).toBe(using);
    // What version managers and the workflows install.
    expect(`node${read('.node-version').trim()}`).toBe(using);
  });

  it('lets an install script run for `node` alone, which needs it', () => {
    expect(manifest.allowScripts).toEqual({ node: true });
  });

  it('has the same line endings everywhere, or dist/ and the formatter would see changes', () => {
    expect(read('.gitattributes').split('\n')).toContain('* text=auto eol=lf');
  });

  it('names the license of every package that can be in the bundle', () => {
    const bundled = entries.filter(
      ({ dev, devOptional, optional }) => !(dev || devOptional || optional),
    );
    expect(bundled.map(({ name }) => name)).toEqual(
      expect.arrayContaining(Object.keys(manifest.dependencies)),
    );
    // What they bundle holds helper functions of their own.
    const bundlers = entries.filter(({ name }) => ['@vercel/ncc', 'rolldown'].includes(name));
    expect(bundlers).toHaveLength(2);
    const lines = new Set(read('dist/licenses.txt').split('\n'));
    const named = ({ name, version }: { name: string; version: string }) =>
      [...lines].some((line) => line.startsWith(`${name} ${version} (`));
    const all = [...bundled, ...bundlers];
    expect(all.filter((entry) => !named(entry)).map(({ name }) => name)).toEqual([]);
  });
});
