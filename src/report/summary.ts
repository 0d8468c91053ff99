/** The job summary: the verdict first, then the facts in a table, then what to do. */
import { formatDuration } from '../duration.ts';
import { parseInstant } from '../rfc3339.ts';
import { escapeMarkdown, formatUtc, printable } from '../text.ts';
import type { Status } from '../wait/verdict.ts';
import type { ImageReport, Report } from './report.ts';

/** A mark and words, so that colour alone says nothing. */
const HEADLINES: Readonly<Record<Status, string>> = {
  completed: '✅ Binarly scan completed',
  failed: '❌ Binarly scan failed',
  cancelled: '❌ Binarly scan cancelled',
  'timed-out': '⏱️ Binarly scan not finished in time',
  'no-scan': '❌ No Binarly scan found',
  unavailable: '❌ Binarly could not be asked',
  interrupted: '⏹️ Waiting for the Binarly scan was interrupted',
  error: '❌ Waiting for the Binarly scan was not possible',
};

/** @returns Markdown in which nothing that came from outside renders; at most, a single word in backticks shows as code. */
export function summaryOf(report: Report): string {
  const blocks = [`## ${HEADLINES[report.status]}`];
  if (report.images.length > 0) blocks.push(table(report.images));
  if (report.finishedBefore !== undefined) blocks.push(finishedBeforeNote(report.finishedBefore));
  if (report.reason !== '') blocks.push(paragraph(report.reason));
  if (report.status === 'timed-out' && report.green) blocks.push('The step is green all the same: `on-timeout` is `warn`.');
  return `${blocks.join('\n\n')}\n`;
}

/** Said in the log and in the summary. @param finishedAt as the API gave it; empty where it gave none. */
export function finishedBeforeNote(finishedAt: string): string {
  const at = finishedAt === '' ? '' : ` at ${utc(finishedAt)}`;
  return `This scan had already finished${at}, before this step began.`;
}

function table(images: readonly ImageReport[]): string {
  const rows = images.map((image) => {
    const cells = [
      code(image.imageId),
      code(image.scanId),
      code(image.state),
      utc(image.createdAt),
      utc(image.finishedAt),
      formatDuration(image.waitedSeconds * 1000),
    ];
    return `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
  });
  return ['| Image | Scan | State | Created | Finished | Waited |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

function code(text: string): string {
  const line = printable(text, 80);
  return line === '' ? '' : `<code>${escapeMarkdown(line)}</code>`;
}

/** `2026-01-26 15:30:01 UTC`; empty for what is no time. */
function utc(text: string): string {
  const time = parseInstant(text);
  return time === undefined ? '' : formatUtc(time.ms);
}

/** Our sentences name inputs in code spans of a single word; those stay, and all else is made inert. */
function paragraph(text: string): string {
  return text
    .split(/(`[\w-]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}
