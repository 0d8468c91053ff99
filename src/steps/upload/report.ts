/** The result of an upload, as data for the outputs, the summary and the annotation. */
import type { Problem } from '../../inputs/input-reader.ts';
import type { ResolvedProduct } from '../../model/product.ts';
import { type Reason, sentenceOf } from '../../report/sentence.ts';
import { describeProblems, reasonOfCrash } from '../../report/step-error-words.ts';
import type { FailedFile, FileRecord, UploadStep } from './step.ts';
import type { UploadStatus } from './upload-file.ts';
import { reasonOfFile, withPossibleImage } from './verdict-words.ts';

export interface UploadReport {
  readonly status: UploadStatus;
  /** One sentence; empty if uploaded. */
  readonly reason: string;
  /** The same for people: with a line for each problem with an input. */
  readonly reasonLines: readonly string[];
  readonly files: readonly FileRecord[];
  /** Undefined until the platform has confirmed it. */
  readonly product: ResolvedProduct | undefined;
  /** Undefined if an input is invalid. */
  readonly apiUrl: string | undefined;
}

export function reportOfProblems(problems: readonly Problem[]): UploadReport {
  return { status: 'error', ...describeProblems(problems), ...NOTHING };
}

/** Green only if every file has an image. @param failed the file that ended the step, if one did. */
export function reportOfUpload(step: UploadStep, failed: FailedFile | undefined): UploadReport {
  const reason = failed && reasonOfFile(failed, step.settings);
  return { status: failed?.ended.status ?? 'uploaded', ...reasonsOf(reason), ...snapshotOf(step) };
}

/** @param step what is known so far; undefined if nothing. */
export function reportOfCrash(cause: unknown, step: UploadStep | undefined): UploadReport {
  const crash = reasonOfCrash(cause);
  // The storage has this file, so the request that makes it an image may have been sent.
  const sent = step?.records.find((it) => it.sha256 !== undefined && it.ended === undefined);
  const reason = sent === undefined ? crash : withPossibleImage(crash, sent.item);
  const snapshot = step === undefined ? NOTHING : snapshotOf(step);
  return { status: 'error', ...reasonsOf(reason), ...snapshot };
}

/** The same report, but an error makes it red. */
export function withError(report: UploadReport, error: Reason): UploadReport {
  return { ...report, status: 'error', ...reasonsOf(error) };
}

function reasonsOf(reason: Reason | undefined): Pick<UploadReport, 'reason' | 'reasonLines'> {
  if (reason === undefined) return { reason: '', reasonLines: [] };
  const sentence = sentenceOf(reason);
  return { reason: sentence, reasonLines: [sentence] };
}

type UploadSnapshot = Pick<UploadReport, 'files' | 'product' | 'apiUrl'>;

const NOTHING: UploadSnapshot = { files: [], product: undefined, apiUrl: undefined };

function snapshotOf({ records, images, settings }: UploadStep): UploadSnapshot {
  return { files: records, product: images.product(), apiUrl: settings.apiUrl };
}
