/** Compares each image with the newest one of its base branch. */
import { imageDetails } from '../binarly/image-details.ts';
import type { ProductImages } from '../binarly/resolve-product.ts';
import { newestScan } from '../binarly/scans.ts';
import { listedImages } from '../binarly/uploads.ts';
import { type ApiResult, failedByApi } from '../model/api-result.ts';
import { type Candidate, candidatesFor, type OwnImage } from '../model/base-branch.ts';
import type { BaseBranch, Baseline, FoundBase } from '../model/baseline.ts';
import { isSameId } from '../model/ids.ts';
import { classifyState } from '../model/scan.ts';
import type { ListedImage } from '../model/upload.ts';
import type { Ask } from '../polling/attempt.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { Clock } from '../polling/clock.ts';
import { type Baselines, rememberingBaselines, scannedMsOf } from './baseline.ts';
import { sharedRequest } from './shared-request.ts';

/** How many images are asked about: more of one branch without a completed scan are no accident. */
const MOST_ASKED = 20;

/** Asks for all images of a product once, however many need them. */
export function imageList(images: ProductImages, clock: Clock): Ask<readonly ListedImage[]> {
  return sharedRequest((call) => images.ask(listedImages, call), clock);
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
  const base = sharedRequest(findBase, clock);
  return rememberingBaselines(async (imageId, call) => {
    const branch = await base(call);
    if (branch.kind !== 'found') return branch;
    if (branch.value.kind === 'none') return { kind: 'found', value: branch.value };
    const listed = await list(call);
    if (listed.kind !== 'found') return listed;
    const own = await ownImage(imageId, images, listed.value, call);
    if (own.kind !== 'found') return own;
    return newestCompleted(images, branch.value, own.value, listed.value, call);
  });
}

/** The image as the list has it; one that is new may be missing there. */
async function ownImage(
  imageId: string,
  images: ProductImages,
  listed: readonly ListedImage[],
  call: CallOptions,
): Promise<ApiResult<OwnImage>> {
  const own = listed.find(({ id }) => isSameId(id, imageId));
  const { name = '', version } = own ?? {};
  if (name !== '') return { kind: 'found', value: { imageId, name, version } };
  const result = await images.ask(imageDetails(imageId), call);
  if (result.kind !== 'found') return result;
  return { kind: 'found', value: { ...result.value, imageId } };
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
  call: CallOptions,
): Promise<ApiResult<Baseline>> {
  const candidates = candidatesFor(own, branch, listed);
  if ('kind' in candidates) return { kind: 'found', value: candidates };
  const asked = candidates.slice(0, MOST_ASKED);
  for (const candidate of asked) {
    const result = await askAbout(candidate, images, own, branch, call);
    if (result !== undefined) return result;
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
  call: CallOptions,
): Promise<ApiResult<Baseline> | undefined> {
  const result = await images.ask(newestScan(imageId), call);
  if (result.kind === 'absent') return undefined;
  if (result.kind !== 'found') return result;
  const { value: scan, retryAfterMs } = result;
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
