/**
 * Takes one image of a wait that was handed over to its verdict: polls its scan, once and again only
 * if that failed, and judges the findings of one that completed.
 */
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { scanById } from '../../binarly/scans.ts';
import { awaitBaseline } from '../../findings/await-baseline.ts';
import { type Baselines, givenBaseline } from '../../findings/baseline.ts';
import { judgeFindings } from '../../findings/judge-findings.ts';
import type { Failed } from '../../model/api-result.ts';
import { baselineIdOf } from '../../model/baseline.ts';
import type { DeferredImage } from '../../model/deferred-wait.ts';
import { isSameId } from '../../model/ids.ts';
import { beginRecord, end } from '../../model/image-record.ts';
import type { ImagePolicy, Policy } from '../../model/policy.ts';
import { endedGreen, endedRed } from '../../model/statuses.ts';
import type { Ended } from '../../model/verdict.ts';
import type { Decided } from '../../polling/attempt.ts';
import type { Clock } from '../../polling/clock.ts';
import { retry } from '../../polling/retry.ts';
import { applyingOnceTo, beginPolling } from '../../scan/apply-poll-result.ts';
import { completedMsOf, type FollowedScan } from '../../scan/follow-scan.ts';
import { INTERVAL, RETRY_MS, type SharedOutage } from './outage.ts';
import { readName } from './read-name.ts';
import type { PolledImage } from './settlement.ts';

