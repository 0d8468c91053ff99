/** Finds the files to upload. */
import { access, constants, glob, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import type { FileStamp } from '../../model/upload.ts';
import { printable, quote } from '../../util/text.ts';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the workspace if it is in it, with `/`. */
  readonly shown: string;
  readonly stamp: FileStamp;
}

/** A file, and what its image will be called. */
export interface UploadItem extends FoundFile {
  readonly filename: string;
  readonly name: string;
  readonly version: string;
}

export interface FoundFiles {
  /** In the order given, those of a pattern sorted; each file once. */
  readonly files: readonly FoundFile[];
  /** What is wrong, each as a clause after the name of the input. */
  readonly problems: readonly string[];
}

/**
 * @param text paths and patterns, one a line.
 * @param workspace what relative ones are relative to.
 */
export async function findFiles(text: string, workspace: string): Promise<FoundFiles> {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const given = lines.filter((line) => line !== '');
  if (given.length === 0)
    return { files: [], problems: ['is empty: set it to the path of the file to upload'] };
  const files = new Map<string, RealFile>();
  const problems = new Set<string>();
  for (const line of given) {
    const paths = await pathsOf(line, workspace);
    if (typeof paths === 'string') problems.add(paths);
    else
      for (const path of paths) {
        const file = await lookAt(path, workspace);
        if (typeof file === 'string') problems.add(file);
        // The same file by another path is the same file.
        else if (!files.has(file.real)) files.set(file.real, file);
      }
  }
  return { files: [...files.values()].map(withoutReal), problems: [...problems] };
}

/** @returns absolute paths, or what is wrong. */
async function pathsOf(line: string, workspace: string): Promise<readonly string[] | string> {
  const path = resolve(workspace, line);
  const stats = await stat(path).catch(() => undefined);
  // A name may hold characters of a pattern.
  if (stats !== undefined)
    return stats.isDirectory()
      ? `${quote(line)} is a folder: name the file in it, or write a pattern like \`*.bin\``
      : [path];
  if (!/[*?[{]/.test(line))
    return `${quote(line)} does not exist: check that the build wrote it, relative to the workspace`;
  const found: string[] = [];
  for await (const match of glob(line, { cwd: workspace })) {
    const matched = resolve(workspace, match);
    const isFolder = (await stat(matched).catch(() => undefined))?.isDirectory() === true;
    if (!isFolder) found.push(matched);
  }
  if (found.length > 0) return found.sort();
  return `${quote(line)} matches no file: check the pattern, relative to the workspace`;
}

interface RealFile extends FoundFile {
  readonly real: string;
}

/** @returns the file, or what is wrong with it. */
async function lookAt(path: string, workspace: string): Promise<RealFile | string> {
  const inside = relative(workspace, path);
  const isInside = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  const shown = (isInside ? inside : path).replaceAll('\\', '/');
  try {
    const stats = await stat(path, { bigint: true });
    if (!stats.isFile()) return `${quote(shown)} is not a regular file`;
    if (stats.size === 0n) return `${quote(shown)} is empty: check that the build wrote it`;
    await access(path, constants.R_OK);
    const stamp = { size: Number(stats.size), modifiedNs: stats.mtimeNs };
    return { path, shown, stamp, real: await realpath(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return `${quote(shown)} is gone, or links to a file that does not exist: check the build`;
    return `${quote(shown)} cannot be read (${printable(`${code}`)}): check its permissions`;
  }
}

function withoutReal({ path, shown, stamp }: RealFile): FoundFile {
  return { path, shown, stamp };
}

/** The name of the file itself. */
export function filenameOf({ path }: FoundFile): string {
  return basename(path);
}
