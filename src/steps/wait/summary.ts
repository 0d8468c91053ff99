/**
 * The job summary: the verdict first, then what happened and what to do, then the table, a
 * chart, and the timeline, folded.
 */
import { baselineIdOf } from '../../model/baseline.ts';
import { countsOf, markOf, STATUSES } from '../../model/statuses.ts';
import type { Status } from '../../model/verdict.ts';
import { findingsParts } from '../../report/findings-tables.ts';
import { contradictionsIn, passedLine } from '../../report/findings-words.ts';
import { imageName } from '../../report/image-name.ts';
import { plainText, productLine } from '../../report/markdown.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { capitalize, printable } from '../../util/text.ts';
import { chart } from './chart.ts';
import { finishedBeforeNote } from './lines.ts';
import type { ImageReport, Report } from './report.ts';
import { baselineNotes } from './summary-baselines.ts';
import { findingsLine, kevNote, SPELLED_OUT } from './summary-counts.ts';
import { imageTable } from './summary-table.ts';
import { timelines } from './summary-timelines.ts';

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
      : plainText(passedLine(policy, comparedWith(images))),
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
  return sentence === undefined || sentence === reason ? [] : [plainText(sentence)];
}

function letPassNotes({ green, images }: Report): readonly string[] {
  const note = (status: Status, input: string) =>
    green && images.some((image) => image.status === status)
      ? [`The step is green anyway, because \`${input}\` is \`warn\`.`]
      : [];
  const contradictions = green
    ? contradictionsIn(images.map(({ record }) => record)).map(plainText)
    : [];
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
  return [[plainText(first), ...others.map((line) => `- ${plainText(line)}`)].join('\n')];
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
    return [`${head}: ${plainText(sentenceOf(reason))}`];
  });
  return items.length === 0 ? [] : [items.join('\n')];
}
