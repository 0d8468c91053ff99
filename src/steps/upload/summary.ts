/** The job summary of an upload: the verdict first, then what to do, then the files. */
import { cutTo } from '../../report/cut.ts';
import { code, plainText, productLine, row } from '../../report/markdown.ts';
import { formatDuration } from '../../util/duration.ts';
import { countable, escapeMarkdown, formatBytes, printable, shortSha } from '../../util/text.ts';
import type { UploadReport } from './report.ts';
import type { FileRecord } from './step.ts';
import type { UploadStatus } from './upload-file.ts';

const HEADLINES: Readonly<Record<UploadStatus, string>> = {
  uploaded: '✅ Uploaded to Binarly',
  error: '❌ Could not upload to Binarly',
  unavailable: '❌ Could not upload: no usable answer for too long',
  'timed-out': '⏱️ Not uploaded within the timeout',
  interrupted: '🛑 The upload was interrupted',
};

/** GitHub rejects a summary above 1 MiB as a whole. */
const TABLE_BYTES = 500_000;

/** The widest comes last, so that the others are in sight on a narrow page. */
const TITLES = ['File', 'Image', 'Size', 'Duration', 'Scan', 'SHA-256'];

/** @returns Markdown in which nothing from outside renders. */
export function uploadSummary({
  status,
  reasonLines,
  files,
  product,
  apiUrl,
}: UploadReport): string {
  const [first, ...others] = reasonLines.map(plainText);
  const rows = files.map(fileRow);
  const { kept, left } = cutTo(rows, TABLE_BYTES);
  const head = [row(TITLES), `|${TITLES.map(() => '---|').join('')}`];
  const blocks = [
    `## ${HEADLINES[status]}`,
    ...(first === undefined ? [] : [[first, ...others.map((line) => `- ${line}`)].join('\n')]),
    ...(product === undefined ? [] : [productLine(product)]),
    ...(rows.length === 0 ? [] : [[...head, ...kept].join('\n')]),
    ...(left === 0
      ? []
      : [
          `Not shown here: ${left} more ${countable(left, 'file')}. ` +
            'The output `uploads` has all files.',
        ]),
    // Angle brackets, because nothing in the address of a host can end such a link.
    ...(apiUrl === undefined ? [] : [`Dashboard: <${apiUrl}>`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function fileRow({ item, sha256 = '', ms, ended }: FileRecord): string {
  const { shown, name, version, stamp } = item;
  const image = ended?.status === 'uploaded' ? ended.image : undefined;
  const label = escapeMarkdown(printable(`${name} ${shortSha(version)}`, 100));
  return row([
    code(shown),
    image === undefined ? '' : `${label}<br>${code(image.id)}`,
    unbroken(formatBytes(stamp.size)),
    ms === 0 ? '' : unbroken(formatDuration(ms)),
    code(image?.scanId ?? ''),
    sha256 === '' ? '' : `<code>${sha256}</code>`,
  ]);
}

/** A number stays with its unit, because the widest column takes all the room. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '&nbsp;');
}
