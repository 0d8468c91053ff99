/** The commit status of a step that may be deferred: pending first, then the verdict. */
import type { GitHubApi } from '../github/api.ts';
import type { Run } from '../github/run.ts';
import type { CommitState, NewStatus } from '../model/commit-status.ts';
import { type DeferredWait, readTargetUrl, toTargetUrl } from '../model/deferred-wait.ts';
import type { GitHubProblem } from '../model/github-problem.ts';
import type { Clock } from '../polling/clock.ts';
import { beginWait, continueWait, reportSharing, type Writing } from './protocol.ts';
import { type Written, writeStatus } from './write-status.ts';

/** Why the status is not as it should be. */
export type StatusProblem =
  | { readonly type: 'unwritten'; readonly problem: GitHubProblem }
  /** Another job of the same run uses the context. */
  | { readonly type: 'shared' }
  /** A newer wait has begun, so nobody would finish this one. */
  | { readonly type: 'not-handed-over' }
  /** The wait does not fit in the address of a status, which has this many characters. */
  | { readonly type: 'too-long'; readonly length: number };

/** The descriptions of statuses, for people. */
export interface StatusTexts {
  readonly waiting: string;
  readonly shared: string;
  readonly handedOver: (wait: DeferredWait) => string;
}

export interface StepStatus {
  /** Writes the first pending status, which voids an older success on the commit. */
  begin(): Promise<StatusProblem | undefined>;
  /** Writes the verdict, unless a newer wait has begun. */
  conclude(
    state: CommitState,
    description: string,
  ): Promise<StatusProblem | 'superseded' | undefined>;
  /** Writes that someone else must finish the wait. */
  handOver(handed: Pick<DeferredWait, 'productId' | 'images'>): Promise<StatusProblem | undefined>;
}

/** Where the status is, and how it is written. */
export interface StatusTarget {
  readonly run: Run;
  /** The name of the commit status. */
  readonly context: string;
  readonly api: GitHubApi;
  readonly clock: Clock;
  /** The interruption. */
  readonly signal: AbortSignal;
}

/** @param wait as it is before it is handed over. */
export function createStepStatus(
  wait: DeferredWait,
  { run, context, api, clock, signal }: StatusTarget,
  texts: StatusTexts,
): StepStatus {
  const { owner, repo, commit, pageUrl } = run;
  const target = { owner, repo, sha: commit.sha, context };
  const write = (writing: Writing) => writeStatus(writing, target, { api, clock, signal });
  const statusOf = (state: CommitState, description: string, of = wait): NewStatus => ({
    state,
    description,
    targetUrl: toTargetUrl(pageUrl, of),
  });

  async function problemIn(written: Written): Promise<StatusProblem | undefined> {
    if (!written.ok) return { type: 'unwritten', problem: written.problem };
    if (written.outcome !== 'shared') return undefined;
    await write(reportSharing(statusOf('error', texts.shared)));
    return { type: 'shared' };
  }

  return {
    async begin() {
      const pending = statusOf('pending', texts.waiting);
      return problemIn(await write(beginWait(wait, pending)));
    },
    async conclude(state, description) {
      const status = statusOf(state, description);
      const written = await write(continueWait(wait, status));
      return isSuperseded(written) ? 'superseded' : problemIn(written);
    },
    async handOver(handed) {
      const carried = { ...wait, ...handed, isHandedOver: true };
      const status = statusOf('pending', texts.handedOver(carried), carried);
      // What cannot be read back would be pending forever.
      if (readTargetUrl(status.targetUrl) === undefined)
        return { type: 'too-long', length: status.targetUrl.length };
      const written = await write(continueWait(carried, status));
      return isSuperseded(written) ? { type: 'not-handed-over' } : problemIn(written);
    },
  };
}

/** Whether nothing was written, because a newer wait has begun. */
function isSuperseded(written: Written): boolean {
  return written.ok && written.outcome === 'superseded';
}
