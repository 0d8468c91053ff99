/** How long an image may have no scan. All instants are monotonic, in milliseconds. */
import type { Absent } from '../model/api-result.ts';
import type { UnknownProduct } from '../model/failure-cause.ts';
import type { ImageRecord } from '../model/image-record.ts';

/**
 * How long a product that is not in the list may answer 404, in milliseconds: it is most likely
 * mistyped, but an image may not be visible yet.
 */
const UNKNOWN_PRODUCT_MS = 30_000;

/**
 * When an image must have a scan; Infinity if one was seen or the API never said there is none.
 * @param appearanceTimeoutMs milliseconds.
 */
export function appearanceEndMs(record: ImageRecord, appearanceTimeoutMs: number): number {
  const { scan, absentSinceMs = Infinity, unknownProductSinceMs = Infinity } = record;
  if (scan !== undefined) return Infinity;
  return Math.min(absentSinceMs + appearanceTimeoutMs, unknownProductSinceMs + UNKNOWN_PRODUCT_MS);
}

/** The product that is most likely mistyped; undefined if the API denies something else. */
export function unknownProductOf({ cause }: Absent): UnknownProduct | undefined {
  return cause.type === 'not-found' ? cause.unknownProduct : undefined;
}
