/**
 * The workflow that this step is part of: its inputs, and everything the step can report to it. No
 * other file uses the package `@actions/core`.
 */
import { closeSync, mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { printable } from '../util/text.ts';

export interface Workflow {
  /** An input, trimmed; empty if it is not set. */
  input(name: string): string;
  /** From now on the runner shows *** instead. Call it before anything can print the secret. */
  mask(secret: string): void;
  /**
   * @throws if the runner's file cannot be written, because later steps would then read nothing.
   */
  output(name: string, value: string): void;
  info(line: string): void;
  debug(line: string): void;
  /** A line and an annotation. */
  warning(line: string): void;
  /** An error annotation, which may have several lines. The step is red. */
  fail(lines: readonly string[]): void;
  /**
   * Writes a file for later steps, in a folder of its own.
   * @returns its path, with `/` even on Windows. @throws if it cannot be written.
   */
  file(name: string, parts: Iterable<string>): string;
  /** Appends Markdown to the job summary; rejects if it cannot be written. */
  summary(markdown: string): Promise<void>;
}

/** The longest line in the log, in characters. */
const LONGEST_LINE = 4000;

/**
 * The runner's workflow, reached through environment variables, files and commands on stdout. Every
 * line is made printable, whatever it quotes.
 */
export const actionsWorkflow: Workflow = {
  input: (name) => core.getInput(name),
  mask(secret) {
    // The runner masks line by line.
    for (const line of secret.split(/\r?\n/)) if (line !== '') core.setSecret(line);
  },
  output: (name, value) => core.setOutput(name, value),
  info: (line) => core.info(printable(line, LONGEST_LINE)),
  // Checked first, because many images produce thousands of lines.
  debug: (line) => void (core.isDebug() && core.debug(printable(line, LONGEST_LINE))),
  warning: (line) => core.warning(printable(line, LONGEST_LINE)),
  fail: (lines) => core.setFailed(lines.map((line) => printable(line, LONGEST_LINE)).join('\n')),
  file: (name, parts) => writeInOwnFolder(process.env['RUNNER_TEMP'] || tmpdir(), name, parts),
  async summary(markdown) {
    await core.summary.emptyBuffer().addRaw(markdown).write();
  },
};

function writeInOwnFolder(parent: string, name: string, parts: Iterable<string>): string {
  const path = join(mkdtempSync(join(parent, 'binarly-')), name);
  const file = openSync(path, 'wx');
  try {
    for (const part of parts) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
  return path.replaceAll('\\', '/');
}
