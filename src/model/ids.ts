/**
 * The platform's IDs. They are opaque, mostly ULIDs, and may come as resource names such as
 * `products/P/images/I/scans/S` (docs.binarly.io shows both forms), from users and from the server.
 */

export type ResourceKind = 'product' | 'image' | 'scan';

/** An ID and the parents that its resource name gave; a bare ID has none. */
export interface ResourceId {
  readonly id: string;
  readonly productId?: string;
  readonly imageId?: string;
}

const RESOURCE_NAMES: Readonly<Record<ResourceKind, RegExp>> = {
  product: /^products\/([^/]+)\/*$/,
  image: /^products\/([^/]+)\/images\/([^/]+)\/*$/,
  scan: /^products\/([^/]+)\/images\/([^/]+)\/scans\/([^/]+)\/*$/,
};

/**
 * Splits a resource name of this kind into its ID and its parents; any other text is an ID itself.
 * A trailing slash, as in an address, is ignored.
 */
export function parseResourceId(kind: ResourceKind, text: string): ResourceId {
  const [, productId, imageId, scanId] = RESOURCE_NAMES[kind].exec(text) ?? [];
  if (productId === undefined) return { id: text };
  if (imageId === undefined) return { id: productId };
  return scanId === undefined ? { id: imageId, productId } : { id: scanId, productId, imageId };
}

/** What an ID from the server may consist of; anything else is unreadable. */
export const SERVER_ID = /^[A-Za-z0-9._:~/-]{1,200}$/;

/** Reads an ID from the server. @returns undefined if it is not one. */
export function parseServerId(kind: ResourceKind, text: string): string | undefined {
  const { id } = parseResourceId(kind, text);
  return SERVER_ID.test(id) && isPathSegment(id) ? id : undefined;
}

/**
 * Whether text from an input can be an ID: it fits into one path segment, and none of its
 * characters is special to a shell.
 */
export function isInputId(text: string): boolean {
  return isPathSegment(text) && !/[`$"'\\]/.test(text);
}

/**
 * `encodeURIComponent` leaves `.` and `..` alone, which every URL parser resolves away, and throws
 * on a lone surrogate.
 */
function isPathSegment(id: string): boolean {
  return id !== '' && id !== '.' && id !== '..' && id.isWellFormed();
}

/** What the platform's own IDs look like (github.com/ulid/spec). */
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/i;

export function isUlid(text: string): boolean {
  return ULID.test(text);
}

/** Whether two IDs are the same; ULIDs are not case-sensitive. */
export function isSameId(one: string, other: string): boolean {
  return one === other || (isUlid(one) && one.toUpperCase() === other.toUpperCase());
}
