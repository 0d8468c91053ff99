/** A list of findings that is read page by page, and the checks that it is complete. */

import { type FindingsPage, PAGE_SIZE } from '../binarly/findings.ts';
import { type Failed, failedByApi, type Refused, refusedByApi } from '../model/answer.ts';
import type { FindingCounts } from '../model/image-details.ts';
import { combine, isInImage, type Judgement, judge, type Policy } from '../model/policy.ts';

/** Once a method has returned a failure, the list is unusable. */
export interface FindingsList {
  /**
   * The number of the page to read next, from 1; undefined if all were read. If the last page is
   * full, the one after it is read as well.
   */
  nextPage(): number | undefined;
  add(page: FindingsPage): Failed | Refused | undefined;
  /** Whether the list may be trusted only after `checkCounts`. */
  needsCounts(): boolean;
  /** @param counts undefined if the image has no readable counts. */
  checkCounts(counts: FindingCounts | undefined): Failed | undefined;
  /** @param first page 1, read again. */
  confirm(first: FindingsPage): Failed | undefined;
  judgement(): Judgement;
}

/** Ten times what the largest images have; more could not be read within one step. */
const MOST_FINDINGS = 100_000;

/** @param policies a finding counts if it counts under any of them. */
export function createFindingsList(policies: readonly Policy[]): FindingsList {
  const failOnKev = policies.some((policy) => policy.failOnKev);
  const ids = new Set<string>();
  const parts: Judgement[] = [];
  let firstIds: ReadonlySet<string> = new Set();
  let total: number | undefined;
  let inImage = 0;
  let kev = 0;
  let isEndChecked = false;

  function pages(): number {
    return Math.max(1, Math.ceil((total ?? 0) / PAGE_SIZE));
  }

  function checkTotal(page: FindingsPage): Failed | undefined {
    return total === undefined || page.total === total ? undefined : changed(total, page.total);
  }

  /** A server that caps `total` (search indexes do by default) has more on the next page. */
  function checkEnd(behind: FindingsPage): Failed | undefined {
    isEndChecked = true;
    // A database that returns the total along with the rows has no total for an empty page.
    if (behind.total === 0 && behind.findings.length === 0) return undefined;
    const otherTotal = checkTotal(behind);
    if (otherTotal !== undefined) return otherTotal;
    const more = behind.findings.filter(({ id }) => !ids.has(id)).length;
    return more === 0 ? undefined : missing(behind.total, ids.size + more);
  }

  return {
    nextPage() {
      if (parts.length < pages()) return parts.length + 1;
      const isLastFull = ids.size > 0 && ids.size % PAGE_SIZE === 0;
      return isLastFull && !isEndChecked ? parts.length + 1 : undefined;
    },
    add(page) {
      if (page.total > MOST_FINDINGS) return tooMany(page.total);
      if (total !== undefined && parts.length === pages()) return checkEnd(page);
      const otherTotal = checkTotal(page);
      if (otherTotal !== undefined) return otherTotal;
      total = page.total;
      if (parts.length === 0) firstIds = idsOf(page);
      for (const { id } of page.findings) {
        if (ids.has(id)) return failedByApi({ type: 'finding-listed-twice' });
        ids.add(id);
      }
      const ofImage = page.findings.filter(isInImage);
      inImage += ofImage.length;
      kev += ofImage.filter(({ isKev }) => isKev).length;
      parts.push(judge(page.findings, policies));
      const isWhole = parts.length === pages();
      return isWhole && ids.size !== total ? missing(total, ids.size) : undefined;
    },
    needsCounts: () => inImage === 0 || (failOnKev && kev === 0),
    checkCounts(counts) {
      const counted = counts && sumOf(counts);
      if (inImage === 0 && counted !== 0)
        return failedByApi({ type: 'findings-not-listed', counted });
      if (failOnKev && kev === 0 && counts !== undefined && counts.kev > 0)
        return failedByApi({ type: 'kev-not-listed', counted: counts.kev });
      return undefined;
    },
    confirm(first) {
      const otherTotal = checkTotal(first);
      if (otherTotal !== undefined) return otherTotal;
      const again = idsOf(first);
      const isSame = again.size === firstIds.size && [...again].every((id) => firstIds.has(id));
      return isSame ? undefined : changed(first.total, first.total);
    },
    judgement: () => combine(parts),
  };
}

/**
 * Of findings of all types; those known to be exploited are among them, unless the types are
 * missing.
 */
function sumOf({ counts, kev }: FindingCounts): number {
  return Math.max(
    kev,
    Object.values(counts).reduce((total, count) => total + count, 0),
  );
}

function idsOf({ findings }: FindingsPage): Set<string> {
  return new Set(findings.map(({ id }) => id));
}

function changed(from: number, to: number): Failed {
  return failedByApi({ type: 'findings-changed', from, to });
}

function missing(total: number, read: number): Failed {
  return failedByApi({ type: 'findings-missing', total, read });
}

function tooMany(total: number): Refused {
  return refusedByApi({ type: 'too-many-findings', total, most: MOST_FINDINGS });
}
