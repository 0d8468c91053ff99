/** The inputs that concern GitHub: `github-token` and `status-context`. */
import { quote } from '../util/text.ts';
import { problemWithToken } from './credential.ts';
import type { InputReader } from './input-reader.ts';

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

export function readStatusContext({ value, report }: InputReader): string {
  const context = value('status-context');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(context) || context.length > LONGEST_CONTEXT)
    report('status-context', `${quote(context)} is not one line of at most 255 characters`);
  return context;
}
