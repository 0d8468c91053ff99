/** Finishes one pending status, or says why it stays pending. */

import type { GitHubApi } from '../../github/api.ts';
import type { PendingStatus } from '../../github/find-statuses.ts';
import type { StatusContext } from '../../github/statuses.ts';
import { continueWait, reportSharing } from '../../handover/protocol.ts';
import { writeStatus } from '../../handover/write-status.ts';
import type { CommitState, NewStatus } from '../../model/commit-status.ts';
import { type DeferredWait, toTargetUrl } from '../../model/deferred-wait.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import { SHARED_DESCRIPTION } from '../../report/commit-status.ts';
import { type Decision, decide } from './decide.ts';
import { type PolledImage, pollWait, type SweepOptions } from './poll-wait.ts';

export interface SettleOptions extends SweepOptions {
  readonly api: GitHubApi;
  readonly owner: string;
  readonly repo: string;
  readonly context: string;
  /** The page of this run, which final statuses link to. */
  readonly pageUrl: string;
  /** Undefined if the platform did not resolve the input `product`. */
  readonly productId: string | undefined;
}

/** The result for one pending status. */
export interface Settlement {
  readonly sha: string;
  /** Undefined if the status carries no wait. */
  readonly wait: DeferredWait | undefined;
  readonly images: readonly PolledImage[];
  readonly outcome: SettlementOutcome;
}

export type SettlementOutcome =
  | { readonly kind: 'settled'; readonly state: CommitState; readonly description: string }
  /** Too early for a verdict, or the platform does not answer. */
  | { readonly kind: 'pending' }
  /** The waiting step has not ended. */
  | { readonly kind: 'running' }
  /** Its address carries no wait that we can read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'other-product' }
  /** A newer wait has begun. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'unwritten'; readonly problem: GitHubProblem }
  /** A bug of ours, which must not stop the others. */
  | { readonly kind: 'crashed'; readonly cause: unknown };

/** Never rejects: one bad status must not stop the others. */
export async function settleStatus(
  status: PendingStatus,
  options: SettleOptions,
): Promise<Settlement> {
  try {
    return await settle(status, options);
  } catch (cause) {
    const outcome = { kind: 'crashed', cause } as const;
    return { ...status, images: [], outcome };
  }
}

async function settle({ sha, wait }: PendingStatus, options: SettleOptions): Promise<Settlement> {
  const left = (kind: 'unreadable' | 'other-product' | 'running' | 'pending'): Settlement => ({
    sha,
    wait,
    images: [],
    outcome: { kind },
  });
  if (wait === undefined) return left('unreadable');
  // A status that was not handed over may not know its product yet.
  const { productId } = options;
  if (wait.productId !== undefined && productId === undefined) return left('pending');
  if (wait.productId !== undefined && wait.productId !== productId) return left('other-product');
  const isOver = options.clock.wallMs() >= wait.endMs;
  if (!wait.isHandedOver && !isOver) return left('running');
  const images = wait.isHandedOver ? await pollWait(wait, options) : [];
  const decision = decide(wait, images, isOver);
  const outcome =
    decision === undefined
      ? ({ kind: 'pending' } as const)
      : await write(sha, wait, decision, options);
  return { sha, wait, images, outcome };
}

async function write(
  sha: string,
  wait: DeferredWait,
  { state, description }: Decision,
  { api, clock, signal, owner, repo, context, pageUrl }: SettleOptions,
): Promise<SettlementOutcome> {
  const target: StatusContext = { owner, repo, sha, context };
  const status = { state, description, targetUrl: toTargetUrl(pageUrl, wait) };
  const options = { api, clock, signal };
  const written = await writeStatus(continueWait(wait, status), target, options);
  if (!written.ok) return { kind: 'unwritten', problem: written.problem };
  if (written.outcome === 'superseded') return { kind: 'superseded' };
  if (written.outcome === 'written') return { kind: 'settled', state, description };
  const shared: NewStatus = { ...status, state: 'error', description: SHARED_DESCRIPTION };
  const reported = await writeStatus(reportSharing(shared), target, options);
  if (!reported.ok) return { kind: 'unwritten', problem: reported.problem };
  return { kind: 'settled', state: 'error', description: SHARED_DESCRIPTION };
}
