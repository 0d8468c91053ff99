/**
 * HTTP requests that are limited in number, time and size, follow no redirect, and end when a limit
 * does or a signal aborts. Every foreseen failure is a value. We use only the proxy-aware agent of
 * @actions/http-client: its body readers never settle when a connection is cut, and its requests
 * take no signal.
 */
import * as plain from 'node:http';
import * as tls from 'node:https';
import pLimit from 'p-limit';
import type { RequestProblem } from '../model/request-problem.ts';
import type { Clock } from '../polling/clock.ts';
import { createAgents } from './agents.ts';
import { readBody, type Unreadable, unreadable } from './decode-body.ts';
import { problemOf } from './failure.ts';
import { dateMs, retryAfterMs } from './http-dates.ts';
import type { HttpRequest, NoReply, Reply } from './messages.ts';
import { saysThereIsMore } from './more-pages.ts';

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
  const connection = createConnection(userAgent, clock);
  // A request in an agent's queue ignores its signal while its limit runs, so the queue is ours.
  const queue = pLimit(mostAtOnce);
  return (request) =>
    queue(() => exchange(request, connection, (message) => readBody(message, request.maxBytes)));
}

/** What all requests of a queue share. */
export interface Connection {
  readonly userAgent: string;
  readonly clock: Clock;
  readonly agentOf: (url: URL) => plain.Agent;
}

export function createConnection(userAgent: string, clock: Clock): Connection {
  return { userAgent, clock, agentOf: createAgents() };
}

/**
 * Sends a request and reads the reply.
 * @param read reads the body.
 * @param limited what the limit of the request covers: `headers` if reading has limits of its own.
 */
export async function exchange<B extends object>(
  request: Omit<HttpRequest, 'maxBytes'>,
  { userAgent, clock, agentOf }: Connection,
  read: (message: plain.IncomingMessage) => Promise<B>,
  limited: 'all' | 'headers' = 'all',
): Promise<Reply<B | Unreadable> | NoReply> {
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
    if (limited === 'headers') clearTimeout(timer);
    const headers = readHeaders(message, clock);
    const body = bodyOf(await Promise.race([ended, read(message).catch(failed)]));
    if (body === undefined) return noReply({ type: 'interrupted' });
    return { kind: 'reply', ...headers, body };
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', interrupt);
    abort.abort();
  }
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
function bodyOf<B extends object>(read: B | NoReply): B | Unreadable | undefined {
  if (!isNoReply(read)) return read;
  const { problem } = read;
  return problem.type === 'interrupted' ? undefined : unreadable(problem);
}

function isNoReply(read: object): read is NoReply {
  return 'kind' in read && read.kind === 'no-reply';
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
async function open(
  request: Omit<HttpRequest, 'maxBytes'>,
  sending: Sending,
): Promise<plain.IncomingMessage> {
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
