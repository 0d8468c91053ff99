/** Sends a file as the body of a request, with memory that does not grow with the file. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as immediate } from 'node:timers/promises';
import type { FileDigests, FileStamp } from '../model/upload.ts';

/** How much is read at once, in bytes. Two such buffers take turns. */
const BUFFER_BYTES = 512 * 1024;
/** How much is written at once, in bytes: what is taken is counted in pieces of this size. */
const PIECE_BYTES = 64 * 1024;
/** How much may wait to be taken, in bytes, before more is written. */
const MOST_WAITING_BYTES = 256 * 1024;

/** The part of a request that a body is written to. */
export interface Body {
  write(piece: Uint8Array, taken: (error?: Error | null) => void): unknown;
  end(): unknown;
}

export type Sent = { readonly kind: 'sent'; readonly digests: FileDigests } | NotSent;

/** `changed`: it is not what it was. `stopped`: the request ended before the file did. */
type NotSent = { readonly kind: 'changed' } | { readonly kind: 'stopped' };

const CHANGED: NotSent = { kind: 'changed' };
const STOPPED: NotSent = { kind: 'stopped' };

/**
 * Resolves once the connection has taken all of the file and the request was ended.
 * @param stamp what the file should be, before and after.
 * @param onTaken called with the total number of bytes that the connection has taken.
 * @param signal stops it.
 */
export async function sendFile(
  file: FileHandle,
  stamp: FileStamp,
  body: Body,
  onTaken: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  const writer = createWriter(body, onTaken);
  let [buffer, other] = [newBuffer(), newBuffer()];
  if (!(await hasStamp(file, stamp))) return CHANGED;
  for (let position = 0; position < stamp.size; [buffer, other] = [other, buffer]) {
    await writer.untilTaken(buffer.end);
    const wanted = Math.min(BUFFER_BYTES, stamp.size - position);
    const { bytesRead } = await file.read(buffer.bytes, 0, wanted, position);
    if (bytesRead === 0) return CHANGED;
    const block = buffer.bytes.subarray(0, bytesRead);
    sha256.update(block);
    md5.update(block);
    position += bytesRead;
    buffer.end = position;
    // The last bytes are held back until the whole file is known to be what it was.
    if (position === stamp.size && !(await hasStamp(file, stamp))) return CHANGED;
    if (!(await writer.write(block)) || signal.aborted) return STOPPED;
  }
  body.end();
  if (!(await writer.untilTaken(stamp.size))) return STOPPED;
  return { kind: 'sent', digests: { sha256: sha256.digest('hex'), md5: md5.digest('base64') } };
}

/** `end` is the position in the file behind what was read into the buffer last. */
function newBuffer() {
  return { bytes: Buffer.allocUnsafe(BUFFER_BYTES), end: 0 };
}

/** @returns whether the file is what it should be. */
async function hasStamp(file: FileHandle, { size, modifiedNs }: FileStamp): Promise<boolean> {
  const stats = await file.stat({ bigint: true });
  return stats.size === BigInt(size) && stats.mtimeNs === modifiedNs;
}

function createWriter(body: Body, onTaken: (bytes: number) => void) {
  let [written, taken, isBroken] = [0, 0, false];
  let wake = () => {};

  function writePiece(piece: Uint8Array): void {
    written += piece.length;
    body.write(piece, (error) => {
      if (error) {
        isBroken = true;
      } else {
        taken += piece.length;
        onTaken(taken);
      }
      wake();
    });
  }

  /** Waits until so many bytes of the file were taken. @returns false if the connection broke. */
  async function untilTaken(bytes: number): Promise<boolean> {
    while (taken < bytes && !isBroken) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return !isBroken;
  }

  return {
    untilTaken,
    /** @returns false if the connection broke. */
    async write(block: Uint8Array): Promise<boolean> {
      for (let start = 0; start < block.length && !isBroken; start += PIECE_BYTES) {
        await untilTaken(written - MOST_WAITING_BYTES + PIECE_BYTES);
        // Let an answer that has arrived be read first: writing to a connection that the server has
        // closed would lose it.
        await immediate();
        writePiece(block.subarray(start, start + PIECE_BYTES));
      }
      return !isBroken;
    },
  };
}
