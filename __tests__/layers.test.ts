/** Imports in src/ go down, so that a rule can be read without the code that uses it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/documents.ts';

/**
 * The top first, as docs/architecture.md has them; no file is an exception. Places of one layer do
 * not import each other.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['index.ts', 'settle.ts', 'upload.ts'],
  ['enter.ts'],
  ['start.ts'],
  ['steps/wait', 'steps/settle', 'steps/upload'],
  ['steps'],
  ['report'],
  ['handover', 'findings', 'scan'],
  ['inputs'],
  ['github'],
  ['binarly'],
  ['credentials'],
  ['http'],
  ['polling'],
  ['model'],
  ['util', 'run-to-exit.ts'],
];

/** The place that a file belongs to: a file of src/, or a folder. */
function placeOf(file: string): string {
  const folder = posix.dirname(file);
  return folder === '.' ? file : folder.split('/').slice(0, 2).join('/');
}

function layerOf(place: string): number {
  return LAYERS.findIndex((places) => places.includes(place));
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** The files of src/ that a file imports, types included. */
function importsOf(file: string): readonly string[] {
  const code = readFileSync(join(ROOT, 'src', file), 'utf8');
  return [...code.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, target = '']) =>
    posix.join(posix.dirname(file), target),
  );
}

/** Whether a file imports itself, over others. */
function isInCycle(file: string): boolean {
  const reached = new Set<string>();
  const left = [file];
  for (let next = left.pop(); next !== undefined; next = left.pop())
    for (const imported of importsOf(next)) {
      if (imported === file) return true;
      if (!reached.has(imported)) left.push(imported);
      reached.add(imported);
    }
  return false;
}

describe('the order of the layers', () => {
  it.each(files)('%s imports nothing from beside or above it', (file) => {
    const place = placeOf(file);
    expect(layerOf(place)).toBeGreaterThanOrEqual(0);
    for (const imported of importsOf(file).map(placeOf))
      if (imported !== place) expect(layerOf(imported), imported).toBeGreaterThan(layerOf(place));
  });

  it('has no file of more than 200 lines', () => {
    const linesOf = (file: string) =>
      readFileSync(join(ROOT, 'src', file), 'utf8').split('\n').length;
    expect(files.filter((file) => linesOf(file) > 201)).toEqual([]);
  });

  it('has no cycle, even within a folder', () => {
    expect(files.filter(isInCycle)).toEqual([]);
  });
});

describe('a verdict', () => {
  const others = files.filter((file) => file !== 'model/image-record.ts');

  it.each(others)('is not given to a record by %s', (file) => {
    const code = readFileSync(join(ROOT, 'src', file), 'utf8');
    // `end` sets how a wait ended, and `verdictOf` makes the verdict of that.
    expect(code).not.toMatch(/\{ \.\.\.\w*[rR]ecord\w*,[^}]*\bended\b/);
  });
});
