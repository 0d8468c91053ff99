import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Fault, play } from '../../emulator/faults.ts';
import { createDownload, type DownloadRequest } from '../../src/http/download.ts';
import { systemClock } from '../../src/polling/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'download-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(answer: (request: number) => Fault): Promise<string> {
  let requests = 0;
  server = createServer((_, response) => {
    requests += 1;
    play(answer(requests), response);
  });
  return addressOf(server);
}

async function addressOf(listener: Server): Promise<string> {
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
}

let files = 0;

async function download(fault: Fault, more: Partial<DownloadRequest> = {}, patience = {}) {
  files += 1;
  const path = join(folder, `${files}.json`);
  const result = await createDownload('test', systemClock, {
    startMs: 10_000,
    silenceMs: 10_000,
    ...patience,
  })({
    url: await listen(() => fault),
    headers: {},
    limitMs: () => 30_000,
    maxBytes: 1_000_000,
    signal: new AbortController().signal,
    path,
    format: 'json',
    ...more,
  });
  return { result, path, isThere: existsSync(path) };
}

function answer(body: string | Buffer, headers = {}, status = 200): Fault {
  return { kind: 'answer', status, body, headers };
}

describe('a download', () => {
  it('is saved under its own name, whole', async () => {
    const { result, path } = await download(answer('{"a":1}'));
    expect(result).toEqual({ kind: 'saved', bytes: 7 });
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}');
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['Deflate', deflateSync],
    ['br', brotliCompressSync],
    ['none', (text: string) => Buffer.from(text)],
  ])('is decoded if it comes as %s', async (encoding, encode) => {
    const { path } = await download(answer(encode('{"a":1}'), { 'content-encoding': encoding }));
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}');
  });

  it('that is refused is a reply with its text', async () => {
    const { result, isThere } = await download(answer('{"message":"no"}', {}, 403));
    expect(result).toMatchObject({
      kind: 'reply',
      status: 403,
      body: { text: '{"message":"no"}' },
    });
    expect(isThere).toBe(false);
  });

  it('that is only a part is a reply, not a file', async () => {
    const { result, isThere } = await download(answer('{}', {}, 206));
    expect(result).toMatchObject({ kind: 'reply', status: 206, hasMore: true });
    expect(isThere).toBe(false);
  });

  it.each<readonly [string, Fault, Partial<DownloadRequest>, object]>([
    ['is cut', { kind: 'cut', status: 200 }, {}, { type: 'network' }],
    ['breaks off', answer('{"a":'), {}, { type: 'not-whole', format: 'JSON' }],
    ['is a web page', answer('<html>'), {}, { type: 'not-whole', format: 'JSON' }],
    ['is no PDF', answer('{}'), { format: 'pdf' }, { type: 'not-whole', format: 'PDF' }],
    ['is too large', answer('[1,2,3]'), { maxBytes: 6 }, { type: 'too-large', maxBytes: 6 }],
    [
      'says beforehand that it is too large',
      { kind: 'answer', status: 200, body: '[1,2,3]', headers: { 'content-length': '7' } },
      { maxBytes: 6 },
      { type: 'too-large', maxBytes: 6 },
    ],
    [
      'is too large once it is decoded',
      answer(gzipSync(`[${' '.repeat(10_000)}]`), { 'content-encoding': 'gzip' }),
      { maxBytes: 9_000 },
      { type: 'too-large', maxBytes: 9_000 },
    ],
    [
      'is not compressed as it says',
      answer('{}', { 'content-encoding': 'gzip' }),
      {},
      { type: 'network' },
    ],
  ])('that %s leaves no file', async (_, fault, more, problem) => {
    const { result, isThere } = await download(fault, more);
    expect(result).toMatchObject({ kind: 'reply', status: 200, body: { ok: false, problem } });
    expect(isThere).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['%PDF-1.7 … %%EOF', { kind: 'saved' }],
    ['%PDF-1.7 …', { body: { problem: { type: 'not-whole', format: 'PDF' } } }],
  ])(
    'that ends with its connection is whole only with its last mark: %s',
    async (body, expected) => {
      const own = createServer((_, response) => {
        response.removeHeader('content-length');
        response.removeHeader('transfer-encoding');
        response.end(body);
      });
      const url = await addressOf(own);
      const { result } = await download(answer(''), { url, format: 'pdf' });
      own.close();
      expect(result).toMatchObject(expected);
    },
  );

  it('that stalls ends, although there is time', async () => {
    const { result, isThere } = await download(
      { kind: 'stall', status: 200 },
      {},
      { silenceMs: 300 },
    );
    expect(result).toMatchObject({ body: { problem: { type: 'stalled', afterMs: 300 } } });
    expect(isThere).toBe(false);
  });

  it('that never begins ends, although there is time', async () => {
    const { result } = await download({ kind: 'silent' }, {}, { startMs: 300 });
    expect(result).toEqual({ kind: 'no-reply', problem: { type: 'too-slow', limitMs: 300 } });
  });

  it('that drips ends with its time', async () => {
    const { result } = await download({ kind: 'drip' }, { limitMs: () => 400 });
    expect(result).toMatchObject({ body: { problem: { type: 'too-slow' } } });
  });

  it('ends with the signal', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 200);
    const { result } = await download({ kind: 'stall', status: 200 }, { signal: abort.signal });
    expect(result).toEqual({ kind: 'no-reply', problem: { type: 'interrupted' } });
  });

  it('that this machine cannot take is not a failure of the network', async () => {
    const path = join(folder, 'missing', 'x.json');
    const { result } = await download(answer('{}'), { path });
    expect(result).toEqual({ kind: 'unwritable', message: expect.stringContaining('ENOENT') });
  });

  it('that cannot get its own name leaves nothing', async () => {
    const path = join(folder, 'taken');
    mkdirSync(join(path, 'inside'), { recursive: true });
    const { result } = await download(answer('{}'), { path });
    expect(result).toMatchObject({ kind: 'unwritable' });
    expect(existsSync(`${path}.part`)).toBe(false);
  });
});
