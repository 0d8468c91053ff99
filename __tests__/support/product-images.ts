/** A product without a platform: a function answers the questions about its images. */
import type { ApiRequest } from '../../src/binarly/request.ts';
import type { ProductImages } from '../../src/binarly/resolve-product.ts';
import type { ApiResult } from '../../src/model/api-result.ts';

/** What a question is about, by its path. */
export interface Asked {
  readonly type: 'findings' | 'address' | 'list' | 'create' | 'details' | 'newest scan' | 'scan';
  /** Empty if it is not about one image. */
  readonly imageId: string;
  readonly question: ApiRequest<unknown>;
}

/** @param answer the answer to each question; of the type that the question reads. */
export function productAnswering(
  answer: (asked: Asked) => ApiResult<unknown> | Promise<ApiResult<unknown>>,
): ProductImages {
  const product = { id: 'P', name: undefined };
  const ask: ProductImages['ask'] = async <T>(questionOf: (productId: string) => ApiRequest<T>) =>
    (await answer(askedBy(questionOf(product.id)))) as ApiResult<T>;
  return {
    ask,
    asking: (choose) => (limits) => ask(choose(), limits),
    product: () => product,
    resolve: () => Promise.resolve({ kind: 'found', value: product }),
  };
}

function askedBy(question: ApiRequest<unknown>): Asked {
  const [root, , kind, imageId = '', scans, scanId] = question.path;
  if (root === 'grids') return { type: 'findings', imageId: '', question };
  return { type: typeOf(question.customMethod, kind, imageId, scans, scanId), imageId, question };
}

function typeOf(method = '', kind = '', imageId = '', scans = '', scanId = ''): Asked['type'] {
  if (kind === 'tempFiles') return 'address';
  if (imageId === '') return method === 'upload' ? 'create' : 'list';
  if (scans === '') return 'details';
  return scanId === '' ? 'newest scan' : 'scan';
}
