/** Uploads one file: sends it to the storage, then makes it an image. */
import type { Failed, Refused } from '../../model/api-result.ts';
import type { UploadedImage } from '../../model/upload.ts';
import type { Decided, GaveUp } from '../../polling/attempt.ts';
import type { UploadBudgets } from './budgets.ts';
import type { UploadItem } from './files.ts';
import { type FinishTools, finishUpload, listBefore } from './finish.ts';
import { type SendTools, sendToStorage } from './send.ts';

/** How the upload of a file ended. */
export type FileEnd =
  | { readonly status: 'uploaded'; readonly image: UploadedImage }
  | ({ readonly status: 'error'; readonly refused: Refused } & Trace)
  | ({ readonly status: 'unavailable'; readonly gaveUp: GaveUp } & Trace)
  /** `failure` is why the last try failed; undefined if nothing failed. */
  | ({ readonly status: 'timed-out'; readonly failure: Failed | undefined } & Trace)
  | ({ readonly status: 'interrupted' } & Trace);

interface Trace {
  /** Whether an image that is not known may have been created. */
  readonly mayExist: boolean;
}

export type FileFailure = Exclude<FileEnd, { readonly status: 'uploaded' }>;

export type UploadStatus = FileEnd['status'];

export type UploadTools = SendTools & FinishTools;

/** @param onSent called with the SHA-256 of the file once the storage has it. */
export async function uploadFile(
  item: UploadItem,
  budgets: UploadBudgets,
  tools: UploadTools,
  onSent: (sha256: string) => void,
): Promise<FileEnd> {
  const sent = await sendToStorage(item, budgets, tools);
  if (sent.kind !== 'done') return endOf(sent, false);
  const { tempFileId, digests } = sent.value;
  onSent(digests.sha256);
  const before = await listBefore(budgets, tools);
  if (before.kind !== 'done') return endOf(before, false);
  const { name, version, filename } = item;
  const request = { tempFileId, name, version, filename };
  const { retried, mayExist } = await finishUpload(request, before.value, budgets, tools);
  return retried.kind === 'done'
    ? { status: 'uploaded', image: retried.value }
    : endOf(retried, mayExist);
}

/** What follows if a file could not be uploaded. */
export function endOf(
  retried: Exclude<Decided<never>, { readonly kind: 'done' }>,
  mayExist: boolean,
): FileFailure {
  switch (retried.kind) {
    case 'refused':
      return { status: 'error', refused: retried, mayExist };
    case 'interrupted':
      return { status: 'interrupted', mayExist };
    case 'gave-up': {
      const { failure } = retried.outage;
      return retried.ended === 'time'
        ? {
            status: 'timed-out',
            failure: failure.cause.type === 'no-time' ? undefined : failure,
            mayExist,
          }
        : { status: 'unavailable', gaveUp: retried, mayExist };
    }
  }
}
