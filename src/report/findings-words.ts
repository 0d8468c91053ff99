/** The words for a policy on findings and for its result on an image. */

import type { BaselineChoice } from '../model/baseline.ts';
import type { FailureCause } from '../model/failure-cause.ts';
import { type Finding, knownName, SEVERITIES } from '../model/finding.ts';
import type { ImageRecord } from '../model/image-record.ts';
import {
  type Contradiction,
  countBySeverity,
  type ImagePolicy,
  type Judgement,
  type Policy,
  type SeverityCounts,
} from '../model/policy.ts';
import { amountOf, printable } from '../util/text.ts';
import { sentenceOf } from './sentence.ts';

/**
 * The policy in one line, for the start of the log.
 * @param baseline undefined without `baseline-image`.
 */
export function policyLine(policy: Policy, baseline?: BaselineChoice): string {
  const { statuses, onFindings } = policy;
  const verb = onFindings === 'fail' ? 'fail on' : 'warn about';
  const except = baseline === undefined ? '' : `; ignore those in ${ownerOf(baseline)}`;
  return `Policy: ${verb} open findings (${statuses.join(', ')}) ${kindOf(policy)}${except}.`;
}

function ownerOf(baseline: BaselineChoice): string {
  return baseline.kind === 'image'
    ? `image ${printable(baseline.imageId)}`
    : 'the newest image of the base branch';
}

function kindOf({ threshold, failOnKev }: Policy): string {
  if (threshold === 'none') return 'in CISA KEV';
  if (threshold === 'any') return 'of any severity';
  const severe = `that are ${threshold}${threshold === 'critical' ? '' : ' or worse'}`;
  return failOnKev ? `${severe}, or in CISA KEV` : severe;
}

/**
 * That nothing blocks, as a sentence.
 * @param comparedWith what all images were compared with; empty if only some were compared, and
 * undefined if none was.
 */
export function passedLine({ threshold, failOnKev }: Policy, comparedWith?: string): string {
  const severe = threshold === 'any' ? 'of any severity' : `at or above ${threshold}`;
  const kinds = [
    ...(threshold === 'none' ? [] : [severe]),
    ...(failOnKev && threshold !== 'any' ? ['in CISA KEV'] : []),
  ];
  const what = kinds.join(' or ');
  if (comparedWith === undefined) return `Policy passed: no open finding ${what}.`;
  const compared = comparedWith === '' ? '' : ` (compared with ${comparedWith})`;
  return `Policy passed: no new open finding ${what}${compared}.`;
}

/** For example `2 findings block (1 critical, 1 high; the worst is CVE-2023-45866 in bluez)`. */
export function describeBlocking(judgement: Judgement, policy: ImagePolicy): string {
  const { blocking, unknownStatuses } = judgement;
  const counts = describeCounts(countBySeverity(blocking), unknownUnder(policy));
  const worst = blocking.slice(0, 1).map(findingName).join('');
  const exploited = policy.failOnKev ? blocking.filter(({ isKev }) => isKev).length : 0;
  const which =
    blocking.length === 1
      ? `${counts.replace(/^1 /, '')}${exploited > 0 ? ', in CISA KEV' : ''}: ${worst}`
      : `${counts}${exploited > 0 ? `; ${exploited} in CISA KEV` : ''}; the worst is ${worst}`;
  const unknown = unknownStatuses === 0 ? '' : `, and the status of ${unknownStatuses} is unknown`;
  return `${blockingCount(blocking.length, isCompared(policy))} (${which})${unknown}`;
}

/** For example `1 new finding blocks`. */
export function blockingCount(count: number, isNew: boolean): string {
  return `${count} ${isNew ? 'new ' : ''}${count === 1 ? 'finding blocks' : 'findings block'}`;
}

/** Whether findings block only if a baseline does not have them. */
export function isCompared({ baselineImageId }: ImagePolicy): boolean {
  return baselineImageId !== undefined;
}

