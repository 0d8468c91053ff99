/** The upload action's inputs. Those that the other actions also have are read the same way. */
import type { IdTokenEndpoint } from '../../credentials/github-id-token.ts';
import {
  type InputDefaults,
  type InputName,
  type InputReader,
  type Inputs,
  readAll,
} from '../../inputs/input-reader.ts';
import { PLATFORM_INPUTS, type PlatformSettings, readPlatform } from '../../inputs/platform.ts';
import { readDuration } from '../../inputs/values.ts';
import { quote } from '../../util/text.ts';
import { type FoundFile, type FoundFiles, filenameOf, type UploadItem } from './files.ts';

/** Durations in milliseconds. */
export interface UploadSettings extends PlatformSettings {
  /** At least one. */
  readonly items: readonly UploadItem[];
  readonly timeoutMs: number;
  readonly maxOutageMs: number;
}

/**
 * Every input with its default, as in upload/action.yml. The default of `version` is an expression,
 * which the runner evaluates.
 */
export const UPLOAD_INPUTS = {
  ...PLATFORM_INPUTS,
  file: '',
  name: '',
  version: '',
  timeout: '1h',
  'max-outage': '15m',
} as const satisfies InputDefaults;

/**
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param idTokens where the job requests ID tokens; undefined if it may not.
 * @param found the files that the input `file` names.
 */
export function readUploadInputs(
  get: (name: InputName) => string,
  idTokens: IdTokenEndpoint | undefined,
  found: FoundFiles,
): Inputs<UploadSettings> {
  return readAll(get, UPLOAD_INPUTS, (inputs) => ({
    ...readPlatform(inputs, idTokens),
    items: readItems(inputs, found),
    timeoutMs: readDuration(inputs, 'timeout'),
    maxOutageMs: readDuration(inputs, 'max-outage'),
  }));
}

function readItems(inputs: InputReader, { files, problems }: FoundFiles): readonly UploadItem[] {
  for (const problem of problems) inputs.report('file', problem);
  const name = readName(inputs, files);
  const version = readVersion(inputs);
  reportSameNames(inputs, files);
  return files.map((file) => {
    const filename = filenameOf(file);
    return { ...file, filename, name: name || filename, version };
  });
}

/** @returns the name; empty if each file has its own. */
function readName({ value, report }: InputReader, files: readonly FoundFile[]): string {
  const name = value('name');
  if (name !== '' && files.length > 1)
    report('name', `works with one file only, but \`file\` names ${files.length}: remove it`);
  if (isUnprintable(name)) report('name', `${quote(name)} has a character that is not printable`);
  const odd = name === '' ? files.find((file) => isUnprintable(filenameOf(file))) : undefined;
  if (odd !== undefined)
    report('file', `${quote(odd.shown)} has a character that is not printable: set \`name\``);
  return name;
}

function readVersion({ value, report }: InputReader): string {
  const version = value('version');
  if (version === '')
    report('version', 'is empty: check the variable it comes from, or remove the input');
  if (isUnprintable(version))
    report('version', `${quote(version)} has a character that is not printable`);
  return version;
}

function isUnprintable(text: string): boolean {
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

function reportSameNames({ report }: InputReader, files: readonly FoundFile[]): void {
  for (const [filename, same] of Map.groupBy(files, filenameOf)) {
    const [first, second] = same;
    if (first === undefined || second === undefined) continue;
    report(
      'file',
      `names two files called ${quote(filename)}, ${quote(first.shown)} and ` +
        `${quote(second.shown)}: upload them in two steps, each with a \`name\``,
    );
  }
}
