/** The part of `npm start -- defer` after the step: the commit status, and the sweep that ends it. */
import { startGitHub } from '../emulator/github.ts';
import type { GitHub } from '../emulator/github-script.ts';
import { runStep } from '../emulator/runner.ts';

/** Not a credential: the emulated GitHub lives in this process and accepts this word. */
const GITHUB_TOKEN = 'demo-github-token';
const COMMIT = '0ddba11c0ffee5ca1ab1e0ddba11c0ffee5ca1ab';
const REPOSITORY = 'acme/firmware';

export interface Deferral {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly github: GitHub;
}

/** A GitHub with one open pull request, and what a step needs to use it. */
export async function startDeferral(): Promise<Deferral> {
  const github = await startGitHub({
    repository: REPOSITORY,
    token: GITHUB_TOKEN,
    pullRequests: [COMMIT],
    branches: { main: [] },
  });
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: COMMIT,
  };
  return { inputs: { 'github-token': GITHUB_TOKEN }, env, github };
}

/**
 * Sweeps until nothing is pending, as a schedule would.
 * @param inputs `api-url`, `token` and `product`.
 * @returns the exit code of the last sweep.
 */
export async function sweepUntilSettled(
  { inputs: githubInputs, env, github }: Deferral,
  inputs: Readonly<Record<string, string>>,
  section: (title: string, text: string) => void,
): Promise<number | null> {
  for (let count = 1; ; count += 1) {
    const { code, outputs, stdout } = await runStep(
      { ...inputs, ...githubInputs },
      { action: 'settle', env: { ...env, GITHUB_RUN_ID: `${count + 1}` } },
    );
    section(`Sweep ${count}`, stdout.replaceAll(/^::add-mask::.*\n/gm, ''));
    section('Commit status, newest first', statusesOf(github));
    if (outputs['pending'] === '0' || code !== 0) return code;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}

export function statusesOf(github: GitHub): string {
  return github
    .statuses(COMMIT)
    .map(({ context, state, description }) => `${context}: ${state} (${description})`)
    .join('\n');
}
