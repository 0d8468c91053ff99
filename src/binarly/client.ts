/** The questions asked of the Binarly API v4, and what its answers mean. */
import * as v from 'valibot';
import type { Http, Limits, Reply } from '../http/http.ts';
import type { Instant } from '../util/instant.ts';
import { printable } from '../util/text.ts';
import type { Answer } from './answer.ts';
import type { Credential, Token } from './credential.ts';
import { type Findings, readFindings } from './findings.ts';
import { type Product, readProducts } from './product.ts';
import { type ApiError, refusalOf } from './refusal.ts';
import { isPassing, ofFailure, parseJson, trouble } from './reply.ts';
import { type Reading, readNewest, readScan, type Scan } from './scan.ts';

/** A scan is a few hundred bytes, and so are the counts of an image; an answer larger than this is none. */
const MAX_BYTES = 4 * 1024 * 1024;
/** A large tenant has thousands of products. */
const MAX_PRODUCTS_BYTES = 32 * 1024 * 1024;

/** Where scans are found: all that a wait needs. */
export interface Scans {
  /** The newest scan of an image (docs.binarly.io, list-scans). @param createdAfter scans created before it do not count. */
  newestScan(
    image: ImageRef,
    createdAfter: Instant | undefined,
    limits: Limits,
  ): Promise<Answer<Scan>>;
  /** A scan by its ID (docs.binarly.io, get-scan). */
  scan(image: ImageRef, scanId: string, limits: Limits): Promise<Answer<Scan>>;
}

/** All that is asked of images. */
export interface Images extends Scans {
  /** What was found in an image, over all its scans (docs.binarly.io, get-image with counts). */
  findings(image: ImageRef, limits: Limits): Promise<Answer<Findings>>;
}

export interface BinarlyClient extends Images {
  /** The products that the caller may view (docs.binarly.io, list-products). */
  products(limits: Limits): Promise<Answer<readonly Product[]>>;
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

interface Question<T> {
  readonly path: readonly string[];
  readonly query?: string;
  readonly maxBytes?: number;
  /** Reads the JSON of a success. */
  readonly read: (json: unknown, retryAfterMs: number | undefined) => Answer<T>;
}

export function createClient({ http, apiUrl, credential }: ClientOptions): BinarlyClient {
  async function ask<T>(
    { path, query = '', maxBytes = MAX_BYTES, read }: Question<T>,
    limits: Limits,
  ): Promise<Answer<T>> {
    const send = ({ value }: Token) =>
      http({
        url: `${apiUrl}/api/v4/${path.map(encodeURIComponent).join('/')}${query}`,
        headers: { accept: 'application/json', authorization: `Bearer ${value}` },
        maxBytes,
        ...limits,
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

  const pathOf = ({ productId, imageId }: ImageRef) => ['products', productId, 'images', imageId];
  // Only with `status=true` does a scan carry its state.
  const query = '?status=true';
  return {
    newestScan: (image, createdAfter, limits) =>
      ask(
        {
          path: [...pathOf(image), 'scans'],
          query,
          read: reading((json) => readNewest(json, createdAfter)),
        },
        limits,
      ),
    scan: (image, scanId, limits) =>
      ask(
        {
          path: [...pathOf(image), 'scans', scanId],
          query,
          read: reading((json) => readScan(json, scanId)),
        },
        limits,
      ),
    findings: (image, limits) =>
      ask(
        {
          path: pathOf(image),
          query: '?withCounts=true',
          read: schema('counts of findings', readFindings),
        },
        limits,
      ),
    products: (limits) =>
      ask(
        {
          path: ['products'],
          maxBytes: MAX_PRODUCTS_BYTES,
          read: schema('a list of products', readProducts),
        },
        limits,
      ),
  };
}

function fromReply<T>(reply: Reply, credential: Credential, read: Question<T>['read']): Answer<T> {
  const { status, retryAfterMs, body } = reply;
  // Whatever the server echoes, a secret goes no further.
  const json = body.ok ? parseJson(body.text, credential.redact) : undefined;
  const success = status >= 200 && status < 300;
  if (success || status === 404) {
    if (!body.ok) return trouble(body.problem, 'none', retryAfterMs);
    if (json === undefined) return trouble(notJson(status), 'none', retryAfterMs);
  }
  if (success) return read(json?.value, retryAfterMs);
  const error = readError(json?.value);
  if (status === 404 && error !== undefined)
    return {
      kind: 'absent',
      status,
      detail: `the API answered HTTP 404: ${error.message}`,
      retryAfterMs,
    };
  if (status === 401) return credential.refusal(error?.message);
  // A 404 without Binarly's error is some other server's. Of 5xx, Binarly's errors page says to try again.
  if (status === 404 || isPassing(status)) {
    const said = error === undefined ? '' : `: ${error.message}`;
    return trouble(`HTTP ${status}${said}`, error === undefined ? 'unclear' : 'made', retryAfterMs);
  }
  return refusalOf(
    status,
    error,
    reply.location === undefined ? undefined : printable(credential.redact(reply.location)),
  );
}

function notJson(status: number): string {
  return `HTTP ${status} with a body that is not JSON and looks like a web page: is \`api-url\` right?`;
}

/** An answer that either has the shape or teaches nothing. */
function schema<T>(what: string, read: (json: unknown) => T | undefined): Question<T>['read'] {
  return (json, retryAfterMs) => {
    const value = read(json);
    if (value === undefined) return trouble(`the answer is not ${what}`, 'unclear', retryAfterMs);
    return { kind: 'found', value, retryAfterMs };
  };
}

function reading(read: (json: unknown) => Reading): Question<Scan>['read'] {
  return (json, retryAfterMs) => fromReading(read(json), retryAfterMs);
}

function fromReading(reading: Reading, retryAfterMs: number | undefined): Answer<Scan> {
  switch (reading.kind) {
    case 'scan':
      return { kind: 'found', value: reading.scan, retryAfterMs };
    case 'none':
      return { kind: 'absent', detail: reading.detail, state: reading.state, retryAfterMs };
    case 'nothing':
      return {
        ...trouble(reading.detail, reading.foreign ? 'unclear' : 'made', retryAfterMs),
        state: reading.state,
      };
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
  return parsed.success
    ? { permission: undefined, resourceName: undefined, ...parsed.output }
    : undefined;
}
