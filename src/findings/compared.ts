/** What two reads of a list are compared by: for each finding, everything that a policy looks at. */
import type { FindingsFailure } from '../model/failure-cause.ts';
import type { Finding } from '../model/finding.ts';
import { judgedFields } from '../model/policy.ts';

/** By ID. */
export type Compared = ReadonlyMap<string, string>;

export interface Comparison {
  readonly seen: Compared;
  has(finding: Finding): boolean;
  /** Whether it was there before, and looked different. */
  isChanged(finding: Finding): boolean;
  add(finding: Finding): void;
}

export function beginComparison(): Comparison {
  const seen = new Map<string, string>();
  /** One string for all findings that have the same. */
  const words = new Map<string, string>();
  return {
    seen,
    has: ({ id }) => seen.has(keyOf(id)),
    isChanged(finding) {
      const before = seen.get(keyOf(finding.id));
      return before !== undefined && before !== judgedFields(finding);
    },
    add(finding) {
      seen.set(keyOf(finding.id), shared(words, judgedFields(finding)));
    },
  };
}

/** One finding may be listed in two cases, in the place of another one. */
function keyOf(id: string): string {
  return id.toLowerCase();
}

function shared(words: Map<string, string>, word: string): string {
  const known = words.get(word);
  if (known === undefined) words.set(word, word);
  return known ?? word;
}

/** @returns undefined if two reads have the same findings, and the same in each that counts. */
export function changeFrom(one: Compared, other: Compared): FindingsFailure | undefined {
  const isSame = one.size === other.size && [...one].every(([id, it]) => other.get(id) === it);
  return isSame ? undefined : { type: 'findings-changed', from: one.size, to: other.size };
}
