/**
 * What judging an image asks for, one request at a time. The rules are generators that yield
 * requests and take the answers, so that they read from top to bottom, while one loop retries each
 * request.
 */
import type { FindingsPage } from '../binarly/findings.ts';
import type { FindingsFailure } from '../model/failure-cause.ts';
import type { ImageDetails } from '../model/image-details.ts';
import type { RefusalCause } from '../model/refusal-cause.ts';

export type ReadingStep = Lookup | Wait;

export type Lookup =
  /** Answered by a page, from 1; past the last page also by undefined. */
  | { readonly type: 'page'; readonly page: number; readonly isPastEnd: boolean }
  /** Answered by the image's details; by undefined if they cannot be had. */
  | { readonly type: 'details' };

type Wait =
  /**
   * Answered by undefined at that monotonic instant, in milliseconds. `because` is what the last
   * read contradicts, if it does.
   */
  | {
      readonly type: 'pause';
      readonly untilMs: number;
      readonly because: FindingsFailure | undefined;
    }
  /** What was read contradicts itself or something else. Answered by undefined after a while. */
  | { readonly type: 'failed'; readonly cause: FindingsFailure };

export type LookupResult = FindingsPage | ImageDetails | undefined;

/** Rules that end in a result, or in a refusal. */
export type Rules<Result> = Generator<ReadingStep, Result, LookupResult>;

/** Trying again cannot help. */
export interface RefusedReading {
  readonly refused: RefusalCause;
}
