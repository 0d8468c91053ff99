/** Takes uploads as the platform does, as cheaply as possible, and at most at a given speed. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @param bytesPerMs how much it takes; Infinity for as much as it can. */
export async function serveUploads(bytesPerMs: number) {
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    if (request.method === 'PUT') {
      take(request, bytesPerMs, () => response.end());
      return;
    }
    const isAddress = url.includes('generateUploadUrl');
    const uploadUrl = `http://${request.headers.host}/storage`;
    const image = { id: 'image-1', scans: [] };
    const answer = isAddress
      ? { id: 'file-1', uploadUrl }
      : url.includes('images:upload')
        ? image
        : { images: [] };
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

function take(request: IncomingMessage, bytesPerMs: number, taken: () => void): void {
  const beganMs = performance.now();
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    const aheadMs = bytes / bytesPerMs - (performance.now() - beganMs);
    if (aheadMs < 2) return;
    request.pause();
    setTimeout(() => request.resume(), aheadMs);
  });
  request.on('end', taken);
}
