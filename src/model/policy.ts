/** The policy on findings: which of them block, and how they add up. Pure. */
import {
  type Finding,
  type FindingStatus,
  SEVERITIES,
  type Severity,
  severityOf,
  statusesOf,
} from './finding.ts';

/** What findings do to a step, whatever image they are in. */
export interface Policy {
  /** The lowest severity that blocks. `any`: all of them. `none`: severity does not matter. */
  readonly threshold: Threshold;
  /** Whether a known exploited vulnerability blocks, whatever its severity. */
  readonly failOnKev: boolean;
  /** Only findings with one of these statuses are open, and so can block. */
  readonly statuses: readonly FindingStatus[];
  /** What a blocking finding does to the step. */
  readonly onFindings: 'fail' | 'warn';
  /** What to do if the image's own counts contradict its list of findings. */
  readonly onIncomplete: 'fail' | 'warn';
}

/** A policy as it is applied to one image. */
export interface ImagePolicy extends Policy {
  /** Findings that this image already has do not block. Undefined: any finding can. */
  readonly baselineImageId: string | undefined;
}

/**
 * From the strictest to the most lenient. Only messages use this order: `SEVERITIES` has the order
 * of gravity.
 */
export const THRESHOLDS = ['any', 'low', 'medium', 'high', 'critical', 'none'] as const;
type Threshold = (typeof THRESHOLDS)[number];

/** An input that turns a policy on. */
export type PolicySwitch = 'fail-on-severity' | 'fail-on-kev';

/** A number for each severity, and one for findings whose severity is missing or undocumented. */
export type SeverityCounts = Readonly<Record<Severity | 'other', number>>;

/** The result of judging the findings of one image. */
export interface Judgement {
  /** Open findings of the image, whatever their severity. */
  readonly open: SeverityCounts;
  /** Only open findings. Undefined without a baseline. */
  readonly comparison: Comparison | undefined;
  /** Those that block. The others are counted but not kept. */
  readonly blocking: readonly Finding[];
  /** How many of them have no severity, or one that Binarly does not document. */
  readonly unknownSeverities: number;
  /** How many of them have no status, or one that Binarly does not document. */
  readonly unknownStatuses: number;
  /** Whether nothing blocks under a policy whose `on-findings` is `fail`. */
  readonly isLetPass: boolean;
  /** Set if nothing blocks only because `on-incomplete` lets a contradiction pass. */
  readonly contradiction?: Contradiction;
}

/** How the image's own counts contradict a list of findings. */
export type Contradiction =
  /** `counted` is undefined if the image has no readable counts. */
  | {
      readonly type: 'findings-not-listed';
      readonly listed: number;
      readonly counted: number | undefined;
    }
  /** The same for exploited vulnerabilities. */
  | {
      readonly type: 'kev-not-listed';
      readonly listed: number;
      readonly counted: number | undefined;
    };

interface Comparison {
  readonly new: SeverityCounts;
  readonly unchanged: SeverityCounts;
  readonly resolved: SeverityCounts;
}

/** Whether a finding blocks. What is unknown about it is taken for the worst. */
export function blocksUnder(policy: ImagePolicy, finding: Finding): boolean {
  const isNew = policy.baselineImageId === undefined || finding.side === 'right';
  const isSevere = reaches(policy.threshold, severityOf(finding));
  const isExploited = policy.failOnKev && finding.isKev;
  return isNew && isInImage(finding) && isOpen(policy, finding) && (isSevere || isExploited);
}

function reaches(threshold: Threshold, severity: Severity | undefined): boolean {
  if (threshold === 'none') return false;
  if (threshold === 'any' || severity === undefined) return true;
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

function isOpen({ statuses }: Policy, finding: Finding): boolean {
  return statusesOf(finding).some((status) => status === undefined || statuses.includes(status));
}

/** The inputs that turn any of these policies on. */
export function switchesOf(policies: readonly Policy[]): readonly PolicySwitch[] {
  const isOn = {
    'fail-on-severity': policies.some(({ threshold }) => threshold !== 'none'),
    'fail-on-kev': policies.some(({ failOnKev }) => failOnKev),
  };
  return (['fail-on-severity', 'fail-on-kev'] as const).filter((name) => isOn[name]);
}

/** Everything about a finding that a policy looks at, as one text to compare. */
export function whatCounts(finding: Finding): string {
  const { isKev, side } = finding;
  return [severityOf(finding), ...statusesOf(finding), isKev, side].join(' ');
}

/** A comparison also lists findings that only the baseline has. */
export function isInImage({ side }: Finding): boolean {
  return side !== 'left';
}

/**
 * Judges findings, in addition to those of earlier pages. What blocks is in the order in which it came.
 * @param policies a finding blocks if it does under any of them.
 * @param before the judgement of the earlier pages, under the same policies.
 */
export function judge(
  findings: readonly Finding[],
  policies: readonly ImagePolicy[],
  before?: Judgement,
): Judgement {
  const open = findings.filter((finding) => policies.some((policy) => isOpen(policy, finding)));
  const blocking = findings.filter((finding) =>
    policies.some((policy) => blocksUnder(policy, finding)),
  );
  const known = before?.comparison;
  const on = (side: Finding['side'], more: SeverityCounts | undefined) =>
    countBySeverity(
      open.filter((it) => it.side === side),
      more,
    );
  const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== undefined);
  const isLetPass = policies.every(
    (policy) => policy.onFindings === 'warn' || !blocking.some((it) => blocksUnder(policy, it)),
  );
  const unknown = {
    severities: blocking.filter((it) => severityOf(it) === undefined).length,
    statuses: blocking.filter((it) => statusesOf(it).includes(undefined)).length,
  };
  return {
    open: countBySeverity(open.filter(isInImage), before?.open),
    comparison: isComparison
      ? {
          new: on('right', known?.new),
          unchanged: on('both', known?.unchanged),
          resolved: on('left', known?.resolved),
        }
      : undefined,
    blocking: [...(before?.blocking ?? []), ...blocking],
    unknownSeverities: unknown.severities + (before?.unknownSeverities ?? 0),
    unknownStatuses: unknown.statuses + (before?.unknownStatuses ?? 0),
    isLetPass: isLetPass && before?.isLetPass !== false,
  };
}

/** @param more counts to add these to. */
export function countBySeverity(
  findings: readonly Finding[],
  more: SeverityCounts = NO_FINDINGS,
): SeverityCounts {
  const counts = { ...more };
  for (const finding of findings) counts[severityOf(finding) ?? 'other'] += 1;
  return counts;
}

const NO_FINDINGS: SeverityCounts = {
  critical: 0,
  high: 0,
  medium: 0,
  low: 0,
  unspecified: 0,
  other: 0,
};
