/** Which image of a product is the upload, if the request that creates it got no answer. Pure. */
import { isSameId } from '../../model/ids.ts';
import type { ListedImage } from '../../model/upload.ts';

export interface Wanted {
  readonly name: string;
  readonly version: string;
  /**
   * When the request was sent, by the platform's clock, in milliseconds since the epoch; undefined
   * if that is unknown.
   */
  readonly sentMs: number | undefined;
}

export type Identified =
  | { readonly kind: 'one'; readonly image: ListedImage }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly images: readonly ListedImage[] }
  /** An image could be it, but nothing says when it was created. */
  | { readonly kind: 'no-time' };

/** How far `Date` and `createTime` of one platform may be apart, in milliseconds. */
const TOLERANCE_MS = 2_000;

/**
 * @param before the images just before the request was sent.
 * @param now the images after it.
 */
export function identify(
  wanted: Wanted,
  before: readonly ListedImage[],
  now: readonly ListedImage[],
): Identified {
  const { name, version, sentMs } = wanted;
  const candidates = now.filter(
    (image) =>
      isSameText(image.name, name) &&
      isSameText(image.version, version) &&
      !before.some(({ id }) => isSameId(id, image.id)),
  );
  const images: ListedImage[] = [];
  for (const image of candidates) {
    if (sentMs === undefined || image.createTime === undefined) return { kind: 'no-time' };
    // A list that lags may show the image of an earlier run only now.
    if (image.createTime.ms >= sentMs - TOLERANCE_MS) images.push(image);
  }
  const [image, ...others] = images;
  if (image === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', image } : { kind: 'several', images };
}

/** The image of this name and version in a list; undefined if it has none. */
export function sameImageIn(
  { name, version }: Pick<Wanted, 'name' | 'version'>,
  images: readonly ListedImage[],
): ListedImage | undefined {
  return images.find((it) => isSameText(it.name, name) && isSameText(it.version, version));
}

/** A server may trim text, or store it in another Unicode form. */
function isSameText(given: string | undefined, wanted: string): boolean {
  return given !== undefined && normal(given) === normal(wanted);
}

function normal(text: string): string {
  return text.normalize('NFC').trim();
}
