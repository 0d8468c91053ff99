/** Writes the files for later steps, each under the output that has its path. */
import type { Workflow } from '../../../github/workflow.ts';
import { findingsFile } from '../findings-file.ts';
import type { Report } from '../report.ts';
import { REPORTS_FOLDER } from './fetch-reports.ts';
import { MOST_RUNS, sarifOf } from './sarif.ts';
import { summaryFile } from './summary-file.ts';
import { verdictFile } from './verdict-file.ts';

type FileName = 'findings-file' | 'sarif-file' | 'summary-file' | 'verdict-file' | 'reports';

/** The paths of the files and of the folder; one that was not written is left out. */
export type FilePaths = Readonly<Partial<Record<FileName, string>>>;

type Room = Pick<Workflow, 'file' | 'folder' | 'info' | 'pageUrl'>;

/** Each writes its file. @returns the path; empty without one. @throws if it cannot be written. */
const WRITE: Readonly<Record<FileName, (report: Report, workflow: Room) => string>> = {
  'findings-file': ({ images }, { file }) =>
    written(findingsFile(images.map(({ record }) => record)), 'findings.json', file),
  'sarif-file'({ images }, { file, info }) {
    const sarif = sarifOf(images.map(({ record }) => record));
    const parts = sarif !== undefined && 'parts' in sarif ? sarif.parts : undefined;
    const path = written(parts, 'findings.sarif', file);
    for (const line of linesOf(sarif)) info(line);
    return path;
  },
  'summary-file': (report, { file }) => {
    const text = textOfSummary(report);
    return text === undefined ? '' : file('summary.md', [text]);
  },
  'verdict-file'(report, { file, pageUrl }) {
    const text = verdictFile(report, pageUrl());
    return written(text === undefined ? undefined : [text], 'verdict.json', file);
  },
  // The reports are there already, unless none could be had.
  reports: ({ settings }, { folder }) =>
    settings === undefined || settings.reports.length === 0 ? '' : folder(REPORTS_FOLDER),
};

/** @param attempt calls a function that may throw, and takes note if it does. */
export function writeFiles(
  report: Report,
  workflow: Room,
  attempt: (name: FileName, write: () => void) => void,
  names = Object.keys(WRITE) as readonly FileName[],
): FilePaths {
  const paths: { [Name in FileName]?: string } = {};
  for (const name of names)
    attempt(name, () => {
      paths[name] = WRITE[name](report, workflow);
    });
  return paths;
}

/** The files that say how the step ended. */
export const FILES_OF_THE_END = ['summary-file', 'verdict-file'] as const;

/** @returns undefined if a bug keeps it from being made; the note on the job summary says so. */
function textOfSummary(report: Report): string | undefined {
  try {
    return summaryFile(report);
  } catch {
    return undefined;
  }
}

function written(parts: Iterable<string> | undefined, name: string, file: Room['file']): string {
  return parts === undefined ? '' : file(name, parts);
}

/** The lines of the log about what the file leaves out. */
function linesOf(sarif: ReturnType<typeof sarifOf>): readonly string[] {
  if (sarif === undefined) return [];
  if ('unnamed' in sarif) {
    const [first = ''] = sarif.unnamed;
    return [
      `No SARIF file: the name of image ${first} could not be read, and code scanning would never ` +
        'close alerts without it.',
    ];
  }
  const { findings, images } = sarif.left;
  const be = (count: number) => (count === 1 ? 'is' : 'are');
  return [
    ...(findings > 0
      ? [
          `The SARIF file has only the worst findings: ${findings} ${be(findings)} over the limits of GitHub.`,
        ]
      : []),
    ...(images > 0
      ? [
          `The SARIF file has only ${MOST_RUNS} images, the limit of GitHub: ` +
            `${images} ${be(images)} left out.`,
        ]
      : []),
  ];
}
