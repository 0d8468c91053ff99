/** What a wait for one image can end in, as data; the sentences are the report's. */
import type { Refusal, Trouble } from '../binarly/answer.ts';

export type Verdict =
  | { readonly status: 'completed' }
  | { readonly status: 'failed' }
  | { readonly status: 'cancelled' }
  | {
      readonly status: 'timed-out';
      /** The trouble running at the deadline. */
      readonly trouble: Trouble | undefined;
    }
  | {
      readonly status: 'no-scan';
      /** What the API last said of it; undefined where it never said so much. */
      readonly detail: string | undefined;
      /** The trouble running at the deadline. */
      readonly trouble: Trouble | undefined;
    }
  | {
      readonly status: 'unavailable';
      /** What the last poll met. */
      readonly trouble: Trouble;
      /** How long in a row nothing was learned, in milliseconds. */
      readonly forMs: number;
      /** Whether the API had answered before. */
      readonly contact: boolean;
    }
  | { readonly status: 'interrupted' }
  | { readonly status: 'error'; readonly refusal: Refusal };

export type Status = Verdict['status'];
