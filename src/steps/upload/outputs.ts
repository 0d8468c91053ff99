/** The upload action's outputs, made from the report. All of them are shell-safe. */
import { shellSafeJson, shellSafeSentence, shellSafeText } from '../../util/shell-safe.ts';
import type { UploadReport } from './report.ts';
import type { FileRecord } from './step.ts';

export const UPLOAD_OUTPUTS = [
  'images',
  'image-id',
  'scan-id',
  'sha256',
  'product-id',
  'status',
  'reason',
  'uploads',
] as const;

export type UploadOutput = (typeof UPLOAD_OUTPUTS)[number];

/** One element of the output `uploads`; anything unknown is an empty string. */
interface FileOutput {
  readonly file: string;
  readonly name: string;
  readonly version: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly imageId: string;
  readonly scanId: string;
  /** Whole seconds; 0 if its upload has not begun. */
  readonly seconds: number;
}

/** Every output of the action, by name. `images` alone may have line breaks, between IDs. */
export function uploadOutputs(report: UploadReport): Readonly<Record<UploadOutput, string>> {
  const uploads = report.files.map(fileOutput);
  const [first] = uploads;
  const ids = uploads.map(({ imageId }) => shellSafeText(imageId)).filter((id) => id !== '');
  return {
    images: ids.join('\n'),
    'image-id': shellSafeText(first?.imageId ?? ''),
    'scan-id': shellSafeText(first?.scanId ?? ''),
    sha256: first?.sha256 ?? '',
    'product-id': shellSafeText(report.product?.id ?? ''),
    status: report.status,
    reason: shellSafeSentence(report.reason),
    uploads: shellSafeJson(uploads),
  };
}

function fileOutput({ item, sha256 = '', ms, ended }: FileRecord): FileOutput {
  const { shown: file, name, version, stamp } = item;
  const image = ended?.status === 'uploaded' ? ended.image : undefined;
  const { id: imageId = '', scanId = '' } = image ?? {};
  const seconds = Math.floor(ms / 1000);
  return { file, name, version, size: stamp.size, sha256, imageId, scanId, seconds };
}
