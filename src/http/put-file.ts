/**
 * Puts a file to an address: as a stream, through the proxy if there is one, without following
 * redirects, and within limits. Every foreseen failure is a value.
 */
import { type FileHandle, open } from 'node:fs/promises';
import * as plain from 'node:http';
import * as tls from 'node:https';
import type { RequestProblem } from '../model/request-problem.ts';
import type { FileDigests, FileStamp } from '../model/upload.ts';
import type { Clock } from '../polling/clock.ts';
import { printable } from '../util/text.ts';
import { createAgents } from './exchange.ts';
import { problemOf } from './failure.ts';
import { dateMs, retryAfterMs } from './http-dates.ts';
import { type Sent, sendFile } from './send-file.ts';

export interface FilePut {
  /** Its query is a credential. */
  readonly url: URL;
  readonly path: string;
  /** What the file should be. */
  readonly stamp: FileStamp;
  /** Milliseconds for all of it. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** Called with the total number of bytes that the connection has taken, as often as it takes some. */
  readonly onTaken: (bytes: number) => void;
}

export type PutAnswer = PutReply | NoPutReply | FileProblem;

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

interface NoPutReply {
  readonly kind: 'no-reply';
  readonly problem: RequestProblem | { readonly type: 'stalled'; readonly forMs: number };
}

type FileProblem =
  | { readonly kind: 'file-changed' }
  /** `message` is printable. */
  | { readonly kind: 'file-unreadable'; readonly message: string };

export type PutFile = (put: FilePut) => Promise<PutAnswer>;

/** How long the connection may take nothing before that is a failure, in milliseconds. */
const STALL_MS = 60_000;
/**
 * How much the operating system may hold of what the connection has taken, in bytes: Linux lets a
 * connection grow to this by default. Before an answer can come, that must be sent as well.
 */
const HELD_BYTES = 4 * 1024 * 1024;
/** How long reading the body of an answer may take, in milliseconds. */
const BODY_MS = 2_000;
/** How much of that body is read, in bytes. */
const BODY_BYTES = 64 * 1024;

/**
 * @param userAgent names this action to the server.
 * @param stallMs how long the connection may take nothing.
 */
export function createPutFile(userAgent: string, clock: Clock, stallMs = STALL_MS): PutFile {
  const agentOf = createAgents();
  return async (put) => {
    const file = await open(put.path).catch(unreadable);
    if ('kind' in file) return file;
    try {
      return await send(put, file, { userAgent, clock, stallMs, agent: agentOf(put.url) });
    } finally {
      // Not awaited: a disk that does not answer must not hold an interrupted step.
      void file.close().then(ignore, ignore);
    }
  };
}

interface Sending {
  readonly userAgent: string;
  readonly clock: Clock;
  readonly stallMs: number;
  readonly agent: plain.Agent;
}

async function send(put: FilePut, file: FileHandle, sending: Sending): Promise<PutAnswer> {
  const { signal, limitMs } = put;
  if (signal.aborted) return noReply({ type: 'interrupted' });
  if (limitMs <= 0) return noReply({ type: 'no-time' });
  const { promise: ended, resolve: end } = Promise.withResolvers<PutAnswer>();
  const abort = new AbortController();
  const timer = setTimeout(() => end(noReply({ type: 'too-slow', limitMs })), limitMs);
  const interrupt = () => end(noReply({ type: 'interrupted' }));
  signal.addEventListener('abort', interrupt, { once: true });
  const stall = watch(put.stamp.size, sending, end);
  // Behind a proxy that accepts and stays silent, nothing but these two ever ends the request.
  const outgoing = request(put, sending);
  const broken = (error: Error) => end(noReply(problemOf(error)));
  outgoing.on('error', broken);
  const body = sendFile(file, put.stamp, outgoing, taken, abort.signal).catch(unreadable);
  outgoing.on('response', (message) => {
    // A server that refuses a large body answers and closes.
    outgoing.off('error', broken).on('error', ignore);
    void read(message, body, sending.clock).then(end);
  });
  void body.then((sent) => {
    if (sent.kind === 'changed') end({ kind: 'file-changed' });
    if (sent.kind === 'file-unreadable') end(sent);
    if (sent.kind === 'sent') stall.allTaken();
  });

  function taken(bytes: number): void {
    stall.taken();
    put.onTaken(bytes);
  }

  try {
    return await ended;
  } finally {
    clearTimeout(timer);
    stall.stop();
    signal.removeEventListener('abort', interrupt);
    abort.abort();
    outgoing.destroy();
  }
}

function request({ url, stamp }: FilePut, { userAgent, agent }: Sending): plain.ClientRequest {
  return (url.protocol === 'https:' ? tls : plain).request(url, {
    agent,
    method: 'PUT',
    headers: {
      // Storage that is compatible with S3 refuses a body in chunks.
      'content-length': stamp.size,
      'content-type': 'application/octet-stream',
      'user-agent': userAgent,
    },
  });
}

/** Ends a request whose connection takes nothing for too long. */
function watch(size: number, { stallMs, clock }: Sending, end: (answer: PutAnswer) => void) {
  const beganMs = clock.monotonicMs();
  let forMs = stallMs;
  const stalled = () => end(noReply({ type: 'stalled', forMs }));
  let timer = setTimeout(stalled, forMs);
  return {
    taken: () => void timer.refresh(),
    /** From now on only the answer is due, after what the operating system holds was sent. */
    allTaken(): void {
      const heldMs = (Math.min(size, HELD_BYTES) / size) * (clock.monotonicMs() - beganMs);
      clearTimeout(timer);
      forMs = stallMs + heldMs;
      timer = setTimeout(stalled, forMs);
    },
    stop: () => clearTimeout(timer),
  };
}

async function read(
  message: plain.IncomingMessage,
  body: Promise<Sent | FileProblem>,
  clock: Clock,
): Promise<PutReply> {
  const { headers } = message;
  // An answer can overtake the notice that the last bytes were taken.
  const [text, sent] = await Promise.all([textOf(message), within(body)]);
  return {
    kind: 'reply',
    // Node sets the status of every response that a client receives.
    status: Number(message.statusCode),
    digests: sent?.kind === 'sent' ? sent.digests : undefined,
    storedMd5: /(?:^|[,\s])md5=([A-Za-z0-9+/]+=*)/.exec(`${headers['x-goog-hash'] ?? ''}`)?.[1],
    retryAfterMs: retryAfterMs(headers['retry-after'], dateMs(headers.date) ?? clock.wallMs()),
    text,
  };
}

async function textOf(message: plain.IncomingMessage): Promise<string> {
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

/** For what makes no difference. */
function ignore(): void {}

function noReply(problem: NoPutReply['problem']): NoPutReply {
  return { kind: 'no-reply', problem };
}

function unreadable(error: unknown): FileProblem {
  return { kind: 'file-unreadable', message: printable((error as Error).message) };
}
