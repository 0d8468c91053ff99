/** An image as get-image shows it: its name, its version, and counts of findings for the report. */
import * as v from 'valibot';
import { type Failed, type Found, unclearAnswer } from '../model/answer.ts';
import type { FindingCounts, ImageDetails } from '../model/image-details.ts';

/** Binarly documents twelve types, so a much longer list must be something else. */
const MOST_TYPES = 100;

// A count of zero may be left out: JSON made from Protocol Buffers omits zero values.
const count = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
const typeCount = v.object({ type: v.pipe(v.string(), v.maxLength(100)), count });
const countsSchema = v.object({
  findingTypeCounts: v.optional(v.pipe(v.array(typeCount), v.maxLength(MOST_TYPES)), []),
  kev: count,
});
const label = v.fallback(v.optional(v.string(), ''), '');
const schema = v.object({
  name: label,
  version: label,
  counts: v.fallback(v.optional(countsSchema), undefined),
});

/** Reads the answer to get-image with `withCounts=true` (docs.binarly.io, get-image). */
export function readImageDetails(json: unknown): Found<ImageDetails> | Failed {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return unclearAnswer('image');
  const { name, version, counts } = parsed.output;
  return { kind: 'found', value: { name, version, findings: counts && toCounts(counts) } };
}

function toCounts({ findingTypeCounts, kev }: v.InferOutput<typeof countsSchema>): FindingCounts {
  return { counts: Object.fromEntries(findingTypeCounts.map((it) => [it.type, it.count])), kev };
}
