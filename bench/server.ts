/** A server that answers every request with the newest scan, at the least cost, and counts what arrives. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Server {
  readonly url: string;
  /** When the first byte of the first request came, in milliseconds since 1970. */
  readonly firstByteMs: number | undefined;
  readonly requests: number;
  /** The most connections that were open at once. */
  readonly mostSockets: number;
  close(): Promise<void>;
}

/** @param state what it says of every scan. */
export async function serve(state: (request: number) => string): Promise<Server> {
  let [requests, open, mostSockets] = [0, 0, 0];
  let firstByteMs: number | undefined;
  const server = createServer((request, response) => {
    requests += 1;
    const scanId = /\/scans\/([^/?]+)/.exec(request.url ?? '')?.[1];
    const scan = { id: scanId ?? 'scan-1', createTime: '2026-01-26T15:30:00Z', latestScanState: { type: state(requests) } };
    const body = scanId === undefined ? { scans: [scan] } : scan;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.on('connection', (socket: Socket) => {
    open += 1;
    mostSockets = Math.max(mostSockets, open);
    // Before the parser, which takes its time.
    socket.prependOnceListener('data', () => {
      firstByteMs ??= performance.timeOrigin + performance.now();
    });
    socket.once('close', () => {
      open -= 1;
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get firstByteMs() {
      return firstByteMs;
    },
    get requests() {
      return requests;
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
