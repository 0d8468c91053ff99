/**
 * The summary's chart: when the scans ran, as a mermaid `gantt`, which GitHub draws in summaries.
 */
import { finishedAt } from '../../model/scan.ts';
import { STATUS_TABLE } from '../../model/statuses.ts';
import { displayName } from '../../report/image-name.ts';
import { parseInstant } from '../../util/instant.ts';
import type { ImageReport } from './report.ts';

/** The table shows a few scans as well, and with more than 30 the bars are unreadable. */
const [FEWEST, MOST] = [4, 30];
/** Bars within less than this show nothing. */
const SHORTEST_MS = 60_000;
const DAY_MS = 86_400_000;
/** Below this, bars begin and end within a few minutes, so the ticks show seconds. */
const SHORT_MS = 600_000;

interface Bar {
  readonly label: string;
  readonly tag: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * @param images in the order of the bars.
 * @param nowWallMs where the bar of a running scan ends, in milliseconds since the epoch.
 * @returns one block, or none if there is nothing to compare. Omits scans that finished before the
 * step began.
 */
export function chart(images: readonly ImageReport[], nowWallMs: number): readonly string[] {
  if (images.length < FEWEST || images.length > MOST) return [];
  const bars = images.flatMap((image) => barOf(image, nowWallMs));
  if (bars.length < FEWEST) return [];
  const startMs = Math.min(...bars.map((bar) => bar.startMs));
  const spanMs = Math.max(...bars.map((bar) => bar.endMs)) - startMs;
  if (spanMs < SHORTEST_MS) return [];
  const rows = bars.map(
    (bar) => `    ${bar.label} :${bar.tag}, ${time(bar.startMs)}, ${time(bar.endMs)}`,
  );
  const block = [
    '```mermaid',
    'gantt',
    '    title Scan duration (UTC)',
    '    dateFormat YYYY-MM-DD HH:mm:ss',
    `    axisFormat ${axisFormat(spanMs)}`,
    ...rows,
    '```',
  ];
  return [block.join('\n')];
}

function axisFormat(spanMs: number): string {
  if (spanMs > DAY_MS) return '%m-%d %H:%M';
  return spanMs < SHORT_MS ? '%H:%M:%S' : '%H:%M';
}

function barOf({ record, status }: ImageReport, nowWallMs: number): readonly Bar[] {
  const start = record.scan?.createTime;
  if (start === undefined || record.finishedBefore) return [];
  // At least a second long, because clocks differ.
  const finishedMs = parseInstant(finishedAt(record.scan))?.ms ?? nowWallMs;
  const endMs = Math.max(start.ms + 1000, finishedMs);
  const label = `${status} ${plainLabel(displayName(record) || record.imageId)}`;
  return [{ label, tag: STATUS_TABLE[status].tag, startMs: start.ms, endMs }];
}

/**
 * Letters, digits and a few marks: nothing that mermaid parses as syntax or that ends the block.
 */
function plainLabel(text: string): string {
  return Array.from(text.slice(0, 80))
    .slice(0, 40)
    .join('')
    .replace(/[^\p{L}\p{N} ._-]/gu, '_');
}

/** No time zone, so that mermaid shows the time as is, wherever the reader is. */
function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
