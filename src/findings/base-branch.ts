/** Compares each image with the newest one of its base branch. */
import { imageDetails } from '../binarly/image-details.ts';
import type { ProductImages } from '../binarly/resolve-product.ts';
import { newestScan } from '../binarly/scans.ts';
import { listedImages } from '../binarly/uploads.ts';
import { type Answer, failedByApi } from '../model/answer.ts';
import { type Candidate, candidatesFor, type OwnImage } from '../model/base-branch.ts';
import type { BaseBranch, Baseline, FoundBase } from '../model/baseline.ts';
import { isSameId } from '../model/ids.ts';
import { classifyState } from '../model/scan.ts';
import type { ListedImage } from '../model/upload.ts';
import type { Clock } from '../polling/clock.ts';
import type { PollLimits } from '../polling/limits.ts';
import type { Ask } from '../polling/retry.ts';
import { type Baselines, rememberingBaselines, scannedMsOf } from './baseline.ts';
import { sharedQuestion } from './shared-question.ts';

/** How many images are asked about: more of one branch without a completed scan are no accident. */
const MOST_ASKED = 20;

/** Asks for all images of a product once, however many need them. */
export function imageList(images: ProductImages, clock: Clock): Ask<readonly ListedImage[]> {
  return sharedQuestion((limits) => images.ask(listedImages, limits), clock);
}

/**
 * @param findBase asks for the commits of the base branch.
 * @param list asks for the images of the product.
 */
export function baseBranchBaselines(
  images: ProductImages,
  findBase: Ask<FoundBase>,
  clock: Clock,
  list = imageList(images, clock),
): Baselines {
  const base = sharedQuestion(findBase, clock);
  return rememberingBaselines(async (imageId, limits) => {
    const branch = await base(limits);
    if (branch.kind !== 'found') return branch;
    if (branch.value.kind === 'none') return { kind: 'found', value: branch.value };
    const listed = await list(limits);
    if (listed.kind !== 'found') return listed;
    const own = await ownImage(imageId, images, listed.value, limits);
    if (own.kind !== 'found') return own;
    return newestCompleted(images, branch.value, own.value, listed.value, limits);
  });
}

/** The image as the list has it; one that is new may be missing there. */
async function ownImage(
  imageId: string,
  images: ProductImages,
  listed: readonly ListedImage[],
  limits: PollLimits,
): Promise<Answer<OwnImage>> {
  const own = listed.find(({ id }) => isSameId(id, imageId));
  const { name = '', version } = own ?? {};
  if (name !== '') return { kind: 'found', value: { imageId, name, version } };
  const answer = await images.ask(imageDetails(imageId), limits);
  if (answer.kind !== 'found') return answer;
  return { kind: 'found', value: { ...answer.value, imageId } };
}

/**
 * Asks for the newest scan of one image after the other. One that has not completed is passed over:
 * an older baseline is only stricter.
 */
async function newestCompleted(
  images: ProductImages,
  branch: BaseBranch,
  own: OwnImage,
  listed: readonly ListedImage[],
  limits: PollLimits,
): Promise<Answer<Baseline>> {
  const candidates = candidatesFor(own, branch, listed);
  if ('kind' in candidates) return { kind: 'found', value: candidates };
  const asked = candidates.slice(0, MOST_ASKED);
  for (const candidate of asked) {
    const answer = await askAbout(candidate, images, own, branch, limits);
    if (answer !== undefined) return answer;
  }
  const { name } = own;
  const why = { type: 'none-completed', name, asked: asked.length, branch: branch.name } as const;
  return { kind: 'found', value: { kind: 'none', why } };
}

/** @returns undefined if the image is passed over. */
async function askAbout(
  { imageId, sha, back }: Candidate,
  images: ProductImages,
  { name }: OwnImage,
  { name: branch }: BaseBranch,
  limits: PollLimits,
): Promise<Answer<Baseline> | undefined> {
  const answer = await images.ask(newestScan(imageId), limits);
  if (answer.kind === 'absent') return undefined;
  if (answer.kind !== 'found') return answer;
  const { value: scan, retryAfterMs } = answer;
  const state = classifyState(scan.state?.type);
  // The platform cannot tell at the moment; perhaps it can when it is asked again.
  if (state === 'unknown' && scan.state !== undefined)
    return { ...failedByApi({ type: 'status-unavailable' }), retryAfterMs };
  if (state !== 'completed') return undefined;
  const origin = { name, sha, back, branch };
  return {
    kind: 'found',
    value: { kind: 'image', imageId, scannedMs: scannedMsOf(scan), origin },
  };
}
