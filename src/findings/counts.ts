/** What the image's own counts say against a list of findings on which nothing blocks. */
import type { Finding } from '../model/finding.ts';
import type { FindingCounts } from '../model/image-details.ts';
import { type Contradiction, isInImage, type Policy } from '../model/policy.ts';

/** @param counts undefined if the image has no readable ones. */
export function contradictionOf(
  findings: readonly Finding[],
  counts: FindingCounts | undefined,
  policies: readonly Policy[],
): Contradiction | undefined {
  // A comparison also lists those of the baseline alone.
  const inImage = findings.filter(isInImage);
  const listed = inImage.length;
  const counted = counts && sumOf(counts);
  const isAbove = counted === undefined ? listed === 0 : counted > listed;
  if (isAbove) return { type: 'findings-not-listed', listed, counted };
  // Whatever their status.
  const kev = inImage.filter(({ isKev }) => isKev).length;
  const failOnKev = policies.some((policy) => policy.failOnKev);
  return failOnKev && (counts === undefined || counts.kev > kev)
    ? { type: 'kev-not-listed', listed: kev, counted: counts?.kev }
    : undefined;
}

/** Of findings of all types; those known to be exploited are among them. */
function sumOf({ counts, kev }: FindingCounts): number {
  return Math.max(
    kev,
    Object.values(counts).reduce((total, count) => total + count, 0),
  );
}
