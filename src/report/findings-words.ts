/** The words for a policy on findings and for what it made of an image. */
import type { FailureCause } from '../model/answer.ts';
import type { BaselineChoice } from '../model/baseline.ts';
import { SEVERITIES } from '../model/finding.ts';
import {
  type Contradiction,
  countBySeverity,
  type ImagePolicy,
  type Judgement,
  type Policy,
  type SeverityCounts,
} from '../model/policy.ts';
import { printable } from '../util/text.ts';

/**
 * What the step will do with findings, for the start of the log.
 * @param baseline undefined without `baseline-image`.
 */
export function policyLine(policy: Policy, baseline?: BaselineChoice): string {
  const { statuses, onFindings } = policy;
  const unless = baseline === undefined ? '' : `, unless ${ownerOf(baseline)} already has them`;
  const verb = onFindings === 'fail' ? 'fail the step' : 'cause a warning';
  const which = `findings ${criterionOf(policy)} with the status ${statuses.join(' or ')}`;
  return `Once a scan has completed, ${which} ${verb}${unless}.`;
}

function ownerOf(baseline: BaselineChoice): string {
  return baseline.kind === 'image'
    ? `image ${printable(baseline.imageId)}`
    : 'the newest image of the base branch';
}

/** For example `3 findings at or above high: 1 critical, 2 high`. */
export function describeBlocking(judgement: Judgement, policy: ImagePolicy): string {
  const { blocking, unknownStatuses } = judgement;
  const adjective = policy.baselineImageId === undefined ? '' : 'new ';
  const noun = blocking.length === 1 ? 'finding' : 'findings';
  const counts = describeCounts(countBySeverity(blocking), policy);
  const unknown = unknownStatuses === 0 ? '' : `, and the status of ${unknownStatuses} is unknown`;
  return `${blocking.length} ${adjective}${noun} ${criterionOf(policy)}: ${counts}${unknown}`;
}

/** What the policy made of an image's findings, as a clause. */
export function describeJudgement(judgement: Judgement, policy: ImagePolicy): string {
  const open = Object.values(judgement.open).reduce((total, count) => total + count, 0);
  const read = `${open} open ${open === 1 ? 'finding' : 'findings'}`;
  if (judgement.blocking.length > 0) return `${read}; ${describeBlocking(judgement, policy)}`;
  const none = policy.baselineImageId === undefined ? 'none' : 'no new ones';
  return `${read}, ${none} ${criterionOf(policy)}`;
}

/** Which findings count, as an attribute behind a noun. */
function criterionOf({ threshold, failOnKev }: Policy): string {
  const exploited = 'known to be exploited (CISA KEV)';
  if (threshold === 'none') return exploited;
  if (threshold === 'any') return 'of any severity';
  return `at or above ${threshold}${failOnKev ? ` or ${exploited}` : ''}`;
}

function describeCounts(counts: SeverityCounts, { threshold }: Policy): string {
  const unknown =
    threshold === 'none' ? 'of unknown severity' : 'of unknown severity, which counts as critical';
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
  const reported = counted === undefined ? 'reports no number' : `reports ${counted}`;
  return `the list has ${amountOf(listed)}${what}, but the image ${reported}`;
}

/** For example `1 finding` or `2 findings`. */
function amountOf(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}
