/**
 * Fails unless dist/ matches a fresh build of the sources. Compares on Linux only: paths and line
 * endings in the bundle can differ elsewhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.ts';

const BUILT = 'build/dist';

function contents(folder: string): ReadonlyMap<string, string> {
  const path = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  return new Map(readdirSync(path).map((name) => [name, readFileSync(`${path}/${name}`, 'utf8')]));
}

if (process.platform !== 'linux') {
  console.log('Skipped: dist/ is compared on Linux only.');
} else {
  await build(BUILT);
  const [built, committed] = [contents(BUILT), contents('dist')];
  const stale = [...new Set([...built.keys(), ...committed.keys()])].filter(
    (name) => built.get(name) !== committed.get(name),
  );
  if (stale.length > 0) {
    console.error(
      `dist/ does not match the sources (${stale.join(', ')}): run "npm run build" and commit it.`,
    );
    process.exitCode = 1;
  } else {
    console.log(`dist/ is up to date (${built.size} files).`);
  }
}
