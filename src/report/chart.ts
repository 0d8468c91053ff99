/** The chart of the summary: when the scans ran, as a mermaid `gantt`, which GitHub draws in summaries. */
import { parseInstant } from '../util/instant.ts';
import type { Status } from '../wait/verdict.ts';
import type { ImageReport } from './report.ts';

/** One scan is no comparison, and of more than this no bar is readable. */
const [FEWEST, MOST] = [2, 30];
const DAY_MS = 86_400_000;

/** How mermaid colours a bar; the words in it say the same. */
const TAGS: Readonly<Record<Status, string>> = {
  completed: 'done',
  failed: 'crit',
  cancelled: 'crit',
  'timed-out': 'active',
  'no-scan': 'crit',
  unavailable: 'crit',
  interrupted: 'active',
  error: 'crit',
};

interface Bar {
  readonly label: string;
  readonly tag: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * @param nowWallMs where the bar of a scan that goes on ends, in milliseconds since the epoch.
 * @returns one block, or none where there is nothing to compare. Scans that were over before the step began are left out.
 */
export function chart(images: readonly ImageReport[], nowWallMs: number): readonly string[] {
  if (images.length < FEWEST || images.length > MOST) return [];
  const bars = images.flatMap((image) => barOf(image, nowWallMs));
  if (bars.length < FEWEST) return [];
  const spanMs =
    Math.max(...bars.map(({ endMs }) => endMs)) - Math.min(...bars.map(({ startMs }) => startMs));
  const lines = bars.map(
    ({ label, tag, startMs, endMs }) => `    ${label} :${tag}, ${time(startMs)}, ${time(endMs)}`,
  );
  return [
    [
      '```mermaid',
      'gantt',
      '    title From creation to end (UTC)',
      '    dateFormat YYYY-MM-DD HH:mm:ss',
      `    axisFormat ${spanMs > DAY_MS ? '%m-%d %H:%M' : '%H:%M'}`,
      ...lines,
      '```',
    ].join('\n'),
  ];
}

function barOf({ output, finishedBefore }: ImageReport, nowWallMs: number): readonly Bar[] {
  const start = parseInstant(output.createdAt);
  if (start === undefined || finishedBefore) return [];
  // Never of no length, nor backwards: clocks differ.
  const endMs = Math.max(start.ms + 1000, parseInstant(output.finishedAt)?.ms ?? nowWallMs);
  return [
    {
      label: `${output.status} ${label(output.imageId)}`,
      tag: TAGS[output.status],
      startMs: start.ms,
      endMs,
    },
  ];
}

/** Behind our own word, letters, digits and a few marks: nothing that is syntax to mermaid or ends the block. */
function label(imageId: string): string {
  return Array.from(imageId.slice(0, 80))
    .slice(0, 40)
    .join('')
    .replace(/[^\p{L}\p{N} ._-]/gu, '_');
}

/** Without a zone, and so shown as it stands, wherever the reader is. */
function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
