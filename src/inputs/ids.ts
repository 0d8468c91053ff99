/** The inputs that name things on the platform: `product`, `image` and `scan`. */
import { isInputId, isSameId, isUlid, parseResourceId, type ResourceId } from '../model/ids.ts';
import { quote } from '../util/text.ts';
import type { InputReader } from './input-reader.ts';
import { isNothing, NO_VALUE, oddCharacterIn } from './texts.ts';

/** What the inputs name on the platform. */
export interface Ids {
  /** The product's ID or its exact name. */
  readonly product: string;
  /**
   * The product that resource names in `image` and `scan` belong to; undefined if they name none.
   */
  readonly claimedProductId: string | undefined;
  /** At least one, without duplicates. */
  readonly imageIds: readonly string[];
  /** Whether a line between two images is empty, as an output that does not exist leaves it. */
  readonly hasGap: boolean;
  /** This scan instead of the newest. */
  readonly scanId: string | undefined;
  /** Undefined if the input is empty. */
  readonly baselineImageId: string | undefined;
}

export function readIds(inputs: InputReader): Ids {
  const product = readProduct(inputs);
  const images = readImages(inputs);
  const scan = readOptionalId(inputs, 'scan', 'scan');
  const baseline = readOptionalId(inputs, 'baseline-image', 'image');
  const imageIds = [...new Set(images.map(({ id }) => id))];
  const ids = [...images, scan, baseline].filter((id) => id !== undefined);
  checkParents(inputs, ids, product);
  if (scan?.imageId !== undefined && !imageIds.includes(scan.imageId))
    inputs.report('scan', `belongs to image ${quote(scan.imageId)}, which is not in \`image\``);
  checkBaseline(inputs, baseline?.id, imageIds);
  const claimedProductId = ids.find(({ productId }) => productId !== undefined)?.productId;
  return {
    product: product.text,
    claimedProductId,
    imageIds,
    hasGap: linesOf(inputs.value('image').trim()).includes('') && imageIds.length > 0,
    scanId: scan?.id,
    baselineImageId: baseline?.id,
  };
}

interface InputId extends ResourceId {
  readonly input: 'image' | 'scan' | 'baseline-image';
}

function readImages(inputs: InputReader): readonly InputId[] {
  const texts = linesOf(inputs.value('image')).filter((line) => line !== '');
  if (texts.length === 0)
    inputs.report('image', 'is empty: set it to the image ID in the answer to the upload');
  return [...new Set(texts)].map((text) => readId(inputs, 'image', 'image', text));
}

function readOptionalId(
  inputs: InputReader,
  input: 'scan' | 'baseline-image',
  kind: 'image' | 'scan',
): InputId | undefined {
  const text = inputs.value(input);
  return text === '' ? undefined : readId(inputs, input, kind, text);
}

function readId(
  { report }: InputReader,
  input: InputId['input'],
  kind: 'image' | 'scan',
  text: string,
): InputId {
  const parsed = parseResourceId(kind, withoutSlash(text));
  const { id, productId = 'none', imageId = 'none' } = parsed;
  const problem = problemOfText(text, input === 'image' ? 'one per line' : `give one ${kind}`);
  if (/[\r\n]/.test(text)) report(input, `has several lines: give one ${kind}`);
  else if (problem !== undefined) report(input, problem);
  else if (![id, productId, imageId].every(isInputId))
    report(input, `${quote(text)} is not an ID: ${COPY_ID}`);
  return { ...parsed, input };
}

/** A resource name in an address often ends in a slash. */
function withoutSlash(text: string): string {
  return /^(products|images|scans)\//.test(text) ? text.replace(/\/+$/, '') : text;
}

/**
 * Why a text cannot be an ID of any platform.
 * @param split how to give several.
 */
function problemOfText(text: string, split: string): string | undefined {
  if (isNothing(text)) return NO_VALUE;
  if (/^https?:\/\//i.test(text)) return `is an address, not an ID: ${COPY_ID}`;
  if (/[\p{Cc}\p{Cf}]/u.test(text)) return `has ${oddCharacterIn(text)}: ${COPY_ID}`;
  return /[,;\s]/.test(text) ? `${quote(text)} is not one ID: ${split}` : undefined;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.trim());
}

const COPY_ID = 'copy the ID from the platform';

/** `id` is undefined if the text may be a name. */
interface ProductText {
  readonly text: string;
  readonly id: string | undefined;
}

export function readProduct({ value, report }: InputReader): ProductText {
  const given = withoutSlash(value('product'));
  const { id } = parseResourceId('product', given);
  const isName = id === given && !isUlid(given);
  if (given === '')
    report('product', 'is empty: set it to the ID of the product, or to its exact name');
  else if (/[\r\n]/.test(given)) report('product', 'has several lines: give one product');
  else if (isNothing(given)) report('product', NO_VALUE);
  else if (/^https?:\/\//i.test(given))
    report('product', `is an address, not an ID or a name: ${COPY_PRODUCT}`);
  else if (/[\p{Cc}\p{Cf}]/u.test(given))
    report('product', `has ${oddCharacterIn(given)}: ${COPY_PRODUCT}`);
  else if (isName ? !isPossibleName(given) : !isInputId(id))
    report('product', `${quote(given)} is not an ID: ${COPY_PRODUCT}`);
  return { text: id, id: isName ? undefined : id };
}

const COPY_PRODUCT = 'copy the ID or the name from the platform';

/** A name that is in no list is used as an ID, so it must not be able to change a path. */
function isPossibleName(text: string): boolean {
  return text !== '.' && text !== '..' && text.isWellFormed();
}

/**
 * Resource names must agree with each other and with `product`; a name is compared once
 * it is resolved.
 */
function checkParents(
  { report }: InputReader,
  ids: readonly InputId[],
  product: ProductText,
): void {
  let expected = product.id;
  for (const { input, id, productId } of ids) {
    if (productId === undefined) continue;
    expected ??= productId;
    if (productId !== expected)
      report(input, `${quote(id)} belongs to product ${quote(productId)}, not ${quote(expected)}`);
  }
}

/** A comparison of an image with itself has no new findings and would always pass. */
function checkBaseline(
  { report }: InputReader,
  baselineId: string | undefined,
  imageIds: readonly string[],
): void {
  if (baselineId === undefined) return;
  if (imageIds.length > 1)
    report('baseline-image', 'works with one image only, but `image` has several lines: remove it');
  else if (imageIds.some((id) => isSameId(id, baselineId)))
    report('baseline-image', 'is the same image as `image`: set it to an earlier image');
}
