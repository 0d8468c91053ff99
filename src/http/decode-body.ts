/**
 * Turns the bytes of a body into text. Requests ask for `identity`, but some gateways compress all
 * the same, and others label plain text with something that is no encoding.
 */
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import type { ZlibOptions } from 'node:zlib';
import type { BodyProblem } from '../model/request-problem.ts';
import { printable } from '../util/text.ts';

export type Body = { readonly ok: true; readonly text: string } | Unreadable;

export interface Unreadable {
  readonly ok: false;
  readonly problem: BodyProblem;
}

type Decode = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

/** Loaded by the first body that needs it: most are not compressed. */
const zlib = () => process.getBuiltinModule('node:zlib');

const gunzip: Decode = (bytes, options) => promisify(zlib().gunzip)(bytes, options);
const inflate: Decode = (bytes, options) => promisify(zlib().inflate)(bytes, options);
const inflateRaw: Decode = (bytes, options) => promisify(zlib().inflateRaw)(bytes, options);
const brotli: Decode = (bytes, options) => promisify(zlib().brotliDecompress)(bytes, options);

/** The content codings of RFC 9110, 8.4.1, and Brotli (RFC 7932). Any other word is none. */
const CODINGS: ReadonlyMap<string, Decode> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', (bytes, options) => (isWrapped(bytes) ? inflate : inflateRaw)(bytes, options)],
  ['br', brotli],
]);

/**
 * Some servers leave out the wrapper that the standard requires for `deflate`; with it, the first
 * byte ends in 8 (RFC 1950, 2.2).
 */
function isWrapped([first = 0]: Buffer): boolean {
  return (first & 0x0f) === 8;
}

/** Each chunk costs a trip to another thread, so few large ones are faster than Node's 16 KiB. */
const CHUNK_BYTES = 256 * 1024;

/** More codings on top of each other than this are an attack. */
const MOST_CODINGS = 2;

/** @param maxBytes the largest body that is read, before and after it is decoded. */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return unreadable({ type: 'too-large', maxBytes });
    chunks.push(chunk);
  }
  return decodeBody(Buffer.concat(chunks), message.headers['content-encoding'], maxBytes);
}

/**
 * @param encoding the header `Content-Encoding`.
 * @param maxBytes the largest body that is read, before and after it is decoded.
 */
export async function decodeBody(
  bytes: Buffer,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Body> {
  const named = encoding ?? '';
  const words = named.split(',').map((word) => word.trim().toLowerCase());
  const codings = words.map((word) => CODINGS.get(word)).filter((coding) => coding !== undefined);
  if (codings.length > MOST_CODINGS) return unreadable(encoded(named));
  let decoded = bytes;
  // They were applied in the order of the header.
  for (const decode of codings.toReversed()) {
    try {
      decoded = await decode(decoded, { maxOutputLength: maxBytes, chunkSize: CHUNK_BYTES });
    } catch (error) {
      if (isTooLarge(error)) return unreadable({ type: 'too-large', maxBytes });
      // Perhaps only the label is wrong.
    }
  }
  const text = utf8(decoded);
  if (text !== undefined) return { ok: true, text };
  const isPlain = words.every((word) => word === '' || word === 'identity');
  return unreadable(isPlain ? { type: 'not-utf8' } : encoded(named));
}

function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

/** A byte order mark is skipped. @returns undefined for text in another encoding, not garbled text. */
function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encoded(encoding: string): BodyProblem {
  return { type: 'encoded', encoding: printable(encoding, 40) };
}

export function unreadable(problem: BodyProblem): Unreadable {
  return { ok: false, problem };
}
