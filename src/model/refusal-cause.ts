/** Why trying again cannot help, as data; `report/error-words.ts` has the words. */
import type { AbsentCause, UnknownProduct } from './failure-cause.ts';
import type { GitHubRefusal } from './github-problem.ts';
import type { PolicySwitch } from './policy.ts';
import type { ReportName } from './reports.ts';
import type { UploadRefusal } from './upload.ts';

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
  /** `subject` and `issuer` are what the ID token that was sent names; undefined if it names none. */
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
