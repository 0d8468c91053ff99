/** Imports in src/ go down, so that a rule can be read without the code that uses it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './support/documents.ts';

/** The top first, as docs/architecture.md has them. A name that ends in `/` is a folder. */
const LAYERS = [
  ['index.ts', 'settle.ts'],
  ['start.ts'],
  ['main.ts', 'settle/'],
  ['follow-images.ts', 'publish.ts'],
  ['step.ts', 'outputs.ts'],
  ['defer/'],
  ['report/'],
  ['inputs/'],
  ['github/'],
  ['defer/deferred-wait.ts', 'defer/protocol.ts'],
  ['gate/'],
  ['wait/'],
  ['gate/policy.ts'],
  ['binarly/'],
  ['http/'],
  ['util/', 'run-to-exit.ts'],
] as const;

/** A file's own name counts before its folder's. */
function layerOf(file: string): number {
  const exact = LAYERS.findIndex((names) => names.some((name) => name === file));
  if (exact >= 0) return exact;
  return LAYERS.findIndex((names) => names.some((name) => file.startsWith(name)));
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

it.each(files)('%s imports nothing from a higher layer', (file) => {
  expect(layerOf(file)).toBeGreaterThanOrEqual(0);
  const code = readFileSync(join(ROOT, 'src', file), 'utf8');
  for (const [, target = ''] of code.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
    const imported = posix.join(posix.dirname(file), target);
    expect(layerOf(imported), imported).toBeGreaterThanOrEqual(layerOf(file));
  }
});
