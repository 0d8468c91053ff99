/** A repository on an emulated GitHub, and what a step needs to use it. */
import type { GitHub } from '../emulator/github-script.ts';

export interface Repository {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly github: GitHub;
}

/** Not a credential: the emulated GitHub lives in this process and accepts this word. */
export const GITHUB_TOKEN = 'demo-github-token';
export const REPOSITORY = 'acme/firmware';

/** The runner's variables. */
export function variablesOf(github: GitHub, commit: string): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: commit,
  };
}
