/** The words of commit statuses: their descriptions, and what goes wrong with them. */

import type { GitHubProblem } from '../github/api.ts';
import type { Run } from '../github/run.ts';
import type { CommitState } from '../model/commit-status.ts';
import type { DeferredWait } from '../model/deferred-wait.ts';
import type { Status } from '../model/verdict.ts';
import { countsOf, type Report } from '../steps/wait/report.ts';
import { formatUtc, printable } from '../util/text.ts';
import { because, type Reason } from './sentence.ts';

/** GitHub rejects a longer description, and the status with it. */
const LONGEST_DESCRIPTION = 140;

/** @returns the text as a description: one line that fits. */
export function describeStatus(text: string): string {
  return printable(text, LONGEST_DESCRIPTION - 1);
}

export const WAITING = 'Waiting for the Binarly scan';

export function handedOverDescription({ images, endMs }: DeferredWait): string {
  const scans = images.length === 1 ? 'the Binarly scan' : `${images.length} Binarly scans`;
  return describeStatus(`Still waiting for ${scans}; rechecked until ${formatUtc(endMs)}`);
}

/** The verdict; for several images the counts. */
export function verdictDescription(report: Report): string {
  const { images, status, reason } = report;
  const verdict = images.length > 1 ? countsOf(images) : status;
  return describeStatus(reason === '' || images.length > 1 ? verdict : `${verdict}: ${reason}`);
}

/** The commit status for a verdict. */
export function commitStateOf({ green, status }: Pick<Report, 'green' | 'status'>): CommitState {
  if (green) return 'success';
  return ERRORS.includes(status) ? 'error' : 'failure';
}

const ERRORS: readonly Status[] = ['error', 'unavailable', 'interrupted'];

export function commitLine({ commit }: Run, context: string): string {
  const of = commit.of === 'workflow' ? 'the workflow' : `the ${commit.of}`;
  const sha = printable(commit.sha);
  return `Writing the commit status ${printable(context)} to ${sha}, the commit of ${of}.`;
}

export function supersededLine(context: string): string {
  return (
    `The commit status ${printable(context)} belongs to a newer wait on this commit, ` +
    'so this step left it alone.'
  );
}

/**
 * @param verdict the status that the step would have ended with; undefined before the first poll.
 */
export function reasonUnwritten(
  context: string,
  problem: GitHubProblem,
  verdict: Status | undefined,
): Reason {
  const after = verdict === undefined ? '' : ` for the verdict ${verdict}`;
  return because(
    `the commit status ${printable(context)} could not be written${after} (${describeGitHubProblem(problem)})`,
    adviceOn(problem),
  );
}

export function reasonShared(context: string, verdict: Status | undefined): Reason {
  const found = verdict === undefined ? '' : ` (the verdict of this step was ${verdict})`;
  return because(
    `another job or step of this run also uses the commit status ${printable(context)}${found}`,
    'give each its own `status-context`',
  );
}

export const SHARED_DESCRIPTION =
  'Several jobs of one run share this status: give each job its own status-context';

/** The step is not green, because nobody would finish the wait. */
export function reasonNotHandedOver(context: string): Reason {
  return because(
    `time is up, and a newer wait on this commit uses the commit status ${printable(context)}, ` +
      'so this one was not handed over (the verdict was timed-out)',
    'look at the newer run, or give each workflow its own `status-context`',
  );
}

/** @param length how long the address is, in characters. */
export function reasonTooLong(length: number): Reason {
  return because(
    `time is up, and the wait does not fit in a commit status (${length} characters), ` +
      'so it was not handed over (the verdict was timed-out)',
    'wait for fewer images per step',
  );
}

/** @param cause what reading the event threw. */
export function reasonWithoutRun(cause: string): Reason {
  return because(
    `could not determine the commit for the commit status (${cause})`,
    'use `on-timeout: defer` only in workflows that run on GitHub',
  );
}

/** As a clause. */
export function describeGitHubProblem(problem: GitHubProblem): string {
  switch (problem.type) {
    case 'stopped':
      return 'GitHub did not answer in time';
    case 'too-slow':
      return `no response from GitHub within ${problem.limitMs / 1000} s`;
    case 'http-status':
      return `GitHub answered HTTP ${problem.status}: ${problem.message}`;
    case 'query':
      return `GitHub refused the query: ${problem.message}`;
    case 'network':
      return `no connection to GitHub: ${problem.message}`;
    case 'unexpected-answer':
      return 'GitHub sent an unexpected response';
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return problem satisfies never;
  }
}

export function adviceOn(problem: GitHubProblem): string {
  const status = problem.type === 'http-status' ? problem.status : undefined;
  if (status === 403 || status === 404)
    return (
      'give the job `permissions: statuses: write` (runs for pull requests from forks ' +
      'never have it)'
    );
  if (status === 401) return 'check `github-token`';
  if (status === 422) return 'check `status-context`, and whether the commit still exists';
  return 'run the job again when GitHub is back';
}
