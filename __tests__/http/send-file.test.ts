/** The body of an upload: every byte in order, counted, and only if the file stays what it was. */
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Body, sendFile } from '../../src/http/send-file.ts';
import type { FileStamp } from '../../src/model/upload.ts';

const folder = mkdtempSync(join(tmpdir(), 'send-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'file');

const { signal } = new AbortController();
const SIZE = 3 * 512 * 1024 + 123;

function write(content: Buffer): FileStamp {
  writeFileSync(path, content);
  const stats = statSync(path, { bigint: true });
  return { size: Number(stats.size), modifiedNs: stats.mtimeNs };
}

/** Keeps what it takes, one piece a turn; `before` runs before it takes a piece. */
function slowBody(before: (taken: number) => Error | undefined = () => undefined) {
  const pieces: Buffer[] = [];
  let [waiting, most, isEnded, bytes] = [0, 0, false, 0];
  const queue: (() => void)[] = [];
  const body: Body = {
    write(piece, taken) {
      waiting += piece.length;
      most = Math.max(most, waiting);
      queue.push(() => {
        const error = before(bytes);
        waiting -= piece.length;
        bytes += piece.length;
        // Only now, as a connection does: until then, the bytes must stay what they are.
        pieces.push(Buffer.from(piece));
        taken(error);
      });
      setImmediate(() => queue.shift()?.());
    },
    end() {
      isEnded = true;
    },
  };
  return {
    body,
    content: () => Buffer.concat(pieces),
    most: () => most,
    isEnded: () => isEnded,
  };
}

async function send(
  stamp: FileStamp,
  body: Body,
  more: { readonly file?: FileHandle; readonly signal?: AbortSignal } = {},
) {
  const taken: number[] = [];
  const file = more.file ?? (await open(path));
  const sent = await sendFile(
    file,
    stamp,
    body,
    (bytes) => taken.push(bytes),
    more.signal ?? signal,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  await file.close();
  return { sent, taken };
}

describe('a file', () => {
  it('is sent as it is, with its digests, and little of it waits', async () => {
    const content = randomBytes(SIZE);
    const { body, content: received, most, isEnded } = slowBody();
    const { sent, taken } = await send(write(content), body);
    const digest = (name: string) => createHash(name).update(content);
    expect(sent).toEqual({
      kind: 'sent',
      digests: { sha256: digest('sha256').digest('hex'), md5: digest('md5').digest('base64') },
    });
    expect(received().equals(content)).toBe(true);
    expect(isEnded()).toBe(true);
    expect(taken.at(-1)).toBe(SIZE);
    expect(taken).toEqual(taken.toSorted((a, b) => a - b));
    expect(most()).toBeLessThanOrEqual(256 * 1024);
  });

  it('is sent as it is if the disk gives less than was asked for', async () => {
    const content = randomBytes(SIZE);
    const stamp = write(content);
    const file = await open(path);
    const short: Pick<FileHandle, 'read' | 'stat' | 'close'> = {
      read: ((buffer: Buffer, offset: number, length: number, position: number) =>
        file.read(buffer, offset, Math.min(length, 10_000), position)) as FileHandle['read'],
      stat: file.stat.bind(file) as FileHandle['stat'],
      close: () => file.close(),
    };
    const { body, content: received } = slowBody();
    await send(stamp, body, { file: short as FileHandle });
    expect(received().equals(content)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['grows', () => appendFileSync(path, 'more')],
    ['shrinks', () => truncateSync(path, 1_000_000)],
    ['is written again', () => utimesSync(path, new Date(), new Date(1))],
  ])('that %s while it is read is never sent to its end', async (_, change) => {
    const { body, content, isEnded } = slowBody((taken) => {
      if (taken === 0) change();
      return undefined;
    });
    const { sent } = await send(write(randomBytes(SIZE)), body);
    expect(sent).toEqual({ kind: 'changed' });
    expect(isEnded()).toBe(false);
    expect(content().length).toBeLessThan(SIZE);
  });

  it('that is not what it was is not sent at all', async () => {
    const { modifiedNs } = write(randomBytes(1_000));
    const { body, content } = slowBody();
    const { sent } = await send({ size: 999, modifiedNs }, body);
    expect([sent, content().length]).toEqual([{ kind: 'changed' }, 0]);
  });

  it('is no longer read once the connection has broken', async () => {
    const { body, isEnded } = slowBody((taken) =>
      taken > 300_000 ? new Error('EPIPE') : undefined,
    );
    const { sent, taken } = await send(write(randomBytes(SIZE)), body);
    expect(sent).toEqual({ kind: 'stopped' });
    expect(isEnded()).toBe(false);
    expect(taken.at(-1)).toBeLessThan(700_000);
  });

  it('is not sent if the connection breaks in the last bytes', async () => {
    const { body } = slowBody((taken) => (taken > 900 ? new Error('EPIPE') : undefined));
    expect((await send(write(randomBytes(70_000)), body)).sent).toEqual({ kind: 'stopped' });
  });

  it('is no longer read once the request has ended', async () => {
    const abort = new AbortController();
    const { body, isEnded } = slowBody(() => void abort.abort());
    const { sent } = await send(write(randomBytes(SIZE)), body, { signal: abort.signal });
    expect([sent, isEnded()]).toEqual([{ kind: 'stopped' }, false]);
  });
});
