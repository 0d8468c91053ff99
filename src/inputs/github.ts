/** The inputs that concern GitHub: `github-token` and `status-context`. */
import { quote } from '../util/text.ts';
import { problemWithToken } from './credential.ts';
import type { InputReader } from './input-reader.ts';
import { entriesOf } from './values.ts';

/** Only for what uses it. Its problem is reported once, however many inputs need it. */
export function readGitHubToken({ value, report, hasProblem }: InputReader): string {
  const token = value('github-token');
  const problem =
    token === ''
      ? 'is empty: remove the input to use the token of the job'
      : problemWithToken(token);
  if (problem !== undefined && !hasProblem('github-token')) report('github-token', problem);
  return token;
}

/** GitHub's own limit for the name of a status. */
const LONGEST_CONTEXT = 255;

export function readStatusContext(inputs: InputReader): string {
  const context = inputs.value('status-context');
  checkContext(context, inputs);
  if (context.includes(','))
    inputs.report(
      'status-context',
      `${quote(context)} has a comma, which separates names in the settle action: remove it`,
    );
  return context;
}

/** A list of names; each once, whatever its case. */
export function readStatusContexts(inputs: InputReader): readonly string[] {
  const text = inputs.value('status-context');
  const names = entriesOf(text);
  if (names.length === 0) inputs.report('status-context', `${quote(text)} names no status`);
  for (const name of names) checkContext(name, inputs);
  const unique = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
  return [...unique.values()].reverse();
}

function checkContext(context: string, { report }: InputReader): void {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(context) || context.length > LONGEST_CONTEXT)
    report('status-context', `${quote(context)} is not one line of at most 255 characters`);
}
