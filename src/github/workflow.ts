/**
 * The workflow that this step is part of: its inputs, and everything the step can report to it. No
 * other file uses the package `@actions/core`.
 */
import * as core from '@actions/core';
import { printable } from '../util/text.ts';
import { attemptUrl } from './run.ts';
import { createStepFolder, type StepFolder } from './step-folder.ts';

export interface Workflow extends StepFolder {
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
  /** The page of this attempt of the run; undefined if the runner does not say. */
  pageUrl(): string | undefined;
  /** Appends Markdown to the job summary; rejects if it cannot be written. */
  summary(markdown: string): Promise<void>;
}

/** The longest line in the log, in characters. */
const LONGEST_LINE = 4000;

/**
 * The runner's workflow, reached through environment variables, files and commands on stdout. Every
 * line is made printable, whatever it quotes.
 */
export function connectWorkflow(): Workflow {
  return {
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
    pageUrl,
    ...createStepFolder(() => process.env['RUNNER_TEMP']),
    async summary(markdown) {
      await core.summary.emptyBuffer().addRaw(markdown).write();
    },
  };
}

/** Loading @actions/github for this would read the event's file, which may be missing. */
function pageUrl(): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = process.env;
  return server && repository && run
    ? attemptUrl(`${server}/${repository}`, run, attempt || '1')
    : undefined;
}
