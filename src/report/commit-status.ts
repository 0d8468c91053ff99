/** The words of commit statuses: their descriptions, and what goes wrong with them. */

import type { Run } from '../github/run.ts';
import type { LeftAlone } from '../handover/order.ts';
import type { StatusProblem } from '../handover/step-status.ts';
import type { CommitState } from '../model/commit-status.ts';
import type { DeferredWait } from '../model/deferred-wait.ts';
import { STATUS_TABLE } from '../model/statuses.ts';
import type { Status } from '../model/verdict.ts';
import { formatUtc, printable } from '../util/text.ts';
import { adviceOnGitHub, describeGitHubProblem } from './github-problems.ts';
import { because, type Reason } from './sentence.ts';

export const WAITING = 'Waiting for the Binarly scan';

/** @param endMs when `settle-within` ends, in milliseconds since the epoch. */
export function handedOverDescription({ images }: DeferredWait, endMs: number): string {
  const scans = images.length === 1 ? 'the Binarly scan' : `${images.length} Binarly scans`;
  return `Still waiting for ${scans}; rechecked until ${formatUtc(endMs)}`;
}

/**
 * The verdict in a description.
 * @param counts over several images; empty for one.
 * @param reason one sentence; empty if completed.
 */
export function verdictDescription(status: Status, reason: string, counts: string): string {
  if (counts !== '') return counts;
  return reason === '' ? status : `${status}: ${reason}`;
}

/** The commit status for a verdict. */
export function commitStateOf(green: boolean, status: Status): CommitState {
  return green ? 'success' : STATUS_TABLE[status].commitState;
}

export function commitLine({ commit }: Run, context: string): string {
  const sha = printable(commit.sha);
  return `Writing the commit status ${printable(context)} to ${sha}, the commit of the ${commit.of}.`;
}

/** @param why someone else's status counts. */
export function leftAloneLine(why: LeftAlone, context: string): string {
  const whose = `The commit status ${printable(context)} ${describeLeftAlone(why)}`;
  return `${whose}, so this step left it alone.`;
}

/** As a predicate. */
export function describeLeftAlone(why: LeftAlone): string {
  switch (why.type) {
    case 'superseded':
      return 'belongs to a newer wait on this commit';
    case 'overridden':
      return `was set by ${loginOf(why.by)}`;
    case 'finished':
      return `is ${why.state} already`;
  }
}

/** Whoever wrote a status. */
export function loginOf(login: string | undefined): string {
  return login === undefined ? 'an unknown account' : printable(login, 60);
}

/**
 * Why the step is an error although nothing else may be wrong with it.
 * @param verdict the status that the step would have ended with; undefined before the first poll.
 */
export function reasonOfStatusProblem(
  problem: StatusProblem,
  context: string,
  verdict: Status | undefined,
): Reason {
  const name = printable(context);
  switch (problem.type) {
    case 'unwritten': {
      const why = describeGitHubProblem(problem.problem);
      return because(
        `the commit status ${name} could not be written${forVerdict(verdict)} (${why})`,
        adviceOnGitHub(problem.problem),
      );
    }
    case 'unseen':
      return because(
        `the commit status ${name} was written${forVerdict(verdict)}, but could not be read afterward ` +
          `(${describeGitHubProblem(problem.problem)})`,
        adviceOnGitHub(problem.problem),
      );
    case 'shared': {
      return because(
        `another job or step of this run also uses the commit status ${name}${foundBefore(verdict)}`,
        'give each its own `status-context`',
      );
    }
    case 'unlisted':
      return because(
        `the commit status ${name} was written, but the list of statuses did not show it ` +
          `within 10 s${foundBefore(verdict)}`,
        'run the job again when GitHub is back',
      );
    case 'contended':
      return because(
        `other runs kept writing over the commit status ${name}${foundBefore(verdict)}`,
        'give each workflow its own `status-context`, and run the job again',
      );
    case 'not-handed-over':
      return because(
        `time is up, and a newer wait on this commit uses the commit status ${name}, ` +
          'so this one was not handed over (the verdict was timed-out)',
        'look at the newer run, or give each workflow its own `status-context`',
      );
    case 'too-long':
      return because(
        `time is up, and the wait does not fit in a commit status (${problem.length} characters), ` +
          'so it was not handed over (the verdict was timed-out)',
        'wait for fewer images per step',
      );
  }
}

export function reasonOfInterruptedHandOver(context: string): Reason {
  return because(
    'the step was interrupted before it had handed its wait over to the commit status ' +
      printable(context),
    'run the job again',
  );
}

function forVerdict(verdict: Status | undefined): string {
  return verdict === undefined ? '' : ` for the verdict ${verdict}`;
}

function foundBefore(verdict: Status | undefined): string {
  return verdict === undefined ? '' : ` (the verdict of this step was ${verdict})`;
}

export const SHARED_DESCRIPTION =
  'Several jobs of one run share this status: give each job its own status-context';

/** @param cause what reading the event threw. */
export function reasonWithoutRun(cause: string): Reason {
  return because(
    `could not determine the commit for the commit status (${cause})`,
    'use `on-timeout: defer` only in workflows that run on GitHub',
  );
}
