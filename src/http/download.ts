/** Downloads a file: checked as it comes, and under its own name only if it is whole. */
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import type { BodyProblem } from '../model/request-problem.ts';
import type { Clock } from '../polling/clock.ts';
import { printable } from '../util/text.ts';
import { createCheck, type Format } from './body-checks.ts';
import { type Body, readBody, type Unreadable, unreadable } from './decode-body.ts';
import { createConnection, exchange } from './http.ts';
import type { HttpRequest, NoReply, Reply } from './messages.ts';

export interface DownloadRequest extends Omit<HttpRequest, 'maxBytes'> {
  /** Where the file goes; its folder must be there. */
  readonly path: string;
  readonly format: Format;
  /** The largest file, in bytes. */
  readonly maxBytes: number;
}

/** The answer to a download. Whatever is not a whole file is a reply like any other. */
export type Downloaded = Saved | Unwritable | Reply | NoReply;

interface Saved {
  readonly kind: 'saved';
  readonly bytes: number;
}

/** This machine cannot take the file. */
interface Unwritable {
  readonly kind: 'unwritable';
  /** Why, printable. */
  readonly message: string;
}

export type Download = (request: DownloadRequest) => Promise<Downloaded>;

/** How long to wait for what comes next, in milliseconds. */
interface DownloadTimeouts {
  /** For the start of the answer: a report is made while its request waits. */
  readonly startMs: number;
  /** For the next part of the file. */
  readonly silenceMs: number;
}

const TIMEOUTS: DownloadTimeouts = { startMs: 300_000, silenceMs: 60_000 };
/** The largest error that is read, in bytes. */
const MOST_ERROR_BYTES = 4 * 1024 * 1024;

export function createDownload(userAgent: string, clock: Clock, timeouts = TIMEOUTS): Download {
  const connection = createConnection(userAgent, clock);
  return async (request) => {
    const limitMs = () => Math.min(request.limitMs(), timeouts.startMs);
    const reply = await exchange<Body | Saved | Unwritable>(
      { ...request, limitMs },
      connection,
      (message) =>
        message.statusCode === 200
          ? save(message, request, timeouts)
          : readBody(message, MOST_ERROR_BYTES),
      'headers',
    );
    if (reply.kind === 'no-reply') return reply;
    const { body } = reply;
    return 'kind' in body ? body : { ...reply, body };
  };
}

/** Whatever this machine's disk refuses. Any other error comes from the network. */
class DiskError extends Error {}

function onDisk<T>(work: Promise<T>): Promise<T> {
  return work.catch((cause: unknown) => {
    throw new DiskError(printable((cause as Error).message));
  });
}

/** Rejects with the error of the network. */
async function save(
  message: IncomingMessage,
  request: DownloadRequest,
  { silenceMs }: DownloadTimeouts,
): Promise<Saved | Unreadable | Unwritable> {
  const draft = `${request.path}.part`;
  let file: FileHandle | undefined;
  try {
    file = await onDisk(open(draft, 'w'));
    const written = await copy(message, file, request, silenceMs);
    await onDisk(file.close());
    if ('kind' in written) await onDisk(rename(draft, request.path));
    return written;
  } catch (error) {
    if (error instanceof DiskError) return { kind: 'unwritable', message: error.message };
    throw error;
  } finally {
    // What fails here leaves a draft, which nobody takes for the file.
    await Promise.allSettled([file?.close()]);
    await Promise.allSettled([rm(draft, { force: true })]);
  }
}

async function copy(
  message: IncomingMessage,
  file: FileHandle,
  { format, maxBytes, limitMs }: DownloadRequest,
  silenceMs: number,
): Promise<Saved | Unreadable> {
  const { 'content-length': length, 'transfer-encoding': transfer } = message.headers;
  if (Number(length) > maxBytes) return unreadable({ type: 'too-large', maxBytes });
  const check = createCheck(format, (length ?? transfer) !== undefined);
  const notWhole = unreadable({ type: 'not-whole', format: format === 'json' ? 'JSON' : 'PDF' });
  let stopped: BodyProblem | undefined;
  const stopAfter = (ms: number, problem: BodyProblem) =>
    setTimeout(() => {
      stopped = problem;
      message.destroy();
    }, ms);
  const leftMs = Math.max(0, limitMs());
  const silence = stopAfter(silenceMs, { type: 'stalled', afterMs: silenceMs });
  const end = stopAfter(leftMs, { type: 'too-slow', limitMs: leftMs });
  let bytes = 0;
  try {
    for await (const part of decoded(message)) {
      bytes += part.length;
      if (bytes > maxBytes) return unreadable({ type: 'too-large', maxBytes });
      if (!check.write(part)) return notWhole;
      await onDisk(file.writeFile(part));
      silence.refresh();
    }
    return check.end() ? { kind: 'saved', bytes } : notWhole;
  } catch (error) {
    if (stopped === undefined) throw error;
    return unreadable(stopped);
  } finally {
    clearTimeout(silence);
    clearTimeout(end);
    message.destroy();
  }
}

/** Loaded by the first file that needs it: most are not compressed. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** Some gateways compress although the request forbids it. Any other word is no encoding. */
const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => zlib().createUnzip()],
  ['x-gzip', () => zlib().createUnzip()],
  ['deflate', () => zlib().createUnzip()],
  ['br', () => zlib().createBrotliDecompress()],
]);

function decoded(message: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = message.headers['content-encoding'] ?? '';
  const decoder = DECODERS.get(encoding.trim().toLowerCase())?.();
  if (decoder === undefined) return message;
  // Errors of both end the iteration.
  return pipeline(message, decoder, () => undefined);
}
