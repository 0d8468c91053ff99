/** When the images of a step are handed over to a commit status, and what that changes. Pure. */
import type { ImageRecord } from '../model/image-record.ts';

/**
 * Time is up, no image is red, and each has completed or has a scan that was seen. A scan that
 * completed without its findings being readable in time is as good as pending.
 * @param isGreen whether an image lets the step pass as it is.
 */
export function canHandOver(
  records: readonly ImageRecord[],
  isGreen: (record: ImageRecord) => boolean,
): boolean {
  return records.some(isPending) && records.every((record) => isPending(record) || isGreen(record));
}

function isPending({ ended }: ImageRecord): boolean {
  return (
    ended?.status === 'timed-out' || (ended?.status === 'unavailable' && ended.findings === 'time')
  );
}

/** @param context the commit status that is pending now. */
export function handOver(records: readonly ImageRecord[], context: string): readonly ImageRecord[] {
  return records.map((record) => (isPending(record) ? { ...record, deferredTo: context } : record));
}
