/**
 * Everything known about one image's wait. Each answer leads to a new record, and the report is
 * made from the last one. Instants are monotonic, in milliseconds.
 */
import type { Absent } from './api-result.ts';
import type { Baseline } from './baseline.ts';
import type { ImageDetails } from './image-details.ts';
import type { Outage } from './outage.ts';
import type { Judgement } from './policy.ts';
import type { Scan } from './scan.ts';
import type { Timeline } from './timeline.ts';
import type { Ended, Verdict } from './verdict.ts';

export interface ImageRecord {
  readonly imageId: string;
  /** The scan as last seen; once it is set, every other scan is ignored. */
  readonly scan: Scan | undefined;
  /** The last state that the API gave, verbatim. */
  readonly lastState: string | undefined;
  /** The last state other than `status_unavailable`, verbatim. */
  readonly lastKnownState: string | undefined;
  /** How many polls have ended, including failed ones. */
  readonly polls: number;
  /** The failed polls in a row up to now; undefined if the last one did not fail. */
  readonly outage: Outage | undefined;
  /** When the last informative poll ended. */
  readonly lastUsableMs: number | undefined;
  /** The API's last answer that there is no scan. */
  readonly absent: Absent | undefined;
  /** When the API first gave that answer. */
  readonly absentSinceMs: number | undefined;
  /** When the API first answered 404 for a product that is not in the list. */
  readonly unknownProductSinceMs: number | undefined;
  /** Whether the first informative poll already found the scan in a final state. */
  readonly finishedBefore: boolean;
  /**
   * The image's name, version and counts; undefined if they were not read. They do not affect the
   * verdict.
   */
  readonly details: ImageDetails | undefined;
  /** What its findings are compared with; undefined without `baseline-image`, and until it is known. */
  readonly baseline: Baseline | undefined;
  /** How many findings have been read; undefined unless they are being read. */
  readonly reading: { readonly read: number; readonly total: number } | undefined;
  /** How many of the reports that were asked for are there; undefined if none were fetched. */
  readonly reports: { readonly fetched: number; readonly of: number } | undefined;
  /** Undefined without a policy, and until the findings are judged. */
  readonly judgement: Judgement | undefined;
  readonly timeline: Timeline;
  /** How long the image has been waited for, in milliseconds. */
  readonly waitedMs: number;
  /** How the wait ended, its findings included. Undefined while it continues; `end` sets it. */
  readonly ended: Ended | undefined;
  /** The commit status that a deferred wait was handed over to. */
  readonly deferredTo: string | undefined;
}

export function beginRecord(imageId: string): ImageRecord {
  return {
    imageId,
    scan: undefined,
    lastState: undefined,
    lastKnownState: undefined,
    polls: 0,
    outage: undefined,
    lastUsableMs: undefined,
    absent: undefined,
    absentSinceMs: undefined,
    unknownProductSinceMs: undefined,
    finishedBefore: false,
    details: undefined,
    baseline: undefined,
    reading: undefined,
    reports: undefined,
    judgement: undefined,
    timeline: { entries: [], more: 0 },
    waitedMs: 0,
    ended: undefined,
    deferredTo: undefined,
  };
}

/** Ends an image's wait, once. Nothing else sets `ended`, and nothing changes it. */
export function end(record: ImageRecord, ended: Ended): ImageRecord {
  return { ...record, ended };
}

/** The verdict on an image; undefined while its wait continues. */
export function verdictOf({ ended, deferredTo }: ImageRecord): Verdict | undefined {
  if (deferredTo === undefined) return ended;
  return { status: 'deferred', context: deferredTo, isUnread: ended?.status === 'unavailable' };
}
