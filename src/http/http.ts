/**
 * HTTP requests: bounded in number, time and size, never redirected, ended by a signal. Answers are values; nothing foreseen is
 * thrown. Of @actions/http-client only the proxy-aware agent is used: its body readers never settle when a connection is cut,
 * and its requests take no signal.
 */
import * as plain from 'node:http';
import * as tls from 'node:https';
import { HttpClient } from '@actions/http-client';
import pLimit from 'p-limit';
import type { Clock } from '../util/clock.ts';
import { printable } from '../util/text.ts';
import { retryAfterMs } from './retry-after.ts';

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A form to send, which makes it a POST; without one it is a GET. */
  readonly form?: string;
  /** Milliseconds for all of it (connecting, headers and body), asked for when it leaves the queue. None is sent at zero or below. */
  readonly limitMs: () => number;
  /** The largest body read, in bytes. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** What bounds one step of a poll, which may take several requests. */
export interface Limits {
  /** Milliseconds for a request that starts now. */
  readonly limitMs: () => number;
  readonly signal: AbortSignal;
}

/** The server answered: status and headers arrived. The body may still have failed. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** What `Retry-After` asks for, in milliseconds from now, if it can be read and is in the future. */
  readonly retryAfterMs: number | undefined;
  /** Where a redirect points. */
  readonly location: string | undefined;
  readonly body: Body;
}

export type Body =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** There was no answer. */
export interface Failure {
  readonly kind: 'failure';
  /** `certificate` and `proxy-auth` do not pass by themselves; `network` (which a limit that ran out is too) may. */
  readonly cause: 'network' | 'certificate' | 'proxy-auth' | 'interrupted';
  /** What happened, as a clause for a sentence, printable. */
  readonly detail: string;
}

export type Http = (request: HttpRequest) => Promise<Reply | Failure>;

const INTERRUPTED: Failure = {
  kind: 'failure',
  cause: 'interrupted',
  detail: 'the request was interrupted',
};
const NO_TIME: Failure = {
  kind: 'failure',
  cause: 'network',
  detail: 'no time was left for another request',
};

/** Requests on their way at once; further ones queue. Enough to poll 1,000 images within seconds, few enough for one tenant. */
export const MOST_AT_ONCE = 32;

/** One queue and one pair of agents for all requests. @param userAgent names this action to the server. */
export function createHttp(userAgent: string, clock: Clock): Http {
  const agentOf = createAgents();
  // In the queue of an agent, a request ignores its signal and its limit runs: so the queue is ours.
  const queue = pLimit(MOST_AT_ONCE);

  async function send(request: HttpRequest): Promise<Reply | Failure> {
    if (request.signal.aborted) return INTERRUPTED;
    const limitMs = request.limitMs();
    if (limitMs <= 0) return NO_TIME;
    const abort = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<Failure>();
    const timer = setTimeout(() => end(tooSlow(limitMs)), limitMs);
    const interrupt = () => end(INTERRUPTED);
    request.signal.addEventListener('abort', interrupt, { once: true });
    try {
      // A race, and not only the signal: behind a proxy that accepts CONNECT and stays silent, nothing else ever rejects.
      const message = await Promise.race([
        ended,
        open(request, { userAgent, agentOf, signal: abort.signal }).catch(failureOf),
      ]);
      if ('kind' in message) return message;
      const body = await Promise.race([
        ended,
        readBody(message, request.maxBytes).catch(failureOf),
      ]);
      if ('kind' in body && body.cause === 'interrupted') return body;
      return {
        kind: 'reply',
        // Node sets both on every response that a client receives.
        status: Number(message.statusCode),
        retryAfterMs: retryAfterMs(message.headers['retry-after'], clock.wallMs()),
        location: message.headers.location,
        body: 'kind' in body ? { ok: false, problem: body.detail } : body,
      };
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', interrupt);
      abort.abort();
    }
  }

  return (request) => queue(() => send(request));
}

