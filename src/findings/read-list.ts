/** Reads a whole list of findings once, page by page, and judges it. */
import type { FindingsPage } from '../binarly/findings.ts';
import type { FindingsFailure, RefusalCause } from '../model/answer.ts';
import {
  combine,
  type ImagePolicy,
  isInImage,
  type Judgement,
  judge,
  switchesOf,
  whatCounts,
} from '../model/policy.ts';
import type { RefusedReading, Rules } from './requests.ts';

/** A list that was read from its first page to the one behind its last. */
export interface ListRead {
  readonly judgement: Judgement;
  /** How many findings the image has; a comparison also lists those of the baseline alone. */
  readonly inImage: number;
  /** How many of them are known to be exploited, whatever their status. */
  readonly kev: number;
  /** By ID, everything that a policy looks at. */
  readonly whatCounts: ReadonlyMap<string, string>;
}

/** Ten times what the largest images have; more could not be read within one step. */
const MOST_FINDINGS = 100_000;

/**
 * Reads pages until as many rows have come as the list says it has, or until a page brings nothing
 * new, and one page behind the end: a server that caps `total` (search indexes do by default) has
 * more there. A page may hold fewer rows than requested.
 * @param policies a finding blocks if it does under any of them.
 * @param onRead called with the number of findings read so far and the total.
 * @returns the list, or why it cannot be one.
 */
export function* readList(
  policies: readonly ImagePolicy[],
  onRead: (read: number, total: number) => void,
): Rules<ListRead | { readonly failed: FindingsFailure } | RefusedReading> {
  const seen = new Map<string, string>();
  const words = new Map<string, string>();
  const parts: Judgement[] = [];
  let total: number | undefined;
  let inImage = 0;
  let kev = 0;
  for (let page = 1; ; page += 1) {
    const isBehind = seen.size > 0 && seen.size === total;
    const answer = yield* pageOf(page, isBehind);
    // A database that returns the total along with the rows has no total for an empty page.
    if (answer === undefined || (page > 1 && isEmpty(answer))) break;
    if (total !== undefined && answer.total !== total)
      return failed({ type: 'findings-changed', from: total, to: answer.total });
    total = answer.total;
    if (total > MOST_FINDINGS) return { refused: tooMany(total, policies) };
    const { findings } = answer;
    const fresh = findings.filter(({ id }) => !seen.has(keyOf(id)));
    if (page > 1 && fresh.length === 0) break;
    if (isBehind)
      return failed({ type: 'findings-missing', total, read: seen.size + fresh.length });
    const before = seen.size;
    for (const finding of fresh) seen.set(keyOf(finding.id), shared(words, whatCounts(finding)));
    if (seen.size < before + findings.length) return failed({ type: 'finding-listed-twice' });
    // Without this, a server that never runs out of rows would be read until time is up.
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
  return { judgement: combine(parts), inImage, kev, whatCounts: seen };
}

function* pageOf(page: number, isBehind: boolean): Rules<FindingsPage | undefined> {
  return (yield { type: 'page', page, isBehind }) as FindingsPage | undefined;
}

/** One finding may be listed in two cases, in the place of another one. */
function keyOf(id: string): string {
  return id.toLowerCase();
}

function isEmpty({ total, findings }: FindingsPage): boolean {
  return total === 0 && findings.length === 0;
}

/** One string for all equal ones: a list has 100,000 entries, and few that differ. */
function shared(words: Map<string, string>, word: string): string {
  const known = words.get(word);
  if (known === undefined) words.set(word, word);
  return known ?? word;
}

function failed(cause: FindingsFailure): { readonly failed: FindingsFailure } {
  return { failed: cause };
}

function tooMany(total: number, policies: readonly ImagePolicy[]): RefusalCause {
  const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== undefined);
  const switches = switchesOf(policies);
  return { type: 'too-many-findings', total, most: MOST_FINDINGS, isComparison, switches };
}

/** Whether two reads have the same findings, and the same in everything that a policy looks at. */
export function agree(one: ListRead, other: ListRead): boolean {
  return (
    one.whatCounts.size === other.whatCounts.size &&
    [...one.whatCounts].every(([id, words]) => other.whatCounts.get(id) === words)
  );
}
