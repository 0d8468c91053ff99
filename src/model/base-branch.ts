/** The commits of a base branch, and which images of them another image can be compared with. Pure. */
import type { BaseBranch, NoBaseline } from './baseline.ts';
import { isSameId } from './ids.ts';
import type { ListedImage } from './upload.ts';

export interface Commit {
  readonly sha: string;
  /** The first is the branch that it was committed to; the others were merged into it. */
  readonly parents: readonly string[];
}

/**
 * The commit and its first parents, newest first, as far as the list has them: what the branch was,
 * without what was on other branches before it was merged.
 * @returns SHAs in lower case.
 */
export function firstParentsOf(sha: string, commits: readonly Commit[]): readonly string[] {
  const left = new Map(commits.map((commit) => [commit.sha.toLowerCase(), commit]));
  const chain: string[] = [];
  let next: string | undefined = sha.toLowerCase();
  while (next !== undefined) {
    const commit = left.get(next);
    if (commit === undefined) break;
    // In a list that is not a history, a commit could be its own ancestor.
    left.delete(next);
    chain.push(next);
    next = commit.parents[0]?.toLowerCase();
  }
  return chain;
}

/** The image that is to be compared. */
export interface OwnImage {
  readonly imageId: string;
  /** Empty if unknown. */
  readonly name: string;
  /** Undefined if unknown. */
  readonly version: string | undefined;
}

/** An image that is the baseline if its newest scan has completed. */
export interface Candidate {
  readonly imageId: string;
  readonly sha: string;
  /** How many commits before the base it is. */
  readonly back: number;
}

/**
 * The images that have one of the commits as their version and the name of this one, those of the
 * newest commit first, and of one commit the newest first. Neither the image itself nor another one
 * of its own commit is among them: compared with these, nothing is ever new.
 */
export function candidatesFor(
  own: OwnImage,
  { name: branch, commits }: BaseBranch,
  images: readonly ListedImage[],
): readonly Candidate[] | NoBaseline {
  const backOf = new Map(commits.map((sha, back) => [sha, back]));
  const ownSha = shaIn(own.version);
  const ofBranch = images.flatMap((image) => {
    const sha = shaIn(image.version);
    const back = backOf.get(sha);
    const isOther = sha !== ownSha && !image.isArchived && !isSameId(image.id, own.imageId);
    return back !== undefined && isOther ? [{ image, sha, back }] : [];
  });
  const snapshot = { commits: commits.length, branch };
  if (ofBranch.length === 0) return none({ type: 'no-image', ...snapshot });
  if (own.name === '') return none({ type: 'unnamed' });
  const named = ofBranch.filter(({ image }) => image.name === own.name);
  if (named.length === 0) return none({ type: 'no-image-named', name: own.name, ...snapshot });
  return named
    .toSorted((one, other) => one.back - other.back || newestFirst(one.image, other.image))
    .map(({ image, sha, back }) => ({ imageId: image.id, sha, back }));
}

/** People and tools write the digits of a SHA in both cases. */
function shaIn(version = ''): string {
  return version.trim().toLowerCase();
}

/** An image without a time comes last. The ID, a ULID, breaks a tie. */
function newestFirst(one: ListedImage, other: ListedImage): number {
  const oneNs = one.createTime?.ns ?? 0n;
  const otherNs = other.createTime?.ns ?? 0n;
  if (oneNs === otherNs) return one.id > other.id ? -1 : 1;
  return oneNs > otherNs ? -1 : 1;
}

function none(why: NoBaseline['why']): NoBaseline {
  return { kind: 'none', why };
}
