/** Products: people use their names, and the API uses their IDs. */
import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import {
  type Failed,
  type Found,
  failedByApi,
  type Refused,
  refusedByApi,
  unclearResult,
} from '../model/api-result.ts';
import { isInputId, parseServerId } from '../model/ids.ts';
import type { Product, ResolvedProduct } from '../model/product.ts';
import { isPartial, listOf, PAGE_TOKENS } from './lists.ts';
import { type ApiRequest, MAX_LIST_BYTES } from './request.ts';

/** Asks for the products that the caller may view (docs.binarly.io, list-products). */
export const LIST_PRODUCTS: ApiRequest<readonly Product[]> = {
  path: ['products'],
  isList: true,
  maxBytes: MAX_LIST_BYTES,
  read: readProducts,
};

const text = v.fallback(v.optional(v.string()), undefined);
const schema = v.object({
  products: listOf(v.object({ id: text, name: text })),
  ...PAGE_TOKENS,
});

/** Reads the answer to list-products. */
export function readProducts(json: unknown): Found<readonly Product[]> | Failed {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return unclearResult('products');
  if (isPartial(parsed.output)) return failedByApi({ type: 'paged-list' });
  const value = parsed.output.products.map(({ id, name }) => ({
    id: id === undefined ? undefined : parseServerId('product', id),
    name,
  }));
  return { kind: 'found', value };
}

/**
 * Finds the product that the input names, by ID first, then by exact name. Names are compared in
 * Unicode NFC, with white space trimmed and collapsed. Any other text is treated as an ID that is
 * not in the list.
 */
export function chooseProduct(
  products: readonly Product[],
  given: string,
): Found<ResolvedProduct> | Failed | Refused {
  const byId = products.find(({ id }) => id === given);
  if (byId !== undefined) return found({ id: given, name: byId.name });
  const named = products.filter(({ name }) => name !== undefined && sameName(name, given));
  const [first] = named;
  if (first === undefined) return chooseUnlisted(given, nearestNames(products, given));
  const ids = [...new Set(named.map(({ id }) => id))];
  if (ids.length > 1) {
    const readable = ids.filter((id) => id !== undefined);
    return refusedByApi({ type: 'ambiguous-product', given, ids: readable });
  }
  return first.id === undefined
    ? failedByApi({ type: 'unreadable-product-id', name: given })
    : found({ id: first.id, name: first.name });
}

/**
 * Treats the text as an ID that is not in any list.
 * @param nearest the names that the list of products has; undefined if there is no such list.
 */
export function chooseUnlisted(
  given: string,
  nearest: readonly string[] | undefined,
): Found<ResolvedProduct> | Refused {
  return isInputId(given)
    ? found({ id: given, name: undefined, unlisted: { nearest } })
    : refusedByApi({ type: 'unknown-product', product: { given, nearest: nearest ?? [] } });
}

function found(value: ResolvedProduct): Found<ResolvedProduct> {
  return { kind: 'found', value };
}

function sameName(one: string, other: string): boolean {
  return normalized(one) === normalized(other);
}

function normalized(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** How many names to suggest. */
const NEAREST = 3;

function nearestNames(products: readonly Product[], given: string): readonly string[] {
  const names = products.map(({ name = '' }) => name.slice(0, 200)).filter((name) => name !== '');
  const wanted = given.slice(0, 200).toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, steps: distance(name.toLowerCase(), wanted) }))
    .sort((one, other) => one.steps - other.steps)
    .slice(0, NEAREST)
    .map(({ name }) => name);
}
