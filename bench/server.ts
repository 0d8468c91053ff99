/** A server that answers each request with a scan, at the least cost, and counts what arrives. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wallMs } from './process.ts';

export interface ServerOptions {
  /** From which poll on each scan is completed; Infinity for never. */
  readonly completedFrom: number;
}

export interface Server {
  readonly url: string;
  /** When the first byte of the first request came, in milliseconds since 1970. */
  readonly firstByteMs: number | undefined;
  readonly requests: number;
  /** The requests for scans. */
  readonly polls: number;
  /** The most connections that were open at once. */
  readonly mostSockets: number;
  close(): Promise<void>;
}

const SCAN = '01JZ30CYZY52F5BPR3AAJ2DP89';

/** Listens on the loopback interface. */
export async function serve({ completedFrom }: ServerOptions): Promise<Server> {
  let [requests, polls, open, mostSockets] = [0, 0, 0, 0];
  let firstByteMs: number | undefined;
  const createTime = new Date().toISOString();
  const server = createServer((request, response) => {
    requests += 1;
    const [, scans, asked] = /(\/scans)(?:\/([^/?]+))?/.exec(request.url ?? '') ?? [];
    if (scans !== undefined) polls += 1;
    const type = polls >= completedFrom ? 'completed' : 'in_progress';
    const scan = { id: asked ?? SCAN, createTime, latestScanState: { type, createTime } };
    // What is not a poll asks for the findings, once a scan has completed.
    const answer =
      scans === undefined ? { counts: { kev: 0 } } : asked === undefined ? { scans: [scan] } : scan;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  server.on('connection', (socket) => {
    open += 1;
    mostSockets = Math.max(mostSockets, open);
    // Before Node's parser, which takes its time.
    socket.prependOnceListener('data', () => {
      firstByteMs ??= wallMs();
    });
    socket.once('close', () => {
      open -= 1;
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', 4096, listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get firstByteMs() {
      return firstByteMs;
    },
    get requests() {
      return requests;
    },
    get polls() {
      return polls;
    },
    get mostSockets() {
      return mostSockets;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
