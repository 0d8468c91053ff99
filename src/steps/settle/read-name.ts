/** Reads the name of an image whose findings block, for the summary. */
import { imageDetails } from '../../binarly/image-details.ts';
import { type DetailsOptions, readDetails } from '../../binarly/read-details.ts';
import type { ProductImages } from '../../binarly/resolve-product.ts';
import type { ImageDetails } from '../../model/image-details.ts';

/** @returns undefined if it could not be read. */
export async function readName(
  imageId: string,
  { images, ...options }: { readonly images: ProductImages } & DetailsOptions,
): Promise<ImageDetails | undefined> {
  const ask = images.asking(() => imageDetails(imageId));
  const result = await readDetails(ask, options);
  return result?.kind === 'found' ? result.value : undefined;
}
