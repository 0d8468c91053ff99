/** The report of a step, as data: what the outputs, the summary and the annotation are made from. */
import type { Findings } from '../binarly/findings.ts';
import type { Settings } from '../inputs.ts';
import { printable } from '../util/text.ts';
import { GRAVITY, overall } from '../wait/images.ts';
import type { Progress } from '../wait/progress.ts';
import type { Status } from '../wait/verdict.ts';
import { type Reason, reasonOfCrash, sentenceOf } from './reason.ts';

/** One element of the output `scans`; what is not known is an empty string. */
interface ScanOutput {
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
  /** Of the image, over all its scans. */
  readonly findings: Findings | null;
}

/** One image's part of the report. */
export interface ImageReport {
  readonly output: ScanOutput;
  /** Undefined when completed. */
  readonly reason: Reason | undefined;
  /** The scan was over before the step began. */
  readonly finishedBefore: boolean;
  /** What happened, in order. */
  readonly timeline: Timeline;
}

/** The first so many things that happened to an image, and how many more there were. */
interface Timeline {
  readonly entries: readonly { readonly waitedMs: number; readonly text: string }[];
  readonly more: number;
}

export interface Report {
  readonly status: Status;
  /** Whether the step is to be green: a verdict that was reached on purpose, never a default. */
  readonly green: boolean;
  /** One sentence; empty when completed. Over several images the counts go before it. */
  readonly reason: string;
  readonly waitedSeconds: number;
  /** In the order given. */
  readonly images: readonly ImageReport[];
  /** Where a person can look further; undefined where the inputs do not say. */
  readonly dashboardUrl: string | undefined;
  /** When the report was made, in milliseconds since the epoch: scans that go on are drawn up to here. */
  readonly madeWallMs: number;
}

/** How one image's wait ended. */
export interface ImageEnding {
  readonly imageId: string;
  readonly status: Status;
  readonly progress: Progress;
  readonly waitedMs: number;
  readonly reason: Reason | undefined;
  readonly findings: Findings | undefined;
  readonly finishedBefore: boolean;
  readonly timeline: Timeline;
}

/** What is known of the step as a whole. */
export interface Step {
  readonly settings: Settings;
  /** The product's ID, as far as it was resolved. */
  readonly productId: string;
  readonly nowWallMs: number;
}

/** What the API may hand on to later steps of a state that nobody documented. */
const LONGEST_STATE = 1000;

/** @param endings at least one, in the order given. */
export function reportOf(endings: readonly ImageEnding[], step: Step): Report {
  const { settings, nowWallMs } = step;
  const images = endings.map((ending) => imageReport(ending, step));
  const statuses = images.map(({ output }) => output.status);
  return {
    status: overall(statuses),
    green: statuses.length > 0 && statuses.every((status) => isGreen(status, settings.onTimeout)),
    reason: reasonOver(images),
    waitedSeconds: Math.max(0, ...images.map(({ output }) => output.waitedSeconds)),
    images,
    dashboardUrl: settings.apiUrl,
    madeWallMs: nowWallMs,
  };
}

/** A step that cannot wait: its inputs are unusable, or it met a bug before it began. */
export function errorReport(reason: string, nowWallMs: number): Report {
  return {
    status: 'error',
    green: false,
    reason,
    waitedSeconds: 0,
    images: [],
    dashboardUrl: undefined,
    madeWallMs: nowWallMs,
  };
}

/** A step that met a bug of its own. @param known what is known of the images; those without an end end in `error`. */
export function crashReport(
  cause: unknown,
  known: { step: Step; endings: readonly ImageEnding[] },
): Report {
  return {
    ...reportOf(known.endings, known.step),
    status: 'error',
    green: false,
    reason: sentenceOf(reasonOfCrash(cause)),
  };
}

/** Everything but these two is red. */
function isGreen(status: Status, onTimeout: Settings['onTimeout']): boolean {
  return status === 'completed' || (status === 'timed-out' && onTimeout === 'warn');
}

function imageReport(ending: ImageEnding, { settings, productId }: Step): ImageReport {
  const { imageId, status, progress, waitedMs, reason, findings, finishedBefore, timeline } =
    ending;
  const { scan, stateText, polls } = progress;
  const terminal = status === 'completed' || status === 'failed' || status === 'cancelled';
  const output: ScanOutput = {
    productId,
    imageId,
    scanId: scan?.id ?? settings.scanId ?? '',
    status,
    state: Array.from((stateText ?? '').slice(0, LONGEST_STATE * 2))
      .slice(0, LONGEST_STATE)
      .join(''),
    reason: reason === undefined ? '' : sentenceOf(reason),
    createdAt: scan?.createTime?.text ?? '',
    finishedAt: (terminal ? scan?.state?.since?.text : undefined) ?? '',
    waitedSeconds: Math.floor(waitedMs / 1000),
    polls,
    findings: findings ?? null,
  };
  return { output, reason, finishedBefore, timeline };
}

/** Of one image its sentence; of several the counts, then the sentence of the first that decides. */
function reasonOver(images: readonly ImageReport[]): string {
  const status = overall(images.map(({ output }) => output.status));
  const deciding = images.find(({ output }) => output.status === status);
  if (deciding?.reason === undefined) return '';
  if (images.length === 1) return deciding.output.reason;
  const { happened, advice } = deciding.reason;
  return `${countsOf(images)}; image ${printable(deciding.output.imageId)}: ${happened}: ${advice}.`;
}

/** As in `2 failed, 10 completed`, the gravest first. */
export function countsOf(images: readonly ImageReport[]): string {
  return GRAVITY.map(
    (status) => [images.filter(({ output }) => output.status === status).length, status] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${count} ${status}`)
    .join(', ');
}

/** Every output of the action, by name. The single-scan outputs describe the first image. */
export function outputsOf(report: Report): Readonly<Record<OutputName, string>> {
  const first = report.images[0]?.output;
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
    scans: JSON.stringify(report.images.map(({ output }) => output)),
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
