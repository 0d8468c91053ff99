/** What can go wrong between the action and the API, as data, and how to play it. */
import type { ServerResponse } from 'node:http';

export type Fault =
  /** A complete answer: an error, a web page, a redirect, a body of the wrong shape. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string | Buffer;
      readonly headers?: Record<string, string>;
    }
  /** The connection is reset without an answer. */
  | { readonly kind: 'reset' }
  /** The request is accepted and never answered. */
  | { readonly kind: 'silent' }
  /** Headers and half a body, then silence. */
  | { readonly kind: 'stall'; readonly status: number }
  /** Headers and half a body, then the connection closes. */
  | { readonly kind: 'cut'; readonly status: number }
  /** An endless body, as fast as the client reads. */
  | { readonly kind: 'flood' }
  /** Headers, then one byte every 50 ms, forever. */
  | { readonly kind: 'drip' }
  /** The answer, delayed. */
  | { readonly kind: 'late'; readonly afterMs: number; readonly answer: Fault }
  /** These bytes, HTTP or not, then the connection closes. */
  | { readonly kind: 'raw'; readonly bytes: string };

/** An answer with a JSON body. */
export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Fault {
  return {
    kind: 'answer',
    status,
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json', ...headers },
  };
}

/** An error in Binarly's format. */
export function apiError(
  status: number,
  message: string,
  more: Record<string, unknown> = {},
): Fault {
  return jsonAnswer(status, { message, details: [], ...more });
}

/** Answers a request with the fault. */
export function play(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'answer':
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'silent':
      return;
    case 'stall':
      writeHalf(fault.status, response);
      return;
    case 'cut':
      writeHalf(fault.status, response);
      setTimeout(() => response.socket?.destroy(), 50);
      return;
    case 'flood':
      response.writeHead(200);
      flood(response);
      return;
    case 'drip':
      response.writeHead(200, { 'content-type': 'application/json' });
      drip(response);
      return;
    case 'late':
      setTimeout(() => play(fault.answer, response), fault.afterMs);
      return;
    case 'raw':
      response.socket?.end(fault.bytes);
      return;
    default:
      fault satisfies never;
  }
}

/** Sends half of a body that would mean success. */
function writeHalf(status: number, response: ServerResponse): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': '200' });
  response.write(
    '{"scans":[{"id":"01JZ30CYZY52F5BPR3AAJ2DP89","createTime":"2026-01-26T15:30:01Z",' +
      '"latestScanState":{"type":"completed"}',
  );
}

function flood(response: ServerResponse): void {
  while (!response.destroyed && response.write(Buffer.alloc(65_536, ' ')));
  if (!response.destroyed) response.once('drain', () => flood(response));
}

function drip(response: ServerResponse): void {
  if (response.destroyed) return;
  response.write(' ');
  setTimeout(() => drip(response), 50);
}
