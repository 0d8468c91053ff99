/** The policy on findings: which of them block, and how they add up. Pure. */
import {
  byGravity,
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
  /** Those that block, the worst first. The others are counted but not kept. */
  readonly blocking: readonly Finding[];
  /** How many of them have no severity, or one that Binarly does not document. */
  readonly unknownSeverities: number;
  /** How many of them have no status, or one that Binarly does not document. */
  readonly unknownStatuses: number;
  /** Whether nothing blocks under a policy whose `on-findings` is `fail`. */
  readonly isTolerated: boolean;
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
export function judgedFields(finding: Finding): string {
  const { isKev, side } = finding;
  return [severityOf(finding), ...statusesOf(finding), isKev, side].join(' ');
}

/** A comparison also lists findings that only the baseline has. */
export function isInImage({ side }: Finding): boolean {
  return side !== 'left';
}

/**
 * Judges findings, all or some of them: `combine` adds up the parts.
 * @param policies a finding blocks if it does under any of them.
 */
export function judge(findings: readonly Finding[], policies: readonly ImagePolicy[]): Judgement {
  const open = findings.filter((finding) => policies.some((policy) => isOpen(policy, finding)));
  const blocking = findings.filter((finding) =>
    policies.some((policy) => blocksUnder(policy, finding)),
  );
  const on = (side: Finding['side']) => countBySeverity(open.filter((it) => it.side === side));
  const isComparison = policies.some(({ baselineImageId }) => baselineImageId !== undefined);
  return {
    open: countBySeverity(open.filter(isInImage)),
    comparison: isComparison
      ? { new: on('right'), unchanged: on('both'), resolved: on('left') }
      : undefined,
    blocking: blocking.toSorted(byGravity),
    unknownSeverities: blocking.filter((it) => severityOf(it) === undefined).length,
    unknownStatuses: blocking.filter((it) => statusesOf(it).includes(undefined)).length,
    isTolerated: policies.every(
      (policy) => policy.onFindings === 'warn' || !blocking.some((it) => blocksUnder(policy, it)),
    ),
  };
}

/** @param parts judgements of distinct findings under the same policies. */
export function combine(parts: readonly Judgement[]): Judgement {
  const comparisons = parts.flatMap(({ comparison }) => comparison ?? []);
  return {
    open: sum(parts.map(({ open }) => open)),
    comparison:
      comparisons.length === 0
        ? undefined
        : {
            new: sum(comparisons.map((it) => it.new)),
            unchanged: sum(comparisons.map(({ unchanged }) => unchanged)),
            resolved: sum(comparisons.map(({ resolved }) => resolved)),
          },
    blocking: parts.flatMap(({ blocking }) => blocking).toSorted(byGravity),
    unknownSeverities: parts.reduce((total, it) => total + it.unknownSeverities, 0),
    unknownStatuses: parts.reduce((total, it) => total + it.unknownStatuses, 0),
    isTolerated: parts.every(({ isTolerated }) => isTolerated),
  };
}

export function countBySeverity(findings: readonly Finding[]): SeverityCounts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, unspecified: 0, other: 0 };
  for (const finding of findings) counts[severityOf(finding) ?? 'other'] += 1;
  return counts;
}

function sum(counts: readonly SeverityCounts[]): SeverityCounts {
  const of = (severity: keyof SeverityCounts) =>
    counts.reduce((total, it) => total + it[severity], 0);
  return {
    critical: of('critical'),
    high: of('high'),
    medium: of('medium'),
    low: of('low'),
    unspecified: of('unspecified'),
    other: of('other'),
  };
}
