/** Why a request to the platform gave nothing, as data; `report/failure-words.ts` has the words. */
import type { GitHubTrouble } from './github-problem.ts';
import type { Contradiction } from './policy.ts';
import type { BodyProblem, NotJson } from './request-problem.ts';
import type { StorageFailure } from './upload.ts';

export type AbsentCause =
  | { readonly type: 'empty-list' }
  | { readonly type: 'no-scans' }
  /** Every scan is older than `created-after`; the times are as they were written. */
  | { readonly type: 'all-too-old'; readonly createdAfter: string; readonly newest: string }
  | {
      readonly type: 'not-found';
      readonly message: string;
      readonly unknownProduct?: UnknownProduct;
    };

/** A `product` that is not in the list of products; it may still be a valid ID. */
export interface UnknownProduct {
  readonly given: string;
  /** The names nearest to it, nearest first; empty if the credential may not view any product. */
  readonly nearest: readonly string[];
}

export type FailureCause =
  | BodyProblem
  | { readonly type: 'not-json'; readonly status: number; readonly body: NotJson }
  /** `message` is the API's own; undefined if the body is not in its format. */
  | { readonly type: 'http-status'; readonly status: number; readonly message: string | undefined }
  /** JSON of another shape. @see Expected */
  | { readonly type: 'unexpected-answer'; readonly expected: Expected }
  | { readonly type: 'other-scan' }
  | { readonly type: 'other-image' }
  | { readonly type: 'scan-without-id' }
  /** A list has an entry without a readable ID and creation time, which could be the newest. */
  | { readonly type: 'unrankable-scan' }
  | { readonly type: 'scan-listed-twice' }
  /** The list continues on another page, which could hold the newest scan or the product. */
  | { readonly type: 'paged-list' }
  | { readonly type: 'status-unavailable' }
  | { readonly type: 'no-state' }
  /** The API says that a scan it returned earlier does not exist. */
  | { readonly type: 'scan-gone'; readonly absent: AbsentCause }
  | { readonly type: 'report-not-found'; readonly absent: AbsentCause }
  | { readonly type: 'unreadable-product-id'; readonly name: string }
  /** A 401 for a token that was issued within the same poll. */
  | { readonly type: 'fresh-token-refused'; readonly message: string | undefined }
  | { readonly type: 'no-access-token'; readonly status: number }
  | { readonly type: 'no-id-token'; readonly status: number }
  | { readonly type: 'github'; readonly problem: GitHubTrouble }
  | FindingsFailure
  | StorageFailure;

/** Why the findings of an image whose scan has completed could not be read. */
export type FindingsFailure =
  | { readonly type: 'findings-not-found'; readonly absent: AbsentCause }
  /** Another page, or an earlier read of the list, had a different total or different findings. */
  | { readonly type: 'findings-changed'; readonly from: number; readonly to: number }
  /** A row on a page, counted from 1, has no usable ID, or does not say which image has it. */
  | {
      readonly type: 'finding-unreadable';
      readonly row: number;
      readonly lacks: 'id' | 'compareSide';
    }
  /** Time was up before all of them were read. */
  | { readonly type: 'findings-unfinished'; readonly read: number; readonly total: number }
  | { readonly type: 'finding-listed-twice' }
  | { readonly type: 'findings-missing'; readonly total: number; readonly read: number }
  | Contradiction
  /**
   * The newest scan of the baseline has not finished. `state` is undefined if the API gave none.
   */
  | { readonly type: 'baseline-unfinished'; readonly state: string | undefined };

export type Expected =
  | 'scan'
  | 'scans'
  | 'products'
  | 'image'
  | 'images'
  | 'findings'
  | 'upload-address';
