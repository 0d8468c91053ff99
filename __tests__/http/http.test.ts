import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Fault, play } from '../../emulator/faults.ts';
import { createHttp, failureOf, type HttpRequest, MOST_AT_ONCE } from '../../src/http/http.ts';
import { systemClock } from '../../src/util/clock.ts';

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

describe('an answer', () => {
  it('comes with status, body, Retry-After and Location', async () => {
    const headers = { 'retry-after': '7', location: '/elsewhere' };
    const url = await serveFault({ kind: 'answer', status: 302, body: '\uFEFFmoved', headers });
    expect(await http(request(url))).toEqual({
      kind: 'reply',
      status: 302,
      retryAfterMs: 7_000,
      location: '/elsewhere',
      body: { ok: true, text: 'moved' },
    });
  });

  it('is asked for with the headers given and the name of the agent', async () => {
    const url = await serve(({ headers, url: path }, response) =>
      response.end(JSON.stringify([path, headers['x-a'], headers['user-agent']])),
    );
    const reply = await http(request(url, { headers: { 'x-a': 'b' } }));
    expect(reply).toMatchObject({ body: { text: '["/path?query","b","agent-under-test"]' } });
  });

  it('is asked for by a POST where there is a form', async () => {
    const url = await serve(async (incoming, response) =>
      response.end(`${incoming.method} ${await text(incoming)}`),
    );
    expect(await http(request(url, { form: 'a=b%20c' }))).toMatchObject({
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

  it.each<[string, Fault, string]>([
    ['is cut', { kind: 'cut', status: 200 }, 'the connection was cut, ECONNRESET'],
    ['has no end', { kind: 'flood' }, 'the answer is larger than 1 MiB'],
    [
      'is in another encoding',
      { kind: 'answer', status: 200, body: Buffer.from([0xff, 0xfe, 0x7b]) },
      'the answer is not UTF-8 text',
    ],
  ])('keeps its status if the body %s', async (_, fault, problem) => {
    expect(await http(request(await serveFault(fault)))).toMatchObject({
      kind: 'reply',
      status: 200,
      body: { ok: false, problem },
    });
  });

  it('keeps its status if the body stalls beyond the limit', async () => {
    const url = await serveFault({ kind: 'stall', status: 403 });
    expect(await http(request(url, { limitMs: () => 1_000 }))).toMatchObject({
      kind: 'reply',
      status: 403,
      body: { ok: false, problem: 'no complete answer within 1 s' },
    });
  });
});

describe('no answer', () => {
  it('is a failure beyond the limit', async () => {
    const reply = await http(
      request(await serveFault({ kind: 'silent' }), { limitMs: () => 1_000 }),
    );
    expect(reply).toEqual({
      kind: 'failure',
      cause: 'network',
      detail: 'no complete answer within 1 s',
    });
  });

  it('is a failure if the connection is closed or refused', async () => {
    const url = await serveFault({ kind: 'reset' });
    expect(await http(request(url))).toEqual({
      kind: 'failure',
      cause: 'network',
      detail: 'the connection was cut, ECONNRESET',
    });
    const [server] = servers.splice(0);
    await new Promise((closed) => server?.close(closed));
    expect(await http(request(url))).toEqual({
      kind: 'failure',
      cause: 'network',
      detail: 'the connection was refused, ECONNREFUSED',
    });
  });

  it.each<Fault>([{ kind: 'silent' }, { kind: 'stall', status: 200 }])(
    'is an interruption when the signal aborts: $kind',
    async (fault) => {
      const controller = new AbortController();
      const url = await serve((_, response) => {
        play(fault, response);
        setTimeout(() => controller.abort(), 200);
      });
      expect(await http(request(url, { signal: controller.signal }))).toMatchObject({
        kind: 'failure',
        cause: 'interrupted',
      });
    },
  );

  it('is a failure without a request where no time is left', async () => {
    const reply = await http(request('http://127.0.0.1:1/', { limitMs: () => 0 }));
    expect(reply).toEqual({
      kind: 'failure',
      cause: 'network',
      detail: 'no time was left for another request',
    });
  });

  it('is an interruption without a request if the signal has aborted before', async () => {
    const seen = vi.fn();
    const url = await serve(seen);
    expect(await http(request(url, { signal: AbortSignal.abort() }))).toMatchObject({
      cause: 'interrupted',
    });
    expect(seen).not.toHaveBeenCalled();
  });

  it('leaves no listener on the signal and no open socket', async () => {
    const { signal } = new AbortController();
    const [add, remove] = [
      vi.spyOn(signal, 'addEventListener'),
      vi.spyOn(signal, 'removeEventListener'),
    ];
    await http(
      request(await serveFault({ kind: 'stall', status: 200 }), { signal, limitMs: () => 500 }),
    );
    await http(request(await serveFault({ kind: 'answer', status: 200, body: '' }), { signal }));
    expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(
      add.mock.calls.map(([, listener]) => listener),
    );
    await vi.waitFor(() => expect(sockets.size).toBe(0), { timeout: 10_000 });
  });
});

describe('many requests', () => {
  it('queue behind as many as may be on their way, and the limit of each starts when it leaves the queue', async () => {
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
      Array.from({ length: 3 * MOST_AT_ONCE }, () => http(request(url, { limitMs }))),
    );
    expect(replies.every(({ kind }) => kind === 'reply')).toBe(true);
    expect(most).toBeLessThanOrEqual(MOST_AT_ONCE);
    // The last were asked for their limit after others had been answered.
    expect(Math.max(...asked) - Math.min(...asked)).toBeGreaterThanOrEqual(20);
  });

  it('are all interrupted at once, in the queue too', async () => {
    const controller = new AbortController();
    let arrived = 0;
    const url = await serve(() => {
      if (++arrived === MOST_AT_ONCE) controller.abort();
    });
    const all = Array.from({ length: 2 * MOST_AT_ONCE }, () =>
      http(request(url, { signal: controller.signal })),
    );
    for (const reply of await Promise.all(all))
      expect(reply).toMatchObject({ cause: 'interrupted' });
    expect(arrived).toBe(MOST_AT_ONCE);
  });

  it('go to both protocols through one and the same', async () => {
    const one = createHttp('agent-under-test', systemClock);
    const url = await serveFault({ kind: 'answer', status: 200, body: '{}' });
    expect(await one(request(url.replace('http:', 'https:')))).toMatchObject({
      kind: 'failure',
      cause: 'network',
    });
    expect(await one(request(url))).toMatchObject({ kind: 'reply', status: 200 });
  });

  it('end in a failure, not in an exception, if one cannot be made', async () => {
    expect(await http(request('http://127.0.0.1:1/', { headers: { bad: 'a\nb' } }))).toMatchObject({
      kind: 'failure',
      cause: 'network',
    });
  });
});

describe('behind a proxy', () => {
  /** A proxy that answers CONNECT with this line, or not at all. */
  async function proxy(line?: string): Promise<void> {
    const server = createServer((socket) => {
      socket.on('data', () => line === undefined || socket.end(`HTTP/1.1 ${line}\r\n\r\n`));
    });
    vi.stubEnv('https_proxy', `http://${await listen(server)}`);
    vi.stubEnv('no_proxy', '');
    vi.stubEnv('NO_PROXY', '');
  }

  it.each([
    [
      '407 Proxy Authentication Required',
      { cause: 'proxy-auth', detail: 'the proxy wants credentials (HTTP 407)' },
    ],
    ['503 Service Unavailable', { cause: 'network', detail: 'the proxy answered HTTP 503' }],
  ])('%s to CONNECT', async (line, failure) => {
    await proxy(line);
    expect(await http(request('https://api.invalid/'))).toEqual({ kind: 'failure', ...failure });
  });

  it('that accepts and stays silent, the limit and the signal still end the request', async () => {
    await proxy();
    expect(await http(request('https://api.invalid/', { limitMs: () => 500 }))).toMatchObject({
      cause: 'network',
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    expect(
      await http(request('https://api.invalid/', { signal: controller.signal })),
    ).toMatchObject({ cause: 'interrupted' });
  });
});

describe('a certificate', () => {
  it('of a private CA is refused, by its code', async () => {
    const { generate } = await import('selfsigned');
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
    const address = await listen(
      createTlsServer({ key, cert }, (_, response) => response.end('{}')),
    );
    expect(await http(request(`https://${address}/`))).toEqual({
      kind: 'failure',
      cause: 'certificate',
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });
});

describe('failureOf', () => {
  const withCode = (code: string, message = '') => Object.assign(new Error(message), { code });
  it.each([
    [
      'a code with words',
      withCode('ENOTFOUND', 'getaddrinfo ENOTFOUND x'),
      'the host name could not be resolved, ENOTFOUND',
    ],
    [
      'a proxy that is down',
      withCode(
        'ECONNRESET',
        'tunneling socket could not be established, cause=connect ECONNREFUSED\n10.0.0.1:3128',
      ),
      'the proxy gave no connection (connect ECONNREFUSED 10.0.0.1:3128)',
    ],
    ['a code without words', withCode('EPROTO', 'wrong version\nnumber'), 'wrong version number'],
    ['a code without a message', withCode('EPIPE'), 'EPIPE'],
    ['an error without a code', new Error('strange'), 'strange'],
    ['a string', 'thrown', 'thrown'],
  ])('%s', (_, error, detail) => {
    expect(failureOf(error)).toEqual({ kind: 'failure', cause: 'network', detail });
  });
});