/**
 * The agent for a URL: through the proxy that the environment names, or one that all requests of a protocol share, which resumes
 * TLS sessions. No keep-alive: polls are seconds apart, and a server that closes an idle connection just then costs a poll.
 */
function createAgents(): (url: URL) => plain.Agent {
  const client = () => new HttpClient(undefined, [], { keepAlive: false });
  // A client keeps the first agent that it makes, whatever the protocol of the next URL.
  const [forPlain, forTls] = [client(), client()];
  return (url) => (url.protocol === 'https:' ? forTls : forPlain).getAgent(url.href);
}

interface Sending {
  readonly userAgent: string;
  readonly agentOf: (url: URL) => plain.Agent;
  readonly signal: AbortSignal;
}

/** Rejects with whatever Node or the agent ran into; in an async function, so that nothing is thrown past the promise. */
async function open(
  { url: address, headers, form }: HttpRequest,
  sending: Sending,
): Promise<plain.IncomingMessage> {
  const url = new URL(address);
  const { promise, resolve, reject } = Promise.withResolvers<plain.IncomingMessage>();
  const { request } = url.protocol === 'https:' ? tls : plain;
  const outgoing = request(url, {
    agent: sending.agentOf(url),
    method: form === undefined ? 'GET' : 'POST',
    headers: { ...headers, 'user-agent': sending.userAgent },
    signal: sending.signal,
  });
  outgoing.on('response', resolve).on('error', reject).end(form);
  return promise;
}

async function readBody(message: plain.IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      return { ok: false, problem: `the answer is larger than ${maxBytes / 1024 / 1024} MiB` };
    chunks.push(chunk);
  }
  try {
    // `fatal`: text in another encoding is unreadable, not garbled. A byte order mark is skipped.
    return {
      ok: true,
      text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)),
    };
  } catch {
    return { ok: false, problem: 'the answer is not UTF-8 text' };
  }
}

function tooSlow(limitMs: number): Failure {
  return {
    kind: 'failure',
    cause: 'network',
    detail: `no complete answer within ${Math.round(limitMs / 1000)} s`,
  };
}

/** OpenSSL's and Node's codes for a certificate that was refused (Node: tls, X509 certificate error codes). */
const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const NETWORK_WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'the host name could not be resolved'],
  ['EAI_AGAIN', 'the host name could not be resolved for now'],
  ['ECONNREFUSED', 'the connection was refused'],
  ['ECONNRESET', 'the connection was cut'],
  ['ETIMEDOUT', 'the connection timed out'],
]);

/** What an error of Node's, of the `tunnel` agent's or of anything else means. */
export function failureOf(error: unknown): Failure {
  const { code, message } = (
    error instanceof Error ? error : new Error(String(error))
  ) as NodeJS.ErrnoException;
  // The tunnel agent reports a proxy's answer to CONNECT in the message only, as a connection reset.
  const proxyStatus = /statusCode=(\d{3})/.exec(message)?.[1];
  if (proxyStatus === '407')
    return {
      kind: 'failure',
      cause: 'proxy-auth',
      detail: 'the proxy wants credentials (HTTP 407)',
    };
  const proxyTrouble = /^tunneling socket could not be established, cause=(.+)$/s.exec(
    message,
  )?.[1];
  if (proxyTrouble !== undefined && proxyStatus === undefined)
    return {
      kind: 'failure',
      cause: 'network',
      detail: `the proxy gave no connection (${printable(proxyTrouble)})`,
    };
  if (proxyStatus !== undefined)
    return { kind: 'failure', cause: 'network', detail: `the proxy answered HTTP ${proxyStatus}` };
  if (code !== undefined && CERTIFICATE_CODES.has(code))
    return { kind: 'failure', cause: 'certificate', detail: code };
  const words = code === undefined ? undefined : NETWORK_WORDS.get(code);
  const detail =
    words === undefined
      ? printable(code === undefined || message !== '' ? message : code)
      : `${words}, ${code}`;
  return { kind: 'failure', cause: 'network', detail };
}
