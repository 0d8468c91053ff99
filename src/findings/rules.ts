/**
 * When findings pass. A pass needs two whole reads that agree, the second one late enough for an
 * index that lags, and counts of the image that do not contradict them. One read is enough to fail.
 */
import type { FindingsPage } from '../binarly/findings.ts';
import type { FindingsFailure } from '../model/failure-cause.ts';
import type { ImageDetails } from '../model/image-details.ts';
import {
  combine,
  type ImagePolicy,
  isInImage,
  type Judgement,
  judge,
  judgedFields,
  type Policy,
  switchesOf,
} from '../model/policy.ts';
import type { RefusalCause } from '../model/refusal-cause.ts';
import { contradictionOf, type ListCounts } from './counts.ts';
import type { RefusedReading, Rules } from './reading-steps.ts';

/** However late the scan completed, its findings get this long, in milliseconds. */
export const SHORTEST_READING_MS = 60_000;
/** How long after a read the one that confirms it begins, in milliseconds. */
const CONFIRM_AFTER_MS = 5_000;
/** How long after the scan completed, in milliseconds: an index may lag behind the scan. */
const SETTLED_AFTER_MS = 20_000;
/** Ten times what the largest images have; more could not be read within one step. */
const MOST_FINDINGS = 100_000;

/** What the rules come to. */
export interface Judged {
  readonly judgement: Judgement;
  /** How many pairs of reads were compared. */
  readonly pairs: number;
}

/** All instants are monotonic, in milliseconds. */
export interface ReadingTimes {
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
  { completedMs, endMs, nowMs, onRead }: ReadingTimes,
): Rules<Judged | RefusedReading> {
  const mayPassMs = completedMs + SETTLED_AFTER_MS;
  let previous: ReadonlyMap<string, string> | undefined;
  for (let pairs = 0; ; ) {
    const beganMs = nowMs();
    const list = yield* readList(policies, onRead);
    if ('refused' in list) return list;
    if ('failed' in list) {
      previous = undefined;
      yield { type: 'failed', cause: list.failed };
      continue;
    }
    const { judgement, compared } = list;
    if (judgement.blocking.length > 0) return { judgement, pairs };
    if (previous !== undefined) pairs += 1;
    const changed = previous && changeFrom(previous, compared);
    const isConfirmed = previous !== undefined && changed === undefined;
    previous = compared;
    if (isConfirmed) {
      const details = yield* detailsOf();
      const contradiction = contradictionOf(list, details?.findings, policies);
      if (contradiction === undefined) return { judgement, pairs };
      if (!toleratesContradiction(policies)) {
        yield { type: 'failed', cause: contradiction };
        continue;
      }
      const readMs = nowMs() - beganMs;
      const untilMs = nowMs() + CONFIRM_AFTER_MS;
      // Even if it is let pass, an index gets a minute, unless there is no time for another read.
      const isLast =
        nowMs() >= completedMs + SHORTEST_READING_MS ||
        untilMs + 2 * readMs + CONFIRM_AFTER_MS > endMs;
      if (isLast) return { judgement: { ...judgement, contradiction }, pairs };
      yield { type: 'pause', untilMs, because: contradiction };
    } else {
      const untilMs = Math.max(nowMs() + CONFIRM_AFTER_MS, mayPassMs);
      yield { type: 'pause', untilMs, because: changed };
    }
  }
}

/** A list that was read from its first page to the one past its last. */
interface ListRead extends ListCounts {
  readonly judgement: Judgement;
  /** By ID, everything that a policy looks at. */
  readonly compared: ReadonlyMap<string, string>;
}

/**
 * Reads pages until as many rows have come as the list says it has, or until a page brings nothing
 * new, and one page past the end: a server that caps `total` (search indexes do by default) has
 * more there. A page may hold fewer rows than requested.
 * @returns the list, or why it is not whole.
 */
function* readList(
  policies: readonly ImagePolicy[],
  onRead: ReadingTimes['onRead'],
): Rules<ListRead | { readonly failed: FindingsFailure } | RefusedReading> {
  /** By ID, what is compared: one string for all findings that have the same. */
  const seen = new Map<string, string>();
  const words = new Map<string, string>();
  const parts: Judgement[] = [];
  let total: number | undefined;
  let [inImage, kev] = [0, 0];
  for (let page = 1; ; page += 1) {
    const isPastEnd = seen.size > 0 && seen.size === total;
    const result = yield* pageOf(page, isPastEnd);
    // A database that returns the total along with the rows has no total for an empty page.
    if (result === undefined || (page > 1 && isEmpty(result))) break;
    if (total !== undefined && result.total !== total)
      return failed({ type: 'findings-changed', from: total, to: result.total });
    total = result.total;
    if (total > MOST_FINDINGS) return { refused: tooMany(total, policies) };
    const { findings } = result;
    const fresh = findings.filter(({ id }) => !seen.has(keyOf(id)));
    if (page > 1 && fresh.length === 0) break;
    const before = seen.size;
    for (const finding of fresh) seen.set(keyOf(finding.id), shared(words, judgedFields(finding)));
    if (seen.size < before + findings.length) return failed({ type: 'finding-listed-twice' });
    // Even on a page past the end. A server that never runs out of rows would be read on and on.
    if (seen.size > total) return failed({ type: 'findings-missing', total, read: seen.size });
    const ofImage = fresh.filter(isInImage);
    inImage += ofImage.length;
    kev += ofImage.filter(({ isKev }) => isKev).length;
    parts.push(judge(fresh, policies));
    onRead(seen.size, total);
    if (findings.length === 0) break;
  }
  if (seen.size !== total)
    return failed({ type: 'findings-missing', total: Number(total), read: seen.size });
  return { judgement: combine(parts), inImage, kev, compared: seen };
}

function* pageOf(page: number, isPastEnd: boolean): Rules<FindingsPage | undefined> {
  return (yield { type: 'page', page, isPastEnd }) as FindingsPage | undefined;
}

function* detailsOf(): Rules<ImageDetails | undefined> {
  return (yield { type: 'details' }) as ImageDetails | undefined;
}

/** One finding may be listed in two cases, in the place of another one. */
function keyOf(id: string): string {
  return id.toLowerCase();
}

function isEmpty({ total, findings }: FindingsPage): boolean {
  return total === 0 && findings.length === 0;
}

function failed(cause: FindingsFailure): { readonly failed: FindingsFailure } {
  return { failed: cause };
}

function tooMany(total: number, policies: readonly ImagePolicy[]): RefusalCause {
  const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== undefined);
  const switches = switchesOf(policies);
  return { type: 'too-many-findings', total, most: MOST_FINDINGS, isComparison, switches };
}

function toleratesContradiction(policies: readonly Policy[]): boolean {
  return policies.every(({ onIncomplete }) => onIncomplete === 'warn');
}

function shared(words: Map<string, string>, word: string): string {
  const known = words.get(word);
  if (known === undefined) words.set(word, word);
  return known ?? word;
}

/** @returns undefined if two reads have the same findings, and the same in each that counts. */
function changeFrom(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): FindingsFailure | undefined {
  const isSame =
    one.size === other.size && [...one].every(([id, words]) => other.get(id) === words);
  return isSame ? undefined : { type: 'findings-changed', from: one.size, to: other.size };
}
