/** One request that sends a file: over real connections, within its limits. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPutFile, type FilePut } from '../../src/http/put-file.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { startProxy, startTls } from '../support/company-network.ts';

const folder = mkdtempSync(join(tmpdir(), 'put-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LARGE = 24 * 1024 * 1024;
const CONTENT = Buffer.alloc(LARGE, 'firmware of a board ');
const [small, large] = [join(folder, 'small'), join(folder, 'large')];
writeFileSync(small, 'firmware');
writeFileSync(large, CONTENT);

const putFile = createPutFile('agent-under-test', systemClock);
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(
    servers.splice(0).map((server) => new Promise((closed) => server.close(closed))),
  );
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

async function serve(listener: RequestListener): Promise<URL> {
  const port = await listen(createHttpServer(listener));
  return new URL(`http://127.0.0.1:${port}/path?signature=secret`);
}

function put(url: URL, more: Partial<FilePut> = {}): FilePut {
  const path = more.path ?? small;
  const { size, mtimeNs: modifiedNs } = statSync(path, { bigint: true });
  return {
    url,
    path,
    stamp: { size: Number(size), modifiedNs },
    limitMs: 20_000,
    signal: new AbortController().signal,
    onTaken: () => undefined,
    ...more,
  };
}

/** With a short limit for a connection that takes nothing. */
const impatient = createPutFile('agent-under-test', systemClock, 500);

describe('a file', () => {
  it('arrives as it is, with its length, and without a credential', async () => {
    let received = Buffer.alloc(0);
    const headers: Record<string, unknown> = {};
    const url = await serve((request, response) => {
      Object.assign(headers, request.headers);
      void buffer(request).then((body) => {
        received = body;
        response.end('thanks');
      });
    });
    const taken: number[] = [];
    const onTaken = (bytes: number) => void taken.push(bytes);
    const answer = await putFile(put(url, { path: large, onTaken }));
    expect(answer).toEqual({
      kind: 'reply',
      status: 200,
      digests: {
        sha256: createHash('sha256').update(CONTENT).digest('hex'),
        md5: createHash('md5').update(CONTENT).digest('base64'),
      },
      storedMd5: undefined,
      retryAfterMs: undefined,
      text: 'thanks',
    });
    expect(received.equals(CONTENT)).toBe(true);
    expect(taken.at(-1)).toBe(LARGE);
    expect(headers).toEqual({
      host: url.host,
      connection: 'close',
      'content-length': `${LARGE}`,
      'content-type': 'application/octet-stream',
      'user-agent': 'agent-under-test',
    });
  });

  it.each([
    ['crc32c=AA==,md5=q83vEjRW', 'q83vEjRW'],
    ['md5=q83v==', 'q83v=='],
    [['crc32c=AA==', 'md5=q83v'], 'q83v'],
    ['crc32c=AA==', undefined],
  ])('has the MD5 that the storage has: %s', async (header, storedMd5) => {
    const url = await serve((request, response) => {
      response.setHeader('x-goog-hash', header);
      request.resume().on('end', () => response.end());
    });
    expect(await putFile(put(url))).toMatchObject({ kind: 'reply', storedMd5 });
  });

  it('that is redirected goes nowhere else', async () => {
    let requests = 0;
    const url = await serve((request, response) => {
      requests += 1;
      request.resume();
      response.writeHead(307, { location: '/elsewhere', 'retry-after': '3' }).end();
    });
    expect(await putFile(put(url))).toMatchObject({ status: 307, retryAfterMs: 3_000 });
    expect(requests).toBe(1);
  });

  it('may be answered without a date', async () => {
    const url = await serve((request, response) => {
      response.sendDate = false;
      request.resume();
      response.writeHead(503, { 'retry-after': '9' }).end();
    });
    expect(await putFile(put(url))).toMatchObject({ status: 503, retryAfterMs: 9_000 });
  });

  it('that is not there, or is something else, is a value', async () => {
    const url = new URL('http://127.0.0.1:9/');
    const missing = put(url, { path: small });
    expect(await putFile({ ...missing, path: join(folder, 'none') })).toMatchObject({
      kind: 'file-unreadable',
      message: expect.stringContaining('ENOENT'),
    });
    const server = await serve((request) => void request.resume());
    expect(await putFile({ ...put(server), path: folder })).toMatchObject({ kind: 'file-changed' });
    const stamp = { ...put(server).stamp, size: 5 };
    expect(await putFile({ ...put(server), stamp })).toEqual({ kind: 'file-changed' });
  });

  it('that the disk does not give is a value', async () => {
    const server = await serve((request) => void request.resume());
    const { size, mtimeNs: modifiedNs } = statSync(folder, { bigint: true });
    const stamp = { size: Number(size), modifiedNs };
    expect(await putFile({ ...put(server), path: folder, stamp })).toMatchObject({
      kind: 'file-unreadable',
      message: expect.stringContaining('EISDIR'),
    });
  });
});

