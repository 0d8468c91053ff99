/** How a step reaches the platform: by its clock, with its credential, for its product. */
import { createApi } from '../binarly/api.ts';
import { imagesOfProduct, type ProductImages } from '../binarly/resolve-product.ts';
import { createCredential } from '../credentials/create-credential.ts';
import type { Credential } from '../credentials/credential.ts';
import type { PlatformSettings } from '../inputs/platform.ts';
import { createServerClock, type ServerClock } from '../polling/server-clock.ts';
import type { Uses } from './runtime.ts';

export interface Connection {
  /** By the dates in the platform's answers. */
  readonly clock: ServerClock;
  readonly credential: Credential;
  /** The product's images. */
  readonly images: ProductImages;
}

/**
 * Makes no request yet.
 * @param claimedId the product that other inputs name; undefined if none does.
 */
export function connect(
  settings: PlatformSettings,
  { http, workflow, clock: runnersClock }: Uses<'workflow' | 'clock' | 'http'>,
  claimedId?: string,
): Connection {
  const clock = createServerClock(runnersClock);
  const credential = createCredential(settings.credential, http, clock, workflow.mask);
  const { apiUrl, product: given } = settings;
  const ask = createApi({ http, apiUrl, credential, clock });
  return { clock, credential, images: imagesOfProduct({ given, claimedId }, ask) };
}
