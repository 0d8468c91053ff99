/** How the wait for one image can end, as data; the sentences are in `steps/wait/verdict-words.ts`. */
import type { Failed, Refused } from './api-result.ts';
import type { ImagePolicy, Judgement } from './policy.ts';
import type { ReportName } from './reports.ts';

export type Verdict =
  | { readonly status: 'completed' }
  | { readonly status: 'failed' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'timed-out' }
  | { readonly status: 'no-scan' }
  | {
      readonly status: 'unavailable';
      /** Why the last poll failed. */
      readonly failure: Failed;
      /** How long polls failed in a row, in milliseconds. */
      readonly forMs: number;
      /** Whether the API had answered before, in this step. */
      readonly reachedApi: boolean;
      /** Set if the scan completed but its findings could not be read: which budget ended. */
      readonly findings?: 'max-outage' | 'time';
      /** Set if the scan completed but what to compare it with could not be found. */
      readonly baseline?: true;
      /** Set if the scan completed but this report could not be fetched. */
      readonly report?: ReportName;
    }
  /** The scan completed, but findings block. */
  | { readonly status: 'findings'; readonly judgement: Judgement; readonly policy: ImagePolicy }
  | { readonly status: 'interrupted' }
  /** Time is up, and a commit status stays pending. */
  | {
      readonly status: 'deferred';
      /** The name of the commit status. */
      readonly context: string;
      /** The scan completed, but its findings could not be read in time. */
      readonly isUnread: boolean;
    }
  | { readonly status: 'error'; readonly refused: Refused };

/** How a wait ended. Whether it is deferred is decided for all images together, later. */
export type Ended = Exclude<Verdict, { readonly status: 'deferred' }>;

export type Status = Verdict['status'];