describe('an answer that comes early', () => {
  // If the server closes, the operating system may drop its answer for what was not read.
  it.each([413, 503])('is read while the file is still sent: HTTP %i', async (status) => {
    const url = await serve((request, response) => {
      request.once('data', () => {
        request.pause();
        response.writeHead(status).end('<Code>TooLarge</Code>');
      });
    });
    const answer = await putFile(put(url, { path: large }));
    expect(answer).toMatchObject({ kind: 'reply', status, text: '<Code>TooLarge</Code>' });
  });

  it('is no success', async () => {
    const url = await serve((request, response) => {
      request.once('data', () => {
        request.pause();
        response.end();
      });
    });
    const answer = await putFile(put(url, { path: large }));
    expect(answer).toMatchObject({ kind: 'reply', status: 200, digests: undefined });
  });

  it('has only the start of an endless body', async () => {
    const url = await serve((request, response) => {
      request.resume();
      response.writeHead(400);
      const flood = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', flood);
      };
      flood();
    });
    const answer = await putFile(put(url));
    expect(answer).toMatchObject({ status: 400, text: 'x'.repeat(65_536) });
  });

  it('does not wait long for a body that never ends', async () => {
    const url = await serve((request, response) => {
      request.resume();
      response.writeHead(200, { 'content-length': '100' }).write('start');
    });
    expect(await putFile(put(url))).toMatchObject({ status: 200, text: 'start' });
  });

  it('has no body if that is cut', async () => {
    const url = await serve((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-length': '100' }).write('start');
        setTimeout(() => response.socket?.destroy(), 50);
      });
    });
    expect(await putFile(put(url))).toMatchObject({ status: 200, digests: expect.anything() });
  });
});

describe('no answer', () => {
  it('comes from a connection that is reset', async () => {
    const url = await serve((request) => {
      request.once('data', () => request.socket.resetAndDestroy());
    });
    expect(await putFile(put(url, { path: large }))).toMatchObject({
      kind: 'no-reply',
      problem: { type: 'network' },
    });
  });

  it('comes from a port on which nobody listens', async () => {
    expect(await putFile(put(new URL('http://127.0.0.1:9/')))).toMatchObject({
      problem: { type: 'network', code: 'ECONNREFUSED' },
    });
  });

  it('comes from a storage that takes nothing', async () => {
    const url = await serve((request) => void request.pause());
    const answer = await impatient(put(url, { path: large }));
    expect(answer).toEqual({ kind: 'no-reply', problem: { type: 'stalled', forMs: 500 } });
  });

  it('comes from a storage that takes everything and stays silent', async () => {
    const url = await serve((request) => void request.resume());
    const answer = await impatient(put(url, { path: large }));
    expect(answer).toMatchObject({ kind: 'no-reply', problem: { type: 'unanswered' } });
  });

  it('ends a storage that takes little by little only at the limit', async () => {
    const url = await serve((request) => {
      request.on('data', () => {
        request.pause();
        setTimeout(() => request.resume(), 5);
      });
    });
    const impatiently = createPutFile('agent', systemClock, 3_000);
    const answer = await impatiently(put(url, { path: large, limitMs: 4_000 }));
    expect(answer).toEqual({ kind: 'no-reply', problem: { type: 'too-slow', limitMs: 4_000 } });
  });

  it('comes after an interruption, at once', async () => {
    const abort = new AbortController();
    const url = await serve((request) => void request.pause());
    setTimeout(() => abort.abort(), 200);
    const answer = await putFile(put(url, { path: large, signal: abort.signal }));
    expect(answer).toEqual({ kind: 'no-reply', problem: { type: 'interrupted' } });
    expect(await putFile(put(url, { signal: abort.signal }))).toEqual(answer);
  });

  it('comes if there is no time', async () => {
    const answer = await putFile(put(new URL('http://127.0.0.1:9/'), { limitMs: 0 }));
    expect(answer).toEqual({ kind: 'no-reply', problem: { type: 'no-time' } });
  });

  it('comes from a server that accepts and says nothing of TLS', async () => {
    const port = await listen(createServer(() => undefined));
    const answer = await impatient(put(new URL(`https://localhost:${port}/`)));
    expect(answer).toMatchObject({ problem: { type: 'stalled', forMs: 500 } });
  });
});

describe('a company network', () => {
  let tls: Awaited<ReturnType<typeof generate>>;
  beforeAll(async () => {
    tls = await generate([{ name: 'commonName', value: 'storage.test' }]);
  });

  it('refuses a certificate that nobody knows', async () => {
    const { private: key, cert } = tls;
    const server = createTlsServer({ key, cert }, (request, response) => {
      request.resume().on('end', () => response.end());
    });
    const port = await listen(server);
    expect(await putFile(put(new URL(`https://127.0.0.1:${port}/`)))).toMatchObject({
      problem: { type: 'certificate' },
    });
  });

  it('has a proxy, which the file goes through', async () => {
    const asked: string[] = [];
    const plain = await serve((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      request.resume().on('end', () => response.end());
    });
    const server = await startTls(Number(plain.port), tls.private, tls.cert);
    const proxy = await startProxy({ leadsTo: server.port });
    vi.stubEnv('https_proxy', `http://127.0.0.1:${proxy.port}`);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const url = new URL('https://storage.test/bucket/x?signature=secret');
    const answer = await createPutFile('agent', systemClock)(put(url, { path: large }));
    expect(answer).toMatchObject({ kind: 'reply', status: 200, digests: expect.anything() });
    expect(proxy.asked).toEqual(['storage.test:443']);
    expect(asked).toEqual(['PUT /bucket/x?signature=secret undefined']);
    await Promise.all([proxy.close(), server.close()]);
  });

  it('has a proxy that accepts and stays silent', async () => {
    const proxy = await startProxy({ leadsTo: 9, instead: 'silence' });
    vi.stubEnv('https_proxy', `http://127.0.0.1:${proxy.port}`);
    const impatiently = createPutFile('agent', systemClock, 300);
    expect(await impatiently(put(new URL('https://storage.test/x')))).toMatchObject({
      problem: { type: 'stalled', forMs: 300 },
    });
    await proxy.close();
  });
});
