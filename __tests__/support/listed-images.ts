/** A product whose images are listed, each with the state of its newest scan. */
import type { Images } from '../../src/binarly/client.ts';
import type { ProductImages } from '../../src/binarly/resolve-product.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { ImageDetails } from '../../src/model/image-details.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { ListedImage } from '../../src/model/upload.ts';
import { absent, instant } from './builders.ts';
import { found } from './findings.ts';

export interface ProductImage extends Omit<ListedImage, 'scanId'> {
  /** Of its newest scan; undefined: no scan. */
  readonly state: string | undefined;
}

export function productImage(id: string, overrides: Partial<ProductImage> = {}): ProductImage {
  return {
    id,
    name: 'firmware.bin',
    version: undefined,
    createTime: instant('2026-01-26T15:30:00Z'),
    isArchived: false,
    state: 'completed',
    ...overrides,
  };
}

export interface FakeProduct {
  readonly images: ProductImages;
  /** `list`, `details ID` and `scan ID`, in order. */
  readonly asked: readonly string[];
}

/** @param answers take the place of answers, by question. */
export function fakeProduct(
  all: readonly ProductImage[],
  answers: (question: string, times: number) => Answer<never> | undefined = () => undefined,
): FakeProduct {
  const asked: string[] = [];
  function ask<T>(question: string, answer: () => Answer<T>): Promise<Answer<T>> {
    asked.push(question);
    const times = asked.filter((other) => other === question).length;
    return Promise.resolve(answers(question, times) ?? answer());
  }
  const images = {
    list: () =>
      ask('list', () =>
        found(all.map(({ state: _, ...image }) => ({ ...image, scanId: undefined }))),
      ),
    details: (imageId: string) =>
      ask<ImageDetails>(`details ${imageId}`, () =>
        found({ name: 'firmware.bin', version: '', findings: undefined }),
      ),
    newestScan: (imageId: string) =>
      ask<Scan>(`scan ${imageId}`, () => {
        const image = all.find(({ id }) => id === imageId);
        if (image?.state === undefined) return absent();
        const state = image.state === '' ? undefined : { type: image.state, since: undefined };
        return found({ id: 'scan', createTime: instant('2026-01-26T16:00:00Z'), state });
      }),
  };
  return {
    asked,
    images: {
      ask: (question: (of: Images) => unknown) => question(images as unknown as Images),
    } as unknown as ProductImages,
  };
}
