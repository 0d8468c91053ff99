/** Requests to the Binarly API v4, as data: what to send, and how to read the answer. */
import type { Downloaded } from '../http/download.ts';
import type { HttpRequest } from '../http/messages.ts';
import type { Absent, Failed, Found } from '../model/api-result.ts';

export interface ApiRequest<T> {
  /** Segments after `/api/v4`, not yet encoded. */
  readonly path: readonly string[];
  /** A custom method in Google's style, which goes after a literal colon. */
  readonly customMethod?: string;
  /** Starts with `?`. */
  readonly query?: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  /** What older releases of the platform understand, if they refuse `body` with HTTP 400. */
  readonly olderBody?: unknown;
  /**
   * Sends a multipart form without fields by POST: a server that expects a form refuses a request
   * without one.
   */
  readonly asEmptyForm?: true;
  readonly maxBytes: number;
  /** Whether the answer is a list, which must be whole. */
  readonly isList?: boolean;
  /**
   * What the answer is about, if a credential that has read it once may read it. After that, a 403
   * that names no permission comes from a firewall.
   */
  readonly subject?: string;
  /** Media types; JSON if left out. */
  readonly accept?: string;
  /** Sends the request and saves the answer as a file; without it, the answer is JSON. */
  readonly save?: SaveFile;
  /** Reads the JSON of a 2xx, or what is known of the saved file. */
  readonly read: (json: unknown) => Found<T> | Absent | Failed;
}

/** A request about one product. Every ID in it must be usable as a path segment. */
export type ProductRequest<T> = (productId: string) => ApiRequest<T>;

/** Sends a request whose answer becomes a file. */
export type SaveFile = (request: HttpRequest) => Promise<Downloaded>;

/** In bytes. A scan or an image has a few hundred, and an image has few scans. */
export const MAX_BYTES = 4 * 1024 * 1024;
/** In bytes. A large tenant has thousands of products, and a product thousands of images. */
export const MAX_LIST_BYTES = 32 * 1024 * 1024;

export function imagePath(productId: string, imageId: string): readonly string[] {
  return ['products', productId, 'images', imageId];
}

/** What is sent, without the credential and the limits. */
export function httpRequestOf(
  request: ApiRequest<unknown>,
  apiUrl: string,
): Pick<HttpRequest, 'url' | 'headers' | 'body' | 'maxBytes'> {
  const { path, customMethod, query = '', accept = 'application/json', maxBytes } = request;
  const method = customMethod === undefined ? '' : `:${customMethod}`;
  const content = contentOf(request);
  return {
    url: `${apiUrl}/api/v4/${path.map(encodeURIComponent).join('/')}${method}${query}`,
    headers: { accept, ...(content && { 'content-type': content.type }) },
    ...(content && { body: content.body }),
    maxBytes,
  };
}

/** Ends a form before its first field. */
const BOUNDARY = 'wait-for-binarly-scan';

/** @returns what a POST sends; undefined for a GET. */
function contentOf({ body, asEmptyForm }: ApiRequest<unknown>) {
  if (asEmptyForm)
    return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: `--${BOUNDARY}--\r\n` };
  return body === undefined ? undefined : { type: 'application/json', body: JSON.stringify(body) };
}
