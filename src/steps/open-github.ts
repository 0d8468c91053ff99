/** How a step reaches GitHub: the run that it belongs to, and the API with the token of an input. */
import { createGitHubApi, type GitHubApi } from '../github/api.ts';
import type { Run } from '../github/run.ts';
import { describeThrown } from '../report/sentence.ts';
import type { Uses } from './runtime.ts';

export type OpenedGitHub =
  | { readonly ok: true; readonly run: Run; readonly api: GitHubApi }
  /** What reading the event threw, printable. */
  | { readonly ok: false; readonly cause: string };

/** Makes no request yet. */
export async function openGitHub(
  token: string,
  { github, clock, random }: Uses<'github' | 'clock' | 'random'>,
): Promise<OpenedGitHub> {
  let run: Run;
  try {
    run = await github.readRun();
  } catch (error) {
    return { ok: false, cause: describeThrown(error) };
  }
  const connection = await github.connect(token, run.apiUrl);
  return { ok: true, run, api: createGitHubApi(connection, { clock, random }) };
}
