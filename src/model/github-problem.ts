/** Why a request to GitHub got no usable answer, as data. */

export type GitHubProblem = GitHubTrouble | GitHubRefusal | { readonly type: 'stopped' };

/** Passes by itself, so trying again may help. */
export type GitHubTrouble =
  | { readonly type: 'too-slow'; readonly limitMs: number }
  | { readonly type: 'network'; readonly message: string }
  /** HTTP 408, 429 or 5xx. `message` is empty if GitHub said nothing readable. */
  | {
      readonly type: 'unavailable';
      readonly status: number;
      readonly message: string;
      readonly retryAfterMs: number | undefined;
    }
  | {
      readonly type: 'rate-limit';
      readonly message: string;
      /** How long GitHub asks to wait, in milliseconds. */
      readonly retryAfterMs: number;
      /** When it is reset, in milliseconds since the epoch; undefined if GitHub did not say. */
      readonly resetMs: number | undefined;
    }
  /** GitHub answered 200, but failed to execute the query. */
  | { readonly type: 'query-failed'; readonly message: string }
  /** An answer of another shape. */
  | { readonly type: 'unexpected-answer'; readonly status: number };

/** Trying again cannot help. */
export type GitHubRefusal =
  /** The token may not do this. */
  | {
      readonly type: 'no-permission';
      readonly message: string;
      /** What the request needs, such as `statuses: write`. */
      readonly needs: readonly string[];
    }
  | { readonly type: 'refused'; readonly status: number; readonly message: string }
  /** GitHub answered 200 but refused the query. */
  | { readonly type: 'query-refused'; readonly message: string };
