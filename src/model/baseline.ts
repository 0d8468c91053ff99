/** What an image's findings are compared with, and how it was found. */

/** What `baseline-image` names. */
export type BaselineChoice =
  /** The one image that is waited for is compared with this one. */
  | { readonly kind: 'image'; readonly imageId: string }
  /** Each image is compared with the newest one of the base branch. */
  | { readonly kind: 'base-branch' };

export type Baseline = BaselineImage | NoBaseline;

/** Findings that this image already has do not block. */
export interface BaselineImage {
  readonly kind: 'image';
  readonly imageId: string;
  /**
   * When its newest scan completed, else when that was created, in milliseconds since the epoch by
   * the platform's clock. Undefined if the platform does not say.
   */
  readonly scannedMs: number | undefined;
  /** Undefined if its ID was given. */
  readonly origin: BaselineOrigin | undefined;
}

/** Where the search on the base branch found an image. */
export interface BaselineOrigin {
  /** The image's name, which is that of the image that is compared with it. */
  readonly name: string;
  /** The commit that it was made of. */
  readonly sha: string;
  /** How many commits before the base it is: 0 for the base itself. */
  readonly back: number;
  /** The base branch, as people call it; empty if unknown. */
  readonly branch: string;
}

/** Nothing to compare with is known, so every finding counts as new. */
export interface NoBaseline {
  readonly kind: 'none';
  readonly why: WhyNoBaseline;
}

export type WhyNoBaseline =
  /** The event names no commit as the base. */
  | { readonly type: 'no-base' }
  /** The commit is the first of its branch. */
  | { readonly type: 'first-commit'; readonly sha: string }
  /** No image has one of the last commits as its version. */
  | { readonly type: 'no-image'; readonly commits: number; readonly branch: string }
  /** The image has no name by which its predecessors could be found. */
  | { readonly type: 'unnamed' }
  /** None of the images of these commits has the name. */
  | {
      readonly type: 'no-image-named';
      readonly name: string;
      readonly commits: number;
      readonly branch: string;
    }
  /** None of the images that were asked about has a newest scan that completed. */
  | {
      readonly type: 'none-completed';
      readonly name: string;
      readonly asked: number;
      readonly branch: string;
    };

/** The image to compare with; undefined if there is none, or none yet. */
export function baselineIdOf(baseline: Baseline | BaselineChoice | undefined): string | undefined {
  return baseline?.kind === 'image' ? baseline.imageId : undefined;
}

/** The base branch as a run sees it. */
export interface BaseBranch {
  readonly kind: 'branch';
  /** As people call it; empty if unknown. */
  readonly name: string;
  /** The base and its first parents, newest first, in lower case. */
  readonly commits: readonly string[];
}

/** A run without a base has nothing to compare with. */
export type FoundBase = BaseBranch | NoBaseline;
