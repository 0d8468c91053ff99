/** The summary's timelines. */
import { STATUS_TABLE } from '../../model/statuses.ts';
import { cutTo } from '../../report/cut.ts';
import { code, plainText } from '../../report/markdown.ts';
import { formatDuration } from '../../util/duration.ts';
import { countable, printable } from '../../util/text.ts';
import { describeChange } from './lines.ts';
import type { ImageReport, Report } from './report.ts';
import type { Settings } from './settings.ts';
import { findingsLine } from './summary-counts.ts';

/** What happened to each image, folded. @param bytes the room for it, in UTF-8. */
export function timelines(
  images: readonly ImageReport[],
  { settings }: Report,
  bytes: number,
): readonly string[] {
  if (settings === undefined) return [];
  const told = images.filter(({ record }) => record.timeline.entries.length > 0);
  const blocks = told.map((image) => timelineOf(image, settings, images.length === 1));
  const { kept, left } = cutTo(blocks, bytes);
  if (kept.length === 0) return [];
  const more = `Not shown here: ${left} more ${countable(left, 'image')}. The log has all images.`;
  const rest = left === 0 ? [] : [more];
  const parts = ['<details><summary>Timeline</summary>', ...kept, ...rest, '</details>'];
  return [parts.join('\n\n')];
}

function timelineOf(image: ImageReport, settings: Settings, isSingle: boolean): string {
  const { record } = image;
  const { entries, more } = record.timeline;
  const items = entries.map(({ waitedMs, change }) => {
    const clause = plainText(printable(describeChange(change, settings)));
    return `- after ${formatDuration(waitedMs)}: ${clause}`;
  });
  const rest = more === 0 ? [] : [`- and ${more} more ${countable(more, 'change')}: see the log`];
  const { findings } = record.details ?? {};
  const found = findings ? [`- ${findingsLine(findings)}`] : [];
  const lines = [...items, ...rest, ...lineOfEnd(image)];
  // For a single image, the table and the findings line show the rest.
  return (isSingle ? lines : [`${code(record.imageId)}\n`, ...lines, ...found]).join('\n');
}

/** When the wait ended, unless the scan's last state or the findings say so already. */
function lineOfEnd({ record, status }: ImageReport): readonly string[] {
  const { ended, waitedMs } = record;
  return ended === undefined || STATUS_TABLE[status].isFinal
    ? []
    : [`- after ${formatDuration(waitedMs)}: ${status}`];
}
