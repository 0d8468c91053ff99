/** The words for what an image is compared with, or why with nothing. */

import type { Failed } from '../model/api-result.ts';
import type { Baseline, BaselineImage, BaselineOrigin, WhyNoBaseline } from '../model/baseline.ts';
import { formatDuration } from '../util/duration.ts';
import { printable, quote, shortSha } from '../util/text.ts';
import { describeFailure } from './failure-words.ts';
import { because, type Reason } from './sentence.ts';

/**
 * For example `Compared with image 01J… (firmware.bin, commit 1a2b3c4, 2 commits back on main),
 * scanned 3 days ago.`
 * @param nowMs by the platform's clock, in milliseconds since the epoch.
 * @param of the image that is compared with it, if there are several.
 */
export function comparedSentence(
  { imageId, origin, scannedMs }: BaselineImage,
  nowMs: number,
  of?: string,
): string {
  const from = origin === undefined ? '' : ` (${describeOrigin(origin)})`;
  const age = scannedMs === undefined ? '' : `, scanned ${describeAge(nowMs - scannedMs)}`;
  const subject = of === undefined ? 'Compared' : `Image ${printable(of)}: compared`;
  return `${subject} with image ${printable(imageId)}${from}${age}.`;
}

function describeOrigin({ name, sha, back, branch }: BaselineOrigin): string {
  const commits = back === 1 ? '1 commit back' : `${back} commits back`;
  const where = [
    ...(back === 0 ? [] : [commits]),
    ...(branch === '' ? [] : [`on ${short(branch)}`]),
  ];
  const separator = back === 0 ? ' ' : ', ';
  const commit = `commit ${short(shortSha(sha))}`;
  return `${short(name)}, ${where.length === 0 ? commit : commit + separator + where.join(' ')}`;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The largest unit, rounded down. */
function describeAge(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  if (days > 0) return days === 1 ? '1 day ago' : `${days} days ago`;
  const unit = ms < HOUR_MS ? 60_000 : HOUR_MS;
  return ms < unit ? 'just now' : `${formatDuration(Math.floor(ms / unit) * unit)} ago`;
}

/** Why every finding of an image counts as new, and what to do if that is not intended. */
export function reasonWithoutBaseline(imageId: string, why: WhyNoBaseline): Reason {
  const image = `image ${printable(imageId)}`;
  return because(
    `there is nothing to compare ${image} with (${describeAbsence(why)}), so every finding counts as new`,
    adviceOnAbsence(why),
  );
}

function describeAbsence(why: WhyNoBaseline): string {
  switch (why.type) {
    case 'no-base':
      return 'it is not clear what its commit is based on';
    case 'first-commit':
      return `commit ${short(shortSha(why.sha))} has no parent`;
    case 'no-image':
      return `no image of ${lastCommits(why.commits, why.branch)}`;
    case 'unnamed':
      return 'it has no name';
    case 'no-image-named':
      return `no image of ${lastCommits(why.commits, why.branch)} is named ${quote(why.name)}`;
    case 'none-completed': {
      const named = `${quote(why.name)}${onBranch(why.branch)}`;
      return why.asked === 1
        ? `the newest scan of the image named ${named} has not completed`
        : `the newest scan of none of the ${why.asked} newest images named ${named} has completed`;
    }
  }
}

function adviceOnAbsence(why: WhyNoBaseline): string {
  switch (why.type) {
    case 'no-base':
      return (
        'compare in a run of `pull_request`, `merge_group` or `push`, and let no two open pull ' +
        'requests with different bases have the same head'
      );
    case 'first-commit':
      return 'the next commit will have a parent to compare with';
    case 'no-image':
      return (
        `this is normal until a push to ${branchOr(why.branch)} has been scanned; the version of ` +
        'its image must be the SHA of the commit'
      );
    case 'unnamed':
      return 'give images a name when they are uploaded';
    case 'no-image-named':
      return 'this is normal for a new file; else give the images of all commits the same name';
    case 'none-completed':
      return 'look at the scans of these images in the Binarly dashboard';
  }
}

/** A line about the first time that a baseline could not be looked for. */
export function troubleLine(failure: Failed): string {
  return `Could not find what to compare with (${describeFailure(failure)}); still trying.`;
}

/** Why nobody can say what the base branch is. @param cause as a clause. */
export function reasonWithoutBase(cause: string): Reason {
  return because(
    `could not determine the base branch (${cause})`,
    'use `baseline-image: base-branch` only in workflows that run on GitHub',
  );
}

/** @param others how many more images there are without a baseline. */
export function missingBaselinesWarning(imageId: string, others: number): string {
  const more = others === 0 ? '' : ` and ${others} more`;
  return (
    `No baseline for image ${printable(imageId)}${more} was found before time was up, so every ` +
    'finding will count as new: raise `timeout`, or run the job again.'
  );
}

function lastCommits(count: number, branch: string): string {
  const commits = count === 1 ? 'the last commit' : `the last ${count} commits`;
  return branch === '' ? commits : `${commits} of ${short(branch)}`;
}

function onBranch(branch: string): string {
  return branch === '' ? '' : ` on ${short(branch)}`;
}

function branchOr(branch: string): string {
  return branch === '' ? 'the base branch' : short(branch);
}

function short(text: string): string {
  return printable(text, 60);
}

/** Older than this, a baseline lacks findings that were published since. */
const STALE_MS = 7 * DAY_MS;

/** @returns undefined unless the baseline was scanned so long ago that published findings seem new. */
export function staleHint(baseline: Baseline | undefined, nowMs: number): string | undefined {
  if (baseline?.kind !== 'image' || baseline.scannedMs === undefined) return undefined;
  if (nowMs - baseline.scannedMs <= STALE_MS) return undefined;
  return (
    'Findings that were published since the baseline was scanned count as new: ' +
    'scan the baseline again to leave them out.'
  );
}
