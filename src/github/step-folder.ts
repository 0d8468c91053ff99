/** The folder for the files that a step leaves to later steps: one per step, new, with all files. */
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shellSafeText } from '../util/shell-safe.ts';

export interface StepFolder {
  /**
   * Writes a file, or writes it again.
   * @returns its path, with `/` even on Windows. @throws if it cannot be written whole.
   */
  file(name: string, parts: Iterable<string>): string;
  /** Creates a folder in it. @returns its path. @throws if it cannot be created. */
  folder(name: string): string;
}

/** `RUNNER_TEMP` cannot be used, and neither can the temporary folder of the system. */
export class ActiveFolderError extends Error {
  constructor() {
    super('the path in RUNNER_TEMP has a character that a shell acts on');
  }
}

/**
 * Creates the folder when it is first needed.
 * @param runnerTemp returns the variable `RUNNER_TEMP`; undefined or empty if it is not set.
 */
export function createStepFolder(runnerTemp: () => string | undefined): StepFolder {
  let created: string | undefined;

  function path(...segments: readonly string[]): string {
    created ??= mkdtempSync(join(shellSafeParent(runnerTemp()), 'binarly-'));
    return join(created, ...segments).replaceAll('\\', '/');
  }

  return {
    file(name, parts) {
      const target = path(name);
      writeWhole(target, parts);
      return target;
    },
    folder(name) {
      const target = path(name);
      mkdirSync(target, { recursive: true });
      return target;
    },
  };
}

/** A path is an output, so a folder with a quote or a `$` in its path is of no use. */
function shellSafeParent(runnerTemp: string | undefined): string {
  const parent = [runnerTemp, tmpdir()].find((path) => {
    const shown = path?.replaceAll('\\', '/') ?? '';
    return shown !== '' && shellSafeText(shown) === shown;
  });
  if (parent === undefined) throw new ActiveFolderError();
  return parent;
}

/**
 * Writes under another name first, so that a file under its own name is whole. If that fails, an
 * older file of the name goes, too: it may say the opposite.
 */
function writeWhole(path: string, parts: Iterable<string>): void {
  const draft = `${path}.part`;
  try {
    const file = openSync(draft, 'w');
    try {
      for (const part of parts) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    for (const stale of [draft, path]) rmSync(stale, { force: true });
    throw error;
  }
}
