/** Reads inputs and collects what is wrong with them, so that one run reports every problem. */
import { isNoValue } from './words.ts';

/** Every input of the three actions. An input that several of them have means the same in each. */
export type InputName =
  | 'api-url'
  | 'appearance-timeout'
  | 'baseline-image'
  | 'branches'
  | 'client-id'
  | 'client-secret'
  | 'created-after'
  | 'fail-on-kev'
  | 'fail-on-severity'
  | 'fail-on-status'
  | 'file'
  | 'github-token'
  | 'image'
  | 'max-outage'
  | 'name'
  | 'oidc'
  | 'oidc-audience'
  | 'on-findings'
  | 'on-incomplete'
  | 'on-timeout'
  | 'poll-interval'
  | 'product'
  | 'reports'
  | 'scan'
  | 'settle-within'
  | 'status-context'
  | 'timeout'
  | 'token'
  | 'token-url'
  | 'version';

/** The inputs whose values are secrets. */
const SECRET_INPUTS = [
  'token',
  'client-secret',
  'github-token',
] as const satisfies readonly InputName[];

/**
 * The values of the inputs that hold secrets, to be masked first. A word like `null` is no secret,
 * and masking it would garble the log.
 */
export function secretsIn(get: (name: InputName) => string): readonly string[] {
  return SECRET_INPUTS.map(get).filter((value) => !isNoValue(value));
}

/** The defaults of one action, as in its action.yml; an input that it does not have is left out. */
export type InputDefaults = Readonly<Partial<Record<InputName, string>>>;

/** One thing wrong with one input, without the value of any secret. */
export interface Problem {
  readonly input: InputName;
  /** `missing-credential` is separate because a missing secret has its own causes. */
  readonly kind: 'invalid' | 'missing-credential';
  /** What is wrong and how to fix it, as a clause after the input's name. */
  readonly text: string;
}

/** The result of reading all inputs of an action. */
export type Inputs<Settings> =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads values and collects problems. */
export interface InputReader {
  /** The input's value, or its default if it is empty. */
  value(input: InputName): string;
  /** Whether the input is empty: the runner sets the default of one that is not given. */
  isEmpty(input: InputName): boolean;
  /**
   * Whether the action has the input, and it is neither empty nor its default.
   * @param isSame whether two values mean the same; without it, they must be the same text.
   */
  isSet(input: InputName, isSame?: (one: string, other: string) => boolean): boolean;
  report(input: InputName, text: string, kind?: Problem['kind']): void;
  /** Whether a problem with the input has been reported. */
  hasProblem(input: InputName): boolean;
}

/**
 * Reads the inputs of one action.
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param read may report problems; what it returns is then ignored.
 */
export function readAll<Settings>(
  get: (name: InputName) => string,
  defaults: InputDefaults,
  read: (inputs: InputReader) => Settings,
): Inputs<Settings> {
  const problems: Problem[] = [];
  const value = (input: InputName) => get(input) || (defaults[input] ?? '');
  const settings = read({
    value,
    isEmpty: (input) => get(input) === '',
    isSet(input, isSame = (one, other) => one === other) {
      const byDefault = defaults[input];
      return byDefault !== undefined && !isSame(value(input), byDefault);
    },
    report: (input, text, kind = 'invalid') => void problems.push({ input, kind, text }),
    hasProblem: (input) => problems.some((problem) => problem.input === input),
  });
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
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
