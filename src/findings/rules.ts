/**
 * When findings pass. A pass needs two whole reads that agree, the second one late enough for an
 * index that lags, and counts of the image that do not contradict them. One read is enough to fail.
 */
import type { FindingsPage } from '../binarly/findings.ts';
import { refusedByApi } from '../model/api-result.ts';
import type { FindingsFailure } from '../model/failure-cause.ts';
import {
  combine,
  type ImagePolicy,
  isInImage,
  type Judgement,
  judge,
  type Policy,
  switchesOf,
} from '../model/policy.ts';
import { beginComparison, type Compared, changeFrom } from './compared.ts';
import { contradictionOf, isTolerated, type ListCounts } from './counts.ts';
import { type Reading, type Stopped, stopped } from './reading.ts';

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
  readonly kind: 'judged';
  readonly judgement: Judgement;
  /** How many pairs of reads were compared. */
  readonly pairs: number;
}

/** @param policies a finding blocks if it does under any of them. */
export async function judgeByRules(
  policies: readonly ImagePolicy[],
  reading: Reading,
): Promise<Judged | Stopped> {
  const { clock, budgets } = reading;
  let previous: Compared | undefined;
  for (let pairs = 0; ; ) {
    const beganMs = clock.monotonicMs();
    const list = await readList(policies, reading);
    if (list.kind === 'stopped') return list;
    let end: Judged | Stopped | undefined;
    if (list.kind === 'contradictory') {
      previous = undefined;
      end = await reading.contradicted(list.cause);
    } else {
      const { judgement, compared } = list;
      if (judgement.blocking.length > 0) return { kind: 'judged', judgement, pairs };
      if (previous !== undefined) pairs += 1;
      const changed = previous && changeFrom(previous, compared);
      const isConfirmed = previous !== undefined && changed === undefined;
      previous = compared;
      const settledMs = budgets.completedMs + SETTLED_AFTER_MS;
      const nextMs = Math.max(clock.monotonicMs() + CONFIRM_AFTER_MS, settledMs);
      end = isConfirmed
        ? await judgeConfirmed({ ...list, beganMs, pairs }, policies, reading)
        : await reading.pause(nextMs, changed);
    }
    if (end !== undefined) return end;
  }
}

/** A list that a second read has confirmed. */
interface Confirmed extends ListRead {
  readonly pairs: number;
  /** When the second read began, a monotonic instant in milliseconds. */
  readonly beganMs: number;
}

/**
 * Holds a list on which nothing blocks against the image's own counts.
 * @returns undefined if it has to be read again.
 */
async function judgeConfirmed(
  { judgement, pairs, beganMs, ...counts }: Confirmed,
  policies: readonly Policy[],
  reading: Reading,
): Promise<Judged | Stopped | undefined> {
  const details = await reading.details();
  if (details.kind === 'stopped') return details;
  const contradiction = contradictionOf(counts, details.value, policies);
  if (contradiction === undefined) return { kind: 'judged', judgement, pairs };
  if (!isTolerated(policies)) return reading.contradicted(contradiction);
  const { completedMs, endMs } = reading.budgets;
  const nowMs = reading.clock.monotonicMs();
  const untilMs = nowMs + CONFIRM_AFTER_MS;
  // Even if it is let pass, an index gets a minute, unless there is no time for another read.
  const isLast =
    nowMs >= completedMs + SHORTEST_READING_MS ||
    untilMs + 2 * (nowMs - beganMs) + CONFIRM_AFTER_MS > endMs;
  return isLast
    ? { kind: 'judged', judgement: { ...judgement, contradiction }, pairs }
    : reading.pause(untilMs, contradiction);
}

/** A list that was read from its first page to the one past its last. */
interface ListRead extends ListCounts {
  readonly judgement: Judgement;
  readonly compared: Compared;
}

/** Why a list is not whole. */
interface Contradictory {
  readonly kind: 'contradictory';
  readonly cause: FindingsFailure;
}

/**
 * Reads pages until as many rows have come as the list says it has, or until a page brings nothing
 * new, and one page past the end: a server that caps `total` (search indexes do by default) has
 * more there. A page may hold fewer rows than requested.
 */
async function readList(
  policies: readonly ImagePolicy[],
  reading: Reading,
): Promise<(ListRead & { readonly kind: 'whole' }) | Contradictory | Stopped> {
  const comparison = beginComparison();
  const { seen } = comparison;
  const parts: Judgement[] = [];
  let total: number | undefined;
  let [inImage, kev] = [0, 0];
  for (let page = 1; ; page += 1) {
    const isPastEnd = seen.size > 0 && seen.size === total;
    const answered = await reading.page(page, isPastEnd);
    if (answered.kind === 'stopped') return answered;
    const result = answered.value;
    // A database that returns the total along with the rows has no total for an empty page.
    if (result === undefined || (page > 1 && isEmpty(result))) break;
    if (total !== undefined && result.total !== total)
      return contradictory({ type: 'findings-changed', from: total, to: result.total });
    total = result.total;
    if (total > MOST_FINDINGS) return tooMany(total, policies);
    const { findings } = result;
    const fresh = findings.filter((it) => !comparison.has(it));
    if (findings.some(comparison.isChanged))
      return contradictory({ type: 'findings-changed', from: total, to: total });
    if (page > 1 && fresh.length === 0) break;
    const before = seen.size;
    for (const finding of fresh) comparison.add(finding);
    if (seen.size < before + findings.length)
      return contradictory({ type: 'finding-listed-twice' });
    // Even on a page past the end. A server that never runs out of rows would be read on and on.
    if (seen.size > total) return contradictory(missing(total, seen.size));
    const ofImage = fresh.filter(isInImage);
    inImage += ofImage.length;
    kev += ofImage.filter(({ isKev }) => isKev).length;
    parts.push(judge(fresh, policies));
    reading.note(seen.size, total);
    if (findings.length === 0) break;
  }
  if (seen.size !== total) return contradictory(missing(Number(total), seen.size));
  return { kind: 'whole', judgement: combine(parts), inImage, kev, compared: seen };
}

function isEmpty({ total, findings }: FindingsPage): boolean {
  return total === 0 && findings.length === 0;
}

function contradictory(cause: FindingsFailure): Contradictory {
  return { kind: 'contradictory', cause };
}

function missing(total: number, read: number): FindingsFailure {
  return { type: 'findings-missing', total, read };
}

function tooMany(total: number, policies: readonly ImagePolicy[]): Stopped {
  const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== undefined);
  const switches = switchesOf(policies);
  const most = MOST_FINDINGS;
  const cause = { type: 'too-many-findings', total, most, isComparison, switches } as const;
  return stopped({ status: 'error', refused: refusedByApi(cause) });
}
