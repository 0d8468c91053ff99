/** Finishes one pending status, or says why it stays pending: listed, polled, decided, written. */
import type { Baselines } from '../../findings/baseline.ts';
import { GITHUB_TROUBLE_MS } from '../../github/api.ts';
import type { PendingStatus } from '../../github/find-statuses.ts';
import { listStatuses, type StatusContext } from '../../github/statuses.ts';
import { MOST_LOOKS, PAUSE_MS } from '../../handover/protocol.ts';
import { isSameId } from '../../model/ids.ts';
import { isSameWord } from '../../util/text.ts';
import { type ConcludeOptions, conclude, type PendingInList } from './conclude.ts';
import { type ImageOptions, settleImage } from './settle-image.ts';
import type { PolledImage, Settlement, SettlementOutcome } from './settlement.ts';

export interface SettleOptions extends Omit<ImageOptions, 'ownBaselines'>, ConcludeOptions {
  /** What our own policy compares with, by what a commit is based on; undefined if with nothing. */
  readonly baselinesOn: (base: PendingStatus['base']) => Baselines | undefined;
  readonly owner: string;
  readonly repo: string;
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
  const { owner, repo, login, productId } = options;
  if (wait === undefined) return { outcome: { kind: 'unreadable' } };
  // A status that was not handed over may not know its product yet.
  if (wait.productId !== undefined) {
    if (productId === undefined) return { outcome: { kind: 'pending' } };
    if (!isSameId(wait.productId, productId)) return { outcome: { kind: 'other-product' } };
  }
  const target = { owner, repo, sha, context };
  const listed = await findListed(targetUrl, wait.leftMs, target, options);
  if ('kind' in listed) return { outcome: listed };
  const { status, endedMs } = listed;
  if (!isSameWord(status.creator, login))
    return { outcome: { kind: 'foreign', by: status.creator } };
  if (!wait.isHandedOver && endedMs === undefined) return { outcome: { kind: 'running' } };
  const ownBaselines = options.baselinesOn(pending.base);
  const images = await Promise.all(
    (wait.isHandedOver ? wait.images : []).map((image) =>
      settleImage(image, wait.policy, { ...options, ownBaselines }),
    ),
  );
  return { images, outcome: await conclude(wait, images, listed, target, options) };
}

/** Finds a pending status in REST's list, which says who wrote it and when. */
async function findListed(
  targetUrl: string,
  leftMs: number,
  target: StatusContext,
  { api, login, clock, signal }: Pick<SettleOptions, 'api' | 'login' | 'clock' | 'signal'>,
): Promise<PendingInList | Extract<SettlementOutcome, { kind: 'unread' | 'unlisted' }>> {
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
      const endedMs = dateMs >= endMs ? endMs : undefined;
      return { status, statuses, listedMs: clock.monotonicMs(), endedMs };
    }
    if (looks === MOST_LOOKS) return { kind: 'unlisted' };
    await clock.sleep(PAUSE_MS, signal);
  }
}
