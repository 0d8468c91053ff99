/**
 * Puts a file to an address: as a stream, through the proxy if there is one, without following
 * redirects, and within limits. Every foreseen failure is a value.
 */
import { type FileHandle, open } from 'node:fs/promises';
import * as plain from 'node:http';
import * as tls from 'node:https';
import type { RequestProblem } from '../model/request-problem.ts';
import type { FileStamp } from '../model/upload.ts';
import type { Clock } from '../polling/clock.ts';
import { printable } from '../util/text.ts';
import { createAgents } from './agents.ts';
import { problemOf } from './failure.ts';
import { type PutReply, readPutReply } from './put-reply.ts';
import { sendFile } from './send-file.ts';

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

export type PutResult = PutReply | NoPutReply | FileProblem;

interface NoPutReply {
  readonly kind: 'no-reply';
  readonly problem:
    | RequestProblem
    | { readonly type: 'stalled' | 'unanswered'; readonly forMs: number };
}

type FileProblem =
  | { readonly kind: 'file-changed' }
  /** `message` is printable. */
  | { readonly kind: 'file-unreadable'; readonly message: string };

export type PutFile = (put: FilePut) => Promise<PutResult>;

/** How long the connection may take nothing before that is a failure, in milliseconds. */
const STALL_MS = 60_000;
/**
 * How much the operating system may hold of what the connection has taken, in bytes: Linux lets a
 * connection grow to this by default. Before an answer can come, that must be sent as well.
 */
const HELD_BYTES = 4 * 1024 * 1024;
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

async function send(put: FilePut, file: FileHandle, sending: Sending): Promise<PutResult> {
  const { signal, limitMs } = put;
  if (signal.aborted) return noReply({ type: 'interrupted' });
  if (limitMs <= 0) return noReply({ type: 'no-time' });
  const { promise: ended, resolve: end } = Promise.withResolvers<PutResult>();
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
  const digests = body.then((sent) => (sent.kind === 'sent' ? sent.digests : undefined));
  outgoing.on('response', (message) => {
    // A server that refuses a large body answers and closes.
    outgoing.off('error', broken).on('error', ignore);
    void readPutReply(message, digests, sending.clock).then(end);
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
function watch(size: number, { stallMs, clock }: Sending, end: (result: PutResult) => void) {
  const beganMs = clock.monotonicMs();
  let timer = setTimeout(() => end(noReply({ type: 'stalled', forMs: stallMs })), stallMs);
  return {
    taken: () => void timer.refresh(),
    /** From now on only the answer is due, after what the operating system holds was sent. */
    allTaken(): void {
      const heldMs = (Math.min(size, HELD_BYTES) / size) * (clock.monotonicMs() - beganMs);
      clearTimeout(timer);
      const forMs = stallMs + heldMs;
      timer = setTimeout(() => end(noReply({ type: 'unanswered', forMs })), forMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** For what makes no difference. */
function ignore(): void {}

function noReply(problem: NoPutReply['problem']): NoPutReply {
  return { kind: 'no-reply', problem };
}

function unreadable(error: unknown): FileProblem {
  return { kind: 'file-unreadable', message: printable((error as Error).message) };
}
