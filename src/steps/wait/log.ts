/**
 * Decides which changes get a line in the log, and at which level. It remembers only what it has
 * logged.
 */

import type { Failed } from '../../model/api-result.ts';
import type { ImageRecord } from '../../model/image-record.ts';
import { STATUS_TABLE } from '../../model/statuses.ts';
import type { Change } from '../../model/timeline.ts';
import type { Clock } from '../../polling/clock.ts';
import type { Update } from '../../scan/follow-scan.ts';
import { formatDuration, formatExact } from '../../util/duration.ts';
import { printable } from '../../util/text.ts';
import {
  describeChange,
  describeResult,
  progressOfMany,
  progressOfOne,
  undocumentedWarning,
} from './lines.ts';
import { imageReport } from './report.ts';
import type { Settings } from './settings.ts';

/** Where lines go. */
export interface LineWriter {
  info(line: string): void;
  debug(line: string): void;
  warning(line: string): void;
}

export interface Log {
  /** Logs what an update changed. */
  update(update: Update): void;
  /** Logs how the wait for an image ended, if there are several: the last line says it for one. */
  ended(record: ImageRecord): void;
  info(line: string): void;
  /** Logs that the wait continues for the images that have not ended. */
  heartbeat(records: readonly ImageRecord[]): void;
  /** When a line was last logged, a monotonic instant in milliseconds. */
  lastLineMs(): number;
}

export function createLog(settings: Settings, clock: Clock, write: LineWriter): Log {
  const isSingle = settings.imageIds.length === 1;
  const beganMs = clock.monotonicMs();
  const outages = createOutages();
  let lastLineMs = beganMs;
  let hasWarned = false;

  function info(line: string): void {
    lastLineMs = clock.monotonicMs();
    write.info(line);
  }

  function subjectOf({ imageId }: ImageRecord): string {
    return isSingle ? '' : `image ${printable(imageId)}: `;
  }

  function logChange(change: Change, record: ImageRecord): void {
    const clause = subjectOf(record) + describeChange(change, settings);
    if (change.kind === 'undocumented' && !hasWarned) {
      hasWarned = true;
      lastLineMs = clock.monotonicMs();
      write.warning(undocumentedWarning(clause));
    } else {
      info(`After ${formatDuration(record.waitedMs)}: ${clause}.`);
    }
  }

  /**
   * With several images, one line reports a shared outage, and a scan's first state also names the
   * scan.
   */
  function isNews(change: Change, { imageId }: ImageRecord): boolean {
    switch (change.kind) {
      case 'outage':
      case 'unread':
      case 'unfetched':
        return !outages.isKnown(change.failure);
      case 'recovered':
        return outages.isLast(imageId);
      case 'chosen':
        return isSingle;
      default:
        return true;
    }
  }

  return {
    info,
    lastLineMs: () => lastLineMs,
    update({ record, result, changes }) {
      const { imageId, polls, waitedMs } = record;
      if (result !== undefined) {
        const poll = `poll ${polls}: ${describeResult(result)}`;
        write.debug(`After ${formatDuration(waitedMs)}: ${subjectOf(record)}${poll}`);
      }
      for (const change of changes) {
        if (isNews(change, record)) logChange(change, record);
        outages.note(change, imageId);
      }
    },
    ended(record) {
      outages.leave(record.imageId);
      const { ended, waitedMs } = record;
      if (isSingle || ended === undefined || STATUS_TABLE[ended.status].isFinal) return;
      const why = `${ended.status}, ${imageReport(record, settings).reason?.happened}`;
      info(`After ${formatDuration(waitedMs)}: ${subjectOf(record)}${why}.`);
    },
    heartbeat(records) {
      const waiting = records.filter(({ ended }) => ended === undefined);
      const [first] = waiting;
      lastLineMs = clock.monotonicMs();
      // If only details are left to read, the end is seconds away.
      if (first === undefined) return;
      const progress = isSingle
        ? progressOfOne(first, settings.scanId)
        : progressOfMany(waiting, records.length);
      const waited = formatDuration(lastLineMs - beganMs);
      const timeout = formatExact(settings.timeoutMs);
      const still = isSingle ? 'still waiting; ' : '';
      write.info(`After ${waited} of ${timeout}: ${still}${progress}.`);
    },
  };
}

/**
 * Which images share an outage. An outage is known by its cause, because the messages of one cause
 * differ: servers put the ID of the request into them.
 */
function createOutages() {
  const members = new Map<string, string>();
  const keyOf = ({ endpoint, cause }: Failed) =>
    `${endpoint} ${cause.type} ${'status' in cause ? cause.status : ''}`;
  return {
    isKnown: (failure: Failed) => [...members.values()].includes(keyOf(failure)),
    /** Whether the image is in an outage, alone. */
    isLast(imageId: string): boolean {
      const own = members.get(imageId);
      return own !== undefined && [...members.values()].filter((key) => key === own).length === 1;
    },
    note(change: Change, imageId: string): void {
      if (change.kind === 'outage' || change.kind === 'unread' || change.kind === 'unfetched')
        members.set(imageId, keyOf(change.failure));
      if (change.kind === 'recovered' || change.kind === 'judged') members.delete(imageId);
    },
    leave: (imageId: string) => void members.delete(imageId),
  };
}
