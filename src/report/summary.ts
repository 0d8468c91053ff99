/** The job summary: the verdict first, then the facts in a table, a chart, what to do, and what happened, folded. */
import type { Findings } from '../binarly/findings.ts';
import { formatDuration } from '../util/duration.ts';
import { parseInstant } from '../util/instant.ts';
import { escapeMarkdown, formatUtc, printable } from '../util/text.ts';
import { GRAVITY } from '../wait/images.ts';
import type { Status } from '../wait/verdict.ts';
import { chart } from './chart.ts';
import { cutTo } from './cut.ts';
import { sentenceOf } from './reason.ts';
import { countsOf, type ImageReport, type Report } from './report.ts';

/** With words beside it, so that colour alone says nothing. */
const MARKS: Readonly<Record<Status, string>> = {
  completed: '✅',
  failed: '❌',
  cancelled: '❌',
  'timed-out': '⏱️',
  'no-scan': '❌',
  unavailable: '❌',
  interrupted: '⏹️',
  error: '❌',
};

const HEADLINES: Readonly<Record<Status, string>> = {
  completed: 'Binarly scan completed',
  failed: 'Binarly scan failed',
  cancelled: 'Binarly scan cancelled',
  'timed-out': 'Binarly scan not finished in time',
  'no-scan': 'No Binarly scan found',
  unavailable: 'Binarly could not be asked',
  interrupted: 'Waiting for the Binarly scan was interrupted',
  error: 'Waiting for the Binarly scan was not possible',
};

/**
 * GitHub rejects a step's summary above 1 MiB as a whole (its docs: job summaries). These two parts grow with the number of images;
 * all else together is a few KiB.
 */
const TABLE_BYTES = 500_000;
const TIMELINES_BYTES = 400_000;

