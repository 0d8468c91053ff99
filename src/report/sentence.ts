/** A reason: what happened and what to do, and how the two become a sentence. */
import { capitalize, printable } from '../util/text.ts';

/** What happened and what to do, each a clause for a sentence. */
export interface Reason {
  readonly happened: string;
  readonly advice: string;
  /** What separates the two: a semicolon if `happened` has a colon of its own. */
  readonly mark?: ':' | ';';
}

export function because(happened: string, advice: string, mark: Reason['mark'] = ':'): Reason {
  return mark === ':' ? { happened, advice } : { happened, advice, mark };
}

/** The reason as a sentence of its own. */
export function sentenceOf(reason: Reason): string {
  return `${capitalize(clausesOf(reason))}.`;
}

/** What happened and what to do, without the period. */
export function clausesOf({ happened, advice, mark = ':' }: Reason): string {
  return `${happened}${mark} ${advice}`;
}

/** What somebody said, as the end of a clause: `: said`, or nothing. */
export function after(said: string | undefined): string {
  return said === undefined || said === '' ? '' : `: ${said}`;
}

/** Anything that can be thrown, as one printable line. */
export function describeThrown(cause: unknown): string {
  try {
    return printable(String(cause));
  } catch {
    return 'a value that cannot be printed';
  }
}
