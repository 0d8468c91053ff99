/** Reads what the storage answers to a file, within limits. */
import type { IncomingMessage } from 'node:http';
import type { FileDigests } from '../model/upload.ts';
import type { Clock } from '../polling/clock.ts';
import { dateMs, retryAfterMs } from './http-dates.ts';

/** The server answered. */
export interface PutReply {
  readonly kind: 'reply';
  readonly status: number;
  /** Digests of the file; undefined if it answered before it had all of it. */
  readonly digests: FileDigests | undefined;
  /** The MD5 of what Google's storage has, in base64; undefined if it did not say. */
  readonly storedMd5: string | undefined;
  /** In milliseconds from now; undefined if it is absent, unreadable or not in the future. */
  readonly retryAfterMs: number | undefined;
  /** The start of the body; empty if it could not be read. */
  readonly text: string;
}

/** How long reading the body of an answer may take, in milliseconds. */
const BODY_MS = 2_000;
/** How much of that body is read, in bytes. */
const BODY_BYTES = 64 * 1024;

/** @param digests come once the file was sent; undefined if it was not. */
export async function readPutReply(
  message: IncomingMessage,
  digests: Promise<FileDigests | undefined>,
  clock: Clock,
): Promise<PutReply> {
  const { headers } = message;
  // An answer can overtake the notice that the last bytes were taken.
  const [text, known] = await Promise.all([textOf(message), within(digests)]);
  return {
    kind: 'reply',
    // Node sets the status of every response that a client receives.
    status: Number(message.statusCode),
    digests: known,
    storedMd5: /(?:^|[,\s])md5=([A-Za-z0-9+/]+=*)/.exec(`${headers['x-goog-hash'] ?? ''}`)?.[1],
    retryAfterMs: retryAfterMs(headers['retry-after'], dateMs(headers.date) ?? clock.wallMs()),
    text,
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  const reading = (async () => {
    for await (const chunk of message.setEncoding('utf8') as AsyncIterable<string>) {
      text += chunk;
      if (text.length > BODY_BYTES) return;
    }
  })();
  await within(reading);
  return text.slice(0, BODY_BYTES);
}

/** Waits for the work, but not for long. Its failure is none: what is known then counts. */
async function within<T>(work: Promise<T>): Promise<T | undefined> {
  const { promise: tooLate, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, BODY_MS, undefined);
  try {
    return await Promise.race([work.catch(() => undefined), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
