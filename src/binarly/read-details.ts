/**
 * Reads an image's details for the report. They do not affect the verdict, so they get little time
 * and no retry.
 */

import type { ApiResult } from '../model/api-result.ts';
import type { ImageDetails } from '../model/image-details.ts';
import type { Ask } from '../polling/attempt.ts';
import type { Clock } from '../polling/clock.ts';

/** How long reading details may delay a verdict, in milliseconds. */
const DETAILS_MS = 10_000;

export interface DetailsOptions {
  readonly clock: Clock;
  /** Interruption. */
  readonly signal: AbortSignal;
}

/** @returns undefined if there was no answer in time. */
export async function readDetails(
  ask: Ask<ImageDetails>,
  { clock, signal }: DetailsOptions,
): Promise<ApiResult<ImageDetails> | undefined> {
  const beganMs = clock.monotonicMs();
  const answered = new AbortController();
  const limitMs = () => beganMs + DETAILS_MS - clock.monotonicMs();
  // A request's limit starts when it leaves the queue, so the time in the queue needs this one.
  const tooLate = clock
    .sleep(DETAILS_MS, AbortSignal.any([signal, answered.signal]))
    .then(() => undefined);
  const result = await Promise.race([ask({ limitMs, signal, beganMs }), tooLate]);
  answered.abort();
  return result;
}
