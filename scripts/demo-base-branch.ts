/** The repository of `npm start -- base-branch`: a pull request, two commits after the last scan. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHub } from '../emulator/github.ts';
import { GITHUB_TOKEN, REPOSITORY, type Repository, variablesOf } from './demo-repository.ts';

const [MERGE, HEAD] = [commit('c'), commit('b')];
/** The commit of the last image of the base branch. */
export const SCANNED_COMMIT = commit('1');
/** The commit that is built. */
export const BUILT_COMMIT = MERGE;

/** A GitHub with a pull request, and the event of its run. */
export async function startPullRequest(): Promise<Repository> {
  const [tip, before] = [commit('3'), commit('2')];
  const github = await startGitHub({
    repository: REPOSITORY,
    token: GITHUB_TOKEN,
    commits: {
      [MERGE]: [tip, HEAD],
      [HEAD]: [SCANNED_COMMIT],
      [tip]: [before],
      [before]: [SCANNED_COMMIT],
      [SCANNED_COMMIT]: [],
    },
  });
  const event = { pull_request: { head: { sha: HEAD }, base: { sha: tip, ref: 'main' } } };
  const path = join(mkdtempSync(join(tmpdir(), 'demo-')), 'event.json');
  writeFileSync(path, JSON.stringify(event));
  const env = { ...variablesOf(github, BUILT_COMMIT), GITHUB_EVENT_PATH: path };
  return { inputs: { 'github-token': GITHUB_TOKEN }, env, github };
}

function commit(digit: string): string {
  return digit.repeat(40);
}
