/** An image's timeline: what changed, and when. */
import type { Failed, Interrupted, Refused } from './api-result.ts';
import type { AbsentCause } from './failure-cause.ts';
import type { ImagePolicy, Judgement } from './policy.ts';
import type { ReportName } from './reports.ts';
import type { Scan } from './scan.ts';

export type Change =
  /** The scan was seen for the first time; from here on its ID is known. */
  | { readonly kind: 'chosen'; readonly scan: Scan }
  | { readonly kind: 'state'; readonly scan: Scan; readonly state: string }
  /** Like `state`, for a state that Binarly does not document. */
  | { readonly kind: 'undocumented'; readonly scan: Scan; readonly state: string }
  /** The API said for the first time that there is no scan. */
  | { readonly kind: 'absent'; readonly cause: AbsentCause }
  /** Two polls in a row failed. One alone is a blip, and thousands of polls have many. */
  | { readonly kind: 'outage'; readonly failure: Failed }
  | { readonly kind: 'recovered'; readonly outageMs: number }
  /** Reading the findings of a completed scan failed twice in a row. */
  | { readonly kind: 'unread'; readonly what: 'findings' | 'baseline'; readonly failure: Failed }
  /** `pairs`: how many pairs of reads it took. */
  | {
      readonly kind: 'judged';
      readonly judgement: Judgement;
      readonly policy: ImagePolicy;
      readonly pairs: number;
    }
  /** Fetching a report failed twice in a row. */
  | { readonly kind: 'unfetched'; readonly report: ReportName; readonly failure: Failed }
  /** How many of the reports that were asked for are there. */
  | { readonly kind: 'fetched'; readonly count: number; readonly of: number }
  /** A report could not be fetched although the image's verdict stands without it. */
  | {
      readonly kind: 'report-missing';
      readonly report: ReportName;
      readonly why: Failed | Refused | Interrupted;
    };

/** The first changes of a wait, in order, and how many more there were. */
export interface Timeline {
  readonly entries: readonly { readonly waitedMs: number; readonly change: Change }[];
  readonly more: number;
}

/** How many entries a timeline keeps: a state may flap for days. */
const LONGEST_TIMELINE = 30;

/** How many polls in a row must fail to be reported as an outage; `steps/wait/lines.ts` says two. */
export const OUTAGE_POLLS = 2;

export function appendTo(
  { entries, more }: Timeline,
  changes: readonly Change[],
  waitedMs: number,
): Timeline {
  const all = [...entries, ...changes.map((change) => ({ waitedMs, change }))];
  const kept = all.slice(0, LONGEST_TIMELINE);
  return { entries: kept, more: more + all.length - kept.length };
}
