/** The part of `npm start -- defer` after the step: the commit status, and the sweep that ends it. */
import { startGitHub } from '../emulator/github.ts';
import type { GitHub } from '../emulator/github-script.ts';
import { runStep } from '../emulator/runner.ts';
import { GITHUB_TOKEN, REPOSITORY, type Repository, variablesOf } from './demo-repository.ts';

const COMMIT = '0ddba11c0ffee5ca1ab1e0ddba11c0ffee5ca1ab';

/** A GitHub with one open pull request, and what a step needs to use it. */
export async function startDeferral(): Promise<Repository> {
  const github = await startGitHub({
    repository: REPOSITORY,
    token: GITHUB_TOKEN,
    pullRequests: [COMMIT],
    branches: { main: [] },
  });
  const env = variablesOf(github, COMMIT);
  return { inputs: { 'github-token': GITHUB_TOKEN }, env, github };
}

/**
 * Sweeps until nothing is pending, as a schedule would.
 * @param inputs `api-url`, `token` and `product`.
 * @returns the exit code of the last sweep.
 */
export async function sweepUntilSettled(
  { inputs: githubInputs, env, github }: Repository,
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
