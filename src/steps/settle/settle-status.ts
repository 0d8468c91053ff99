/** Finishes one pending status, or says why it stays pending. */

import type { Baselines } from '../../findings/baseline.ts';
import type { GitHubApi } from '../../github/api.ts';
import type { PendingStatus } from '../../github/find-statuses.ts';
import type { StatusContext } from '../../github/statuses.ts';
import type { LeftAlone } from '../../handover/order.ts';
import { continueWait, reportSharing, type Writing } from '../../handover/protocol.ts';
import { type Written, writeStatus } from '../../handover/write-status.ts';
import {
  type CommitState,
  type ContextStatus,
  givenAs,
  type NewStatus,
  seenBy,
} from '../../model/commit-status.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import { isSameId } from '../../model/ids.ts';
import { SHARED_DESCRIPTION } from '../../report/commit-status.ts';
import { isSameWord } from '../../util/text.ts';
import { type Decision, decide } from './decide.ts';
import { findListed } from './find-listed.ts';
import type { JudgeOptions, PolledImage } from './judge-deferred.ts';
import { pollWait } from './poll-wait.ts';

export interface SettleOptions extends Omit<JudgeOptions, 'ownBaselines'> {
  /** What our own policy compares with, by what a commit is based on; undefined if with nothing. */
  readonly baselinesOn: (base: PendingStatus['base']) => Baselines | undefined;
  readonly api: GitHubApi;
  readonly owner: string;
  readonly repo: string;
  /** The login that this action writes as. */
  readonly login: string;
  /** The page of this run, which final statuses link to. */
  readonly pageUrl: string;
  /** Undefined if the platform did not resolve the input `product`. */
  readonly productId: string | undefined;
}

/** The result for one pending status. */
export interface Settlement extends PendingStatus {
  readonly images: readonly PolledImage[];
  readonly outcome: SettlementOutcome;
}

export type SettlementOutcome =
  | { readonly kind: 'settled'; readonly state: CommitState; readonly description: string }
  /** Too early for a verdict, or the platform does not answer. */
  | { readonly kind: 'pending' }
  /** The waiting step has not ended. */
  | { readonly kind: 'running' }
  /** This version of the action did not create it for this commit. */
  | { readonly kind: 'unreadable' }
  /** Another identity wrote it, so nothing in it is believed. */
  | { readonly kind: 'foreign'; readonly by: string | undefined }
  | { readonly kind: 'other-product' }
  | { readonly kind: 'left-alone'; readonly why: LeftAlone }
  /** The statuses of the commit could not be read. */
  | { readonly kind: 'unread'; readonly problem: GitHubProblem }
  | { readonly kind: 'unwritten'; readonly problem: GitHubProblem }
  /** GitHub's list does not show what must be there. */
  | { readonly kind: 'unlisted' }
  /** Others kept covering the right status. */
  | { readonly kind: 'contended' }
  /** A bug of ours, which must not stop the others. */
  | { readonly kind: 'crashed'; readonly cause: unknown };

/** Whether another sweep must look at it again. */
export function isPending({ outcome: { kind } }: Settlement): boolean {
  return LEFT.includes(kind);
}

const LEFT: readonly SettlementOutcome['kind'][] = [
  'pending',
  'running',
  'unread',
  'unwritten',
  'unlisted',
  'contended',
  'crashed',
];

/** Never rejects: one bad status must not stop the others. */
export async function settleStatus(
  pending: PendingStatus,
  options: SettleOptions,
): Promise<Settlement> {
  try {
    const { images = [], outcome } = await settle(pending, options);
    return { ...pending, images, outcome };
  } catch (cause) {
    return { ...pending, images: [], outcome: { kind: 'crashed', cause } };
  }
}

interface Settled {
  readonly images?: readonly PolledImage[];
  readonly outcome: SettlementOutcome;
}

async function settle(pending: PendingStatus, options: SettleOptions): Promise<Settled> {
  const { wait } = pending;
  const { productId, clock } = options;
  if (wait === undefined) return { outcome: { kind: 'unreadable' } };
  // A status that was not handed over may not know its product yet.
  if (wait.productId !== undefined) {
    if (productId === undefined) return { outcome: { kind: 'pending' } };
    if (!isSameId(wait.productId, productId)) return { outcome: { kind: 'other-product' } };
  }
  const target = { owner: options.owner, repo: options.repo, sha: pending.sha };
  const context = { ...target, context: pending.context };
  const { targetUrl } = pending;
  const listed = await findListed({ targetUrl, leftMs: wait.leftMs }, context, options);
  if (listed.kind !== 'listed') return { outcome: listed };
  const { status, endMs, isOver } = listed;
  if (!isSameWord(status.creator, options.login))
    return { outcome: { kind: 'foreign', by: status.creator } };
  if (!wait.isHandedOver && !isOver) return { outcome: { kind: 'running' } };
  const listedMs = clock.monotonicMs();
  const ownBaselines = options.baselinesOn(pending.base);
  const images = wait.isHandedOver ? await pollWait(wait, { ...options, ownBaselines }) : [];
  const decision = decide(wait, images, isOver ? endMs : undefined);
  if (decision === undefined) return { images, outcome: { kind: 'pending' } };
  const isFresh = clock.monotonicMs() - listedMs <= FRESH_MS;
  const seen = isFresh ? seenBy(options.login, listed.statuses) : undefined;
  return { images, outcome: await finish(wait, decision, { status, seen }, context, options) };
}

/** How long a list is as good as one just before the write, in milliseconds. */
const FRESH_MS = 5_000;

interface Seen {
  /** The status that is pending. */
  readonly status: ContextStatus;
  /** A list that has it; undefined if it is too old. */
  readonly seen: readonly ContextStatus[] | undefined;
}

async function finish(
  wait: DeferredWait,
  { state, description }: Decision,
  { status: { id }, seen }: Seen,
  target: StatusContext,
  { api, clock, signal, login, pageUrl }: SettleOptions,
): Promise<SettlementOutcome> {
  const status = { state, description, page: pageUrl, wait };
  const write = (writing: Writing) => writeStatus(writing, target, login, { api, clock, signal });
  const written = await write(continueWait(status, (it) => it.id === id, seen));
  // What was written, but could not be looked at, may be covered.
  if (!written.ok)
    return { kind: written.added === undefined ? 'unwritten' : 'unread', problem: written.problem };
  const { outcome } = written;
  switch (outcome.type) {
    case 'written':
      return { kind: 'settled', state, description: givenAs(status).description };
    case 'superseded':
    case 'overridden':
    case 'finished':
      return { kind: 'left-alone', why: outcome };
    case 'unlisted':
    case 'contended':
      return { kind: outcome.type };
    case 'shared':
      return reportShared(status, write);
  }
}

async function reportShared(
  status: NewStatus,
  write: (writing: Writing) => Promise<Written>,
): Promise<SettlementOutcome> {
  const state = 'error';
  const shared = { ...status, state, description: SHARED_DESCRIPTION } as const;
  const reported = await write(reportSharing(shared));
  if (!reported.ok) return { kind: 'unwritten', problem: reported.problem };
  return { kind: 'settled', state, description: SHARED_DESCRIPTION };
}
