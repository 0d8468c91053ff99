/** The requests of an upload: an address, the product's images, the new image. */
import * as v from 'valibot';
import { type Failed, type Found, failedByApi, unclearResult } from '../model/api-result.ts';
import { parseServerId, SERVER_ID } from '../model/ids.ts';
import type {
  FinishingRequest,
  ListedImage,
  UploadAddress,
  UploadedImage,
} from '../model/upload.ts';
import { isFalse, isPartial, lenient, listOf, PAGE_TOKENS, readTime } from './lists.ts';
import { MAX_BYTES, MAX_LIST_BYTES, type ProductRequest } from './request.ts';
import { readNewestScan } from './scans.ts';

/** Asks for a new address to send a file to (OpenAPI: GenerateTempFileUploadURL). */
export const uploadAddress: ProductRequest<UploadAddress> = (productId) => ({
  path: ['products', productId, 'tempFiles'],
  customMethod: 'generateUploadUrl',
  maxBytes: MAX_BYTES,
  read: readUploadAddress,
});

/** Asks for all images of the product (docs.binarly.io, list-images). */
export const listedImages: ProductRequest<readonly ListedImage[]> = (productId) => ({
  path: ['products', productId, 'images'],
  isList: true,
  maxBytes: MAX_LIST_BYTES,
  read: readImages,
});

/** Creates an image of a file that was sent, and starts its scan (OpenAPI: UploadImage). */
export function createImage(request: FinishingRequest): ProductRequest<UploadedImage> {
  const { tempFileId, name, version, filename } = request;
  const fields = { tempFileId, imageName: name, version, filename, createScan: 'true' };
  return (productId) => ({
    path: ['products', productId, 'images'],
    customMethod: 'upload',
    query: `?${new URLSearchParams(fields)}`,
    asEmptyForm: true,
    maxBytes: MAX_BYTES,
    read: readUploadedImage,
  });
}

const addressSchema = v.object({
  id: v.pipe(v.string(), v.regex(SERVER_ID)),
  uploadUrl: v.pipe(v.string(), v.minLength(1)),
});

/** Reads the answer to `tempFiles:generateUploadUrl`. */
export function readUploadAddress(json: unknown): Found<UploadAddress> | Failed {
  const parsed = v.safeParse(addressSchema, json);
  if (!parsed.success) return unclearResult('upload-address');
  const { id, uploadUrl } = parsed.output;
  return { kind: 'found', value: { tempFileId: id, url: uploadUrl } };
}

const text = lenient(v.string());
const imageId = v.pipe(
  v.string(),
  v.transform((id) => parseServerId('image', id)),
  v.string(),
);
const imageSchema = v.object({
  id: imageId,
  name: text,
  version: text,
  createTime: text,
  scans: v.optional(v.unknown()),
  latestScan: v.optional(v.unknown()),
  isArchived: v.optional(v.unknown()),
});
/** An entry without a readable ID makes the list unreadable: it could be the upload. */
const listSchema = v.object({ images: listOf(imageSchema), ...PAGE_TOKENS });

type Image = v.InferOutput<typeof imageSchema>;

/** Reads the answer to list-images. */
export function readImages(json: unknown): Found<readonly ListedImage[]> | Failed {
  const parsed = v.safeParse(listSchema, json);
  if (!parsed.success) return unclearResult('images');
  if (isPartial(parsed.output)) return failedByApi({ type: 'paged-list' });
  return { kind: 'found', value: parsed.output.images.map(toListed) };
}

/** Reads the answer to `images:upload`. */
export function readUploadedImage(json: unknown): Found<UploadedImage> | Failed {
  const parsed = v.safeParse(imageSchema, json);
  if (!parsed.success) return unclearResult('image');
  const { id } = parsed.output;
  return { kind: 'found', value: { id, scanId: scanIdOf(parsed.output) } };
}

function toListed(image: Image): ListedImage {
  const { id, name, version, createTime = '' } = image;
  return {
    id,
    name,
    version,
    createTime: readTime(createTime),
    scanId: scanIdOf(image),
    isArchived: !isFalse(image.isArchived),
  };
}

/** The newest of `scans`, else `latestScan`. */
function scanIdOf({ scans, latestScan }: Image): string | undefined {
  for (const list of [scans, [latestScan]]) {
    const newest = readNewestScan({ scans: list }, undefined);
    if (newest.kind === 'found') return newest.value.id;
  }
  return undefined;
}
