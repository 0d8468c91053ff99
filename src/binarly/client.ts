/** The questions asked of the Binarly API v4, and what its answers mean. */
import * as v from 'valibot';
import type { Instant } from '../rfc3339.ts';
import { printable } from '../text.ts';
import type { Answer } from './answer.ts';
import type { Credential, Token } from './credential.ts';
import type { Http, Limits, Reply } from './http.ts';
import { type ApiError, refusalOf } from './refusal.ts';
import { isPassing, ofFailure, parseJson, trouble } from './reply.ts';
import { type Reading, readNewest, readScan, type Scan } from './scan.ts';

/** A list of scans is a few hundred bytes per scan; what is larger than this is not one. */
const MAX_SCANS_BYTES = 4 * 1024 * 1024;

export interface BinarlyClient {
  /** The newest scan of an image (docs.binarly.io, list-scans). @param createdAfter scans created before it do not count. */
  newestScan(image: ImageRef, createdAfter: Instant | undefined, limits: Limits): Promise<Answer<Scan>>;
  /** A scan by its ID (docs.binarly.io, get-scan). */
  scan(image: ImageRef, scanId: string, limits: Limits): Promise<Answer<Scan>>;
}

/** Which image, by the IDs that the platform gave; each must be able to be a segment of a path. */
export interface ImageRef {
  readonly productId: string;
  readonly imageId: string;
}

export interface ClientOptions {
  readonly http: Http;
  /** The tenant's address without a path, as in `https://dashboard-acme.binarly.cloud`. */
  readonly apiUrl: string;
  /** None of its secrets appears in what this client returns. */
  readonly credential: Credential;
}

export function createClient({ http, apiUrl, credential }: ClientOptions): BinarlyClient {
  async function ask(segments: readonly string[], read: (json: unknown) => Reading, limits: Limits): Promise<Answer<Scan>> {
    const path = segments.map(encodeURIComponent).join('/');
    const send = ({ value }: Token) =>
      http({
        // Only with `status=true` does a scan carry its state.
        url: `${apiUrl}/api/v4/${path}?status=true`,
        headers: { accept: 'application/json', authorization: `Bearer ${value}` },
        maxBytes: MAX_SCANS_BYTES,
        limitMs: limits.limitMs(),
        signal: limits.signal,
      });
    const token = await credential.token(limits);
    if (token.kind !== 'token') return token;
    let reply = await send(token);
    // Revoked, or outlived by the platform's clock: once, and at once, with another token.
    if (reply.kind === 'reply' && reply.status === 401 && !token.best) {
      const other = await credential.token(limits, token);
      if (other.kind !== 'token') return other;
      reply = await send(other);
    }
    return reply.kind === 'failure' ? ofFailure(reply) : fromReply(reply, credential, read);
  }

  return {
    newestScan: ({ productId, imageId }, createdAfter, limits) =>
      ask(['products', productId, 'images', imageId, 'scans'], (json) => readNewest(json, createdAfter), limits),
    scan: ({ productId, imageId }, scanId, limits) =>
      ask(['products', productId, 'images', imageId, 'scans', scanId], (json) => readScan(json, scanId), limits),
  };
}

function fromReply(reply: Reply, credential: Credential, read: (json: unknown) => Reading): Answer<Scan> {
  const { status, retryAfterMs, body } = reply;
  // Whatever the server echoes, a secret goes no further.
  const json = body.ok ? parseJson(body.text, credential.redact) : undefined;
  const success = status >= 200 && status < 300;
  if (success || status === 404) {
    if (!body.ok) return trouble(body.problem, 'none', retryAfterMs);
    if (json === undefined) return trouble(notJson(status), 'none', retryAfterMs);
  }
  if (success) return fromReading(read(json?.value), retryAfterMs);
  const error = readError(json?.value);
  if (status === 404 && error !== undefined)
    return { kind: 'absent', detail: `the API answered HTTP 404: ${error.message}`, retryAfterMs };
  if (status === 401) return credential.refusal(error?.message);
  // A 404 without Binarly's error is some other server's. Of 5xx, Binarly's errors page says to try again.
  if (status === 404 || isPassing(status)) {
    const said = error === undefined ? '' : `: ${error.message}`;
    return trouble(`HTTP ${status}${said}`, error === undefined ? 'unclear' : 'made', retryAfterMs);
  }
  return refusalOf(status, error, reply.location === undefined ? undefined : printable(credential.redact(reply.location)));
}

function notJson(status: number): string {
  return `HTTP ${status} with a body that is not JSON and looks like a web page: is \`api-url\` right?`;
}

function fromReading(reading: Reading, retryAfterMs: number | undefined): Answer<Scan> {
  switch (reading.kind) {
    case 'scan':
      return { kind: 'found', value: reading.scan, retryAfterMs };
    case 'none':
      return { kind: 'absent', detail: reading.detail, state: reading.state, retryAfterMs };
    case 'nothing':
      return { ...trouble(reading.detail, reading.foreign ? 'unclear' : 'made', retryAfterMs), state: reading.state };
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return reading satisfies never;
  }
}

const quote = v.pipe(
  v.string(),
  v.transform((text) => printable(text)),
);
const maybeQuote = v.fallback(v.optional(quote), undefined);
const errorSchema = v.object({ message: quote, permission: maybeQuote, resourceName: maybeQuote });

function readError(json: unknown): ApiError | undefined {
  const parsed = v.safeParse(errorSchema, json);
  return parsed.success ? { permission: undefined, resourceName: undefined, ...parsed.output } : undefined;
}
