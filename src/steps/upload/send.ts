/**
 * Sends a file to the storage. A try is a new address and all of the file, so that a storage that
 * stays down is one outage, although the API answers in between.
 */
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { uploadAddress } from '../../binarly/uploads.ts';
import type { PutFile } from '../../http/put-file.ts';
import { type ApiResult, refusedByApi } from '../../model/api-result.ts';
import type { FileDigests, UploadAddress } from '../../model/upload.ts';
import type { Decided } from '../../polling/attempt.ts';
import type { CallOptions } from '../../polling/call-options.ts';
import type { Clock } from '../../polling/clock.ts';
import { retryUntilFound } from '../../polling/retry.ts';
import { attemptOf } from './attempt.ts';
import { inTime, leftMs, retryBudgetsOf, type UploadBudgets } from './budgets.ts';
import type { UploadItem } from './files.ts';
import type { FileLog } from './log.ts';
import { isDenied, readStorageResult } from './storage.ts';
import { secretsOf, storageUrl } from './upload-url.ts';

/** A file that the storage has. */
export interface SentFile {
  readonly tempFileId: string;
  readonly digests: FileDigests;
}

export interface SendTools {
  readonly images: ProductImages;
  readonly apiUrl: string;
  readonly putFile: PutFile;
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly mask: (secret: string) => void;
  readonly log: FileLog;
}

export function sendToStorage(
  { path, stamp }: UploadItem,
  budgets: UploadBudgets,
  { images, apiUrl, putFile, clock, random, signal, mask, log }: SendTools,
): Promise<Decided<SentFile>> {
  let wasDenied = false;
  /** How long the storage took bytes in the current try, in milliseconds. */
  let takenMs = 0;

  async function put({ tempFileId, url: address }: UploadAddress): Promise<ApiResult<SentFile>> {
    const url = storageUrl(address, apiUrl);
    if (url === undefined) return refusedByApi({ type: 'upload-address' });
    for (const secret of secretsOf(url)) mask(secret);
    const beganMs = clock.monotonicMs();
    const progress = log.sending();
    const result = await putFile({
      url,
      path,
      stamp,
      limitMs: leftMs(budgets, clock),
      signal,
      onTaken(bytes) {
        takenMs = clock.monotonicMs() - beganMs;
        progress(bytes);
      },
    });
    const meaning = readStorageResult(result, url.host, wasDenied);
    wasDenied = isDenied(result);
    return meaning.kind === 'found'
      ? { kind: 'found', value: { tempFileId, digests: meaning.value } }
      : meaning;
  }

  async function tryOnce(call: CallOptions): Promise<ApiResult<SentFile>> {
    takenMs = 0;
    const address = await images.ask(uploadAddress, call);
    return address.kind === 'found' ? put(address.value) : address;
  }

  return retryUntilFound(
    inTime(tryOnce, budgets, clock),
    (result) => attemptOf(result, takenMs),
    retryBudgetsOf(budgets),
    { clock, random, signal, grace: budgets.grace, onAttempt: log.attempt },
  );
}
