/**
 * Resolves the input `product` once for all images. If the lookup fails, that failure is the answer
 * to the poll.
 */
import {
  type ApiResult,
  type Failed,
  type Found,
  type Interrupted,
  type Refused,
  refusedByApi,
} from '../model/api-result.ts';
import { isSameId, isUlid } from '../model/ids.ts';
import type { Product, ResolvedProduct } from '../model/product.ts';
import type { Ask } from '../polling/attempt.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { AskApi } from './api.ts';
import { chooseProduct, chooseUnlisted, LIST_PRODUCTS } from './products.ts';
import type { ProductRequest } from './request.ts';

export interface ProductInput {
  /** An ID or an exact name. */
  readonly given: string;
  /** The product that resource names in other inputs belong to; undefined if they name none. */
  readonly claimedId: string | undefined;
}

/** One product's images, which can be asked about before the product is resolved. */
export interface ProductImages {
  /** Resolves the product; makes no request if it is known. */
  resolve(call: CallOptions): Promise<Resolution>;
  /** Sends a request about the product. Resolves the product first, if necessary. */
  ask<T>(request: ProductRequest<T>, call: CallOptions): Promise<ApiResult<T>>;
  /** The same, for requests that are chosen anew each time. */
  asking<T>(chooseRequest: () => ProductRequest<T>): Ask<T>;
  /** The product; undefined until the platform has confirmed it. */
  product(): ResolvedProduct | undefined;
}

type Resolution = Found<ResolvedProduct> | Failed | Refused | Interrupted;

export function imagesOfProduct(input: ProductInput, askApi: AskApi): ProductImages {
  const { given, claimedId } = input;
  let resolved: ResolvedProduct | undefined = isUlid(given)
    ? { id: given, name: undefined }
    : undefined;
  /** Whether the API has answered a request about an unlisted product: then the text is an ID. */
  let isConfirmed = false;
  let underway: Promise<Resolution> | undefined;

  function choose(result: ApiResult<readonly Product[]>): Resolution {
    if (result.kind === 'found') return chooseProduct(result.value, given);
    // A platform that has no such list can still find a product by its ID.
    return result.kind === 'absent' ? chooseUnlisted(given, undefined) : result;
  }

  async function lookUp(call: CallOptions): Promise<Resolution> {
    const choice = choose(await askApi(LIST_PRODUCTS, call));
    if (choice.kind !== 'found') return choice;
    const { id } = choice.value;
    if (claimedId !== undefined && !isSameId(claimedId, id)) return otherProduct(claimedId, id);
    resolved = choice.value;
    return choice;
  }

  async function resolve(call: CallOptions): Promise<Resolution> {
    if (resolved !== undefined) return found(resolved);
    underway ??= lookUp(call).finally(() => {
      underway = undefined;
    });
    return underway;
  }

  async function ask<T>(request: ProductRequest<T>, call: CallOptions): Promise<ApiResult<T>> {
    const known = await resolve(call);
    if (known.kind !== 'found') return known;
    const result = await askApi(request(known.value.id), call);
    isConfirmed ||= result.kind === 'found';
    return isConfirmed ? result : explained(result, known.value);
  }

  return {
    resolve,
    ask,
    asking: (chooseRequest) => (call) => ask(chooseRequest(), call),
    product: () => (resolved?.unlisted === undefined || isConfirmed ? resolved : undefined),
  };
}

function found(value: ResolvedProduct): Found<ResolvedProduct> {
  return { kind: 'found', value };
}

function otherProduct(claimedId: string, productId: string): Refused {
  return refusedByApi({ type: 'other-product', claimedId, productId });
}

/** If the list did not have the product, a 400 or 404 most likely means a mistyped `product`. */
function explained<T>(result: ApiResult<T>, { id, unlisted }: ResolvedProduct): ApiResult<T> {
  if (unlisted?.nearest === undefined) return result;
  const unknownProduct = { given: id, nearest: unlisted.nearest };
  if (result.kind === 'absent' && result.cause.type === 'not-found')
    return { ...result, cause: { ...result.cause, unknownProduct } };
  const { kind } = result;
  if (kind === 'refused' && result.cause.type === 'http-status' && result.cause.status === 400)
    return { ...result, cause: { type: 'unknown-product', product: unknownProduct } };
  return result;
}
