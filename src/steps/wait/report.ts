/** The report of a step, as data: the outputs, the summary and the annotation are made from it. */

import type { Problem } from '../../inputs/input-reader.ts';
import { type ImageRecord, verdictOf } from '../../model/image-record.ts';
import type { ResolvedProduct } from '../../model/product.ts';
import { classifyState } from '../../model/scan.ts';
import {
  countsOf,
  isGreen,
  letsFindingsPass,
  overallStatus,
  STATUS_TABLE,
} from '../../model/statuses.ts';
import type { Status, Verdict } from '../../model/verdict.ts';
import { clausesOf, type Reason, sentenceOf } from '../../report/sentence.ts';
import { describeProblems, reasonOfCrash } from '../../report/step-error-words.ts';
import { printable } from '../../util/text.ts';
import type { Settings } from './settings.ts';
import { reasonOf } from './verdict-words.ts';

export interface Report {
  readonly status: Status;
  /** The heading of the summary. */
  readonly headline: string;
  /** Whether the step is green: only with a verdict that was reached deliberately. */
  readonly green: boolean;
  /** One sentence; empty if completed. With several images it begins with the counts. */
  readonly reason: string;
  /** The reason as lines for people; several only for several problems with inputs. */
  readonly reasonLines: readonly string[];
  /** In the order given. */
  readonly images: readonly ImageReport[];
  /** Undefined until it was resolved. */
  readonly product: ResolvedProduct | undefined;
  /** Undefined if the inputs are invalid. */
  readonly settings: Settings | undefined;
  /** An output that could not be written, and why. */
  readonly unwritten?: { readonly name: string; readonly reason: Reason };
  /** When the report was made, in milliseconds since the epoch: bars of running scans end here. */
  readonly madeWallMs: number;
}

/** One image's part of the report. */
export interface ImageReport {
  readonly record: ImageRecord;
  readonly status: Status;
  /** Whether it lets the step pass. */
  readonly green: boolean;
  /** Undefined if completed, or without a verdict. */
  readonly reason: Reason | undefined;
}

/** What is known of the step as a whole. */
export interface StepSnapshot {
  readonly settings: Settings;
  readonly product: ResolvedProduct | undefined;
  readonly nowWallMs: number;
}

/**
 * @param records at least one, in the order given.
 * @param problem what failed other than an image; it makes the step an error.
 */
export function reportOf(
  records: readonly ImageRecord[],
  { settings, product, nowWallMs }: StepSnapshot,
  problem?: Reason,
): Report {
  const images = records.map((record) => imageReport(record, settings));
  const status = overallStatus(images.map((image) => image.status));
  const reason = reasonOver(images, status);
  const report = {
    status,
    headline: headlineOf(images, status),
    green: images.length > 0 && images.every(({ green }) => green),
    reason,
    reasonLines: reason === '' ? [] : [reason],
    images,
    product,
    settings,
    madeWallMs: nowWallMs,
  };
  return problem === undefined ? report : withError(report, problem);
}

/**
 * A record without a verdict belongs to a step that crashed, so it counts as the worst.
 */
export function imageReport(record: ImageRecord, settings: Settings): ImageReport {
  const verdict = verdictOf(record);
  const status = verdict?.status ?? 'error';
  const green = isGreenImage(record, settings);
  const needsNone = verdict === undefined || verdict.status === 'completed';
  const reason = needsNone ? undefined : reasonOf(verdict, record, settings);
  return { record, status, green, reason };
}

function headlineOf(images: readonly ImageReport[], status: Status): string {
  const [first, ...others] = images;
  if (others.length > 0) return `Binarly scans: ${countsOf(images.map((image) => image.status))}`;
  const verdict = first && verdictOf(first.record);
  return verdict?.status === 'unavailable' ? whatIsMissing(verdict) : STATUS_TABLE[status].headline;
}

/** "Did not answer" is said only if nothing did. */
function whatIsMissing({
  failure: { endpoint, cause },
  findings,
  baseline,
}: Extract<Verdict, { readonly status: 'unavailable' }>): string {
  if (endpoint === 'token' || endpoint === 'id-token') return 'Could not get a token';
  if (baseline) return 'Could not find the baseline';
  if (findings !== undefined) return 'Could not read the findings';
  return cause.type === 'network' || cause.type === 'too-slow'
    ? 'Binarly did not answer'
    : STATUS_TABLE.unavailable.headline;
}

/** Whether an image lets the step pass. A timeout passes only if the scan was known to be pending. */
export function isGreenImage(record: ImageRecord, { onTimeout }: Settings): boolean {
  const verdict = verdictOf(record);
  const wasPending = classifyState(record.lastKnownState) === 'pending';
  return (
    verdict !== undefined &&
    isGreen(verdict.status, {
      timeout: onTimeout === 'warn' && wasPending,
      findings: letsFindingsPass(verdict),
    })
  );
}

/** The report of a step whose inputs are invalid. */
export function reportOfProblems(problems: readonly Problem[], nowWallMs: number): Report {
  const { reason, reasonLines } = describeProblems(problems);
  return { ...errorReport(reason, reasonLines, nowWallMs), headline: 'Invalid inputs' };
}

/**
 * The report of a step that crashed because of a bug.
 * @param known the records and the rest so far; undefined before the inputs were read.
 */
export function reportOfCrash(
  cause: unknown,
  known: { readonly records: readonly ImageRecord[]; readonly snapshot: StepSnapshot } | undefined,
  nowWallMs: number,
): Report {
  const crash = reasonOfCrash(cause);
  if (known !== undefined) return reportOf(known.records, known.snapshot, crash);
  return errorReport(sentenceOf(crash), [sentenceOf(crash)], nowWallMs);
}

/**
 * The report of a step that failed for a reason other than an image: that becomes the reason of all
 * images without a verdict.
 */
export function withError(report: Report, reason: Reason): Report {
  const { images, product, settings, madeWallMs } = report;
  return {
    ...errorReport(sentenceOf(reason), [sentenceOf(reason)], madeWallMs),
    images: images.map((image) =>
      image.record.ended === undefined ? { ...image, reason } : image,
    ),
    product,
    settings,
  };
}

function errorReport(reason: string, reasonLines: readonly string[], madeWallMs: number): Report {
  const unknown = { images: [], product: undefined, settings: undefined };
  const { headline } = STATUS_TABLE.error;
  return { status: 'error', headline, green: false, reason, reasonLines, ...unknown, madeWallMs };
}

/**
 * For one image its sentence; for several the counts, then the sentence of the first image with
 * this status.
 */
export function reasonOver(images: readonly ImageReport[], status: Status): string {
  const deciding = images.find((image) => image.status === status);
  if (deciding?.reason === undefined) return '';
  if (images.length === 1) return sentenceOf(deciding.reason);
  const image = `image ${printable(deciding.record.imageId)}`;
  return `${countsOf(images.map((image) => image.status))}; ${image}: ${clausesOf(deciding.reason)}.`;
}

/** How long the step waited, in milliseconds. */
export function waitedMsOf({ images }: Report): number {
  return Math.max(0, ...images.map(({ record }) => record.waitedMs));
}
