/** Judges the findings of an image whose wait was handed over, by the step's policy and by our own. */
import { imageDetails } from '../../binarly/image-details.ts';
import { type DetailsOptions, readDetails } from '../../binarly/read-details.ts';
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { awaitBaseline } from '../../findings/await-baseline.ts';
import { type Baselines, givenBaseline } from '../../findings/baseline.ts';
import { judgeFindings } from '../../findings/judge-findings.ts';
import { type Baseline, baselineIdOf } from '../../model/baseline.ts';
import type { DeferredImage } from '../../model/deferred-wait.ts';
import { isSameId } from '../../model/ids.ts';
import type { ImageDetails } from '../../model/image-details.ts';
import { beginRecord, end, type ImageRecord } from '../../model/image-record.ts';
import type { ImagePolicy, Policy } from '../../model/policy.ts';
import { endedGreen } from '../../model/statuses.ts';
import type { Ended } from '../../model/verdict.ts';
import type { Clock } from '../../polling/clock.ts';
import { INTERVAL, type SharedOutage } from './outage.ts';

export interface JudgeOptions {
  readonly images: ProductImages;
  /** The policy of this action's own inputs. */
  readonly ownPolicy: Policy | undefined;
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

/** An image after its poll: without a verdict if it is too early for one. */
export interface PolledImage {
  readonly image: DeferredImage;
  readonly record: ImageRecord;
  /** Whether its verdict lets the merge through. */
  readonly green: boolean;
  /** Whether only findings block that a baseline does not have. */
  readonly isNewOnly: boolean;
  /** What our own policy compared with; undefined if it did not compare. */
  readonly ownBaseline: Baseline | undefined;
  /** Whether the baseline of the step is being scanned again, so that it is too early. */
  readonly isBaselineUnfinished: boolean;
}

export function undecided(image: DeferredImage, record: ImageRecord): PolledImage {
  const none = { ownBaseline: undefined, isBaselineUnfinished: false };
  return { image, record, green: false, isNewOnly: false, ...none };
}

/** An image whose scan completed. */
export interface ScannedImage {
  readonly image: DeferredImage;
  readonly scanned: ImageRecord;
  /** A monotonic instant in milliseconds. */
  readonly completedMs: number;
}

interface Policies {
  readonly step: ImagePolicy | undefined;
  readonly own: ImagePolicy | undefined;
}

/** How long reading the findings of one image may take, in milliseconds. */
const READING_MS = 300_000;

/**
 * Neither the branch of a pull request nor a settle workflow without inputs can weaken the other. Our
 * own policy never compares with an image that a status names.
 */
export async function judgeDeferred(
  subject: ScannedImage,
  stepPolicy: Policy | undefined,
  options: JudgeOptions,
): Promise<PolledImage> {
  const { image, scanned, completedMs } = subject;
  const { ownPolicy, ownBaselines, searchOutage, clock, random, signal } = options;
  const awaited = await awaitBaseline(
    ownPolicy && ownBaselines,
    image.imageId,
    {
      completedMs,
      endMs: clock.monotonicMs() + READING_MS,
      maxOutageMs: searchOutage.leftMs(),
      interval: INTERVAL,
    },
    { clock, random, signal, onAttempt: searchOutage.note },
  );
  if (awaited.kind === 'ended') return undecided(image, end(scanned, awaited.ended));
  const { baseline: ownBaseline } = awaited;
  const [group, other] = comparable({
    step: stepPolicy && { ...stepPolicy, baselineImageId: image.baselineImageId },
    own: ownPolicy && { ...ownPolicy, baselineImageId: baselineIdOf(ownBaseline) },
  });
  const first = await judgeBy(group, subject, options);
  // What one policy blocks, the other cannot let pass.
  const isDecided = other === undefined || isRed(first);
  const judged = isDecided ? [first] : [first, await judgeBy(other, subject, options)];
  const red = judged.find(isRed);
  const decisive = red ?? judged.find(({ green }) => !green) ?? first;
  const details = red && (await readName(image.imageId, options));
  return { ...decisive, record: { ...decisive.record, details }, ownBaseline };
}

function isRed({ green, record }: PolledImage): boolean {
  return !green && record.judgement !== undefined;
}

/** Policies that compare with the same image, or with none, are judged in one reading. */
function comparable({ step, own }: Policies): readonly [Policies, Policies?] {
  const isOne =
    step === undefined ||
    own === undefined ||
    isSameId(step.baselineImageId ?? '', own.baselineImageId ?? '');
  return isOne
    ? [{ step, own }]
    : [
        { step, own: undefined },
        { step: undefined, own },
      ];
}

async function judgeBy(
  { step, own }: Policies,
  { image, scanned, completedMs }: ScannedImage,
  { images, outage, clock, random, signal }: JudgeOptions,
): Promise<PolledImage> {
  const { imageId } = image;
  const [policy, ...others] = [step, own].filter((each) => each !== undefined);
  if (policy === undefined)
    return { ...undecided(image, scanned), green: endedGreen(scanned.ended) };
  const endMs = clock.monotonicMs() + READING_MS;
  const budgets = { completedMs, endMs, maxOutageMs: outage.leftMs(), interval: INTERVAL };
  const tools = { clock, random, signal, onAttempt: outage.note };
  const { baselineImageId } = policy;
  const baselines =
    baselineImageId === undefined ? undefined : givenBaseline(images, baselineImageId);
  const awaited = await awaitBaseline(baselines, imageId, budgets, tools);
  // It was scanned when the step found it, and is being scanned again: too early.
  if (awaited.kind === 'ended' && isUnfinished(awaited.ended))
    return { ...undecided(image, beginRecord(imageId)), isBaselineUnfinished: true };
  if (awaited.kind === 'ended') return undecided(image, end(scanned, awaited.ended));
  const { ended, judgement } = await judgeFindings(
    [policy, ...others],
    images,
    imageId,
    budgets,
    tools,
  );
  if (judgement === undefined) return undecided(image, end(scanned, ended));
  return {
    ...undecided(image, end({ ...scanned, judgement }, ended)),
    green: endedGreen(ended),
    isNewOnly: baselineImageId !== undefined,
  };
}

function isUnfinished(ended: Ended): boolean {
  return ended.status === 'unavailable' && ended.failure.cause.type === 'baseline-unfinished';
}

/** Reads the image's name, which the summary shows. @returns undefined if that fails. */
async function readName(
  imageId: string,
  { images, ...options }: Pick<JudgeOptions, 'images'> & DetailsOptions,
): Promise<ImageDetails | undefined> {
  const answer = await readDetails((limits) => images.ask(imageDetails(imageId), limits), options);
  return answer?.kind === 'found' ? answer.value : undefined;
}
