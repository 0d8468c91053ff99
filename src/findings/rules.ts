/**
 * When findings pass. A pass needs two whole reads that agree, the second one late enough for an
 * index that lags, and counts of the image that do not contradict them. One read is enough to fail.
 */
import type { FindingsFailure } from '../model/answer.ts';
import type { FindingCounts, ImageDetails } from '../model/image-details.ts';
import type { Contradiction, ImagePolicy, Judgement, Policy } from '../model/policy.ts';
import { agree, type ListRead, readList } from './read-list.ts';
import type { RefusedReading, Rules } from './requests.ts';

/** However late the scan completed, its findings get this long, in milliseconds. */
export const SHORTEST_READING_MS = 60_000;
/** How long after a read the one that confirms it begins, in milliseconds. */
const CONFIRM_AFTER_MS = 5_000;
/** How long after the scan completed, in milliseconds: an index may lag behind the scan. */
const SETTLED_AFTER_MS = 20_000;

/** What the rules come to. */
export interface Judged {
  readonly judgement: Judgement;
  /** How many pairs of reads were compared. */
  readonly pairs: number;
}

/** All instants are monotonic, in milliseconds. */
export interface Circumstances {
  /** When the scan completed, as far as its state says; else when a poll saw it. */
  readonly completedMs: number;
  /** When reading ends. */
  readonly endMs: number;
  readonly nowMs: () => number;
  /** Called with the number of findings read so far and the total. */
  readonly onRead: (read: number, total: number) => void;
}

/** @param policies a finding blocks if it does under any of them. */
export function* judgedByRules(
  policies: readonly ImagePolicy[],
  { completedMs, endMs, nowMs, onRead }: Circumstances,
): Rules<Judged | RefusedReading> {
  const mayPassMs = completedMs + SETTLED_AFTER_MS;
  let previous: ListRead | undefined;
  for (let pairs = 0; ; ) {
    const beganMs = nowMs();
    const list = yield* readList(policies, onRead);
    if ('refused' in list) return list;
    if ('failed' in list) {
      previous = undefined;
      yield { type: 'failed', cause: list.failed };
      continue;
    }
    if (list.judgement.blocking.length > 0) return { judgement: list.judgement, pairs };
    if (previous !== undefined) pairs += 1;
    const changed = previous === undefined ? undefined : changeFrom(previous, list);
    const isConfirmed = previous !== undefined && changed === undefined;
    previous = list;
    if (isConfirmed) {
      const contradiction = contradictionOf(list, (yield* detailsOf())?.findings, policies);
      if (contradiction === undefined) return { judgement: list.judgement, pairs };
      if (!isLetPass(policies)) {
        yield { type: 'failed', cause: contradiction };
        continue;
      }
      const readMs = nowMs() - beganMs;
      const untilMs = nowMs() + CONFIRM_AFTER_MS;
      // Even if it is let pass, an index gets a minute, unless there is no time for another read.
      const isLast =
        nowMs() >= completedMs + SHORTEST_READING_MS ||
        untilMs + 2 * readMs + CONFIRM_AFTER_MS > endMs;
      if (isLast) return { judgement: { ...list.judgement, contradiction }, pairs };
      yield { type: 'pause', untilMs, because: contradiction };
    } else {
      const untilMs = Math.max(nowMs() + CONFIRM_AFTER_MS, mayPassMs);
      yield { type: 'pause', untilMs, because: changed };
    }
  }
}

function* detailsOf(): Rules<ImageDetails | undefined> {
  return (yield { type: 'details' }) as ImageDetails | undefined;
}

function isLetPass(policies: readonly Policy[]): boolean {
  return policies.every(({ onIncomplete }) => onIncomplete === 'warn');
}

/** What the image's own counts say against a list on which nothing blocks. */
function contradictionOf(
  { inImage, kev }: ListRead,
  counts: FindingCounts | undefined,
  policies: readonly Policy[],
): Contradiction | undefined {
  const counted = counts && sumOf(counts);
  const isAbove = counted === undefined ? inImage === 0 : counted > inImage;
  if (isAbove) return { type: 'findings-not-listed', listed: inImage, counted };
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

/** @returns undefined if the two reads agree. */
function changeFrom(one: ListRead, other: ListRead): FindingsFailure | undefined {
  if (agree(one, other)) return undefined;
  return { type: 'findings-changed', from: one.whatCounts.size, to: other.whatCounts.size };
}
