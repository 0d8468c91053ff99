/**
 * Bodies that are compressed although the request asks for identity: gateways do that, and it is
 * within their rights (RFC 9110, 12.5.3).
 */
import { promisify } from 'node:util';
import { brotliDecompress, unzip } from 'node:zlib';
import type { BodyProblem } from '../model/request-problem.ts';
import { printable } from '../util/text.ts';

/** `unzip` reads both gzip and deflate. */
const DECODERS = new Map([
  ['gzip', promisify(unzip)],
  ['x-gzip', promisify(unzip)],
  ['deflate', promisify(unzip)],
  ['br', promisify(brotliDecompress)],
]);

/**
 * @param encoding the header `Content-Encoding`. A word that is not a compression counts as
 * identity: whether the body is JSON decides.
 * @param maxBytes the largest decoded body.
 */
export async function decode(
  body: Buffer,
  encoding: string,
  maxBytes: number,
): Promise<{ readonly bytes: Buffer } | { readonly problem: BodyProblem }> {
  let bytes = body;
  // The last one named was applied last.
  for (const name of encoding.toLowerCase().split(',').reverse()) {
    const decoder = DECODERS.get(name.trim());
    if (decoder === undefined || bytes.length === 0) continue;
    try {
      bytes = await decoder(bytes, { maxOutputLength: maxBytes });
    } catch (error) {
      const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      return isTooLarge
        ? { problem: { type: 'too-large', maxBytes } }
        : { problem: { type: 'encoded', encoding: printable(encoding, 40) } };
    }
  }
  return { bytes };
}
