/** The words of a sweep's search for pending statuses. */
import type { Looked } from '../../github/find-statuses.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import { adviceOnGitHub, describeGitHubProblem } from '../../report/github-problems.ts';
import { because, type Reason } from '../../report/sentence.ts';
import { printable } from '../../util/text.ts';

export const INTERRUPTED = because('the sweep was interrupted', 'the next one continues');

export function reasonWithoutSearch(problem: GitHubProblem): Reason {
  if (problem.type === 'stopped') return INTERRUPTED;
  const why = describeGitHubProblem(problem);
  return because(`could not find the pending commit statuses (${why})`, adviceOnGitHub(problem));
}

/** For example `Looked at 12 open pull requests, 1 merge group and 50 commits of main: 2 pending.` */
export function lookedLine({ pullRequests, mergeGroups, branches }: Looked, count: number): string {
  const places = [
    amount(pullRequests, 'open pull request'),
    amount(mergeGroups, 'merge group'),
    ...branches.flatMap(({ name, commits }) =>
      commits === undefined ? [] : [`${amount(commits, 'commit')} of ${branchName(name)}`],
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

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** @param error what GitHub said; printable. */
export function missingPartLine(error: string): string {
  return `GitHub left out a part of its answer: ${error}`;
}

export const MISSING_PARTS =
  'GitHub answered only a part of the search for pending commit statuses, so this sweep may have ' +
  'missed some. The log says which errors it gave; the next sweep looks again.';
