/**
 * HTTP requests that are limited in number, time and size, and whose answers are text in memory.
 */
import type { IncomingMessage } from 'node:http';
import pLimit from 'p-limit';
import type { Clock } from '../polling/clock.ts';
import { type Body, decodeBody, unreadable } from './decode-body.ts';
import { connect, exchange, type HttpRequest, type NoReply, type Reply } from './exchange.ts';

export type { HttpRequest, NoReply, Reply } from './exchange.ts';

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
  const connection = connect(userAgent, clock);
  // A request in an agent's queue ignores its signal while its limit runs, so the queue is ours.
  const queue = pLimit(mostAtOnce);
  return (request) =>
    queue(() => exchange(request, connection, (message) => readBody(message, request.maxBytes)));
}

export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return unreadable({ type: 'too-large', maxBytes });
    chunks.push(chunk);
  }
  return decodeBody(Buffer.concat(chunks), message.headers['content-encoding'], maxBytes);
}
