/** The documents of this repository, as tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Paths from the root, with `/`. */
export const DOCUMENTS = ['', '__tests__/', 'docs/', 'docs/decisions/'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).flatMap((name) =>
    name.endsWith('.md') ? [`${folder}${name}`] : [],
  ),
);

/** A checkout on Windows may have other line endings. */
export function readDocument(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
}

/** The text without its blocks of code. */
export function withoutCode(text: string): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
}

/** The anchor that GitHub gives a heading. */
export function slug(heading: string): string {
  const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
  return words.replaceAll(/\s/g, '-');
}
