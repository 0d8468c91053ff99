/** What happens during a wait, as it happens: the wait tells, the report turns it into lines, outputs and warnings. */
import type { Answer } from '../binarly/answer.ts';
import { meaningOf, type Scan } from '../binarly/scan.ts';
import type { Progress } from './progress.ts';

interface Moment {
  /** How long the image has been waited for, in milliseconds. */
  readonly waitedMs: number;
  readonly progress: Progress;
}

export type WaitEvent = Moment &
  (
    | { readonly kind: 'polled'; readonly answer: Answer<Scan> }
    /** The scan was seen for the first time: its ID is known from here on. */
    | { readonly kind: 'chosen'; readonly scan: Scan }
    | { readonly kind: 'state'; readonly scan: Scan; readonly now: string }
    /** In place of `state`: a word that nobody documented. */
    | { readonly kind: 'undocumented'; readonly scan: Scan; readonly now: string }
    /** The API said for the first time that there is no scan. */
    | { readonly kind: 'absent'; readonly detail: string }
    /** Two polls in a row learned nothing. One alone is a blip, and thousands of polls have many. */
    | { readonly kind: 'outage'; readonly detail: string }
    | { readonly kind: 'recovered'; readonly outageMs: number }
  );

/** How many polls in a row must learn nothing before it is told. */
const OUTAGE_POLLS = 2;

/** What changed from one poll to the next. */
export type Change = WaitEvent extends infer E
  ? E extends Moment
    ? Omit<E, keyof Moment>
    : never
  : never;

/** The changes that a reader of the log wants to know, in the order in which to tell them. */
export function changes(before: Progress, after: Progress, nowMs: number): readonly Change[] {
  const told: Change[] = [];
  const { scan, stateText } = after;
  if (before.failuresInRow >= OUTAGE_POLLS && after.failuresInRow === 0)
    told.push({ kind: 'recovered', outageMs: nowMs - before.informedMs });
  if (scan !== undefined && before.scan === undefined) told.push({ kind: 'chosen', scan });
  // A state that tells nothing is told as an outage, if it lasts.
  const telling = !['unknown', 'absent'].includes(meaningOf(stateText));
  if (scan !== undefined && stateText !== undefined && telling && stateText !== before.stateText)
    told.push({
      kind: meaningOf(stateText) === 'undocumented' ? 'undocumented' : 'state',
      scan,
      now: stateText,
    });
  if (after.absent !== undefined && before.absent === undefined)
    told.push({ kind: 'absent', detail: after.absent.detail });
  if (after.trouble !== undefined && after.failuresInRow === OUTAGE_POLLS)
    told.push({ kind: 'outage', detail: after.trouble.detail });
  return told;
}
