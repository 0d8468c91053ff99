/** The action's outputs, made from the report. All of them are shell-safe. */
import { baselineIdOf } from '../../model/baseline.ts';
import type { FindingCounts } from '../../model/image-details.ts';
import type { ImageRecord } from '../../model/image-record.ts';
import type { SeverityCounts } from '../../model/policy.ts';
import { finishedAt } from '../../model/scan.ts';
import type { Status } from '../../model/verdict.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { shellSafeJson, shellSafeSentence, shellSafeText } from '../../util/shell-safe.ts';
import type { FilePaths } from './evidence/write-files.ts';
import { type ImageReport, type Report, waitedMsOf } from './report.ts';

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
  'findings-file',
  'sarif-file',
  'summary-file',
  'verdict-file',
  'reports',
  'scans',
] as const;

export type OutputName = (typeof OUTPUTS)[number];

/** One element of the output `scans`; anything unknown is an empty string. */
export interface ScanOutput {
  readonly productId: string;
  readonly imageId: string;
  readonly imageName: string;
  readonly imageVersion: string;
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
  /** For the image, over all its scans. */
  readonly findings: FindingCounts | null;
  /** Null unless the findings were judged. */
  readonly gate: {
    readonly open: SeverityCounts;
    readonly blocking: number;
    /** Empty if there was nothing to compare with. */
    readonly baselineImageId: string;
  } | null;
}

/**
 * Every output of the action, by name. The single-scan outputs describe the first image.
 * @param files the paths of the files that were written.
 */
export function outputsOf(
  report: Report,
  files: FilePaths = {},
): Readonly<Record<OutputName, string>> {
  const scans = report.images.map((image) => scanOutputOf(image, report));
  const [first] = scans;
  return {
    status: report.status,
    'scan-id': shellSafeText(first?.scanId ?? ''),
    'product-id': shellSafeText(report.product?.id ?? ''),
    'image-id': shellSafeText(first?.imageId ?? ''),
    state: shellSafeText(first?.state ?? ''),
    reason: shellSafeSentence(report.reason),
    'created-at': shellSafeText(first?.createdAt ?? ''),
    'finished-at': shellSafeText(first?.finishedAt ?? ''),
    'waited-seconds': String(wholeSeconds(waitedMsOf(report))),
    'findings-file': shellSafeText(files['findings-file'] ?? ''),
    'sarif-file': shellSafeText(files['sarif-file'] ?? ''),
    'summary-file': shellSafeText(files['summary-file'] ?? ''),
    'verdict-file': shellSafeText(files['verdict-file'] ?? ''),
    reports: shellSafeText(files.reports ?? ''),
    scans: shellSafeJson(scans),
  };
}

function scanOutputOf({ record, status, reason }: ImageReport, report: Report): ScanOutput {
  const { imageId, scan, lastState = '', details, waitedMs, polls } = record;
  return {
    productId: report.product?.id ?? '',
    imageId,
    imageName: details?.name ?? '',
    imageVersion: details?.version ?? '',
    scanId: scan?.id ?? report.settings?.scanId ?? '',
    status,
    state: firstCharacters(lastState, LONGEST_STATE),
    reason: reason === undefined ? '' : sentenceOf(reason),
    createdAt: scan?.createTime?.text ?? '',
    finishedAt: finishedAt(scan),
    waitedSeconds: wholeSeconds(waitedMs),
    polls,
    findings: details?.findings ?? null,
    gate: gateOf(record),
  };
}

function gateOf({ judgement, baseline }: ImageRecord): ScanOutput['gate'] {
  if (judgement === undefined) return null;
  const { open, blocking } = judgement;
  return { open, blocking: blocking.length, baselineImageId: baselineIdOf(baseline) ?? '' };
}

/** An undocumented state may be any text of any length. */
const LONGEST_STATE = 1000;

function firstCharacters(text: string, most: number): string {
  return Array.from(text.slice(0, most * 2))
    .slice(0, most)
    .join('');
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
