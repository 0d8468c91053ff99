import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, play } from '../../emulator/faults.ts';
import { createHttp, POLL_REQUESTS_AT_ONCE } from '../../src/http/http.ts';
import type { HttpRequest } from '../../src/http/messages.ts';
import { systemClock } from '../../src/polling/clock.ts';

const http = createHttp('agent-under-test', systemClock);
const servers: Server[] = [];
const sockets = new Set<Socket>();

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(listener: RequestListener): Promise<string> {
  return `http://${await listen(createHttpServer(listener))}/path?query`;
}

function serveFault(fault: Fault): Promise<string> {
  return serve((_, response) => play(fault, response));
}

function request(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    url,
    headers: {},
    limitMs: () => 20_000,
    maxBytes: 1024 * 1024,
    signal: new AbortController().signal,
    ...more,
  };
}

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(
    servers.splice(0).map((server) => new Promise((closed) => server.close(closed))),
  );
});

describe('a reply', () => {
  it('has the status, the body, Retry-After and Location', async () => {
    const date = 'Mon, 26 Jan 2026 15:00:00 GMT';
    const headers = { 'retry-after': '7', location: '/elsewhere', date };
    const url = await serveFault({ kind: 'answer', status: 302, body: '\uFEFFmoved', headers });
    const dateMs = Date.parse(date);
    const frozen = createHttp('agent-under-test', { ...systemClock, wallMs: () => dateMs + 9_000 });
    expect(await frozen(request(url))).toEqual({
      kind: 'reply',
      status: 302,
      retryAfterMs: 7_000,
      dateMs,
      aheadMs: -9_000,
      hasMore: false,
      location: '/elsewhere',
      body: { ok: true, text: 'moved' },
    });
  });

  it('is requested by GET with the headers given, the agent and no compression', async () => {
    const url = await serve(({ method, url: path, headers }, response) => {
      const { 'x-a': own, 'user-agent': agent, 'accept-encoding': encoding } = headers;
      response.end(JSON.stringify([method, path, own, agent, encoding]));
    });
    expect(await http(request(url, { headers: { 'x-a': 'b' } }))).toMatchObject({
      body: { text: '["GET","/path?query","b","agent-under-test","identity"]' },
    });
  });

  it('is requested by POST if there is a body', async () => {
    const url = await serve(async (incoming, response) =>
      response.end(`${incoming.method} ${await text(incoming)}`),
    );
    expect(await http(request(url, { body: 'a=b%20c' }))).toMatchObject({
      body: { text: 'POST a=b%20c' },
    });
  });

  it('is a reply at 401 too', async () => {
    const url = await serveFault({ kind: 'answer', status: 401, body: 'no' });
    expect(await http(request(url))).toMatchObject({
      kind: 'reply',
      status: 401,
      body: { ok: true, text: 'no' },
    });
  });

  const NOT_UTF8 = Buffer.from([0xff, 0xfe, 0x7b]);
  it.each<[string, Fault, object]>([
    ['is cut', { kind: 'cut', status: 200 }, { type: 'network', code: 'ECONNRESET' }],
    ['has no end', { kind: 'flood' }, { type: 'too-large', maxBytes: 1024 * 1024 }],
    ['is not UTF-8', { kind: 'answer', status: 200, body: NOT_UTF8 }, { type: 'not-utf8' }],
  ])('keeps its status if the body %s', async (_, fault, problem) => {
    expect(await http(request(await serveFault(fault)))).toMatchObject({
      kind: 'reply',
      status: 200,
      body: { ok: false, problem },
    });
  });

  it('keeps its status if the body stalls beyond the limit', async () => {
    const url = await serveFault({ kind: 'stall', status: 403 });
    expect(await http(request(url, { limitMs: () => 500 }))).toMatchObject({
      kind: 'reply',
      status: 403,
      body: { ok: false, problem: { type: 'too-slow', limitMs: 500 } },
    });
  });

  it('counts the date in Retry-After from its own date, not from the clock of this machine', async () => {
    const headers = {
      date: 'Mon, 26 Jan 2026 15:00:00 GMT',
      'retry-after': 'Mon, 26 Jan 2026 15:00:02 GMT',
    };
    const url = await serveFault({ kind: 'answer', status: 503, body: '', headers });
    const behind = () => Date.parse('2026-01-26T14:50:00Z');
    const late = createHttp('agent-under-test', { ...systemClock, wallMs: behind });
    expect(await late(request(url))).toMatchObject({ retryAfterMs: 2_000, aheadMs: 600_000 });
  });

  it('counts the date in Retry-After from the clock of this machine if it has no date', async () => {
    const url = await serve((_, response) => {
      response.sendDate = false;
      response.writeHead(503, { 'retry-after': 'Mon, 26 Jan 2026 15:00:02 GMT' }).end();
    });
    const wallMs = () => Date.parse('2026-01-26T15:00:00Z');
    const frozen = createHttp('agent-under-test', { ...systemClock, wallMs });
    expect(await frozen(request(url))).toMatchObject({
      retryAfterMs: 2_000,
      dateMs: undefined,
      aheadMs: undefined,
    });
  });

  it('says that it is not whole if one of several links leads to another page', async () => {
    const url = await serve((_, response) => {
      response.setHeader('link', ['</1>; rel="first"', '</2>; rel="next"']);
      response.end('[]');
    });
    expect(await http(request(url))).toMatchObject({ hasMore: true });
    const part = await serveFault({ kind: 'answer', status: 206, body: '[]' });
    expect(await http(request(part))).toMatchObject({ hasMore: true });
  });

  it('is decoded if it is compressed anyway', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const url = await serveFault({ kind: 'answer', status: 200, body: gzipSync('{}'), headers });
    expect(await http(request(url))).toMatchObject({ body: { ok: true, text: '{}' } });
  });

  it('is no larger than its limit, compressed or not', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const body = gzipSync(Buffer.alloc(2 * 1024 * 1024));
    const url = await serveFault({ kind: 'answer', status: 200, body, headers });
    const problem = { type: 'too-large', maxBytes: 1024 * 1024 };
    expect(await http(request(url))).toMatchObject({ body: { ok: false, problem } });
    expect(await http(request(url, { maxBytes: 10 }))).toMatchObject({
      body: { problem: { type: 'too-large', maxBytes: 10 } },
    });
  });
});

