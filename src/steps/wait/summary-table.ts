/** The summary's table: a row for each image. */
import { finishedAt } from '../../model/scan.ts';
import { countsOf, markOf, STATUS_TABLE } from '../../model/statuses.ts';
import { cutTo } from '../../report/cut.ts';
import { displayName } from '../../report/image-name.ts';
import { code, row } from '../../report/markdown.ts';
import { formatDuration } from '../../util/duration.ts';
import { parseInstant } from '../../util/instant.ts';
import { countable, escapeMarkdown, formatUtc } from '../../util/text.ts';
import type { ImageReport } from './report.ts';

interface Column {
  readonly title: string;
  readonly cell: (image: ImageReport) => string;
  /** Whether only several images have it: for a single one, the text below the table says it. */
  readonly isComparing?: true;
}

/** The widest comes last, so that the others are in sight on a narrow page. */
const COLUMNS: readonly Column[] = [
  { title: 'Result', cell: resultCell },
  { title: 'Image', cell: imageCell },
  { title: 'Findings', cell: findingsCell, isComparing: true },
  { title: 'Waited', cell: ({ record }) => formatDuration(record.waitedMs) },
  {
    title: 'Already finished',
    cell: ({ record }) => (record.finishedBefore ? 'yes' : ''),
    isComparing: true,
  },
  { title: 'Scan (UTC)', cell: scanCell },
];

/**
 * @param images in the order of the rows.
 * @param bytes room for the rows.
 */
export function imageTable(images: readonly ImageReport[], bytes: number): string {
  const columns = COLUMNS.filter(
    ({ isComparing, cell }) =>
      isComparing === undefined || (images.length > 1 && images.some((it) => cell(it) !== '')),
  );
  const rows = images.map((image) => row(columns.map(({ cell }) => cell(image))));
  const { kept, left } = cutTo(rows, bytes);
  const head = [row(columns.map(({ title }) => title)), `|${columns.map(() => '---|').join('')}`];
  const table = [...head, ...kept].join('\n');
  if (left === 0) return table;
  const counts = countsOf(images.slice(kept.length).map(({ status }) => status));
  const rest = `Not shown here: ${left} more ${countable(left, 'image')} (${counts}).`;
  return `${table}\n\n${rest} The output \`scans\` has all images.`;
}

/** Includes the state, unless the status already states it. */
function resultCell({ status, green, record }: ImageReport): string {
  const { lastState = '' } = record;
  const state = STATUS_TABLE[status].isFinal || lastState === '' ? '' : `, ${code(lastState)}`;
  return `${markOf(status, green)} ${status}${state}`;
}

/** The name over the ID. */
function imageCell({ record }: ImageReport): string {
  const name = displayName(record);
  const id = code(record.imageId);
  return name === '' ? id : `${escapeMarkdown(name)}<br>${id}`;
}

function findingsCell({ record }: ImageReport): string {
  const findings = record.details?.findings;
  if (findings === undefined) return '';
  const total = Object.values(findings.counts).reduce((sum, count) => sum + count, 0);
  return findings.kev === 0 ? `${total}` : `${total}, ${findings.kev} KEV`;
}

/** When it ran, over its ID: `2026-01-26 15:30:01 – 15:42:10`. */
function scanCell({ record: { scan } }: ImageReport): string {
  if (scan === undefined) return code('');
  const [from, to] = [utc(scan.createTime?.text ?? ''), utc(finishedAt(scan))];
  const [day = ''] = from.split(' ');
  const until = to.startsWith(`${day} `) ? to.slice(day.length + 1) : to;
  const times = `${from} – ${until}`.trim();
  return from === '' ? code(scan.id) : `${times}<br>${code(scan.id)}`;
}

/** `2026-01-26 15:30:01`; empty for what is not a time. */
function utc(text: string): string {
  const time = parseInstant(text);
  return time === undefined ? '' : formatUtc(time.ms).replace(' UTC', '');
}