/** The name by which people know a finding, and where it is; printable. */
function findingName({ identifiers, displayName, name, id, componentName }: Finding): string {
  const known = identifiers.flatMap((entry) => knownName(entry) ?? []);
  const called = plain(known[0] ?? displayName ?? name ?? id, 60);
  return componentName === undefined ? called : `${called} in ${plain(componentName, 40)}`;
}

/** Printable, and without backticks, which the summary would render as code. */
function plain(text: string, longest: number): string {
  return printable(text.replaceAll('`', ' '), longest);
}

/** The result of judging an image's findings, as a clause. */
export function describeJudgement(judgement: Judgement, policy: ImagePolicy): string {
  const { open, blocking } = judgement;
  const all = Object.values(open).reduce((total, count) => total + count, 0);
  const read = amountOf(all, 'open finding');
  if (blocking.length === 0) return `${read}, ${isCompared(policy) ? 'no new one' : 'none'} blocks`;
  const counts = describeCounts(countBySeverity(blocking), unknownUnder(policy));
  return `${read}; ${blockingCount(blocking.length, isCompared(policy))}: ${counts}`;
}

function unknownUnder({ threshold }: Policy): string {
  return threshold === 'none'
    ? 'of unknown severity'
    : 'of unknown severity, which counts as critical';
}

/**
 * For example `1 critical, 2 high`.
 * @param unknown what findings are called whose severity is missing or undocumented.
 */
export function describeCounts(counts: SeverityCounts, unknown: string): string {
  const known = SEVERITIES.map((severity) => ({ words: severity, count: counts[severity] }));
  return [...known, { words: unknown, count: counts.other }]
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`)
    .join(', ');
}

/** What to do if findings could not be read. */
export function adviceOnUnread({ type }: FailureCause): string {
  return (
    ADVICE.get(type) ?? 'run the job again when the API is back, or raise `max-outage` or `timeout`'
  );
}

const LATER = 'look at the image in the Binarly dashboard, and run the job again later';
const CONTRADICTED =
  'check that the credential may view all findings of the product, or set `on-incomplete` to warn ' +
  'to judge the list as it is';
const MAINTAINERS = 'report this to the maintainers of this action: no request failed';

const ADVICE: ReadonlyMap<FailureCause['type'], string> = new Map([
  [
    'baseline-unfinished',
    'run the job again when that scan has completed, or use another `baseline-image`',
  ],
  ['findings-not-found', LATER],
  ['findings-changed', LATER],
  ['finding-listed-twice', LATER],
  ['findings-missing', LATER],
  ['findings-unfinished', 'raise `timeout`'],
  ['findings-not-listed', CONTRADICTED],
  ['kev-not-listed', CONTRADICTED],
  ['finding-unreadable', MAINTAINERS],
  ['too-large', MAINTAINERS],
  ['paged-list', MAINTAINERS],
]);

/** What was let pass, as a clause. */
export function describeContradiction({ type, listed, counted }: Contradiction): string {
  const what = type === 'kev-not-listed' ? ' in CISA KEV' : '';
  const isEmpty = listed === 0 && type === 'findings-not-listed';
  const list = isEmpty ? 'is empty' : `has ${amountOf(listed, 'finding')}${what}`;
  const reported =
    counted !== undefined && isEmpty ? amountOf(counted, 'finding') : (counted ?? 'no number');
  return `the list ${list}, but the image reports ${reported}`;
}

/** At most one sentence: what `on-incomplete` let pass in the first image that has such findings. */
export function contradictionsIn(records: readonly ImageRecord[]): readonly string[] {
  const advice = 'judged as listed, because `on-incomplete` is warn';
  const sentences = records.flatMap(({ imageId, judgement }) => {
    if (judgement?.contradiction === undefined) return [];
    const happened = `image ${printable(imageId)}: ${describeContradiction(judgement.contradiction)}`;
    return [sentenceOf({ happened, advice, mark: ';' })];
  });
  return sentences.slice(0, 1);
}