describe('no reply', () => {
  it('comes from a server that is silent beyond the limit', async () => {
    const url = await serveFault({ kind: 'silent' });
    expect(await http(request(url, { limitMs: () => 500 }))).toEqual({
      kind: 'no-reply',
      problem: { type: 'too-slow', limitMs: 500 },
    });
  });

  it('comes over a connection that is cut or refused', async () => {
    const url = await serveFault({ kind: 'reset' });
    const problem = { type: 'network', code: 'ECONNRESET' };
    expect(await http(request(url))).toMatchObject({ kind: 'no-reply', problem });
    const [server] = servers.splice(0);
    await new Promise((closed) => server?.close(closed));
    expect(await http(request(url))).toMatchObject({
      kind: 'no-reply',
      problem: { type: 'network', code: 'ECONNREFUSED' },
    });
  });

  it.each<Fault>([{ kind: 'silent' }, { kind: 'stall', status: 200 }])(
    'comes as soon as the signal aborts while the server is $kind',
    async (fault) => {
      const controller = new AbortController();
      const url = await serve((_, response) => {
        play(fault, response);
        setTimeout(() => controller.abort(), 200);
      });
      expect(await http(request(url, { signal: controller.signal }))).toEqual({
        kind: 'no-reply',
        problem: { type: 'interrupted' },
      });
    },
  );

  it('comes without a request if no time is left', async () => {
    const seen = vi.fn();
    expect(await http(request(await serve(seen), { limitMs: () => 0 }))).toEqual({
      kind: 'no-reply',
      problem: { type: 'no-time' },
    });
    expect(seen).not.toHaveBeenCalled();
  });

  it('comes without a request if the signal has aborted before', async () => {
    const seen = vi.fn();
    const url = await serve(seen);
    expect(await http(request(url, { signal: AbortSignal.abort() }))).toMatchObject({
      problem: { type: 'interrupted' },
    });
    expect(seen).not.toHaveBeenCalled();
  });

  it('comes instead of an exception if a request cannot be made', async () => {
    expect(await http(request('http://127.0.0.1:1/', { headers: { bad: 'a\nb' } }))).toMatchObject({
      kind: 'no-reply',
      problem: { type: 'network' },
    });
  });

  it('leaves no listener on the signal and no open socket', async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    const stalled = await serveFault({ kind: 'stall', status: 200 });
    await http(request(stalled, { signal, limitMs: () => 500 }));
    await http(request(await serveFault({ kind: 'answer', status: 200, body: '' }), { signal }));
    expect(add).toHaveBeenCalled();
    expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(
      add.mock.calls.map(([, listener]) => listener),
    );
    await vi.waitFor(() => expect(sockets.size).toBe(0), { timeout: 10_000 });
  });
});

