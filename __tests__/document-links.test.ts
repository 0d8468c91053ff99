/** Whatever a document names exists: headings and files that it links to, and files in its text. */
import { existsSync } from 'node:fs';
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
const STARTS = ['.', 'src', 'src/gate', 'src/report', '__tests__', '.github', '.github/workflows'];

describe('names of files', () => {
  it.each(DOCUMENTS)('in %s are those of files that exist', (document) => {
    const text = withoutCode(readDocument(document));
    const names = text.matchAll(/`([\w./-]+\.(?:ts|mjs|js|yml|json|md|sh))`/g);
    for (const [, name = ''] of names) {
      // A file that the reader makes.
      if (text.includes(`as \`${name}\``)) continue;
      const exists = STARTS.some((start) => existsSync(join(ROOT, start, name)));
      expect(exists, name).toBe(true);
    }
  });
});

function anchorsOf(document: string): string[] {
  const headings = withoutCode(readDocument(document)).matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading = '']) => slug(heading));
}
