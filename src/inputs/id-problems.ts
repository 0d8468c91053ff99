/** What is wrong with an input that names something on the platform, and how to fix it. */
import { isInputId, isUlid, type ResourceId } from '../model/ids.ts';
import { quote } from '../util/text.ts';
import {
  invisibleIn,
  isNoValue,
  noValueProblem,
  quotesProblem,
  withoutInvisible,
} from './words.ts';

const COPY_ID = 'copy the ID from the platform';
const COPY_PRODUCT = 'copy the ID or the name from the platform';

/**
 * @param text as given; `parsed` is what it names.
 * @returns a clause after the name of the input; undefined if nothing is wrong.
 */
export function problemWithId(
  input: 'image' | 'scan' | 'baseline-image',
  kind: 'image' | 'scan',
  text: string,
  { id, productId = 'none given', imageId = 'none given' }: ResourceId,
): string | undefined {
  if (/[\r\n]/.test(text)) return `has several lines: give one ${kind}`;
  const ids = [id, productId, imageId];
  const missing = ids.find(isNoValue);
  if (missing !== undefined) return noValueProblem(missing);
  const oneOnly = input === 'image' ? 'write one ID per line' : `give one ${kind}`;
  return problemWithSpelling(text, oneOnly, COPY_ID) ?? problemWithCharacters(text, ids, COPY_ID);
}

/**
 * @param given as given; `id` is what it names.
 * @param isName whether it may be a name.
 */
export function problemWithProduct(given: string, id: string, isName: boolean): string | undefined {
  if (given === '') return 'is empty: set it to the ID of the product, or to its exact name';
  if (/[\r\n]/.test(given)) return 'has several lines: give one product';
  if (isNoValue(id)) return noValueProblem(id);
  if (isAddress(given)) return `is an address, not an ID: ${COPY_PRODUCT}`;
  if (!isName)
    return (
      problemWithSpelling(given, 'give one product', COPY_PRODUCT) ??
      problemWithCharacters(given, [id], COPY_PRODUCT)
    );
  const control = /\p{Cc}/u.test(given) ? invisibleIn(given) : invisibleInUlid(given);
  if (control !== undefined) return `has ${control}, which is not visible: ${COPY_PRODUCT}`;
  const parts = given.split(/[,;\s]+/);
  if (parts.length > 1 && parts.every(isUlid)) return `${quote(given)} has several IDs: give one`;
  return isPossibleName(given) ? undefined : `${quote(given)} is not an ID: ${COPY_PRODUCT}`;
}

/** @param oneOnly how to write several, or that there may be one only. */
function problemWithSpelling(text: string, oneOnly: string, copy: string): string | undefined {
  if (isAddress(text)) return `is an address, not an ID: ${copy}`;
  if (/^\[.*\]$/s.test(text)) return `${quote(text)} is a JSON list: ${oneOnly}`;
  if (/^[-*] /.test(text)) return `${quote(text)} starts with a list mark: remove it`;
  const quotes = quotesProblem(text);
  if (quotes !== undefined) return quotes;
  const strange = invisibleIn(text.replaceAll('\t', ' '));
  if (strange !== undefined) return `has ${strange}, which is not visible: ${copy}`;
  const [separator] = /[,;\s]/.exec(text) ?? [];
  if (separator === undefined) return undefined;
  return `${quote(text)} has ${SEPARATORS.get(separator) ?? 'white space'}: ${oneOnly}`;
}

/** No ID has any of these. */
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  [',', 'a comma'],
  [';', 'a semicolon'],
]);

function problemWithCharacters(text: string, ids: readonly string[], copy: string) {
  return ids.every(isInputId) ? undefined : `${quote(text)} is not an ID: ${copy}`;
}

/** An address of the dashboard, with or without its scheme. Not quoted: it may hold a credential. */
function isAddress(text: string): boolean {
  return /^([a-z][a-z0-9+.-]*:)?\/\/|^[a-z0-9.-]+\.binarly\.cloud(\/|$)/i.test(text);
}

/** A name may hold such a character, but an ID that does is taken for a name. */
function invisibleInUlid(text: string): string | undefined {
  const visible = withoutInvisible(text);
  return isUlid(visible) || visible.startsWith('products/') ? invisibleIn(text) : undefined;
}

/** A name that is in no list is used as an ID, so it must not be able to change a path. */
function isPossibleName(text: string): boolean {
  return text !== '.' && text !== '..' && text.isWellFormed();
}
