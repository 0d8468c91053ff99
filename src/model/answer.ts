/**
 * The possible answers to one question to the platform. A failure is a value: a cause and its data.
 * `scan/` decides what follows from it, and `report/failures.ts` has its words.
 */
import type { GitHubRefusal, GitHubTrouble } from './github-problem.ts';
import type { Contradiction, PolicySwitch } from './policy.ts';
import type { ReportName } from './reports.ts';
import type { BodyProblem, NotJson } from './request-problem.ts';
import type { StorageFailure, UploadRefusal } from './upload.ts';

export type Answer<T> = Found<T> | Absent | Failed | Refused | Interrupted;

export interface Found<T> {
  readonly kind: 'found';
  readonly value: T;
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** When the server answered, by its own clock, in milliseconds since the epoch. */
  readonly dateMs?: number | undefined;
}

/** The API says that there is no such thing, at least for now. */
export interface Absent {
  readonly kind: 'absent';
  readonly cause: AbsentCause;
  /** The state that the API gave in place of a scan, verbatim. */
  readonly state?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** When the server answered, by its own clock, in milliseconds since the epoch. */
  readonly dateMs?: number | undefined;
}

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

/** No usable answer, and trying again may help. */
export interface Failed {
  readonly kind: 'failed';
  readonly endpoint: Endpoint;
  readonly cause: FailureCause;
  readonly reached: Reached;
  /** The state that the API gave in place of a scan, verbatim. */
  readonly state?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Where a request went: `api-url`, `token-url`, where GitHub issues ID tokens, GitHub's API, or where
 * the platform wants files.
 */
export type Endpoint = 'api' | 'token' | 'id-token' | 'github' | 'storage';

/**
 * What a failure shows about the API. `api`: it answered in its own format. `busy`: a 408, 429 or
 * 5xx, perhaps from a proxy, which passes by itself. `unclear`: an answer that proves nothing.
 * `nothing`: no connection or no JSON, as with a wrong `api-url`.
 */
export type Reached = 'api' | 'busy' | 'unclear' | 'nothing';

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

/** Trying again cannot help. */
export interface Refused {
  readonly kind: 'refused';
  readonly endpoint: Endpoint;
  readonly cause: RefusalCause;
}

export type RefusalCause =
  | { readonly type: 'redirect'; readonly status: number; readonly location: string | undefined }
  /** `error` is undefined if the body is not in the API's format. */
  | {
      readonly type: 'http-status';
      readonly status: number;
      readonly error: ApiError | undefined;
      /** Set if the request was about findings, or for a report. */
      readonly about?: 'findings' | ReportName;
    }
  /** A file for later steps could not be written on this machine. */
  | { readonly type: 'unwritable'; readonly message: string }
  | { readonly type: 'certificate'; readonly code: string }
  | { readonly type: 'proxy-auth' }
  | { readonly type: 'github'; readonly problem: GitHubRefusal }
  /**
   * `expiredAtMs` is set if `token` is a JWT that says it has expired, in milliseconds since the
   * epoch.
   */
  | {
      readonly type: 'token-refused';
      readonly message: string | undefined;
      readonly expiredAtMs: number | undefined;
    }
  | { readonly type: 'fresh-token-refused'; readonly message: string | undefined }
  /** `said` is what the server said; empty if nothing readable. */
  | { readonly type: 'no-token-endpoint'; readonly status: number; readonly said: string }
  | { readonly type: 'client-refused'; readonly status: number; readonly said: string }
  /** Of the ID token that was sent, `subject` and `issuer` are undefined if it names none. */
  | {
      readonly type: 'id-token-refused';
      readonly status: number;
      readonly said: string;
      readonly subject: string | undefined;
      readonly issuer: string | undefined;
    }
  | {
      readonly type: 'audience-refused';
      readonly status: number;
      readonly said: string;
      readonly audience: string;
    }
  | { readonly type: 'ambiguous-product'; readonly given: string; readonly ids: readonly string[] }
  | { readonly type: 'unknown-product'; readonly product: UnknownProduct }
  | {
      readonly type: 'too-many-findings';
      readonly total: number;
      readonly most: number;
      /** Whether they are those of the image and of its baseline together. */
      readonly isComparison: boolean;
      /** The inputs because of which they would be read. */
      readonly switches: readonly PolicySwitch[];
    }
  /** There is no such image, or it has no scan. */
  | { readonly type: 'baseline-absent'; readonly absent: AbsentCause }
  /** Its newest scan failed or was cancelled. */
  | { readonly type: 'baseline-not-completed'; readonly state: string }
  /** The API rejects its ID as malformed (HTTP 400). */
  | { readonly type: 'baseline-invalid'; readonly message: string }
  /** The resource name in an input names another product than `product`. */
  | { readonly type: 'other-product'; readonly claimedId: string; readonly productId: string }
  | UploadRefusal;

/** An error in Binarly's own format, as far as we use it (docs.binarly.io, errors). Printable. */
export interface ApiError {
  readonly message: string;
  /** With 403: what the caller lacks, and on what. */
  readonly permission: string | undefined;
  readonly resourceName: string | undefined;
  /** What `details` say, as one clause; empty if nothing readable. */
  readonly details: string;
}

/** This step was interrupted while it waited for the answer. */
export interface Interrupted {
  readonly kind: 'interrupted';
}

/** @returns a failed answer of the API itself. */
export function failedByApi(cause: FailureCause, state?: string): Failed {
  return { kind: 'failed', endpoint: 'api', cause, reached: 'api', state };
}

/** @returns the failure of an answer that is not what was asked for, from whatever server. */
export function unclearAnswer(expected: Expected): Failed {
  const cause = { type: 'unexpected-answer', expected } as const;
  return { kind: 'failed', endpoint: 'api', cause, reached: 'unclear' };
}

export function refusedByApi(cause: RefusalCause): Refused {
  return { kind: 'refused', endpoint: 'api', cause };
}
