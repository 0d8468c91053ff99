/** Plays the storage that a file is sent to, and what can go wrong there. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Fault } from './faults.ts';

export type StorageFault =
  /** In place of its answer, once it has the whole file. */
  | Fault
  /** Answers after so many bytes, and reads on. */
  | { readonly kind: 'early'; readonly afterBytes: number; readonly answer: EarlyAnswer }
  /** Answers after so many bytes, and closes: the answer may be lost, as what was sent is unread. */
  | { readonly kind: 'early-close'; readonly afterBytes: number; readonly answer: Fault }
  /** Closes after so many bytes, without an answer. */
  | { readonly kind: 'cut-body'; readonly afterBytes: number }
  /** Takes no more than so many bytes. */
  | { readonly kind: 'stall-body'; readonly afterBytes: number }
  /** Takes no more than so many bytes for a while. */
  | {
      readonly kind: 'pause';
      readonly afterBytes: number;
      readonly forMs: number;
      readonly meanwhile?: () => void;
    }
  /** Has other bytes than were sent, as its MD5 says. */
  | { readonly kind: 'garble' }
  /** Says nothing of an MD5. */
  | { readonly kind: 'no-hash' };

/** Without headers of its own. */
interface EarlyAnswer {
  readonly status: number;
  readonly body: string;
}

export interface TakenFile {
  /** In base64. */
  readonly md5: string;
}

/** Reads the file, as far as the fault lets it. @returns what follows if that is not all of it. */
export async function takeFile(
  request: IncomingMessage,
  fault: StorageFault | undefined,
): Promise<TakenFile | Fault> {
  const hash = createHash('md5');
  const most = fault !== undefined && 'afterBytes' in fault ? fault.afterBytes : Infinity;
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      hash.update(chunk as Buffer);
      const before = bytes;
      bytes += (chunk as Buffer).length;
      if (bytes < most || before >= most) continue;
      if (fault?.kind !== 'pause') break;
      fault.meanwhile?.();
      await new Promise((resolve) => setTimeout(resolve, fault.forMs));
    }
  } catch {
    // Whoever sent it has gone.
    return { kind: 'silent' };
  }
  switch (fault?.kind) {
    case 'early':
      answerEarly(request, fault.answer);
      return { kind: 'silent' };
    case 'early-close':
      setTimeout(() => request.socket.destroy(), 50);
      return fault.answer;
    case 'cut-body':
      request.socket.resetAndDestroy();
      return { kind: 'silent' };
    case 'stall-body':
      request.pause();
      return { kind: 'silent' };
    default:
      return { md5: hash.digest('base64') };
  }
}

/** The answer of Google's storage, or the fault in its place. */
export function storageAnswer({ md5 }: TakenFile, fault: StorageFault | undefined): Fault {
  if (fault === undefined) return hashed(md5);
  switch (fault.kind) {
    case 'garble':
      return hashed(createHash('md5').update('other').digest('base64'));
    case 'pause':
      return hashed(md5);
    case 'no-hash':
      return { kind: 'answer', status: 200, body: '' };
    case 'early':
    case 'early-close':
    case 'cut-body':
    case 'stall-body':
      return { kind: 'silent' };
    default:
      return fault;
  }
}

function hashed(md5: string): Fault {
  const headers = { 'x-goog-hash': `crc32c=AAAAAA==,md5=${md5}` };
  return { kind: 'answer', status: 200, body: '', headers };
}

/** An error as cloud storage writes it. */
export function xmlError(status: number, code: string): Fault {
  const body = `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code></Error>`;
  return { kind: 'answer', status, body, headers: { 'content-type': 'application/xml' } };
}

/**
 * Answers and reads on, as storage does. Node's server would close the connection over what is still
 * coming, and then the sender may lose the answer.
 */
function answerEarly(request: IncomingMessage, { status, body }: EarlyAnswer): void {
  const length = Buffer.byteLength(body);
  const head = `HTTP/1.1 ${status} Early\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n`;
  request.socket.write(head + body);
  request.resume();
}