/** @returns Markdown in which nothing that came from outside renders; at most, a single word in backticks shows as code. */
export function summaryOf(report: Report): string {
  const { images, status, green, dashboardUrl } = report;
  const [only, ...others] = images;
  const one = others.length === 0 ? only : undefined;
  const headline = images.length > 1 ? `Binarly scans: ${countsOf(images)}` : HEADLINES[status];
  const sorted = images.toSorted(
    (a, b) => GRAVITY.indexOf(a.output.status) - GRAVITY.indexOf(b.output.status),
  );
  const blocks = [
    `## ${MARKS[status]} ${headline}`,
    ...(images.length > 0 ? [table(sorted)] : []),
    ...(one?.finishedBefore ? [finishedBeforeNote(one.output.finishedAt)] : []),
    ...advice(report, sorted),
    ...(green && status === 'timed-out'
      ? ['The step is green all the same: `on-timeout` is `warn`.']
      : []),
    ...chart(images, report.madeWallMs),
    ...(one?.output.findings ? [findingsLine(one.output.findings)] : []),
    ...timelines(sorted),
    // Pointed brackets: nothing in the address of a host can end such a link.
    ...(dashboardUrl === undefined ? [] : [`Dashboard: <${dashboardUrl}>`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Said in the log and in the summary. @param finishedAt as the API gave it; empty where it gave none. */
export function finishedBeforeNote(finishedAt: string): string {
  const at = finishedAt === '' ? '' : ` at ${utc(finishedAt)} UTC`;
  return `This scan had already finished${at}, before this step began.`;
}

function table(images: readonly ImageReport[]): string {
  const withFindings = images.some(({ output }) => output.findings !== null);
  const columns = [
    'Verdict',
    'Image',
    'Scan',
    'Created (UTC)',
    'Finished (UTC)',
    'Waited',
    ...(withFindings ? ['Findings'] : []),
  ];
  const rows = images.map(({ output, finishedBefore }) => {
    const cells = [
      verdict(output),
      code(output.imageId),
      code(output.scanId),
      utc(output.createdAt),
      utc(output.finishedAt) + (finishedBefore && images.length > 1 ? ', before this step' : ''),
      formatDuration(output.waitedSeconds * 1000),
      ...(withFindings ? [findingsCell(output)] : []),
    ];
    return row(cells.map((cell) => cell || '–'));
  });
  const { kept, left } = cutTo(rows, TABLE_BYTES);
  const text = [row(columns), `|${columns.map(() => '---|').join('')}`, ...kept].join('\n');
  if (left === 0) return text;
  return `${text}\n\n${left} more images (${countsOf(images.slice(kept.length))}) are left out here: the output \`scans\` has all.`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** With the state, where the verdict is not that the scan came to it. */
function verdict({ status, state }: ImageReport['output']): string {
  const settled = status === 'completed' || status === 'failed' || status === 'cancelled';
  return `${MARKS[status]} ${status}${settled || state === '' ? '' : `, ${code(state)}`}`;
}

function findingsCell({ findings }: ImageReport['output']): string {
  if (findings === null) return '';
  const total = Object.values(findings.counts).reduce((sum, count) => sum + count, 0);
  return `${total}${findings.kev === 0 ? '' : `, ${findings.kev} KEV`}`;
}

/** The counts are the image's over all its scans, and said to be. */
function findingsLine({ counts: byType, kev: exploited }: Findings): string {
  const counts = Object.entries(byType)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([type, count]) => `${count} ${escapeMarkdown(printable(type, 40))}`);
  const kev = exploited === 0 ? '' : `; ${exploited} known to be exploited (KEV)`;
  return `Findings in the image: ${counts.join(', ') || 'none'}${kev}.`;
}

/** Of one image its sentence; of several, each thing to do once, with the first image that wants it. */
function advice({ images, reason }: Report, sorted: readonly ImageReport[]): readonly string[] {
  if (images.length < 2) return reason === '' ? [] : [paragraph(reason)];
  const groups = Map.groupBy(
    sorted,
    ({ output, reason: why }) => `${output.status}: ${why?.advice}`,
  );
  const items = [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first?.reason === undefined) return [];
    const { status, imageId } = first.output;
    const whose =
      members.length === 1 ? `Image ${code(imageId)}` : `The first of them, image ${code(imageId)}`;
    return [
      `- ${MARKS[status]} **${members.length} ${status}.** ${whose}: ${paragraph(sentenceOf(first.reason))}`,
    ];
  });
  return items.length === 0 ? [] : [items.join('\n')];
}

function timelines(images: readonly ImageReport[]): readonly string[] {
  const told = images.filter(({ timeline }) => timeline.entries.length > 0);
  const { kept, left } = cutTo(told.map(timelineOf), TIMELINES_BYTES);
  if (kept.length === 0) return [];
  const rest = left === 0 ? [] : [`${left} more images are left out here: the log has all.`];
  return ['<details><summary>What happened when</summary>', ...kept, ...rest, '</details>'];
}

function timelineOf({ output, timeline: { entries, more } }: ImageReport): string {
  const items = entries.map(
    ({ waitedMs, text }) => `- after ${formatDuration(waitedMs)}: ${paragraph(printable(text))}`,
  );
  const rest = more === 0 ? [] : [`- and ${more} more: see the log`];
  const found = output.findings === null ? [] : [`- ${findingsLine(output.findings)}`];
  return [`${code(output.imageId)}\n`, ...items, ...rest, ...found].join('\n');
}

function code(text: string): string {
  const line = printable(text, 80);
  return line === '' ? '' : `<code>${escapeMarkdown(line)}</code>`;
}

/** `2026-01-26 15:30:01`; empty for what is no time. */
function utc(text: string): string {
  const time = parseInstant(text);
  return time === undefined ? '' : formatUtc(time.ms).replace(' UTC', '');
}

/** Our sentences name inputs in code spans of a single word; those stay, and all else is made inert. */
function paragraph(text: string): string {
  return text
    .split(/(`[\w-]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}
