/**
 * Resolves the input `product` once for all images. If the lookup fails, that failure is the answer
 * to the poll.
 */
import {
  type Answer,
  type Failed,
  type Found,
  type Interrupted,
  type Refused,
  refusedByApi,
} from '../model/answer.ts';
import { isUlid } from '../model/ids.ts';
import type { Product, ResolvedProduct } from '../model/product.ts';
import type { PollLimits } from '../polling/limits.ts';
import type { Ask } from '../polling/retry.ts';
import type { AskApi } from './api.ts';
import { chooseProduct, chooseUnlisted, LIST_PRODUCTS } from './products.ts';
import type { ProductQuestion } from './question.ts';

export interface ProductInput {
  /** An ID or an exact name. */
  readonly given: string;
  /** The product that resource names in other inputs belong to; undefined if they name none. */
  readonly claimedId: string | undefined;
}

/** One product's images, which can be asked about before the product is resolved. */
export interface ProductImages {
  /** Resolves the product; makes no request if it is known. */
  resolve(limits: PollLimits): Promise<Resolution>;
  /** Asks a question about the product. Resolves the product first, if necessary. */
  ask<T>(question: ProductQuestion<T>, limits: PollLimits): Promise<Answer<T>>;
  /** The same, for questions that are chosen anew each time. */
  asking<T>(choose: () => ProductQuestion<T>): Ask<T>;
  /** The product; undefined until the platform has confirmed it. */
  product(): ResolvedProduct | undefined;
}

type Resolution = Found<ResolvedProduct> | Failed | Refused | Interrupted;

export function imagesOfProduct(input: ProductInput, askApi: AskApi): ProductImages {
  const { given, claimedId } = input;
  let resolved: ResolvedProduct | undefined = isUlid(given)
    ? { id: given, name: undefined }
    : undefined;
  /** Whether the API has answered a question about an unlisted product: then the text is an ID. */
  let isConfirmed = false;
  let underway: Promise<Resolution> | undefined;

  function choose(answer: Answer<readonly Product[]>): Resolution {
    if (answer.kind === 'found') return chooseProduct(answer.value, given);
    // A platform that has no such list can still find a product by its ID.
    return answer.kind === 'absent' ? chooseUnlisted(given, undefined) : answer;
  }

  async function lookUp(limits: PollLimits): Promise<Resolution> {
    const choice = choose(await askApi(LIST_PRODUCTS, limits));
    if (choice.kind !== 'found') return choice;
    const { id } = choice.value;
    if (claimedId !== undefined && claimedId !== id) return otherProduct(claimedId, id);
    resolved = choice.value;
    return choice;
  }

  async function resolve(limits: PollLimits): Promise<Resolution> {
    if (resolved !== undefined) return found(resolved);
    underway ??= lookUp(limits).finally(() => {
      underway = undefined;
    });
    return underway;
  }

  async function ask<T>(question: ProductQuestion<T>, limits: PollLimits): Promise<Answer<T>> {
    const known = await resolve(limits);
    if (known.kind !== 'found') return known;
    const answer = await askApi(question(known.value.id), limits);
    isConfirmed ||= answer.kind === 'found';
    return isConfirmed ? answer : explained(answer, known.value);
  }

  return {
    resolve,
    ask,
    asking: (chooseQuestion) => (limits) => ask(chooseQuestion(), limits),
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
function explained<T>(answer: Answer<T>, { id, unlisted }: ResolvedProduct): Answer<T> {
  if (unlisted?.nearest === undefined) return answer;
  const unknownProduct = { given: id, nearest: unlisted.nearest };
  if (answer.kind === 'absent' && answer.cause.type === 'not-found')
    return { ...answer, cause: { ...answer.cause, unknownProduct } };
  const { kind } = answer;
  if (kind === 'refused' && answer.cause.type === 'http-status' && answer.cause.status === 400)
    return { ...answer, cause: { type: 'unknown-product', product: unknownProduct } };
  return answer;
}
