/** The log of an upload: its start, its progress, its trouble and its end. */
import type { Absent, Failed, Refused } from '../../model/api-result.ts';
import type { Outage } from '../../model/outage.ts';
import type { UploadedImage } from '../../model/upload.ts';
import type { Clock } from '../../polling/clock.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { describeAbsence, describeFailure } from '../../report/failure-words.ts';
import { formatDuration } from '../../util/duration.ts';
import { formatBytes, printable } from '../../util/text.ts';
import type { UploadItem } from './files.ts';

/** The log of one file. */
export interface FileLog {
  /** The file is being sent. @returns what to call with the number of bytes taken so far. */
  sending(): (bytes: number) => void;
  /** A request was made; the outage is undefined if it did not fail. */
  attempt(outage: Outage | undefined): void;
  /** The list of images cannot be read. */
  noList(result: Absent | Failed | Refused): void;
  /** The request that creates the image may have worked. */
  looking(): void;
  /** It has worked: its image was found. */
  foundAfterAll(image: UploadedImage): void;
  /** @param ms how long it took, in milliseconds. */
  uploaded(image: UploadedImage, ms: number): void;
}

/** The least between two lines of progress, as a part of the file and in milliseconds. */
const [PROGRESS_PART, PROGRESS_MS] = [0.1, 30_000];
/** How long a lasting outage is silent, in milliseconds. */
const SILENCE_MS = 300_000;

export function createFileLog(
  { shown, name, version, stamp: { size } }: UploadItem,
  clock: Clock,
  info: (line: string) => void,
): FileLog {
  const file = printable(shown);
  let last = { said: '', ms: 0 };
  let failed = 0;

  info(`Uploading ${file} (${formatBytes(size)}) as ${imageOf(name, version)}.`);

  return {
    sending() {
      const beganMs = clock.monotonicMs();
      let [lineBytes, lineMs] = [0, beganMs];
      return (bytes) => {
        const nowMs = clock.monotonicMs();
        const isDue =
          bytes - lineBytes >= size * PROGRESS_PART &&
          nowMs - lineMs >= PROGRESS_MS &&
          bytes < size;
        if (!isDue) return;
        [lineBytes, lineMs] = [bytes, nowMs];
        const part = Math.floor((100 * bytes) / size);
        const after = `after ${formatDuration(nowMs - beganMs)}`;
        info(`${part} % of ${formatBytes(size)} ${after} (${speed(bytes, nowMs - beganMs)})`);
      };
    },
    attempt(outage) {
      if (outage === undefined) {
        if (failed > 0)
          info(`Working again after ${failed} failed ${failed === 1 ? 'try' : 'tries'}.`);
        failed = 0;
        last = { said: '', ms: 0 };
        return;
      }
      failed = outage.times;
      const nowMs = clock.monotonicMs();
      const said = describeFailure(outage.failure);
      if (said === last.said && nowMs - last.ms < SILENCE_MS) return;
      last = { said, ms: nowMs };
      info(`Try ${failed} for ${file} failed: ${said}.`);
    },
    noList(result) {
      const why = result.kind === 'refused' ? reasonOfRefusal(result).happened : describe(result);
      info(`Could not read the list of images (${why}). This alone does not end the upload.`);
    },
    looking() {
      info('The request that creates the image may have worked: looking for the image.');
    },
    foundAfterAll({ id }) {
      info(`Found image ${printable(id)}: the request had created it after all.`);
    },
    uploaded({ id, scanId }, ms) {
      const scan = scanId === undefined ? '' : `, scan ${printable(scanId)}`;
      const took = `${formatBytes(size)} in ${formatDuration(ms)} (${speed(size, ms)})`;
      info(`Uploaded ${file}: image ${printable(id)}${scan}, ${took}.`);
    },
  };
}

/** An image by what the upload calls it. */
export function imageOf(name: string, version: string): string {
  return `image "${printable(name, 100)}", version ${printable(version, 100)}`;
}

function describe(result: Absent | Failed): string {
  return result.kind === 'failed' ? describeFailure(result) : describeAbsence(result.cause);
}

function speed(bytes: number, ms: number): string {
  return `${formatBytes((1000 * bytes) / Math.max(ms, 1))}/s`;
}
