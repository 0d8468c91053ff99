/** The statuses, as one table: a new status is one row here. */
import type { Ended, Status, Verdict } from './verdict.ts';

interface StatusRow {
  /**
   * Whether it makes a step green. `timeout` and `findings` do only if the workflow lets these pass.
   */
  readonly green: 'always' | 'never' | keyof LetPass;
  /** Always shown next to words, so that nothing depends on color alone. */
  readonly mark: string;
  /** The heading of the summary. */
  readonly headline: string;
  /** The commit status if it is red. */
  readonly commitState: 'failure' | 'error';
  /** Whether the scan has ended and the status says how, so that its state adds nothing. */
  readonly isFinal: boolean;
  /** Whether it is about an image that is there, so that its details can be read. */
  readonly hasDetails: boolean;
  /** How mermaid colors a bar in the chart. */
  readonly tag: 'done' | 'crit' | 'active';
}

/** What the workflow lets pass, with a warning. */
export interface LetPass {
  readonly timeout: boolean;
  readonly findings: boolean;
}

const RED = {
  green: 'never',
  mark: '❌',
  commitState: 'failure',
  isFinal: false,
  hasDetails: false,
  tag: 'crit',
} as const;

/** The most severe first: the status of a step is the first of these that any image has. */
export const STATUS_TABLE: Readonly<Record<Status, StatusRow>> = {
  error: { ...RED, headline: 'Could not wait for the Binarly scan', commitState: 'error' },
  unavailable: { ...RED, headline: 'No usable answer from Binarly', commitState: 'error' },
  failed: { ...RED, headline: 'Binarly scan failed', isFinal: true, hasDetails: true },
  cancelled: { ...RED, headline: 'Binarly scan cancelled', isFinal: true, hasDetails: true },
  'no-scan': { ...RED, headline: 'No Binarly scan found' },
  findings: {
    ...RED,
    green: 'findings',
    headline: 'Blocking Binarly findings',
    isFinal: true,
    hasDetails: true,
  },
  interrupted: {
    ...RED,
    mark: '⏹️',
    headline: 'Waiting for the Binarly scan was interrupted',
    commitState: 'error',
    tag: 'active',
  },
  // A verdict only once its commit status is written.
  deferred: {
    ...RED,
    green: 'always',
    mark: '⏳',
    headline: 'Binarly scan deferred to a commit status',
    hasDetails: true,
    tag: 'active',
  },
  'timed-out': {
    ...RED,
    green: 'timeout',
    mark: '⏱️',
    headline: 'Binarly scan did not finish in time',
    hasDetails: true,
    tag: 'active',
  },
  completed: {
    ...RED,
    green: 'always',
    mark: '✅',
    headline: 'Binarly scan completed',
    isFinal: true,
    hasDetails: true,
    tag: 'done',
  },
};

/** In the order of the table. */
export const STATUSES = Object.keys(STATUS_TABLE) as readonly Status[];

/** The status over several images; `error` over none, because nothing was waited for. */
export function overallStatus(statuses: readonly Status[]): Status {
  return STATUSES.find((status) => statuses.includes(status)) ?? 'error';
}

/** The mark beside a status: a warning sign if the workflow lets it pass. */
export function markOf(status: Status, isStepGreen: boolean): string {
  const { green, mark } = STATUS_TABLE[status];
  return isStepGreen && green !== 'always' ? '⚠️' : mark;
}

/** Whether it has findings that pass, because `on-findings` is warn. */
export function letsFindingsPass(verdict: Verdict): boolean {
  return verdict.status === 'findings' && verdict.judgement.isTolerated;
}

/** The one rule for green. */
export function isGreen(status: Status, letPass: LetPass): boolean {
  const { green } = STATUS_TABLE[status];
  return green === 'always' || (green !== 'never' && letPass[green]);
}

/** Whether a wait ended green. A timeout is not: only a step lets one pass. */
export function endedGreen(ended: Ended | undefined): boolean {
  if (ended === undefined) return false;
  return isGreen(ended.status, { timeout: false, findings: letsFindingsPass(ended) });
}

/** Whether a wait ended red for good: later polls cannot change how the scan ended. */
export function endedRed(ended: Ended | undefined): boolean {
  return ended !== undefined && STATUS_TABLE[ended.status].isFinal && !endedGreen(ended);
}

/**
 * For example `2 failed, 1 image with findings, 10 completed`, the gravest first; any other word
 * comes last.
 */
export function countsOf(statuses: readonly string[]): string {
  return [...new Set([...STATUSES, ...statuses])]
    .map((name) => ({ name, count: statuses.filter((status) => status === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name === 'findings' ? withFindings(count) : name}`)
    .join(', ');
}

/** "3 findings" would count the findings. */
function withFindings(count: number): string {
  return `${count === 1 ? 'image' : 'images'} with findings`;
}
