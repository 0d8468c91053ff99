/** The inputs that name things on the platform: `product`, `image` and `scan`. */
import type { BaselineChoice } from '../model/baseline.ts';
import { isSameId, isUlid, parseResourceId, type ResourceId } from '../model/ids.ts';
import { fold, quote } from '../util/text.ts';
import { problemWithId, problemWithProduct } from './id-problems.ts';
import type { InputReader } from './input-reader.ts';

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
  /** Whether `image` has an empty line between IDs, as a mistyped output leaves one. */
  readonly hasEmptyLine: boolean;
  /** This scan instead of the newest. */
  readonly scanId: string | undefined;
  /** Undefined if the input is empty. */
  readonly baseline: BaselineChoice | undefined;
}

export function readIds(inputs: InputReader): Ids {
  const product = readProduct(inputs);
  const { images, hasEmptyLine } = readImages(inputs);
  const scan = readOptionalId(inputs, 'scan', 'scan');
  const isBaseBranch = namesBaseBranch(inputs);
  const baseline = isBaseBranch ? undefined : readOptionalId(inputs, 'baseline-image', 'image');
  const imageIds = images
    .map(({ id }) => id)
    .filter((id, index, all) => all.findIndex((other) => isSameId(other, id)) === index);
  const ids = [...images, scan, baseline].filter((id) => id !== undefined);
  checkParents(inputs, ids, product);
  const ofScan = scan?.imageId;
  if (ofScan !== undefined && !imageIds.some((id) => isSameId(id, ofScan)))
    inputs.report('scan', `belongs to image ${quote(ofScan)}, which is not in \`image\``);
  checkBaseline(inputs, baseline?.id, imageIds);
  const claimedProductId = ids.find(({ productId }) => productId !== undefined)?.productId;
  return {
    product: product.text,
    claimedProductId,
    imageIds,
    hasEmptyLine,
    scanId: scan?.id,
    baseline: isBaseBranch
      ? { kind: 'base-branch' }
      : baseline && { kind: 'image', imageId: baseline.id },
  };
}

/** Whether `baseline-image` is this word; no ID is, however it is spelled. */
export function namesBaseBranch({ value }: InputReader): boolean {
  return fold(value('baseline-image')) === fold('base-branch');
}

interface InputId extends ResourceId {
  readonly input: 'image' | 'scan' | 'baseline-image';
}

function readImages(inputs: InputReader) {
  const lines = inputs
    .value('image')
    .trim()
    .split(/\r\n|\n|\r/);
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (texts.length === 0)
    inputs.report('image', 'is empty: set it to the image ID that the upload returned');
  const images = [...new Set(texts)].map((text) => readId(inputs, 'image', 'image', text));
  return { images, hasEmptyLine: texts.length > 0 && texts.length < lines.length };
}

function readOptionalId(
  inputs: InputReader,
  input: 'scan' | 'baseline-image',
  kind: 'image' | 'scan',
): InputId | undefined {
  const text = inputs.value(input);
  return text === '' ? undefined : readId(inputs, input, kind, text);
}

/** The parents of an invalid ID are ignored. */
function readId(
  { report }: InputReader,
  input: InputId['input'],
  kind: 'image' | 'scan',
  text: string,
): InputId {
  const parsed = parseResourceId(kind, text);
  const problem = problemWithId(input, kind, text, parsed);
  if (problem === undefined) return { ...parsed, input };
  report(input, problem);
  return { id: parsed.id, input };
}

/** `id` is undefined if the text may be a name. */
interface ProductText {
  readonly text: string;
  readonly id: string | undefined;
}

export function readProduct({ value, report }: InputReader): ProductText {
  const given = value('product');
  const { id } = parseResourceId('product', given);
  const isName = id === given && !isUlid(given);
  const problem = problemWithProduct(given, id, isName);
  if (problem !== undefined) report('product', problem);
  return { text: id, id: isName ? undefined : id };
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
    if (!isSameId(productId, expected))
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
    report(
      'baseline-image',
      'names one image, but `image` has several lines: set it to base-branch, or remove it',
    );
  else if (imageIds.some((id) => isSameId(id, baselineId)))
    report('baseline-image', 'is the same image as `image`: set it to an earlier image');
}
