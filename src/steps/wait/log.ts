/**
 * Decides which changes get a line in the log, and at which level. It remembers only what it has
 * logged.
 */

import type { ImageRecord } from '../../model/image-record.ts';
import type { Change } from '../../model/timeline.ts';
import type { Clock } from '../../polling/clock.ts';
import { describeFailure } from '../../report/failures.ts';
import type { Update } from '../../scan/follow-scan.ts';
import { formatDuration, formatExact } from '../../util/duration.ts';
import { printable } from '../../util/text.ts';
import {
  describeAnswer,
  describeChange,
  standingOfMany,
  standingOfOne,
  undocumentedWarning,
} from './lines.ts';
import { reasonOf } from './reasons.ts';
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
  info(line: string): void;
  /** Logs that the wait continues for the images without a verdict. */
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

  function logChange(change: Change, record: ImageRecord): void {
    const { imageId, waitedMs } = record;
    const subject = isSingle ? '' : `image ${printable(imageId)}: `;
    const clause = subject + describeChange(change, settings);
    if (change.kind === 'undocumented' && !hasWarned) {
      hasWarned = true;
      lastLineMs = clock.monotonicMs();
      write.warning(undocumentedWarning(clause));
    } else if (isNews(change, record)) {
      info(`After ${formatDuration(waitedMs)}: ${clause}${whyEnded(change, record)}.`);
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
        return outages.join(describeFailure(change.failure), imageId);
      case 'recovered':
        return outages.leave(imageId);
      case 'chosen':
        return isSingle;
      case 'judged':
        outages.leave(imageId);
        return true;
      case 'ended':
        outages.leave(imageId);
        // For a single image, the closing line says so.
        return !isSingle;
      default:
        return true;
    }
  }

  function whyEnded({ kind }: Change, record: ImageRecord): string {
    return kind === 'ended' ? `, ${reasonOf(record, settings)?.happened}` : '';
  }

  return {
    info,
    lastLineMs: () => lastLineMs,
    update({ record, answer, changes }) {
      const { imageId, polls, waitedMs } = record;
      if (answer !== undefined) {
        const subject = isSingle ? '' : `image ${printable(imageId)}: `;
        const poll = `poll ${polls}: ${describeAnswer(answer)}`;
        write.debug(`After ${formatDuration(waitedMs)}: ${subject}${poll}`);
      }
      for (const change of changes) logChange(change, record);
    },
    heartbeat(records) {
      const waiting = records.filter(({ verdict }) => verdict === undefined);
      const [first] = waiting;
      lastLineMs = clock.monotonicMs();
      // If only details are left to read, the end is seconds away.
      if (first === undefined) return;
      const standing = isSingle
        ? standingOfOne(first, settings.scanId)
        : standingOfMany(waiting, records.length);
      const waited = formatDuration(lastLineMs - beganMs);
      const timeout = formatExact(settings.timeoutMs);
      write.info(`After ${waited} of ${timeout}: still waiting; ${standing}.`);
    },
  };
}

/** Which images share an outage, by its description. */
function createOutages() {
  const outages = new Map<string, Set<string>>();
  return {
    /** @returns whether the image is the first in it. */
    join(detail: string, imageId: string): boolean {
      const members = outages.get(detail) ?? new Set();
      outages.set(detail, members.add(imageId));
      return members.size === 1;
    },
    /** @returns whether the image was the last in it. */
    leave(imageId: string): boolean {
      for (const [detail, members] of outages) {
        if (!members.delete(imageId) || members.size > 0) continue;
        outages.delete(detail);
        return true;
      }
      return false;
    },
  };
}
