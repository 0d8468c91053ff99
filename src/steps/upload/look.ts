/** Looks for an image that a request without an answer may have created. */
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { listedImages } from '../../binarly/uploads.ts';
import {
  type ApiResult,
  type Failed,
  type Interrupted,
  type Refused,
  refusedByApi,
} from '../../model/api-result.ts';
import type { ListedImage, UploadedImage } from '../../model/upload.ts';
import type { CallOptions } from '../../polling/call-options.ts';
import type { Clock } from '../../polling/clock.ts';
import { isTooLate, NO_TIME, type UploadBudgets } from './budgets.ts';
import { identify, type Wanted } from './identify.ts';

/** The images before the request was sent. */
export interface ImagesBefore {
  readonly images: readonly ListedImage[];
  /** When the platform answered, by its own clock, in milliseconds since the epoch. */
  readonly dateMs: number | undefined;
  /** When the answer came, a monotonic instant in milliseconds. */
  readonly receivedMs: number;
}

/** When to look, in milliseconds after the request: an image may take a while to be listed. */
const LOOKS_MS = [1_000, 4_000, 9_000] as const;
/** How long looking may take, in milliseconds. */
const ALL_LOOKS_MS = 15_000;

export interface LookTools {
  readonly images: ProductImages;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export type Sighting =
  | { readonly kind: 'seen'; readonly image: UploadedImage }
  | { readonly kind: 'not-there' }
  /** The list could not be read. */
  | Failed
  | Refused
  | Interrupted;

/**
 * Looks up to three times.
 * @param sentMs when the request was first sent, a monotonic instant in milliseconds.
 * @param isOnce whether one readable list is enough to know that the image is not there.
 */
export async function lookForImage(
  { name, version }: Pick<Wanted, 'name' | 'version'>,
  before: ImagesBefore | undefined,
  sentMs: number,
  isOnce: boolean,
  call: CallOptions,
  budgets: UploadBudgets,
  { images, clock, signal }: LookTools,
): Promise<Sighting> {
  if (before === undefined) return UNREADABLE;
  const beganMs = clock.monotonicMs();
  const left = () => beganMs + ALL_LOOKS_MS - clock.monotonicMs();
  const looking = { ...call, limitMs: () => Math.min(call.limitMs(), left()) };
  let sighting: Sighting = NO_TIME;
  for (const lookMs of LOOKS_MS) {
    await clock.sleep(beganMs + lookMs - clock.monotonicMs(), signal);
    if (isTooLate(budgets, clock)) return NO_TIME;
    const result = await images.ask(listedImages, looking);
    sighting = sightingIn(result, { name, version }, before, sentMs, clock);
    const isOpen = sighting.kind === 'failed' || (sighting.kind === 'not-there' && !isOnce);
    if (!isOpen) return sighting;
  }
  return sighting;
}

const UNREADABLE = refusedByApi({ type: 'image-uncertain', why: 'no-list' });

function sightingIn(
  result: ApiResult<readonly ListedImage[]>,
  wanted: Pick<Wanted, 'name' | 'version'>,
  before: ImagesBefore,
  sentMs: number,
  clock: Clock,
): Sighting {
  if (result.kind === 'failed' || result.kind === 'interrupted') return result;
  if (result.kind !== 'found') return UNREADABLE;
  const known = before.dateMs === undefined ? now(result.dateMs, clock) : before;
  const sent = known.dateMs === undefined ? undefined : known.dateMs + sentMs - known.receivedMs;
  const identified = identify({ ...wanted, sentMs: sent }, before.images, result.value);
  switch (identified.kind) {
    case 'one':
      return { kind: 'seen', image: identified.image };
    case 'none':
      return { kind: 'not-there' };
    case 'several': {
      const imageIds = identified.images.map(({ id }) => id);
      return refusedByApi({ type: 'images-ambiguous', imageIds });
    }
    case 'no-time':
      return refusedByApi({ type: 'image-uncertain', why: 'no-time' });
  }
}

function now(dateMs: number | undefined, clock: Clock): Omit<ImagesBefore, 'images'> {
  return { dateMs, receivedMs: clock.monotonicMs() };
}
