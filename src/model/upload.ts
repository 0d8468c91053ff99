/** What an upload is made of: a file, where it went, and the image that it became. */
import type { Instant } from '../util/instant.ts';
import type { RequestProblem } from './request-problem.ts';

/** What a file was when it was looked at. It must still be that after it has been read. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When it was last modified, in nanoseconds since the epoch. */
  readonly modifiedNs: bigint;
}

/** Digests of everything that was read of a file. */
export interface FileDigests {
  /** In lower-case hexadecimal digits. */
  readonly sha256: string;
  /** In base64, as Google's storage writes it. */
  readonly md5: string;
}

/** Where the platform wants a file. */
export interface UploadAddress {
  readonly tempFileId: string;
  /** The query of this URL is a credential. It may be relative to `api-url`. */
  readonly url: string;
}

/** The request that turns a file in the storage into an image. */
export interface FinishingRequest {
  readonly tempFileId: string;
  readonly name: string;
  readonly version: string;
  /** The base name of the file. */
  readonly filename: string;
}

export interface UploadedImage {
  readonly id: string;
  /** Undefined if the platform did not say. */
  readonly scanId: string | undefined;
}

/** An image in the list of a product's images. */
export interface ListedImage extends UploadedImage {
  /** Undefined if it is unreadable, as are the others. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly createTime: Instant | undefined;
  readonly isArchived: boolean;
}

/** Why the storage does not have the file. */
export type StorageProblem =
  // An interruption ends the step, so nothing describes it as a failure.
  | Exclude<RequestProblem, { readonly type: 'interrupted' }>
  /** How long it accepted no data, in milliseconds. */
  | { readonly type: 'stalled'; readonly forMs: number }
  /** How long it gave no answer after it had accepted everything, in milliseconds. */
  | { readonly type: 'unanswered'; readonly forMs: number }
  /** `code` is that of its XML; undefined if there is none. */
  | { readonly type: 'storage-status'; readonly status: number; readonly code: string | undefined }
  /** It answered with a success before it had the whole file. */
  | { readonly type: 'early-answer'; readonly status: number }
  /** The MD5 of what it has is not that of the file. */
  | { readonly type: 'md5-differs' };

/** Sending the file failed, and trying again may help. `host` is that of the storage. */
export interface StorageFailure {
  readonly type: 'storage';
  readonly host: string;
  readonly problem: StorageProblem;
}

/** Why a file cannot become an image. */
export type UploadRefusal =
  | {
      readonly type: 'storage-refused';
      readonly host: string;
      readonly status: number;
      readonly code: string | undefined;
    }
  | { readonly type: 'storage-certificate'; readonly host: string; readonly code: string }
  /** It is no address, not https, or holds a user name. */
  | { readonly type: 'upload-address' }
  /** Its size or its time is not what it was. */
  | { readonly type: 'file-changed' }
  | { readonly type: 'file-unreadable'; readonly message: string }
  /** `imageId` is undefined if it is unknown. */
  | { readonly type: 'image-exists'; readonly imageId: string | undefined }
  /** The platform gave a file the image of another one, `shown`. */
  | { readonly type: 'image-shared'; readonly imageId: string; readonly shown: string }
  /** Several images could be the upload. */
  | { readonly type: 'images-ambiguous'; readonly imageIds: readonly string[] }
  /** The request that creates the image may have worked. @see Uncertainty */
  | { readonly type: 'image-uncertain'; readonly why: Uncertainty };

/**
 * Why nobody can say whether the image exists. `no-list`: the list of images cannot be read.
 * `no-time`: an image could be it, but nothing says when it was created. `not-listed`: the API
 * refuses to create it again, as if it existed, but the list does not have it.
 */
export type Uncertainty = 'no-list' | 'no-time' | 'not-listed';
