/** What is wrong with inputs: collected, so that one run reports every problem. */
import { INPUTS, type InputName } from '../steps/wait/settings.ts';

/** One thing wrong with one input, without the value of any secret. */
export interface Problem {
  readonly input: InputName;
  /** `missing-credential` is separate because a missing secret has its own causes. */
  readonly kind: 'invalid' | 'missing-credential';
  /** What is wrong and how to fix it, as a clause after the input's name. */
  readonly text: string;
}

/** Reads values and collects problems. */
export interface InputReader {
  /** The input's value, or its default if it is empty. */
  value(input: InputName): string;
  /** Whether the input is empty: the runner sets the default of one that is not given. */
  isEmpty(input: InputName): boolean;
  report(input: InputName, text: string, kind?: Problem['kind']): void;
}

/** @param get returns a trimmed input by name, empty if it is not set. */
export function createInputReader(
  get: (name: InputName) => string,
): InputReader & { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  return {
    problems,
    value: (input) => get(input) || INPUTS[input],
    isEmpty: (input) => get(input) === '',
    report: (input, text, kind = 'invalid') => void problems.push({ input, kind, text }),
  };
}

/**
 * If GitHub withheld the credential from this run, that is the one problem: it withholds variables
 * from such runs too, so other inputs may be empty for the same reason.
 * @param why why GitHub withheld the credential; undefined if it did not.
 */
export async function explainProblems(
  problems: readonly Problem[],
  why: (input: InputName) => Promise<string | undefined>,
): Promise<readonly Problem[]> {
  const missing = problems.find(({ kind }) => kind === 'missing-credential');
  if (missing === undefined) return problems;
  const text = await why(missing.input);
  return text === undefined ? problems : [{ ...missing, text }];
}