describe('many requests', () => {
  it('queue, and the limit of each starts when it leaves the queue', async () => {
    let [open, most] = [0, 0];
    const url = await serve((_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        response.end('{}');
      }, 20);
    });
    const asked: number[] = [];
    const limitMs = () => {
      asked.push(performance.now());
      return 20_000;
    };
    const replies = await Promise.all(
      Array.from({ length: 3 * POLL_REQUESTS_AT_ONCE }, () => http(request(url, { limitMs }))),
    );
    expect(replies.every(({ kind }) => kind === 'reply')).toBe(true);
    expect(most).toBeLessThanOrEqual(POLL_REQUESTS_AT_ONCE);
    // The last limits were asked for after other requests had been answered.
    expect(Math.max(...asked) - Math.min(...asked)).toBeGreaterThanOrEqual(20);
  });

  it('queue behind a limit that can be set', async () => {
    let [open, most] = [0, 0];
    const url = await serve((_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        response.end('{}');
      }, 20);
    });
    const narrow = createHttp('agent-under-test', systemClock, 2);
    await Promise.all(Array.from({ length: 6 }, () => narrow(request(url))));
    expect(most).toBe(2);
  });

  it('are interrupted together, in the queue too', async () => {
    const controller = new AbortController();
    let arrived = 0;
    const url = await serve(() => {
      if (++arrived === POLL_REQUESTS_AT_ONCE) controller.abort();
    });
    const all = Array.from({ length: 2 * POLL_REQUESTS_AT_ONCE }, () =>
      http(request(url, { signal: controller.signal })),
    );
    for (const answer of await Promise.all(all))
      expect(answer).toMatchObject({ problem: { type: 'interrupted' } });
    expect(arrived).toBe(POLL_REQUESTS_AT_ONCE);
  });

  it('may use both protocols, whichever comes first', async () => {
    const fresh = createHttp('agent-under-test', systemClock);
    const url = await serveFault({ kind: 'answer', status: 200, body: '{}' });
    await fresh(request(url.replace('http:', 'https:')));
    expect(await fresh(request(url))).toMatchObject({ kind: 'reply', status: 200 });
  });
});

describe('https', () => {
  it('names no source path of OpenSSL if the server does not speak TLS', async () => {
    const plainHttp = await serveFault({ kind: 'answer', status: 200, body: '{}' });
    const greeting = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    for (const url of [plainHttp.replace('http:', 'https:'), `https://${await listen(greeting)}/`])
      expect(await http(request(url))).toEqual({ kind: 'no-reply', problem: { type: 'no-tls' } });
  });

  it('refuses the certificate of a private CA and gives its code', async () => {
    const { generate } = await import('selfsigned');
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
    const address = await listen(
      createTlsServer({ key, cert }, (_, response) => response.end('{}')),
    );
    expect(await http(request(`https://${address}/`))).toEqual({
      kind: 'no-reply',
      problem: { type: 'certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });
});

describe('behind a proxy', () => {
  beforeEach(() => {
    vi.stubEnv('no_proxy', '');
    vi.stubEnv('NO_PROXY', '');
  });

  /** A proxy that answers CONNECT with this line, or not at all. */
  async function useProxy(line?: string, protocol = 'http'): Promise<void> {
    const server = createServer((socket) => {
      socket.on('data', () => line === undefined || socket.end(`HTTP/1.1 ${line}\r\n\r\n`));
    });
    vi.stubEnv('https_proxy', `${protocol}://${await listen(server)}`);
  }

  it.each([
    ['407 Proxy Authentication Required', { type: 'proxy-auth' }],
    ['503 Service Unavailable', { type: 'proxy-status', status: 503 }],
    ['403 Forbidden', { type: 'proxy-status', status: 403 }],
  ])('no reply comes if CONNECT is answered with %s', async (line, problem) => {
    await useProxy(line);
    expect(await http(request('https://api.invalid/'))).toEqual({ kind: 'no-reply', problem });
  });

  it('no source path of OpenSSL appears if the proxy does not speak TLS', async () => {
    await useProxy('400 Bad Request', 'https');
    const answer = await http(request('https://api.invalid/'));
    expect(answer).toMatchObject({ problem: { type: 'proxy-connection' } });
    expect(JSON.stringify(answer)).not.toMatch(/\.c:|[0-9A-F]{8}|routines/);
  });

  it('a proxy that accepts and stays silent does not outlast the limit', async () => {
    await useProxy();
    expect(await http(request('https://api.invalid/', { limitMs: () => 500 }))).toMatchObject({
      problem: { type: 'too-slow' },
    });
  });

  it('a proxy that accepts and stays silent does not outlast the signal', async () => {
    await useProxy();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    expect(
      await http(request('https://api.invalid/', { signal: controller.signal })),
    ).toMatchObject({ problem: { type: 'interrupted' } });
  });
});
