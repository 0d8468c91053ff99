/** Products: people know them by name, the API by ID. */
import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import type { Limits } from '../http/http.ts';
import { isPathSegment, printable } from '../util/text.ts';
import type { Answer, Interrupted, Refusal, Trouble } from './answer.ts';
import type { BinarlyClient, Images } from './client.ts';
import { trouble } from './reply.ts';

export interface Product {
  /** Undefined where it could not be part of a path. */
  readonly id: string | undefined;
  readonly name: string | undefined;
}

const text = v.fallback(v.optional(v.string()), undefined);
const schema = v.object({ products: v.array(v.object({ id: text, name: text })) });

/** Reads the answer to «list products». @returns undefined for any other shape. */
export function readProducts(json: unknown): readonly Product[] | undefined {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return undefined;
  return parsed.output.products.map(({ id, name }) => ({
    id: id !== undefined && isPathSegment(id) ? id : undefined,
    name,
  }));
}

/** What the platform's IDs look like (github.com/ulid/spec). */
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/i;

interface Resolved {
  readonly kind: 'resolved';
  readonly id: string;
  /** Where it is taken for an ID because no product has that name: what to say if the API does not know it either. */
  readonly hint?: string;
}

export interface ImagesOfProduct extends Images {
  /** The product's ID, or what was given for it as long as nobody has looked. */
  productId(): string;
}

/**
 * The images of one product, given by ID or by exact name. A name is looked up at the first question, once for all images, and
 * whatever the lookup meets is the answer to that question. The `productId` of the images asked for is not used.
 */
export function imagesOf(given: string, client: BinarlyClient): ImagesOfProduct {
  if (ULID.test(given)) return { ...client, productId: () => given };
  let resolved: Resolved | undefined;
  let underway: Promise<Resolved | Trouble | Refusal | Interrupted> | undefined;

  async function lookUp(limits: Limits) {
    const answer = await client.products(limits);
    // A platform without that list knows its products by ID all the same.
    if (answer.kind !== 'found' && answer.kind !== 'absent') return answer;
    const product = choose(answer.kind === 'found' ? answer.value : [], given);
    if (product.kind === 'resolved') resolved = product;
    return product;
  }

  function shared(limits: Limits) {
    underway ??= lookUp(limits).finally(() => {
      underway = undefined;
    });
    return underway;
  }

  async function ask<T>(
    question: (productId: string) => Promise<Answer<T>>,
    limits: Limits,
  ): Promise<Answer<T>> {
    const product = resolved ?? (await shared(limits));
    if (product.kind !== 'resolved') return product;
    return afterLookup(await question(product.id), product.hint);
  }

  return {
    newestScan: (image, createdAfter, limits) =>
      ask((productId) => client.newestScan({ ...image, productId }, createdAfter, limits), limits),
    scan: (image, scanId, limits) =>
      ask((productId) => client.scan({ ...image, productId }, scanId, limits), limits),
    findings: (image, limits) =>
      ask((productId) => client.findings({ ...image, productId }, limits), limits),
    productId: () => resolved?.id ?? given,
  };
}

function choose(products: readonly Product[], given: string): Resolved | Trouble | Refusal {
  if (products.some(({ id }) => id === given)) return { kind: 'resolved', id: given };
  const named = products.filter(({ name }) => name === given);
  const [first] = named;
  if (first === undefined) return { kind: 'resolved', id: given, hint: hintFor(products, given) };
  const ids = new Set(named.map(({ id }) => id));
  if (ids.size > 1) {
    const list = [...ids].slice(0, 5).map((id) => printable(id ?? 'unreadable', 60));
    return {
      kind: 'refusal',
      detail: `${ids.size} products are called ${quote(given)}`,
      advice: `give one of their IDs as \`product\`: ${list.join(', ')}${ids.size > list.length ? ' and others' : ''}`,
    };
  }
  if (first.id === undefined)
    return trouble(`the product called ${quote(given)} has no readable ID`, 'made');
  return { kind: 'resolved', id: first.id };
}

/** How many names a reader is shown. */
const NEAREST = 3;

function hintFor(products: readonly Product[], given: string): string {
  const names = [
    ...new Set(
      products.flatMap(({ name }) =>
        name === undefined || name === '' ? [] : [name.slice(0, 200)],
      ),
    ),
  ];
  const nearest = names
    .map((name) => ({
      name,
      steps: distance(name.toLowerCase(), given.slice(0, 200).toLowerCase()),
    }))
    .sort((one, other) => one.steps - other.steps)
    .slice(0, NEAREST)
    .map(({ name }) => quote(name));
  const near =
    nearest.length === 0
      ? 'and this credential may view none at all'
      : `the nearest are ${nearest.join(', ')}`;
  return `no product has that ID or name, ${near}`;
}

function quote(name: string): string {
  return `"${printable(name, 60)}"`;
}

/** By now the API has answered once; and where it refuses what may be a misspelt name, the reason says so. */
function afterLookup<T>(answer: Answer<T>, hint: string | undefined): Answer<T> {
  if (answer.kind === 'trouble') return { ...answer, contact: 'made' };
  const unknown =
    (answer.kind === 'refusal' && answer.status === 400) ||
    (answer.kind === 'absent' && answer.status === 404);
  return unknown && hint !== undefined
    ? { ...answer, detail: `${answer.detail}; ${hint}` }
    : answer;
}
