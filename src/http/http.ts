/**
 * HTTP requests that are limited in number, time and size, follow no redirect and end when a signal
 * aborts. Every foreseen failure is a value. We use only the proxy-aware agent of
 * @actions/http-client: its body readers never settle when a connection is cut, and its requests
 * take no signal.
 */
import * as plain from 'node:http';
import * as tls from 'node:https';
import { HttpClient } from '@actions/http-client';
import pLimit from 'p-limit';
import type { RequestProblem } from '../model/request-problem.ts';
import type { Clock } from '../polling/clock.ts';
import { type Body, decodeBody, unreadable } from './decode-body.ts';
import { problemOf } from './failure.ts';
import { dateMs, retryAfterMs } from './http-dates.ts';
import { saysThereIsMore } from './more-pages.ts';

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST; without it the request is a GET. */
  readonly body?: string;
  /**
   * Milliseconds for the whole request (connecting, headers and body), read when the request
   * leaves the queue. Nothing is sent at zero or below.
   */
  readonly limitMs: () => number;
  /** The largest body read, in bytes. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** The server answered: the status and headers arrived. Reading the body may still have failed. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /**
   * What `Retry-After` asks for, in milliseconds from now; undefined if it is absent, unreadable or
   * not in the future.
   */
  readonly retryAfterMs: number | undefined;
  /** When the server answered, by its own clock, in milliseconds since the epoch. */
  readonly dateMs: number | undefined;
  /** How far that clock was ahead of this machine's, in milliseconds; undefined without a date. */
  readonly aheadMs: number | undefined;
  /** Whether the answer says that it is not whole. */
  readonly hasMore: boolean;
  /** Where a redirect points. */
  readonly location: string | undefined;
  readonly body: Body;
}

export interface NoReply {
  readonly kind: 'no-reply';
  readonly problem: RequestProblem;
}

export type Http = (request: HttpRequest) => Promise<Reply | NoReply>;

/**
 * Requests under way at once for polls: enough to poll 1,000 images within seconds, few enough for
 * one tenant to handle.
 */
export const POLL_REQUESTS_AT_ONCE = 32;

/**
 * Creates a queue of requests and the agents that they share.
 * @param userAgent names this action to the server.
 * @param mostAtOnce requests under way at once; further ones wait for their turn.
 */
export function createHttp(
  userAgent: string,
  clock: Clock,
  mostAtOnce = POLL_REQUESTS_AT_ONCE,
): Http {
  const agentOf = createAgents();
  // A request in an agent's queue ignores its signal while its limit runs, so the queue is ours.
  const queue = pLimit(mostAtOnce);

  async function send(request: HttpRequest): Promise<Reply | NoReply> {
    if (request.signal.aborted) return noReply({ type: 'interrupted' });
    const limitMs = request.limitMs();
    if (limitMs <= 0) return noReply({ type: 'no-time' });
    const abort = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<NoReply>();
    const timer = setTimeout(() => end(noReply({ type: 'too-slow', limitMs })), limitMs);
    const interrupt = () => end(noReply({ type: 'interrupted' }));
    request.signal.addEventListener('abort', interrupt, { once: true });
    try {
      // A race, because behind a proxy that accepts CONNECT and stays silent nothing else ever
      // rejects.
      const sending = { userAgent, agentOf, signal: abort.signal };
      const message = await Promise.race([ended, open(request, sending).catch(failed)]);
      if ('problem' in message) return message;
      const headers = readHeaders(message, clock);
      const read = await Promise.race([ended, readBody(message, request.maxBytes).catch(failed)]);
      const body = bodyOf(read);
      if (body === undefined) return noReply({ type: 'interrupted' });
      return {
        kind: 'reply',
        ...headers,
        body,
      };
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', interrupt);
      abort.abort();
    }
  }

  return (request) => queue(() => send(request));
}

function readHeaders(message: plain.IncomingMessage, clock: Clock): Omit<Reply, 'kind' | 'body'> {
  const { statusCode, headers } = message;
  const [nowMs, serverMs] = [clock.wallMs(), dateMs(headers.date)];
  // Node sets the status of every response that a client receives.
  const status = Number(statusCode);
  return {
    status,
    // A date counts from the clock that wrote it.
    retryAfterMs: retryAfterMs(headers['retry-after'], serverMs ?? nowMs),
    dateMs: serverMs,
    aheadMs: serverMs === undefined ? undefined : serverMs - nowMs,
    hasMore: saysThereIsMore(status, [headers['link'] ?? []].flat().join()),
    location: headers.location,
  };
}

function noReply(problem: RequestProblem): NoReply {
  return { kind: 'no-reply', problem };
}

function failed(error: unknown): NoReply {
  return noReply(problemOf(error));
}

/** @returns undefined if reading it was interrupted. */
function bodyOf(read: Body | NoReply): Body | undefined {
  if (!('kind' in read)) return read;
  const { problem } = read;
  return problem.type === 'interrupted' ? undefined : unreadable(problem);
}

/**
 * Returns the agent for a URL: through the proxy that the environment names, or one that all
 * requests of a protocol share, which resumes TLS sessions. No keep-alive: polls are seconds apart,
 * and a server that closes an idle connection just then costs a poll.
 */
export function createAgents(): (url: URL) => plain.Agent {
  const client = () => new HttpClient(undefined, [], { keepAlive: false });
  // A client keeps its first agent, even if the next URL has another protocol.
  const [forPlain, forTls] = [client(), client()];
  return (url) => (url.protocol === 'https:' ? forTls : forPlain).getAgent(url.href);
}

interface Sending {
  readonly userAgent: string;
  readonly agentOf: (url: URL) => plain.Agent;
  readonly signal: AbortSignal;
}

/**
 * Rejects with the error from Node or the agent. Async, so that nothing is thrown outside the
 * promise.
 */
async function open(request: HttpRequest, sending: Sending): Promise<plain.IncomingMessage> {
  const url = new URL(request.url);
  const { promise, resolve, reject } = Promise.withResolvers<plain.IncomingMessage>();
  const outgoing = (url.protocol === 'https:' ? tls : plain).request(url, {
    agent: sending.agentOf(url),
    method: request.body === undefined ? 'GET' : 'POST',
    // Without `identity`, a proxy may compress the body (RFC 9110, 12.5.3). Some do all the same.
    headers: { ...request.headers, 'accept-encoding': 'identity', 'user-agent': sending.userAgent },
    signal: sending.signal,
  });
  outgoing.on('response', resolve).on('error', reject).end(request.body);
  return promise;
}

async function readBody(message: plain.IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return unreadable({ type: 'too-large', maxBytes });
    chunks.push(chunk);
  }
  return decodeBody(Buffer.concat(chunks), message.headers['content-encoding'], maxBytes);
}
