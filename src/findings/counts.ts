/** What the image's own counts say against a list of findings on which nothing blocks. */
import type { FindingCounts, ImageDetails } from '../model/image-details.ts';
import type { Contradiction, Policy } from '../model/policy.ts';

/** What is counted of a list. */
export interface ListCounts {
  /** How many findings the image has; a comparison also lists those of the baseline alone. */
  readonly inImage: number;
  /** How many of them are known to be exploited, whatever their status. */
  readonly kev: number;
}

/** @param details undefined if they cannot be had. */
export function contradictionOf(
  { inImage, kev }: ListCounts,
  details: ImageDetails | undefined,
  policies: readonly Policy[],
): Contradiction | undefined {
  const { findings: counts, partial } = details ?? {};
  // Incomplete counts still contradict a list that has less.
  const counted = sumOf(counts ?? partial);
  if (counted > inImage) return { type: 'findings-not-listed', listed: inImage, counted };
  if (counts === undefined && inImage === 0)
    return { type: 'findings-not-listed', listed: inImage, counted: undefined };
  const failOnKev = policies.some((policy) => policy.failOnKev);
  return failOnKev && (counts === undefined || counts.kev > kev)
    ? { type: 'kev-not-listed', listed: kev, counted: counts?.kev }
    : undefined;
}

/** Whether a contradiction is let pass. */
export function isTolerated(policies: readonly Policy[]): boolean {
  return policies.every(({ onIncomplete }) => onIncomplete === 'warn');
}

/** Of findings of all types; those known to be exploited are among them. */
function sumOf({ counts, kev }: FindingCounts = NO_COUNTS): number {
  return Math.max(
    kev,
    Object.values(counts).reduce((total, count) => total + count, 0),
  );
}

const NO_COUNTS: FindingCounts = { counts: {}, kev: 0 };
