/** Polls the scans of a wait that was handed over: each once, and again only if that failed. */
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { verdictOf } from '../../findings/judge-findings.ts';
import { gateQuestions } from '../../findings/questions.ts';
import { readFindings } from '../../findings/read-findings.ts';
import type { DeferredImage, DeferredWait } from '../../model/deferred-wait.ts';
import { beginRecord, type ImageRecord } from '../../model/image-record.ts';
import { countsUnder, type Judgement, type Policy } from '../../model/policy.ts';
import type { Clock } from '../../polling/clock.ts';
import { limitsOf } from '../../polling/limits.ts';
import { type Attempt, poll } from '../../polling/poll.ts';
import { nextSleepMs } from '../../polling/schedule.ts';
import { applyAnswer } from '../../scan/apply-answer.ts';

export interface SweepOptions {
  readonly images: ProductImages;
  /** The policy of this action's own inputs. */
  readonly ownPolicy: Policy | undefined;
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
}

/** How long a failed poll is retried, in milliseconds. */
export const RETRY_MS = 30_000;
export const INTERVAL = { kind: 'auto' } as const;

const INTERRUPTED = { status: 'interrupted' } as const;

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
  // By its ID only: the newest scan may be a different one.
  const record =
    scanId === undefined ? beginRecord(imageId) : await pollScan(imageId, scanId, options);
  if (record.verdict?.status !== 'completed') return { image, record, green: false };
  return judge(image, record, wait, options);
}

async function pollScan(
  imageId: string,
  scanId: string,
  { images, clock, random, signal }: SweepOptions,
): Promise<ImageRecord> {
  const beganMs = clock.monotonicMs();
  const deadlineMs = beganMs + RETRY_MS;
  const contact = { reachedApi: true, sinceMs: beganMs };
  let record = beginRecord(imageId);

  async function attempt(): Promise<Attempt<ImageRecord>> {
    const limits = limitsOf(clock, signal, clock.monotonicMs(), deadlineMs);
    const answer = await images.ask((of) => of.scan(imageId, scanId, limits), limits);
    if (answer.kind === 'interrupted')
      return { done: true, value: { ...record, verdict: INTERRUPTED } };
    const nowMs = Math.min(clock.monotonicMs(), deadlineMs);
    const waitedMs = nowMs - beganMs;
    // A missing scan is left for the next sweep, because the step has seen the scan.
    const maxOutageMs = nowMs < deadlineMs ? Number.POSITIVE_INFINITY : 0;
    const budgets = { appearanceTimeoutMs: Number.POSITIVE_INFINITY, maxOutageMs };
    record = { ...applyAnswer(record, answer, { nowMs, budgets, contact }).record, waitedMs };
    const { failure, failuresInRow, verdict } = record;
    if (verdict !== undefined || failure === undefined) return { done: true, value: record };
    const { retryAfterMs } = failure;
    const pace = { interval: INTERVAL, ageMs: waitedMs, failuresInRow, retryAfterMs, random };
    return { done: false, sleepMs: nextSleepMs(pace), pollByMs: deadlineMs };
  }

  const polled = await poll(attempt, { clock, deadlineMs, signal });
  return polled.kind === 'settled' ? polled.value : { ...record, verdict: INTERRUPTED };
}

/**
 * Judges by the policy of the step and by our own: neither the branch of a pull request nor a
 * settle workflow without inputs can weaken the other.
 */
async function judge(
  image: DeferredImage,
  record: ImageRecord,
  { policy: stepPolicy }: DeferredWait,
  { images, ownPolicy, clock, random, signal }: SweepOptions,
): Promise<PolledImage> {
  const policies = [stepPolicy, ownPolicy].filter((policy) => policy !== undefined);
  const [policy] = policies;
  if (policy === undefined) return { image, record, green: true };
  const completedMs = clock.monotonicMs();
  const questions = gateQuestions(images, stepPolicy?.baselineImageId).ofImage(image.imageId);
  const result = await readFindings(
    policies,
    questions,
    { completedMs, deadlineMs: completedMs, maxOutageMs: RETRY_MS, pollInterval: INTERVAL },
    { clock, random, signal, onFailure: () => undefined },
  );
  const verdict = verdictOf(result, policy);
  if (result.kind !== 'judged') return { image, record: { ...record, verdict }, green: false };
  const { judgement } = result;
  const green = verdict.status === 'completed' || isLetPass(judgement, stepPolicy, ownPolicy);
  return { image, record: { ...record, judgement, verdict }, green };
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
    ownPolicy !== undefined && countsUnder(ownPolicy, finding);
  return stepPolicy?.onFindings === 'warn' && !blocking.some(countsForUs);
}
