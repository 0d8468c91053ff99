/** What the storage's answer means. Pure. */
import { isBusy } from '../../http/no-reply.ts';
import type { PutResult } from '../../http/put-file.ts';
import type { PutReply } from '../../http/put-reply.ts';
import type { Failed, Found, Interrupted, Refused } from '../../model/api-result.ts';
import type { RefusalCause } from '../../model/refusal-cause.ts';
import type { FileDigests, StorageProblem } from '../../model/upload.ts';

/**
 * @param host that of the storage.
 * @param wasDenied whether the try before was denied, too: then it is not that its address expired.
 * @returns the digests of what the storage has.
 */
export function readStorageResult(
  result: PutResult,
  host: string,
  wasDenied: boolean,
): Found<FileDigests> | Failed | Refused | Interrupted {
  switch (result.kind) {
    case 'reply':
      return readReply(result, host, wasDenied);
    case 'no-reply': {
      const { problem } = result;
      if (problem.type === 'interrupted') return { kind: 'interrupted' };
      if (problem.type === 'proxy-auth') return refused(problem);
      if (problem.type === 'certificate')
        return refused({ type: 'storage-certificate', host, code: problem.code });
      return failed(host, problem);
    }
    case 'file-changed':
      return refused({ type: 'file-changed' });
    case 'file-unreadable':
      return refused({ type: 'file-unreadable', message: result.message });
  }
}

/** Whether the storage denied the request, as it does once the address has expired. */
export function isDenied(result: PutResult): boolean {
  return result.kind === 'reply' && (result.status === 400 || result.status === 403);
}

function readReply(
  reply: PutReply,
  host: string,
  wasDenied: boolean,
): Found<FileDigests> | Failed | Refused {
  const { status, digests, storedMd5, retryAfterMs } = reply;
  if (status >= 200 && status < 300) {
    if (digests === undefined) return failed(host, { type: 'early-answer', status }, retryAfterMs);
    return storedMd5 === undefined || storedMd5 === digests.md5
      ? { kind: 'found', value: digests }
      : failed(host, { type: 'md5-differs' });
  }
  const code = codeIn(reply.text);
  if (isBusy(status) || (isDenied(reply) && !wasDenied))
    return failed(host, { type: 'storage-status', status, code }, retryAfterMs);
  if (status === 407) return refused({ type: 'proxy-auth' });
  return refused({ type: 'storage-refused', host, status, code });
}

/** The code in an error of Google's storage, or of one that is compatible with S3. */
function codeIn(xml: string): string | undefined {
  return /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(xml)?.[1];
}

/** Only after the API has given the address: so the API has been reached. */
function failed(host: string, problem: StorageProblem, retryAfterMs?: number): Failed {
  const cause = { type: 'storage', host, problem } as const;
  return { kind: 'failed', endpoint: 'storage', cause, reached: 'api', retryAfterMs };
}

function refused(cause: RefusalCause): Refused {
  return { kind: 'refused', endpoint: 'storage', cause };
}
