/** The commit status of a step that may be deferred: pending first, then the verdict. */
import type { Run } from '../github/run.ts';
import type { AddedStatus } from '../github/statuses.ts';
import {
  type CommitState,
  type ContextStatus,
  givenAs,
  type NewStatus,
} from '../model/commit-status.ts';
import { type DeferredWait, readTargetUrl } from '../model/deferred-wait.ts';
import type { GitHubProblem } from '../model/github-problem.ts';
import type { LeftAlone } from './order.ts';
import { beginWait, continueWait, reportSharing, type Writing } from './protocol.ts';
import { type WriteOptions, type Written, writeStatus } from './write-status.ts';

/** Why the status is not as it should be. */
export type StatusProblem =
  | { readonly type: 'unwritten'; readonly problem: GitHubProblem }
  /** It was written, but could not be looked at, so it may be covered. */
  | { readonly type: 'unseen'; readonly problem: GitHubProblem }
  /** Another job of the same run uses the context. */
  | { readonly type: 'shared' }
  /** GitHub's list did not show a status that was written. */
  | { readonly type: 'unlisted' }
  /** Others kept covering the right status. */
  | { readonly type: 'contended' }
  /** A newer wait has begun, so nobody would finish this one. */
  | { readonly type: 'not-handed-over' }
  /** The wait does not fit in the address of a status, which has this many characters. */
  | { readonly type: 'too-long'; readonly length: number };

/** How a write ended. */
export type StatusEnd =
  | { readonly type: 'written' }
  /** Someone else's status counts. */
  | { readonly type: 'left-alone'; readonly why: LeftAlone }
  | { readonly type: 'problem'; readonly problem: StatusProblem };

/** The descriptions of statuses, for people. */
export interface StatusTexts {
  readonly waiting: string;
  readonly shared: string;
  /** @param endMs when `settle-within` ends, in milliseconds since the epoch. */
  readonly handedOver: (wait: DeferredWait, endMs: number) => string;
}

export interface StepStatus {
  /** Writes the first pending status, which voids an older success on the commit. */
  begin(): Promise<StatusProblem | undefined>;
  /** Writes the verdict, unless someone else's status counts. */
  conclude(state: CommitState, description: string): Promise<StatusEnd>;
  /** Writes that someone else must finish the wait. */
  handOver(handed: Pick<DeferredWait, 'productId' | 'images'>): Promise<StatusEnd>;
}

/** Where the status is, and how it is written. */
export interface StatusTarget extends WriteOptions {
  readonly run: Run;
  /** The name of the commit status. */
  readonly context: string;
}

/** @param wait as it is before it is handed over, with the whole of `settle-within` left. */
export function createStepStatus(
  wait: DeferredWait,
  { run, context, ...options }: StatusTarget,
  texts: StatusTexts,
): StepStatus {
  const { owner, repo, commit, pageUrl } = run;
  const { clock } = options;
  const target = { owner, repo, sha: commit.sha, context };
  const beganMs = clock.monotonicMs();
  /** The first status, and the last one: whoever looks must see the last one. */
  let [first, last]: (AddedStatus | undefined)[] = [];

  const statusOf = (state: CommitState, description: string, of = wait): NewStatus => ({
    state,
    description,
    page: pageUrl,
    wait: of,
  });

  async function write(writing: Writing): Promise<StatusEnd> {
    const written = await writeStatus(writing, target, first?.creator, options);
    last = written.added ?? last;
    first ??= last;
    const end = endOf(written);
    if (end.type === 'problem' && end.problem.type === 'shared')
      await writeStatus(
        reportSharing(statusOf('error', texts.shared)),
        target,
        first?.creator,
        options,
      );
    return end;
  }

  const isLast = ({ id }: ContextStatus) => id === last?.id;

  return {
    async begin() {
      const end = await write(beginWait(statusOf('pending', texts.waiting)));
      return end.type === 'problem' ? end.problem : undefined;
    },
    conclude(state, description) {
      return write(continueWait(statusOf(state, description), isLast));
    },
    async handOver(handed) {
      const leftMs = Math.max(0, wait.leftMs - (clock.monotonicMs() - beganMs));
      const carried = { ...wait, ...handed, isHandedOver: true, leftMs };
      const beginMs = first?.createdMs;
      const endMs = beginMs === undefined ? clock.wallMs() + leftMs : beginMs + wait.leftMs;
      const status = statusOf('pending', texts.handedOver(carried, endMs), carried);
      const { targetUrl } = givenAs(status);
      // What cannot be read back would be pending forever.
      if (readTargetUrl(targetUrl, commit.sha) === undefined)
        return problem({ type: 'too-long', length: targetUrl.length });
      const before = last;
      const end = await write(continueWait(status, isLast));
      if (end.type !== 'left-alone') return end;
      // A sweep has finished it before we looked.
      if (end.why.type === 'finished' && last !== before) return WRITTEN;
      return end.why.type === 'superseded' ? problem({ type: 'not-handed-over' }) : end;
    },
  };
}

function problem(of: StatusProblem): StatusEnd {
  return { type: 'problem', problem: of };
}

const WRITTEN: StatusEnd = { type: 'written' };

function endOf(written: Written): StatusEnd {
  if (!written.ok) {
    const type = written.added === undefined ? 'unwritten' : 'unseen';
    return problem({ type, problem: written.problem });
  }
  const { outcome } = written;
  switch (outcome.type) {
    case 'written':
      return outcome;
    case 'superseded':
    case 'overridden':
    case 'finished':
      return { type: 'left-alone', why: outcome };
    case 'shared':
    case 'unlisted':
    case 'contended':
      return problem(outcome);
  }
}