export interface ImageOptions {
  readonly images: ProductImages;
  /** The policy of this action's own inputs. */
  readonly ownPolicy: Policy | undefined;
  /** What its inputs say of an incomplete list: it passes only if the step says so, too. */
  readonly onIncomplete: Policy['onIncomplete'];
  /** What that policy compares with; undefined if with nothing. */
  readonly ownBaselines: Baselines | undefined;
  readonly outage: SharedOutage;
  /** That of the search for the baselines of our own policy, on GitHub and on the platform. */
  readonly searchOutage: SharedOutage;
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** How long reading the findings of one image may take, in milliseconds. */
const READING_MS = 300_000;

export async function settleImage(
  image: DeferredImage,
  stepPolicy: Policy | undefined,
  options: ImageOptions,
): Promise<PolledImage> {
  const { imageId, scanId } = image;
  // By its ID only: the newest scan may be a different one.
  if (scanId === undefined) return { image, record: beginRecord(imageId) };
  const scanned = await pollScan(imageId, scanId, options);
  const { record, ended } = scanned;
  if (ended === undefined) return { image, record };
  if (ended.status !== 'completed') return { image, record: end(record, ended) };
  return judgeScanned(image, scanned, stepPolicy, options);
}

/** What is known about the scan; `ended` is undefined if it is pending, missing or undocumented. */
type SettledScan = Omit<FollowedScan, 'ended'> & { readonly ended: Ended | undefined };

async function pollScan(
  imageId: string,
  scanId: string,
  { images, outage, clock, random, signal }: ImageOptions,
): Promise<SettledScan> {
  const beganMs = clock.monotonicMs();
  const silence = outage.failure();
  const polled = beginPolling(imageId, beganMs);
  if (silence !== undefined)
    return { record: polled.record, ended: unavailable(silence), completedMs: beganMs };
  const retried = await retry(
    images.asking(() => scanById(imageId, scanId)),
    applyingOnceTo(polled),
    { deadlineMs: beganMs + RETRY_MS, maxOutageMs: outage.leftMs(), interval: INTERVAL },
    { clock, random, signal, onAttempt: outage.note },
  );
  const nowMs = clock.monotonicMs();
  const record = { ...polled.record, waitedMs: nowMs - beganMs };
  return { record, ended: endedBy(retried), completedMs: completedMsOf(polled, nowMs) };
}

function endedBy(retried: Decided<Ended | undefined>): Ended | undefined {
  switch (retried.kind) {
    case 'done':
      return retried.value;
    case 'gave-up': {
      const { outage, forMs, reachedApi } = retried;
      return unavailable(outage.failure, forMs, reachedApi);
    }
    case 'refused':
      return { status: 'error', refused: retried };
    case 'interrupted':
      return { status: 'interrupted' };
  }
}

function unavailable(failure: Failed, forMs = 0, reachedApi = false): Ended {
  return { status: 'unavailable', failure, forMs, reachedApi };
}

/**
 * By the step's policy and by our own: neither the branch of a pull request nor a settle workflow
 * without inputs can weaken the other. Our own never compares with an image that a status names.
 */
async function judgeScanned(
  image: DeferredImage,
  scanned: SettledScan,
  stepPolicy: Policy | undefined,
  options: ImageOptions,
): Promise<PolledImage> {
  const { record, completedMs } = scanned;
  const { ownPolicy, ownBaselines, searchOutage, clock, random, signal } = options;
  const strict = options.onIncomplete === 'warn' ? {} : ({ onIncomplete: 'fail' } as const);
  const budgets = {
    completedMs,
    endMs: clock.monotonicMs() + READING_MS,
    maxOutageMs: searchOutage.leftMs(),
    interval: INTERVAL,
  };
  const tools = { clock, random, signal, onAttempt: searchOutage.note };
  const awaited =
    ownPolicy && ownBaselines && (await awaitBaseline(ownBaselines, image.imageId, budgets, tools));
  if (awaited?.kind === 'ended') return { image, record: end(record, awaited.ended) };
  const ownBaseline = awaited?.baseline;
  const [group, other] = comparable(
    stepPolicy && { ...stepPolicy, ...strict, baselineImageId: image.baselineImageId },
    ownPolicy && { ...ownPolicy, baselineImageId: baselineIdOf(ownBaseline) },
  );
  const first = await judgeBy(group, image, scanned, options);
  // What one policy blocks, the other cannot let pass.
  const isDecided = other === undefined || endedRed(first.record.ended);
  const judged = isDecided ? [first] : [first, await judgeBy(other, image, scanned, options)];
  const red = judged.find((it) => endedRed(it.record.ended));
  const decisive = red ?? judged.find((it) => !endedGreen(it.record.ended)) ?? first;
  const details = red && (await readName(image.imageId, options));
  return { ...decisive, record: { ...decisive.record, details }, ownBaseline };
}

/** Policies that compare with the same image, or with none, are judged in one reading. */
function comparable(
  step: ImagePolicy | undefined,
  own: ImagePolicy | undefined,
): readonly [readonly ImagePolicy[], (readonly ImagePolicy[])?] {
  if (step === undefined || own === undefined)
    return [[step ?? own].filter((it) => it !== undefined)];
  const isOne = isSameId(step.baselineImageId ?? '', own.baselineImageId ?? '');
  return isOne ? [[step, own]] : [[step], [own]];
}

async function judgeBy(
  [policy, ...others]: readonly ImagePolicy[],
  image: DeferredImage,
  { record, completedMs }: SettledScan,
  { images, outage, clock, random, signal }: ImageOptions,
): Promise<PolledImage> {
  const { imageId } = image;
  if (policy === undefined) return { image, record: end(record, { status: 'completed' }) };
  const endMs = clock.monotonicMs() + READING_MS;
  const budgets = { completedMs, endMs, maxOutageMs: outage.leftMs(), interval: INTERVAL };
  const tools = { clock, random, signal, onAttempt: outage.note };
  const { baselineImageId } = policy;
  const awaited =
    baselineImageId === undefined
      ? undefined
      : await awaitBaseline(givenBaseline(images, baselineImageId), imageId, budgets, tools);
  // It was scanned when the step found it, and is being scanned again: too early.
  if (awaited?.kind === 'ended' && isUnfinished(awaited.ended))
    return { image, record: beginRecord(imageId), isBaselineUnfinished: true };
  if (awaited?.kind === 'ended') return { image, record: end(record, awaited.ended) };
  const { ended, judgement } = await judgeFindings(
    [policy, ...others],
    images,
    imageId,
    budgets,
    tools,
  );
  return { image, record: end({ ...record, judgement }, ended) };
}

function isUnfinished(ended: Ended): boolean {
  return ended.status === 'unavailable' && ended.failure.cause.type === 'baseline-unfinished';
}
