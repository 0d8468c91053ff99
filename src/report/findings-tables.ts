/** The summary's part on findings: counts by severity, and the worst of those that block. */
import { type Finding, knownName, SEVERITIES } from '../model/finding.ts';
import type { ImageRecord } from '../model/image-record.ts';
import type { Judgement, SeverityCounts } from '../model/policy.ts';
import { countable, escapeMarkdown, printable } from '../util/text.ts';
import { cutTo } from './cut.ts';
import { code, row } from './markdown.ts';

/** How many findings a part shows. */
const MOST_SHOWN = 20;
/** How many identifiers of one finding. */
const MOST_IDENTIFIERS = 3;

/**
 * @param images if there are several, only those with blocking findings get a part.
 * @param bytes room for the parts.
 * @param hasFile whether `findings-file` was written.
 */
export function findingsParts(
  images: readonly ImageRecord[],
  bytes: number,
  hasFile = true,
): readonly string[] {
  const isSingle = images.length === 1;
  const parts = images.flatMap(({ judgement, imageId }) => {
    if (judgement === undefined || (!isSingle && judgement.blocking.length === 0)) return [];
    const head = isSingle ? [] : [`Findings in image ${code(imageId)}:`];
    const part = partOf(judgement, hasFile);
    return part.length === 0 ? [] : [[...head, ...part].join('\n\n')];
  });
  const { kept, left } = cutTo(parts, bytes);
  const where = hasFile ? 'only in the output `findings-file`' : 'not shown';
  const rest = `The findings of ${left} more ${countable(left, 'image')} are ${where}.`;
  return left === 0 ? kept : [...kept, rest];
}

function partOf(judgement: Judgement, hasFile: boolean): readonly string[] {
  const isCut = judgement.blocking.length > MOST_SHOWN;
  return [
    ...findingsOf(judgement, MOST_SHOWN),
    ...(isCut && hasFile ? ['The file in the output `findings-file` has all of them.'] : []),
  ];
}

/** The counts by severity, and the worst of the blocking findings: at most so many. */
export function findingsOf(judgement: Judgement, most: number): readonly string[] {
  const { blocking } = judgement;
  const title =
    blocking.length > most
      ? `The ${most} worst of the ${blocking.length} blocking findings:`
      : 'Blocking findings:';
  return [
    ...countsTable(judgement),
    ...unknownNotes(judgement),
    ...(blocking.length > 0 ? [title, worstTable(blocking.slice(0, most))] : []),
  ];
}

/** Without rows of zeros; none if nothing is left. */
function countsTable({ open, comparison }: Judgement): readonly string[] {
  const columns: readonly (readonly [string, SeverityCounts])[] = [
    ['Open', open],
    ...(comparison === undefined
      ? []
      : ([
          ['New', comparison.new],
          ['Unchanged', comparison.unchanged],
          ['Resolved', comparison.resolved],
        ] as const)),
  ];
  const severities = [...SEVERITIES, 'other'] as const;
  const rows = severities
    .filter((severity) => columns.some(([, counts]) => counts[severity] > 0))
    .map((severity) => row([severity, ...columns.map(([, counts]) => `${counts[severity]}`)]));
  if (rows.length === 0) return [];
  const titles = columns.map(([title]) => title);
  const head = [row(['Severity', ...titles]), `|---|${titles.map(() => '---:|').join('')}`];
  return [[...head, ...rows].join('\n')];
}

function unknownNotes({ unknownSeverities, unknownStatuses }: Judgement): readonly string[] {
  const notes = [
    ...(unknownSeverities > 0 ? [`${unknownSeverities} of unknown severity`] : []),
    ...(unknownStatuses > 0 ? [`${unknownStatuses} of unknown status`] : []),
  ];
  if (notes.length === 0) return [];
  return [`Findings that block because something about them is unknown: ${notes.join(', ')}.`];
}

/** Few columns, so that all of them are in sight on a narrow page. */
function worstTable(findings: readonly Finding[]): string {
  const hasFix = findings.some(({ knownFixedVersion }) => knownFixedVersion !== undefined);
  const fixed = hasFix ? ['Fixed in'] : [];
  const titles = ['Severity', 'Finding', 'Component', ...fixed];
  const rows = findings.map((finding) =>
    row([
      severityCell(finding),
      findingCell(finding),
      cell(finding.componentName, 60),
      ...fixed.map(() => cell(finding.knownFixedVersion, 40)),
    ]),
  );
  return [row(titles), `|${titles.map(() => '---|').join('')}`, ...rows].join('\n');
}

function cell(text: string | undefined, longest: number): string {
  return text === undefined ? '' : escapeMarkdown(printable(text, longest));
}

function severityCell({ severity, isKev }: Finding): string {
  const word = cell(severity, 20);
  return isKev ? `${word || '–'}<br>known exploited` : word;
}

/** The name over the identifiers, unless it is one of them. */
function findingCell({ displayName, name, id, identifiers }: Finding): string {
  const called = displayName ?? name ?? id;
  const names = identifiers.flatMap((entry) => knownName(entry) ?? entry.gsd ?? []);
  const others = names.filter((it) => it !== called);
  const shown = others.slice(0, MOST_IDENTIFIERS).map((it) => cell(it, 40));
  const left = others.length - shown.length;
  const more = left > 0 ? ` and ${left} more` : '';
  return [cell(called, 120), `${shown.join(', ')}${more}`].filter(Boolean).join('<br>');
}
