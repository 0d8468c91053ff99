/** What one question to the API can come back with. Values, not exceptions: what each leads to is the wait's to say. */

export type Answer<T> = Found<T> | Absent | Trouble | Refusal | Interrupted;

export interface Found<T> {
  readonly kind: 'found';
  readonly value: T;
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** The API says that there is no such thing, for now at least. */
export interface Absent {
  readonly kind: 'absent';
  /** The HTTP status, where it is that which says so. */
  readonly status?: number | undefined;
  /** What it said, as a clause for a sentence, printable. */
  readonly detail: string;
  /** The state that it gave in place of a scan, verbatim. */
  readonly state?: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Nothing was learned, and asking again may help. */
export interface Trouble {
  readonly kind: 'trouble';
  /** What happened, as a clause for a sentence, printable. */
  readonly detail: string;
  /**
   * Whether it was the API that answered: `made`, surely (its own error format); `none`, nothing shows that an API is there
   * (no connection, no JSON), which a wrong `api-url` looks like; `unclear`, a server's or a proxy's passing trouble.
   */
  readonly contact: 'made' | 'unclear' | 'none';
  /** The state that the API gave in place of a scan, verbatim. */
  readonly state?: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Asking again cannot help. */
export interface Refusal {
  readonly kind: 'refusal';
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** What happened, as a clause for a sentence, printable. */
  readonly detail: string;
  /** What to do about it, as a clause for a sentence. */
  readonly advice: string;
}

/** This step was interrupted while it asked. */
export interface Interrupted {
  readonly kind: 'interrupted';
}
