/** A request and its reply, as values: what goes wrong with either is one, too. */
import type { RequestProblem } from '../model/request-problem.ts';
import type { Body } from './decode-body.ts';

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
export interface Reply<B = Body> {
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
  readonly body: B;
}

export interface NoReply {
  readonly kind: 'no-reply';
  readonly problem: RequestProblem;
}
