/**
 * Everything known about one image's wait. Each answer leads to a new record, and the report is
 * made from the last one. Instants are monotonic, in milliseconds.
 */
import type { Absent, Failed } from './answer.ts';
import type { ImageDetails } from './image-details.ts';
import type { Judgement } from './policy.ts';
import type { Scan } from './scan.ts';
import type { Timeline } from './timeline.ts';
import type { Verdict } from './verdict.ts';

export interface ImageRecord {
  readonly imageId: string;
  /** The scan as last seen; once it is set, no other scan counts. */
  readonly scan: Scan | undefined;
  /** The last state that the API gave, verbatim. */
  readonly lastState: string | undefined;
  /** The last state other than `status_unavailable`, verbatim. */
  readonly lastKnownState: string | undefined;
  /** How many polls have ended, including failed ones. */
  readonly polls: number;
  /** Why the last poll failed; undefined if it did not. */
  readonly failure: Failed | undefined;
  readonly failuresInRow: number;
  /** When the first failed poll of the row ended. */
  readonly failingSinceMs: number | undefined;
  /** When the last informative poll ended. */
  readonly lastAnswerMs: number | undefined;
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
  /** Undefined without a policy, and until the findings are judged. */
  readonly judgement: Judgement | undefined;
  readonly timeline: Timeline;
  /** How long the image has been waited for, in milliseconds. */
  readonly waitedMs: number;
  /** Undefined while the wait continues. */
  readonly verdict: Verdict | undefined;
}

export function beginRecord(imageId: string): ImageRecord {
  return {
    imageId,
    scan: undefined,
    lastState: undefined,
    lastKnownState: undefined,
    polls: 0,
    failure: undefined,
    failuresInRow: 0,
    failingSinceMs: undefined,
    lastAnswerMs: undefined,
    absent: undefined,
    absentSinceMs: undefined,
    unknownProductSinceMs: undefined,
    finishedBefore: false,
    details: undefined,
    judgement: undefined,
    timeline: { entries: [], more: 0 },
    waitedMs: 0,
    verdict: undefined,
  };
}
