/** A running upload: its settings, its connection to the platform, what it knows of each file. */
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { refusedByApi } from '../../model/api-result.ts';
import { isSameId } from '../../model/ids.ts';
import type { ServerClock } from '../../polling/server-clock.ts';
import { createStartGrace } from '../../polling/start-grace.ts';
import { connect } from '../connect.ts';
import { expiryNote } from '../notes.ts';
import type { Uses } from '../runtime.ts';
import type { UploadItem } from './files.ts';
import type { UploadSettings } from './inputs.ts';
import { createFileLog, type FileLog } from './log.ts';
import { type FileEnd, type FileFailure, uploadFile } from './upload-file.ts';

/** What is known of one file. */
export interface FileRecord {
  readonly item: UploadItem;
  /** Undefined until the storage has it. */
  readonly sha256: string | undefined;
  /** How long its upload took, in milliseconds; 0 if it has not begun. */
  readonly ms: number;
  /** Undefined if its upload has not ended or not begun. */
  readonly ended: FileEnd | undefined;
}

export interface UploadStep {
  readonly settings: UploadSettings;
  /** By the dates in the platform's answers. */
  readonly clock: ServerClock;
  readonly images: ProductImages;
  /** In the order of the files; the latest of each. */
  readonly records: FileRecord[];
}

type Tools = Uses<'workflow' | 'putFile' | 'random'>;

/** Connects to the platform; makes no request yet. */
export function beginUpload(
  settings: UploadSettings,
  runtime: Uses<'workflow' | 'clock' | 'http'>,
): UploadStep {
  const { clock, images } = connect(settings, runtime);
  return {
    settings,
    clock,
    images,
    records: settings.items.map((item) => ({ item, sha256: undefined, ms: 0, ended: undefined })),
  };
}

/** A file whose upload failed. */
export interface FailedFile {
  readonly item: UploadItem;
  readonly ended: FileFailure;
}

/** Uploads the files, one after the other. @returns the first that fails, which ends the step. */
export async function uploadFiles(
  step: UploadStep,
  signal: AbortSignal,
  { workflow, random, putFile }: Tools,
): Promise<FailedFile | undefined> {
  const { images, records, settings, clock } = step;
  const { apiUrl, timeoutMs, maxOutageMs } = settings;
  const beganMs = clock.monotonicMs();
  const grace = createStartGrace(beganMs);
  const budgets = { deadlineMs: beganMs + timeoutMs, maxOutageMs, grace };
  const noteExpiry = expiryNote(settings.credential, clock, budgets.deadlineMs, { workflow });
  for (const [index, { item }] of records.entries()) {
    const fileBeganMs = clock.monotonicMs();
    const note = (news: Partial<FileRecord>) => {
      const known = records[index] as FileRecord;
      records[index] = { ...known, ...news, ms: clock.monotonicMs() - fileBeganMs };
    };
    const fileLog = createFileLog(item, clock, workflow.info);
    const log: FileLog = {
      ...fileLog,
      sending() {
        noteExpiry();
        return fileLog.sending();
      },
    };
    const { mask } = workflow;
    const tools = { images, apiUrl, putFile, clock, random, signal, mask, log };
    const end = await uploadFile(item, budgets, tools, (sha256) => note({ sha256 }));
    const ended = ofItsOwn(end, records, index);
    note({ ended });
    if (ended.status !== 'uploaded') return { item, ended };
    log.uploaded(ended.image, clock.monotonicMs() - fileBeganMs);
  }
  return undefined;
}

/** The end; an error if another file, with other content, has its image: one is not scanned then. */
function ofItsOwn(end: FileEnd, records: readonly FileRecord[], index: number): FileEnd {
  if (end.status !== 'uploaded') return end;
  const { id: imageId } = end.image;
  const other = records
    .slice(0, index)
    .find(({ ended }) => ended?.status === 'uploaded' && isSameId(ended.image.id, imageId));
  if (other === undefined || other.sha256 === records[index]?.sha256) return end;
  const refused = refusedByApi({ type: 'image-shared', imageId, shown: other.item.shown });
  return { status: 'error', refused, mayExist: false };
}
