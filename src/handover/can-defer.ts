/** When a wait is handed over, and the report of a step that did so. */

import type { ImageRecord } from '../model/image-record.ts';
import type { Timeline } from '../model/timeline.ts';
import { type ImageReport, isGreen, type Report, reportOf } from '../steps/wait/report.ts';
import type { Settings } from '../steps/wait/settings.ts';

/**
 * Time is up, no image is red, and each has completed or has a scan that was seen. A scan that
 * completed without its findings being readable in time is as good as pending.
 */
export function canDefer({ images, status }: Report, settings: Settings): boolean {
  return (
    // An error means that something other than an image failed.
    status !== 'error' &&
    images.some(isPending) &&
    images.every((image) => isPending(image) || isGreen(image, settings))
  );
}

function isPending({ record }: ImageReport): boolean {
  const { verdict } = record;
  return (
    verdict?.status === 'timed-out' ||
    (verdict?.status === 'unavailable' && verdict.findings === 'time')
  );
}

/** @param context the commit status that is pending now. */
export function deferred(report: Report, settings: Settings, context: string): Report {
  const { product, madeWallMs } = report;
  const records = report.images.map(({ record, ...image }): ImageRecord => {
    if (!isPending({ record, ...image })) return record;
    const isUnread = record.verdict?.status === 'unavailable';
    const verdict = { status: 'deferred', context, isUnread } as const;
    return { ...record, verdict, timeline: endedAsDeferred(record.timeline) };
  });
  return reportOf(records, { settings, product, nowWallMs: madeWallMs });
}

/** Replaces the verdict of the wait, because the step now ends as deferred. */
function endedAsDeferred({ entries, more }: Timeline): Timeline {
  const changed = entries.map(({ waitedMs, change }) =>
    change.kind === 'ended'
      ? { waitedMs, change: { ...change, status: 'deferred' as const } }
      : { waitedMs, change },
  );
  return { entries: changed, more };
}
