import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeBody } from '../../src/http/decode-body.ts';

const MAX_BYTES = 64 * 1024;
const TEXT = '{"scans":[{"id":"s1"}]}';
const BYTES = Buffer.from(TEXT);
const READ = { ok: true, text: TEXT };

const gzip = (bytes: Buffer) => zlib.gzipSync(bytes);
const deflate = (bytes: Buffer) => zlib.deflateSync(bytes);
const br = (bytes: Buffer) => zlib.brotliCompressSync(bytes);

describe('a body', () => {
  it.each<[string, Buffer]>([
    ['gzip', gzip(BYTES)],
    ['GZIP', gzip(BYTES)],
    ['x-gzip', gzip(BYTES)],
    ['deflate', deflate(BYTES)],
    ['deflate', zlib.deflateRawSync(BYTES)],
    ['br', br(BYTES)],
    ['identity, gzip', gzip(BYTES)],
    [' gzip , ', gzip(BYTES)],
    ['br, gzip', gzip(br(BYTES))],
    ['gzip, utf-8', gzip(BYTES)],
  ])('that is encoded is decoded: %s', async (encoding, bytes) => {
    expect(await decodeBody(bytes, encoding, MAX_BYTES)).toEqual(READ);
  });

  it.each([undefined, '', 'identity', 'Identity', 'none', 'UTF-8', 'binary', 'zstd'])(
    'that is plain is read, whatever its label is: %s',
    async (encoding) => {
      expect(await decodeBody(BYTES, encoding, MAX_BYTES)).toEqual(READ);
    },
  );

  it.each(['gzip', 'deflate', 'br', 'gzip, br'])(
    'that is plain is read, even if its label says %s',
    async (encoding) => {
      expect(await decodeBody(BYTES, encoding, MAX_BYTES)).toEqual(READ);
      expect(await decodeBody(Buffer.alloc(0), encoding, MAX_BYTES)).toEqual({
        ok: true,
        text: '',
      });
    },
  );

  it.each<[string, Buffer]>([
    ['gzip', gzip(BYTES).subarray(0, 15)],
    ['deflate', deflate(BYTES).subarray(0, 10)],
    ['br', Buffer.from([0xff, 0xfe, 0x00])],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
    ['gzip, gzip, gzip', gzip(gzip(gzip(BYTES)))],
    ['gzip', gzip(Buffer.from([0xff, 0xfe]))],
  ])('that cannot be decoded is named by its label: %s', async (encoding, bytes) => {
    const problem = { type: 'encoded', encoding };
    expect(await decodeBody(bytes, encoding, MAX_BYTES)).toEqual({ ok: false, problem });
  });

  it.each([undefined, '', 'identity'])(
    'in another encoding is not garbled: %s',
    async (encoding) => {
      const problem = { type: 'not-utf8' };
      const bytes = Buffer.from([0xff, 0xfe, 0x7b]);
      expect(await decodeBody(bytes, encoding, MAX_BYTES)).toEqual({ ok: false, problem });
    },
  );

  it('has a label that is cut before it is shown', async () => {
    const encoding = `\n::error::${'x'.repeat(9_999)}`;
    const read = await decodeBody(Buffer.from([0xff]), encoding, MAX_BYTES);
    expect(read).toMatchObject({ problem: { encoding: `: :error::${'x'.repeat(30)}…` } });
  });
});

describe('a bomb', () => {
  const zeros = Buffer.alloc(200 * 1024 * 1024);
  const folder = mkdtempSync(join(tmpdir(), 'bomb-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, Buffer]>([
    ['gzip', gzip(zeros)],
    ['deflate', deflate(zeros)],
    ['deflate', zlib.deflateRawSync(zeros)],
    ['br', br(zeros)],
    ['gzip, gzip', gzip(gzip(zeros))],
  ])('of 200 MiB ends at the limit, in little memory: %s', (encoding, bytes) => {
    const path = join(folder, 'bomb');
    writeFileSync(path, bytes);
    // A process of its own: other tests use the memory of this one.
    const code = `
      import { readFileSync } from 'node:fs';
      import { decodeBody } from ${JSON.stringify(new URL('../../src/http/decode-body.ts', import.meta.url))};
      const bytes = readFileSync(${JSON.stringify(path)});
      const before = process.resourceUsage().maxRSS;
      const body = await decodeBody(bytes, ${JSON.stringify(encoding)}, ${MAX_BYTES});
      console.log(JSON.stringify({ body, kib: process.resourceUsage().maxRSS - before }));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code]);
    const { body, kib } = JSON.parse(String(printed)) as { body: unknown; kib: number };
    const problem = { type: 'too-large', maxBytes: MAX_BYTES };
    expect(body).toEqual({ ok: false, problem });
    expect(kib).toBeLessThan(50 * 1024);
  });

  it('is read if it is as large as allowed', async () => {
    const bytes = Buffer.alloc(MAX_BYTES, ' ');
    expect(await decodeBody(gzip(bytes), 'gzip', MAX_BYTES)).toMatchObject({ ok: true });
    const more = Buffer.alloc(MAX_BYTES + 1, ' ');
    expect(await decodeBody(gzip(more), 'gzip', MAX_BYTES)).toMatchObject({
      problem: { type: 'too-large' },
    });
  });
});
