/** The words of a sweep's search for pending statuses. */
import type { FoundStatuses, Looked } from '../../github/find-statuses.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import { adviceOnGitHub, describeGitHubProblem } from '../../report/github-problems.ts';
import { because, type Reason } from '../../report/sentence.ts';
import { amountOf, printable, quote } from '../../util/text.ts';

export const INTERRUPTED = because('the sweep was interrupted', 'the next one continues');

export function reasonWithoutSearch(problem: GitHubProblem): Reason {
  if (problem.type === 'stopped') return INTERRUPTED;
  const why = describeGitHubProblem(problem);
  return because(`could not find the pending commit statuses (${why})`, adviceOnGitHub(problem));
}

/** The lines for the log: where it looked, and what GitHub left out. */
export function linesOfSearch({ looked, statuses, errors }: FoundStatuses): readonly string[] {
  const missing = errors.map((error) => `GitHub left out a part of its answer: ${error}`);
  return [lookedLine(looked, statuses.length), ...missing];
}

export function warningsOfSearch({ looked, errors }: FoundStatuses): readonly string[] {
  return [...(errors.length > 0 ? [MISSING_PARTS] : []), ...missingBranches(looked)];
}

const MISSING_PARTS =
  'GitHub answered only a part of the search for pending commit statuses, so this sweep may have ' +
  'missed some. The log says which errors it gave; the next sweep looks again.';

function missingBranches({ branches }: Looked): readonly string[] {
  const missing = branches.filter(({ name, commits }) => commits === undefined && name !== '');
  if (missing.length === 0) return [];
  const [noun, verb, them] =
    missing.length === 1 ? ['branch', 'does', 'it'] : ['branches', 'do', 'them'];
  const names = missing.map(({ name }) => quote(name)).join(', ');
  return [
    `The ${noun} ${names} in \`branches\` ${verb} not exist, so no commit of ${them} was looked at.`,
  ];
}

/** For example `Looked at 12 open pull requests, 1 merge group and 50 commits of main: 2 pending.` */
function lookedLine({ pullRequests, mergeGroups, branches }: Looked, count: number): string {
  const places = [
    amountOf(pullRequests, 'open pull request'),
    amountOf(mergeGroups, 'merge group'),
    ...branches.flatMap(({ name, commits }) =>
      commits === undefined ? [] : [`${amountOf(commits, 'commit')} of ${branchName(name)}`],
    ),
  ];
  return `Looked at ${listOf(places)}: ${count} pending.`;
}

/** Made only by a sweep: it costs every step's start as much as loading half of the bundle. */
function listOf(places: readonly string[]): string {
  // Without the comma before "and" that American English may have.
  return new Intl.ListFormat('en-GB').format(places);
}

function branchName(name: string): string {
  return name === '' ? 'the default branch' : printable(name, 60);
}
