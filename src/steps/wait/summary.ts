/**
 * The job summary: the verdict first, then what happened and what to do, then the table, a
 * chart, and the timeline, folded.
 */
import { baselineIdOf } from '../../model/baseline.ts';
import type { FindingCounts } from '../../model/image-details.ts';
import { countsOf, markOf, STATUS_TABLE, STATUSES } from '../../model/statuses.ts';
import type { Status } from '../../model/verdict.ts';
import { cutTo } from '../../report/cut.ts';
import { findingsParts } from '../../report/findings-tables.ts';
import { passedLine } from '../../report/findings-words.ts';
import { imageName } from '../../report/image-name.ts';
import { code, inert, productLine } from '../../report/markdown.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { formatDuration } from '../../util/duration.ts';
import { capitalize, countable, escapeMarkdown, printable } from '../../util/text.ts';
import { chart } from './chart.ts';
import { describeChange, finishedBeforeNote } from './lines.ts';
import { contradictionsOf, type ImageReport, type Report } from './report.ts';
import type { Settings } from './settings.ts';
import { baselineNotes } from './summary-baselines.ts';
import { imageTable } from './summary-table.ts';

/** Room for the parts that grow with the number of images, in bytes of UTF-8. */
export interface Room {
  readonly table: number;
  readonly findings: number;
  readonly timelines: number;
}

/**
 * GitHub rejects a step's summary above 1 MiB as a whole (its docs: job summaries). Everything that
 * does not grow with the number of images is a few KiB together.
 */
const ROOM: Room = { table: 500_000, findings: 100_000, timelines: 400_000 };

/**
 * @returns Markdown in which nothing from outside renders; at most, a single word in backticks
 * shows as code.
 */
export function summaryOf(report: Report): string {
  return `${summaryBlocks(report, ROOM).join('\n\n')}\n`;
}

/** The summary in blocks, each of which is valid Markdown on its own. */
export function summaryBlocks(report: Report, room: Room): readonly string[] {
  const { status, settings } = report;
  const images = report.images.toSorted((a, b) => gravity(a) - gravity(b));
  const [first, ...others] = images;
  const single = others.length === 0 ? first : undefined;
  return [
    `## ${markOf(status, report.green)} ${report.headline}`,
    ...(single === undefined ? reasons(images, report) : reasonBlock(report)),
    ...letPassNotes(report),
    ...policyNote(report),
    ...(report.product === undefined ? [] : [productLine(report.product)]),
    ...(images.length > 0 ? [imageTable(images, room.table)] : []),
    ...kevNote(images),
    ...(single?.record.finishedBefore ? [finishedBeforeNote(single.record)] : []),
    ...findingsParts(
      images.map(({ record }) => record),
      room.findings,
      report.unwritten?.name !== 'findings-file',
    ),
    ...baselineNotes(report),
    ...unwrittenNote(report),
    ...chart(images, report.madeWallMs),
    ...(single?.record.details?.findings
      ? [findingsLine(single.record.details.findings, SPELLED_OUT)]
      : []),
    ...timelines(images, report, room.timelines),
    // Angle brackets, because nothing in the address of a host can end such a link.
    ...(settings === undefined ? [] : [`Dashboard: <${settings.apiUrl}>`]),
  ];
}

/** Whether findings were checked, once all scans have completed. */
function policyNote({ status, settings, images }: Report): readonly string[] {
  if (status !== 'completed' || settings === undefined) return [];
  const { policy } = settings;
  return [
    policy === undefined
      ? 'Findings were not checked: set `fail-on-severity`.'
      : inert(passedLine(policy, comparedWith(images))),
  ];
}

/** @returns undefined if nothing was compared; empty if only some images were. */
function comparedWith(images: readonly ImageReport[]): string | undefined {
  const ids = images.flatMap(({ record }) => baselineIdOf(record.baseline) ?? []);
  const [first] = ids;
  if (first === undefined || ids.length < images.length) return first && '';
  return images.length === 1 ? `image ${printable(first)}` : 'the base branch';
}

/** What could not be written, unless the step is red for that. */
function unwrittenNote({ unwritten, reason }: Report): readonly string[] {
  const sentence = unwritten && sentenceOf(unwritten.reason);
  return sentence === undefined || sentence === reason ? [] : [inert(sentence)];
}

function letPassNotes({ green, images }: Report): readonly string[] {
  const note = (status: Status, input: string) =>
    green && images.some((image) => image.status === status)
      ? [`The step is green anyway, because \`${input}\` is \`warn\`.`]
      : [];
  const contradictions = green ? contradictionsOf(images).map(inert) : [];
  return [
    ...note('findings', 'on-findings'),
    ...note('timed-out', 'on-timeout'),
    ...contradictions,
  ];
}

function gravity({ status }: ImageReport): number {
  return STATUSES.indexOf(status);
}

/** The reasons of the images, after the step's own reason if no image has the step's status. */
function reasons(images: readonly ImageReport[], report: Report): readonly string[] {
  const isOfAnImage = images.some((image) => image.status === report.status);
  return [...(isOfAnImage ? [] : reasonBlock(report)), ...adviceByGroup(images)];
}

/** One sentence is a paragraph; several problems with inputs are a list below their headline. */
function reasonBlock({ reasonLines: [first, ...others] }: Report): readonly string[] {
  if (first === undefined) return [];
  return [[inert(first), ...others.map((line) => `- ${inert(line)}`)].join('\n')];
}

/** Each piece of advice once, with the first image that needs it. */
function adviceByGroup(images: readonly ImageReport[]): readonly string[] {
  const groups = Map.groupBy(images, ({ status, reason }) => `${status}: ${reason?.advice}`);
  const items = [...groups.values()].flatMap(([first, ...others]) => {
    if (first?.reason === undefined) return [];
    const { status, record, reason } = first;
    const image = `image ${imageName(record)}`;
    const subject = others.length === 0 ? capitalize(image) : `The first of them, ${image}`;
    const counts = countsOf([first, ...others].map((image) => image.status));
    const head = `- ${markOf(status, first.green)} **${counts}.** ${subject}`;
    return [`${head}: ${inert(sentenceOf(reason))}`];
  });
  return items.length === 0 ? [] : [items.join('\n')];
}

const SPELLED_OUT = 'known to be exploited (CISA KEV)';

/** For several images, explains once what their counts abbreviate. */
function kevNote(images: readonly ImageReport[]): readonly string[] {
  const hasKev = images.some(({ record }) => (record.details?.findings?.kev ?? 0) > 0);
  return images.length > 1 && hasKev ? ['KEV: known to be exploited (CISA KEV catalog).'] : [];
}

/** The counts are the image's, over all its scans. */
function findingsLine({ counts, kev }: FindingCounts, exploited = 'KEV'): string {
  const byType = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([type, count]) => `${count} ${escapeMarkdown(countable(count, printable(type, 40)))}`);
  const ofKev = kev === 0 ? '' : `; ${kev} ${exploited}`;
  return `All findings of the image, any status: ${byType.join(', ') || 'none'}${ofKev}.`;
}

function timelines(
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
    const clause = inert(printable(describeChange(change, settings)));
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
