/** Polls the scans of a wait that was handed over: each once, and again only if that failed. */
import { type DetailsOptions, readDetails } from '../../binarly/read-details.ts';
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { awaitBaseline } from '../../findings/await-baseline.ts';
import { givenBaseline } from '../../findings/baseline.ts';
import { judgeFindings } from '../../findings/judge-findings.ts';
import { sourcesOf } from '../../findings/reader.ts';
import type { Failed } from '../../model/answer.ts';
import type { DeferredImage, DeferredWait } from '../../model/deferred-wait.ts';
import type { ImageDetails } from '../../model/image-details.ts';
import { beginRecord, end, type ImageRecord } from '../../model/image-record.ts';
import { countsUnder, type Judgement, type Policy } from '../../model/policy.ts';
import type { Scan } from '../../model/scan.ts';
import { isGreen } from '../../model/statuses.ts';
import type { Ended } from '../../model/verdict.ts';
import type { Clock } from '../../polling/clock.ts';
import { type Retried, retry } from '../../polling/retry.ts';
import { applyAnswer } from '../../scan/apply-answer.ts';
import { ageOfStateMs, type FollowedScan } from '../../scan/follow-scan.ts';
import { INTERVAL, RETRY_MS, type SharedOutage } from './outage.ts';

export interface SweepOptions {
  readonly images: ProductImages;
  /** The policy of this action's own inputs. */
  readonly ownPolicy: Policy | undefined;
  readonly outage: SharedOutage;
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** An image after its poll: without a verdict if it is too early for one. */
export interface PolledImage {
  readonly image: DeferredImage;
  readonly record: ImageRecord;
  /** Whether its verdict lets the merge through. */
  readonly green: boolean;
  /** Whether only findings count that a baseline does not have. */
  readonly isNewOnly: boolean;
}

/** How long reading the findings of one image may take, in milliseconds. */
const READING_MS = 300_000;

export async function pollWait(
  wait: DeferredWait,
  options: SweepOptions,
): Promise<readonly PolledImage[]> {
  return Promise.all(wait.images.map((image) => pollImage(image, wait, options)));
}

async function pollImage(
  image: DeferredImage,
  wait: DeferredWait,
  options: SweepOptions,
): Promise<PolledImage> {
  const { imageId, scanId } = image;
  const undecided = { image, green: false, isNewOnly: false };
  // By its ID only: the newest scan may be a different one.
  if (scanId === undefined) return { ...undecided, record: beginRecord(imageId) };
  const { record, completedMs } = await pollScan(imageId, scanId, options);
  if (record.ended?.status !== 'completed') return { ...undecided, record };
  return judge(image, record, completedMs, wait, options);
}

/** The record has no end if the scan is still pending, missing or undocumented. */
async function pollScan(
  imageId: string,
  scanId: string,
  { images, outage, clock, random, signal }: SweepOptions,
): Promise<Pick<FollowedScan, 'record' | 'completedMs'>> {
  const beganMs = clock.monotonicMs();
  let record = beginRecord(imageId);
  let ageMs = 0;
  const silence = outage.failure();
  if (silence !== undefined)
    return { record: end(record, unavailable(silence, 0, false)), completedMs: beganMs };
  const retried = await retry<Scan, Ended | undefined>(
    (limits) => images.ask((of) => of.scan(imageId, scanId, limits), limits),
    (answer, nowMs) => {
      // A missing scan is left for the next sweep, because the step has seen the scan.
      const applied = applyAnswer(record, answer, { nowMs, appearanceTimeoutMs: Infinity });
      record = applied.record;
      ageMs = ageOfStateMs(answer);
      const { attempt } = applied;
      return attempt.kind === 'again' ? { kind: 'done', value: undefined } : attempt;
    },
    { deadlineMs: beganMs + RETRY_MS, maxOutageMs: outage.leftMs(), interval: INTERVAL },
    { clock, random, signal, onAttempt: outage.note },
  );
  const ended = endedBy(retried);
  const waited = { ...record, waitedMs: clock.monotonicMs() - beganMs };
  const completedMs = clock.monotonicMs() - ageMs;
  return { record: ended === undefined ? waited : end(waited, ended), completedMs };
}

function endedBy(retried: Retried<Ended | undefined>): Ended | undefined {
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
    // Time is never up, because the first usable answer ends this.
    case 'time-up':
      return { status: 'interrupted' };
  }
}

function unavailable(failure: Failed, forMs: number, reachedApi: boolean): Ended {
  return { status: 'unavailable', failure, forMs, reachedApi };
}

/**
 * Judges by the policy of the step and by our own: neither the branch of a pull request nor a
 * settle workflow without inputs can weaken the other.
 */
async function judge(
  image: DeferredImage,
  scanned: ImageRecord,
  completedMs: number,
  { policy: stepPolicy }: DeferredWait,
  { images, ownPolicy, outage, clock, random, signal }: SweepOptions,
): Promise<PolledImage> {
  const { imageId, baselineImageId } = image;
  const policies = [
    ...(stepPolicy === undefined ? [] : [{ ...stepPolicy, baselineImageId }]),
    ...(ownPolicy === undefined ? [] : [{ ...ownPolicy, baselineImageId: undefined }]),
  ];
  const [policy, ...others] = policies;
  const isNewOnly = policies.every((each) => each.baselineImageId !== undefined);
  if (policy === undefined) return { image, record: scanned, green: true, isNewOnly };
  const endMs = clock.monotonicMs() + READING_MS;
  const budgets = { completedMs, endMs, maxOutageMs: outage.leftMs(), interval: INTERVAL };
  const tools = { clock, random, signal, onAttempt: outage.note };
  const baselines =
    policy.baselineImageId === undefined
      ? undefined
      : givenBaseline(images, policy.baselineImageId);
  const awaited = await awaitBaseline(baselines, imageId, budgets, tools);
  if (awaited.kind === 'ended')
    return { image, record: end(scanned, awaited.ended), green: false, isNewOnly };
  const { ended, judgement } = await judgeFindings(
    [policy, ...others],
    sourcesOf(images, imageId, policy.baselineImageId),
    budgets,
    tools,
  );
  if (judgement === undefined)
    return { image, record: end(scanned, ended), green: false, isNewOnly };
  const letPass = { timeout: false, findings: isLetPass(judgement, stepPolicy, ownPolicy) };
  const green = isGreen(ended.status, letPass);
  const details = green ? undefined : await readName(imageId, images, { clock, signal });
  return { image, record: end({ ...scanned, judgement, details }, ended), green, isNewOnly };
}

/** The image's name, for the summary. @returns undefined if it could not be read. */
async function readName(
  imageId: string,
  images: ProductImages,
  options: DetailsOptions,
): Promise<ImageDetails | undefined> {
  const answer = await readDetails(
    (limits) => images.ask((of) => of.details(imageId, limits), limits),
    options,
  );
  return answer?.kind === 'found' ? answer.value : undefined;
}

/**
 * The step's `on-findings: warn` lets only those findings pass that our own policy does not count.
 */
function isLetPass(
  { blocking }: Judgement,
  stepPolicy: Policy | undefined,
  ownPolicy: Policy | undefined,
): boolean {
  const countsForUs = (finding: Judgement['blocking'][number]) =>
    ownPolicy !== undefined && countsUnder({ ...ownPolicy, baselineImageId: undefined }, finding);
  return stepPolicy?.onFindings === 'warn' && !blocking.some(countsForUs);
}
