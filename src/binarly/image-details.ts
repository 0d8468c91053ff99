/** Asks for an image, and reads it as get-image shows it: its name, its version, and counts of findings. */
import * as v from 'valibot';
import { type Failed, type Found, failedByApi, unclearResult } from '../model/api-result.ts';
import { isSameId, parseServerId } from '../model/ids.ts';
import type { FindingCounts, ImageDetails } from '../model/image-details.ts';
import { listOf, total } from './lists.ts';
import { imagePath, MAX_BYTES, type ProductRequest } from './request.ts';

/** Asks for an image with its counts of findings (docs.binarly.io, get-image). */
export function imageDetails(imageId: string): ProductRequest<ImageDetails> {
  return (productId) => ({
    path: imagePath(productId, imageId),
    query: '?withCounts=true',
    // A credential that has read the image's scans may read the image.
    subject: imageId,
    maxBytes: MAX_BYTES,
    read: (json) => readImageDetails(json, imageId),
  });
}

/** Binarly documents twelve types, so a much longer list must be something else. */
const MOST_TYPES = 100;

const typeCount = v.pipe(
  v.looseObject({
    type: v.pipe(v.string(), v.maxLength(100)),
    count: v.optional(v.nullable(total)),
  }),
  // JSON made from Protocol Buffers omits zeros, but a count may also have another name.
  v.check((entry) => entry.count !== undefined || Object.keys(entry).length === 1),
  v.transform(({ type, count }) => ({ type, count: count ?? 0 })),
);
/** Without a list of types, or without `kev`, nobody knows that there are none. */
const countsSchema = v.object({
  findingTypeCounts: v.pipe(listOf(typeCount), v.maxLength(MOST_TYPES)),
  kev: v.pipe(
    v.nullable(total),
    v.transform((given) => given ?? 0),
  ),
});
const NO_TYPE = { type: '', count: 0 };
/** The same, but what is unreadable is left out. */
const partSchema = v.object({
  findingTypeCounts: v.fallback(
    v.array(v.fallback(v.object({ type: v.fallback(v.string(), ''), count: total }), NO_TYPE)),
    [],
  ),
  kev: v.fallback(total, 0),
});
const NO_PART = { findingTypeCounts: [], kev: 0 };
const label = v.fallback(v.optional(v.string(), ''), '');
const schema = v.object({
  id: v.string(),
  name: label,
  version: label,
  counts: v.optional(v.unknown()),
});

/**
 * Reads the answer to get-image with `withCounts=true` (docs.binarly.io, get-image). An answer about
 * another image says nothing about this one.
 */
export function readImageDetails(json: unknown, imageId: string): Found<ImageDetails> | Failed {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return unclearResult('image');
  const { id, name, version, counts: given } = parsed.output;
  if (!isSameId(parseServerId('image', id) ?? '', imageId))
    return failedByApi({ type: 'other-image' });
  const counts = v.safeParse(countsSchema, given);
  if (counts.success)
    return { kind: 'found', value: { name, version, findings: toCounts(counts.output) } };
  if (given === undefined) return { kind: 'found', value: { name, version, findings: undefined } };
  const partial = toCounts(v.parse(v.fallback(partSchema, NO_PART), given));
  return { kind: 'found', value: { name, version, findings: undefined, partial } };
}

/** A type that is named twice counts twice. */
function toCounts({ findingTypeCounts, kev }: v.InferOutput<typeof countsSchema>): FindingCounts {
  const counts = new Map<string, number>();
  for (const it of findingTypeCounts) counts.set(it.type, (counts.get(it.type) ?? 0) + it.count);
  return { counts: Object.fromEntries(counts), kev };
}
