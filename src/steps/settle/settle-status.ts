/** Finishes one pending status, or says why it stays pending: listed, polled, decided, written. */
import type { Baselines } from '../../findings/baseline.ts';
import { GITHUB_TROUBLE_MS, type GitHubApi } from '../../github/api.ts';
import type { PendingStatus } from '../../github/find-statuses.ts';
import { listStatuses, type StatusContext } from '../../github/statuses.ts';
import { continueWait, MOST_LOOKS, PAUSE_MS, reportSharing } from '../../handover/protocol.ts';
import { writeStatus } from '../../handover/write-status.ts';
import { type ContextStatus, givenAs, type NewStatus } from '../../model/commit-status.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import { isSameId } from '../../model/ids.ts';
import { endedGreen, endedRed, STATUS_TABLE } from '../../model/statuses.ts';
import { SHARED_DESCRIPTION } from '../../report/commit-status.ts';
import { isSameWord } from '../../util/text.ts';
import { describeOverdue, describeRed, describeVerdicts } from './descriptions.ts';
import { type ImageOptions, settleImage } from './settle-image.ts';
import type { PolledImage, Settlement, SettlementOutcome } from './settlement.ts';

export interface SettleOptions extends Omit<ImageOptions, 'ownBaselines'> {
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
  const { wait, sha, context, targetUrl } = pending;
  const { owner, repo, login, productId, clock } = options;
  if (wait === undefined) return { outcome: { kind: 'unreadable' } };
  // A status that was not handed over may not know its product yet.
  if (wait.productId !== undefined) {
    if (productId === undefined) return { outcome: { kind: 'pending' } };
    if (!isSameId(wait.productId, productId)) return { outcome: { kind: 'other-product' } };
  }
  const target = { owner, repo, sha, context };
  const listed = await findListed(targetUrl, wait.leftMs, target, options);
  if (listed.kind !== 'listed') return { outcome: listed };
  const { status, endedMs, statuses } = listed;
  if (!isSameWord(status.creator, login))
    return { outcome: { kind: 'foreign', by: status.creator } };
  if (!wait.isHandedOver && endedMs === undefined) return { outcome: { kind: 'running' } };
  const listedMs = clock.monotonicMs();
  const ownBaselines = options.baselinesOn(pending.base);
  const images = await Promise.all(
    (wait.isHandedOver ? wait.images : []).map((image) =>
      settleImage(image, wait.policy, { ...options, ownBaselines }),
    ),
  );
  const decision = decide(wait, images, endedMs);
  if (decision === undefined) return { images, outcome: { kind: 'pending' } };
  const isFresh = clock.monotonicMs() - listedMs <= FRESH_MS;
  const known = { id: status.id, seen: isFresh ? statuses : undefined };
  const final = { ...decision, page: options.pageUrl, wait };
  return { images, outcome: await finish(final, known, target, options) };
}

/** How long a list is as good as one just before the write, in milliseconds. */
const FRESH_MS = 5_000;

interface Listed {
  readonly kind: 'listed';
  /** The one that is pending. */
  readonly status: ContextStatus;
  /** All statuses of the context, newest first. */
  readonly statuses: readonly ContextStatus[];
  /** When `settle-within` ended, in milliseconds since the epoch; undefined if it has not. */
  readonly endedMs: number | undefined;
}

/** Finds a pending status in REST's list, which says who wrote it and when. */
async function findListed(
  targetUrl: string,
  leftMs: number,
  target: StatusContext,
  { api, login, clock, signal }: Pick<SettleOptions, 'api' | 'login' | 'clock' | 'signal'>,
): Promise<Listed | Extract<SettlementOutcome, { kind: 'unread' | 'unlisted' }>> {
  for (let looks = 1; ; looks += 1) {
    const untilMs = clock.monotonicMs() + GITHUB_TROUBLE_MS;
    const result = await listStatuses(api, target, login, { untilMs, signal });
    if (!result.ok) return { kind: 'unread', problem: result.problem };
    const { statuses, dateMs = clock.wallMs() } = result.value;
    const [status, ...copies] = statuses.filter((it) => it.targetUrl === targetUrl);
    if (status !== undefined) {
      // A writer that covered it has put back a copy; the time of the original counts.
      const [first = status] = copies.filter(({ creator }) => creator === status.creator).reverse();
      // By GitHub's clock, and never if GitHub does not say when the status was written.
      const endMs = first.createdMs === undefined ? Infinity : first.createdMs + leftMs;
      return { kind: 'listed', status, statuses, endedMs: dateMs >= endMs ? endMs : undefined };
    }
    if (looks === MOST_LOOKS) return { kind: 'unlisted' };
    await clock.sleep(PAUSE_MS, signal);
  }
}

/**
 * Decides as soon as one image is red or all are green. If a scan is running, missing, or in an
 * undocumented state, the status stays as it is until `settle-within` ends. The first sweep that finds
 * it after that ends it, whatever is known.
 * @param endedMs when that was, in milliseconds since the epoch; undefined if it has not ended.
 * @returns undefined: leave the status pending.
 */
export function decide(
  wait: DeferredWait,
  images: readonly PolledImage[],
  endedMs: number | undefined,
): Pick<NewStatus, 'state' | 'description'> | undefined {
  const ends = images.map(({ record }) => record.ended);
  if (ends.some(endedRed)) return { state: 'failure', description: describeRed(images) };
  if (ends.length > 0 && ends.every(endedGreen))
    return { state: 'success', description: describeVerdicts(images) };
  const statuses = ends.flatMap((ended) => ended?.status ?? []);
  if (endedMs === undefined || statuses.includes('interrupted')) return undefined;
  const isTrouble = statuses.some((status) => STATUS_TABLE[status].commitState === 'error');
  const description = describeOverdue(wait, images, endedMs);
  return { state: isTrouble ? 'error' : 'failure', description };
}

/**
 * Writes the final status.
 * @param known the ID of the status that is pending, and a list that has it, if it is new.
 */
async function finish(
  status: NewStatus,
  known: { readonly id: number; readonly seen: readonly ContextStatus[] | undefined },
  target: StatusContext,
  options: SettleOptions,
): Promise<SettlementOutcome> {
  const writing = continueWait(status, ({ id }) => id === known.id, known.seen);
  const written = await writeStatus(writing, target, options.login, options);
  // What was written, but could not be looked at, may be covered.
  if (!written.ok)
    return { kind: written.added === undefined ? 'unwritten' : 'unread', problem: written.problem };
  const { outcome } = written;
  switch (outcome.type) {
    case 'written':
      return settledBy(status);
    case 'superseded':
    case 'overridden':
    case 'finished':
      return { kind: 'left-alone', why: outcome };
    case 'unlisted':
    case 'contended':
      return { kind: outcome.type };
    case 'shared': {
      const shared = { ...status, state: 'error', description: SHARED_DESCRIPTION } as const;
      const reported = await writeStatus(reportSharing(shared), target, options.login, options);
      return reported.ok ? settledBy(shared) : { kind: 'unwritten', problem: reported.problem };
    }
  }
}

function settledBy(status: NewStatus): SettlementOutcome {
  const { state, description } = givenAs(status);
  return { kind: 'settled', state, description };
}
