/** A server that answers every request with a scan as cheaply as possible, and counts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wallMs } from './measured-process.ts';

const SCAN = '01JZ30CYZY52F5BPR3AAJ2DP89';

/** Listens on the loopback interface. Scans are completed from poll number `completedFrom` on. */
export async function serve(completedFrom: number) {
  let openSockets = 0;
  /** `polls` are requests for scans; `firstByteAtMs` is in milliseconds since 1970. */
  const counts = { requests: 0, polls: 0, mostSockets: 0, firstByteAtMs: Number.NaN };
  const createTime = new Date().toISOString();
  const server = createServer((request, response) => {
    counts.requests += 1;
    const [, scans, id] = /(\/scans)(?:\/([^/?]+))?/.exec(request.url ?? '') ?? [];
    if (scans !== undefined) counts.polls += 1;
    const type = counts.polls >= completedFrom ? 'completed' : 'in_progress';
    const scan = { id: id ?? SCAN, createTime, latestScanState: { type, createTime } };
    // Any other request asks for the findings of a completed scan.
    const findings = { counts: { kev: 0 } };
    const answer = scans === undefined ? findings : id === undefined ? { scans: [scan] } : scan;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  server.on('connection', (socket) => {
    openSockets += 1;
    counts.mostSockets = Math.max(counts.mostSockets, openSockets);
    // Before Node's parser, which takes time of its own.
    socket.prependOnceListener('data', () => {
      if (Number.isNaN(counts.firstByteAtMs)) counts.firstByteAtMs = wallMs();
    });
    socket.once('close', () => {
      openSockets -= 1;
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', 4096, listening));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${port}`, counts, close };
}
