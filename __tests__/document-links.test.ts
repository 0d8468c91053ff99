/** Whatever a document or a comment names exists: headings and files. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS, ROOT, readDocument, slug, withoutCode } from './support/documents.ts';

describe('links between documents', () => {
  it.each(DOCUMENTS)('lead from %s to files and headings that exist', (document) => {
    const links = readDocument(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g);
    for (const [link, path = '', anchor] of links) {
      // A page of the repository on GitHub, beside its files.
      if (path.startsWith('../../')) continue;
      const target = path === '' ? document : join(dirname(document), path);
      expect(existsSync(join(ROOT, target)), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), link).toContain(anchor);
    }
  });
});

/** Where a document may start from when it names a file. */
const STARTS = ['.', 'src', '__tests__', '.github', '.github/workflows'];

describe('names of files', () => {
  it.each(DOCUMENTS)('in %s are those of files that exist', (document) => {
    const text = withoutCode(readDocument(document));
    const names = text.matchAll(/`([\w./-]+\.(?:ts|mjs|js|yml|json|md|sh))`/g);
    for (const [, name = ''] of names) {
      // A file that the reader makes.
      if (text.includes(`as \`${name}\``)) continue;
      expect(existsFrom(name), name).toBe(true);
    }
  });
});

it('comments in src/ name files that exist', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT });
  const names = files.flatMap((file) => {
    const comments =
      readFileSync(join(ROOT, file), 'utf8').match(/^\s*(?:\/\*\*|\*|\/\/).*$/gm) ?? [];
    return comments.flatMap((line) => line.match(/\b[\w./-]+\.(?:ts|yml|md)\b/g) ?? []);
  });
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !existsFrom(name))).toEqual([]);
});

function existsFrom(name: string): boolean {
  return STARTS.some((start) => existsSync(join(ROOT, start, name)));
}

function anchorsOf(document: string): string[] {
  const headings = withoutCode(readDocument(document)).matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading = '']) => slug(heading));
}
