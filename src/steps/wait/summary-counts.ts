/** What the summary says of the findings that the platform counts in an image, over all its scans. */
import type { FindingCounts } from '../../model/image-details.ts';
import { countable, escapeMarkdown, printable } from '../../util/text.ts';
import type { ImageReport } from './report.ts';

/** What follows the number of findings in CISA KEV. */
export const SPELLED_OUT = 'known to be exploited (CISA KEV)';

/** For several images, explains once what their counts abbreviate. */
export function kevNote(images: readonly ImageReport[]): readonly string[] {
  const hasKev = images.some(({ record }) => (record.details?.findings?.kev ?? 0) > 0);
  return images.length > 1 && hasKev ? ['KEV: known to be exploited (CISA KEV catalog).'] : [];
}

/** The counts are the image's, over all its scans. */
export function findingsLine({ counts, kev }: FindingCounts, exploited = 'KEV'): string {
  const byType = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([type, count]) => `${count} ${escapeMarkdown(countable(count, printable(type, 40)))}`);
  const ofKev = kev === 0 ? '' : `; ${kev} ${exploited}`;
  return `All findings of the image, any status: ${byType.join(', ') || 'none'}${ofKev}.`;
}
