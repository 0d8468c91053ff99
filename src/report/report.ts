/** The report of a step, as data: what the outputs, the summary and the annotation are made from. */
import type { Settings } from '../inputs.ts';
import type { Outcome, Wait } from '../wait/image.ts';
import type { Progress } from '../wait/progress.ts';
import type { Status } from '../wait/verdict.ts';
import { reasonOf, reasonOfCrash } from './reason.ts';

/** One element of the output `scans`; what is not known is an empty string. */
export interface ImageReport {
  readonly productId: string;
  readonly imageId: string;
  readonly scanId: string;
  readonly status: Status;
  /** The last `latestScanState.type`, verbatim up to 1,000 characters. */
  readonly state: string;
  readonly reason: string;
  readonly createdAt: string;
  /** Only in a terminal state. */
  readonly finishedAt: string;
  readonly waitedSeconds: number;
  readonly polls: number;
  readonly findings: null;
}

export interface Report {
  readonly status: Status;
  /** Whether the step is to be green: a verdict that was reached on purpose, never a default. */
  readonly green: boolean;
  /** One sentence; empty when completed. */
  readonly reason: string;
  readonly waitedSeconds: number;
  readonly images: readonly ImageReport[];
  /** The scan was over before the step began: when, as the API gave it; empty where it gave no time. Undefined: it was not. */
  readonly finishedBefore: string | undefined;
}

/** What the API may hand on to later steps of a state that nobody documented. */
const LONGEST_STATE = 1000;

export function reportOf(outcome: Outcome, settings: Settings): Report {
  const { verdict, finishedBefore } = outcome;
  const image = imageReport(outcome, settings, reasonOf(outcome, settings));
  return {
    status: verdict.status,
    green: isGreen(verdict.status, settings.onTimeout),
    reason: image.reason,
    waitedSeconds: image.waitedSeconds,
    images: [image],
    finishedBefore: finishedBefore ? image.finishedAt : undefined,
  };
}

/** A step that cannot wait: its inputs are unusable. */
export function errorReport(reason: string): Report {
  return { status: 'error', green: false, reason, waitedSeconds: 0, images: [], finishedBefore: undefined };
}

/** A step that met a bug of its own. @param known what was being waited for, and how far it had come. */
export function crashReport(cause: unknown, known: { wait: Wait; progress: Progress; waitedMs: number } | undefined): Report {
  const reason = reasonOfCrash(cause);
  if (known === undefined) return errorReport(reason);
  const { wait, progress, waitedMs } = known;
  const image = imageReport({ verdict: { status: 'error' }, progress, waitedMs }, wait, reason);
  return { ...errorReport(reason), waitedSeconds: image.waitedSeconds, images: [image] };
}

/** Everything but these two is red. */
function isGreen(status: Status, onTimeout: Settings['onTimeout']): boolean {
  return status === 'completed' || (status === 'timed-out' && onTimeout === 'warn');
}

interface Ending {
  readonly verdict: { readonly status: Status };
  readonly progress: Progress;
  readonly waitedMs: number;
}

function imageReport({ verdict: { status }, progress, waitedMs }: Ending, wait: Wait, reason: string): ImageReport {
  const { scan, stateText, polls } = progress;
  const terminal = status === 'completed' || status === 'failed' || status === 'cancelled';
  return {
    productId: wait.productId,
    imageId: wait.imageId,
    scanId: scan?.id ?? wait.scanId ?? '',
    status,
    state: Array.from((stateText ?? '').slice(0, LONGEST_STATE * 2))
      .slice(0, LONGEST_STATE)
      .join(''),
    reason,
    createdAt: scan?.createTime?.text ?? '',
    finishedAt: (terminal ? scan?.state?.since?.text : undefined) ?? '',
    waitedSeconds: Math.floor(waitedMs / 1000),
    polls,
    findings: null,
  };
}

/** Every output of the action, by name. The single-scan outputs describe the first image. */
export function outputsOf(report: Report): Readonly<Record<OutputName, string>> {
  const [first] = report.images;
  return {
    status: report.status,
    'scan-id': first?.scanId ?? '',
    'product-id': first?.productId ?? '',
    'image-id': first?.imageId ?? '',
    state: first?.state ?? '',
    reason: report.reason,
    'created-at': first?.createdAt ?? '',
    'finished-at': first?.finishedAt ?? '',
    'waited-seconds': String(report.waitedSeconds),
    scans: JSON.stringify(report.images),
  };
}

export const OUTPUTS = [
  'status',
  'scan-id',
  'product-id',
  'image-id',
  'state',
  'reason',
  'created-at',
  'finished-at',
  'waited-seconds',
  'scans',
] as const;

export type OutputName = (typeof OUTPUTS)[number];
