/** A product whose images are listed, each with the state of its newest scan. */
import type { ProductImages } from '../../src/binarly/resolve-product.ts';
import type { ApiResult } from '../../src/model/api-result.ts';
import type { ListedImage } from '../../src/model/upload.ts';
import { absent, instant } from './builders.ts';
import { found } from './findings.ts';
import { type Asked, productAnswering } from './product-images.ts';

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
  answers: (question: string, times: number) => ApiResult<never> | undefined = () => undefined,
): FakeProduct {
  const asked: string[] = [];
  function answerTo({ type, imageId }: Asked): ApiResult<unknown> {
    switch (type) {
      case 'list':
        return found(all.map(({ state: _, ...image }) => ({ ...image, scanId: undefined })));
      case 'details':
        return found({ name: 'firmware.bin', version: '', findings: undefined });
      default: {
        const image = all.find(({ id }) => id === imageId);
        if (image?.state === undefined) return absent();
        const state = image.state === '' ? undefined : { type: image.state, since: undefined };
        return found({ id: 'scan', createTime: instant('2026-01-26T16:00:00Z'), state });
      }
    }
  }

  const images = productAnswering((given) => {
    const question = `${WORDS[given.type]} ${given.imageId}`.trim();
    asked.push(question);
    const times = asked.filter((other) => other === question).length;
    return answers(question, times) ?? answerTo(given);
  });
  return { asked, images };
}

const WORDS: Partial<Record<Asked['type'], string>> = {
  list: 'list',
  details: 'details',
  'newest scan': 'scan',
};
