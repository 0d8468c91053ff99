/** The questions asked of the Binarly API v4, and what its answers mean. */
import * as v from 'valibot';
import type { Instant } from '../rfc3339.ts';
import { printable } from '../text.ts';
import type { Answer, Trouble } from './answer.ts';
import type { Failure, Http, Reply } from './http.ts';
import { type ApiError, certificateRefusal, refusalOf } from './refusal.ts';
import { type Reading, readNewest, readScan, type Scan } from './scan.ts';

/** A list of scans is a few hundred bytes per scan; what is larger than this is not one. */
const MAX_SCANS_BYTES = 4 * 1024 * 1024;

/** How long one question may take, in milliseconds, and what ends it early. */
interface Limits {
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

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
  /** A bearer token; it appears in nothing that this client returns. */
  readonly token: string;
}

export function createClient({ http, apiUrl, token }: ClientOptions): BinarlyClient {
  async function ask(segments: readonly string[], read: (json: unknown) => Reading, limits: Limits): Promise<Answer<Scan>> {
    const path = segments.map(encodeURIComponent).join('/');
    const reply = await http({
      // Only with `status=true` does a scan carry its state.
      url: `${apiUrl}/api/v4/${path}?status=true`,
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
      maxBytes: MAX_SCANS_BYTES,
      ...limits,
    });
    if (reply.kind === 'failure') return fromFailure(reply);
    return fromReply(redacted(reply, token), read);
  }

  return {
    newestScan: ({ productId, imageId }, createdAfter, limits) =>
      ask(['products', productId, 'images', imageId, 'scans'], (json) => readNewest(json, createdAfter), limits),
    scan: ({ productId, imageId }, scanId, limits) =>
      ask(['products', productId, 'images', imageId, 'scans', scanId], (json) => readScan(json, scanId), limits),
  };
}

/** Whatever the server echoes, the token goes no further. Shorter than this it is no token, and would tear up any JSON. */
function redacted(reply: Reply, token: string): Reply {
  if (token.length < 8) return reply;
  const { body, location } = reply;
  return {
    ...reply,
    location: location?.replaceAll(token, '***'),
    body: body.ok ? { ok: true, text: body.text.replaceAll(token, '***') } : body,
  };
}

function fromFailure({ cause, detail }: Failure): Answer<never> {
  switch (cause) {
    case 'interrupted':
      return { kind: 'interrupted' };
    case 'certificate':
      return certificateRefusal(detail);
    case 'proxy-auth':
      return refusalOf(407, undefined, undefined);
    case 'network':
      return trouble(detail, 'none');
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return cause satisfies never;
  }
}

function fromReply(reply: Reply, read: (json: unknown) => Reading): Answer<Scan> {
  const { status, retryAfterMs, body } = reply;
  const json = body.ok ? parseJson(body.text) : undefined;
  const success = status >= 200 && status < 300;
  if (success || status === 404) {
    if (!body.ok) return trouble(body.problem, 'none', retryAfterMs);
    if (json === undefined) return trouble(notJson(status), 'none', retryAfterMs);
  }
  if (success) return fromReading(read(json?.value), retryAfterMs);
  const error = readError(json?.value);
  if (status === 404 && error !== undefined)
    return { kind: 'absent', detail: `the API answered HTTP 404: ${error.message}`, retryAfterMs };
  if (isPassing(status)) {
    const said = error === undefined ? '' : `: ${error.message}`;
    return trouble(`HTTP ${status}${said}`, error === undefined ? 'unclear' : 'made', retryAfterMs);
  }
  return refusalOf(status, error, reply.location === undefined ? undefined : printable(reply.location));
}

function notJson(status: number): string {
  return `HTTP ${status} with a body that is not JSON and looks like a web page: is \`api-url\` right?`;
}

/** 404 without Binarly's error is some other server's; 408, 429 and 5xx pass (Binarly's errors page: «try again»). */
function isPassing(status: number): boolean {
  return status === 404 || status === 408 || status === 429 || status >= 500;
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

function trouble(detail: string, contact: Trouble['contact'], retryAfterMs?: number): Trouble {
  return { kind: 'trouble', detail, contact, retryAfterMs };
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

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
