/** The workflow that this step is part of: its inputs and all that the step can say to it. The only file that knows @actions/core. */
import * as core from '@actions/core';
import { printable } from '../util/text.ts';

export interface Workflow {
  /** An input, trimmed; empty if it is not set. */
  input(name: string): string;
  /** From here on the runner shows *** in its place. Before anything else can print it. */
  mask(secret: string): void;
  /** @throws if the runner's file cannot be written: then later steps would read nothing. */
  output(name: string, value: string): void;
  info(line: string): void;
  debug(line: string): void;
  /** A line and an annotation. */
  warning(line: string): void;
  /** A line and an annotation, and the step is red. */
  fail(line: string): void;
  /** Appends Markdown to the job summary; rejects if it cannot be written. */
  summary(markdown: string): Promise<void>;
}

/** Longest line in the log, in characters: a dozen problems with inputs fit. */
const LONGEST_LINE = 4000;

/** The runner's own, by environment, files and commands on stdout. Every line is made printable, whatever it quotes. */
export const actionsWorkflow: Workflow = {
  input: (name) => core.getInput(name),
  mask(secret) {
    // The runner masks line by line.
    for (const line of secret.split(/\r?\n/)) if (line !== '') core.setSecret(line);
  },
  output: (name, value) => core.setOutput(name, value),
  info: (line) => core.info(printable(line, LONGEST_LINE)),
  // A thousand images are polled a hundred thousand times: without debug logging, nothing of that is for the log.
  debug: (line) => void (core.isDebug() && core.debug(printable(line, LONGEST_LINE))),
  warning: (line) => core.warning(printable(line, LONGEST_LINE)),
  fail: (line) => core.setFailed(printable(line, LONGEST_LINE)),
  async summary(markdown) {
    await core.summary.emptyBuffer().addRaw(markdown).write();
  },
};
