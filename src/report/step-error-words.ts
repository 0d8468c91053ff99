/** The words for errors of a step itself: invalid inputs, and what should be impossible. */
import { ActiveFolderError } from '../github/step-folder.ts';
import type { Problem } from '../inputs/input-reader.ts';
import { because, describeThrown, type Reason } from './sentence.ts';

/** What is wrong with the inputs: a headline, then a line for each problem. */
export function linesOfProblems(problems: readonly Problem[]): readonly [string, ...string[]] {
  const count = new Set(problems.map(({ input }) => input)).size;
  const headline = count === 1 ? 'One input is invalid' : `${count} inputs are invalid`;
  return [headline, ...problems.map(({ input, text }) => `\`${input}\` ${text}`)];
}

/** The same for an output and for people: a sentence, and the lines with their marks. */
export function describeProblems(problems: readonly Problem[]): {
  readonly reason: string;
  readonly reasonLines: readonly string[];
} {
  const [headline, ...clauses] = linesOfProblems(problems);
  return {
    reason: `${headline}: ${clauses.join('; ')}.`,
    reasonLines: [`${headline}:`, ...clauses.map((clause) => `${clause}.`)],
  };
}

/** The sentence for an output that could not be written. */
export function reasonOfUnwritten(name: string, error: unknown): Reason {
  return because(
    `could not write the output ${name} (${describeThrown(error)}), so later steps would read nothing`,
    error instanceof ActiveFolderError
      ? 'set RUNNER_TEMP to a folder whose path has letters, digits and simple marks only'
      : 'check the disk on the runner',
  );
}

/** The sentence for an error that should be impossible. */
export function reasonOfCrash(cause: unknown): Reason {
  return because(
    `unexpected error in this action (${describeThrown(cause)})`,
    'run the job again, and if it fails again, report this sentence to the maintainers',
  );
}
