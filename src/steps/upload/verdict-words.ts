/** One sentence for each way in which an upload fails: what happened, and what to do. */
import type { Refused } from '../../model/api-result.ts';
import type { RefusalCause } from '../../model/refusal-cause.ts';
import type { StorageProblem } from '../../model/upload.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { describeFailure } from '../../report/failure-words.ts';
import { after, because, type Reason } from '../../report/sentence.ts';
import { formatDuration, formatExact } from '../../util/duration.ts';
import { printable } from '../../util/text.ts';
import type { UploadItem } from './files.ts';
import type { UploadSettings } from './inputs.ts';
import { imageOf } from './log.ts';
import type { FailedFile } from './step.ts';
import type { FileFailure } from './upload-file.ts';

export function reasonOfFile({ item, ended }: FailedFile, settings: UploadSettings): Reason {
  const reason = reasonOfEnd(ended, settings);
  const happened = `file ${printable(item.shown)}: ${reason.happened}`;
  const told = { ...reason, happened, mark: ';' } as const;
  return ended.mayExist && !saysItself(ended) ? withPossibleImage(told, item) : told;
}

/** Adds that an image may exist, and what to do about that first. */
export function withPossibleImage(reason: Reason, { name, version }: UploadItem): Reason {
  const look = 'so look for it in the Binarly dashboard before you run the job again';
  const advice = `${imageOf(name, version)} may have been created, ${look}; ${reason.advice}`;
  return { ...reason, advice };
}

/** Whether the reason says that an image may exist. */
function saysItself(ended: FileFailure): boolean {
  if (ended.status !== 'error') return false;
  const { type } = ended.refused.cause;
  return type === 'image-uncertain' || type === 'images-ambiguous';
}

function reasonOfEnd(ended: FileFailure, { timeoutMs, maxOutageMs }: UploadSettings): Reason {
  switch (ended.status) {
    case 'error':
      return reasonOfUploadError(ended.refused);
    case 'unavailable': {
      const { outage, forMs, reachedApi } = ended.gaveUp;
      const { cause } = outage.failure;
      const last = `last: ${describeFailure(outage.failure)}`;
      const raise = `or raise \`max-outage\`, which is ${formatExact(maxOutageMs)}`;
      const isStorage = cause.type === 'storage';
      const source = isStorage
        ? 'the storage'
        : reachedApi
          ? 'the platform'
          : 'an API at `api-url`';
      const happened = `no usable answer from ${source} for ${formatDuration(forMs)} (${last})`;
      if (isStorage && UNREACHABLE.has(cause.problem.type))
        return because(
          happened,
          `check that the runner, or its proxy, may connect to ${printable(cause.host)}, ${raise}`,
        );
      if (!isStorage && !reachedApi)
        return because(happened, 'check `api-url`, the proxy and the network of the runner');
      return because(happened, `run the job again when ${source} is back, ${raise}`);
    }
    case 'timed-out': {
      const { failure } = ended;
      const last =
        failure === undefined ? '' : ` (the last try failed: ${describeFailure(failure)})`;
      return because(
        `not uploaded within ${formatExact(timeoutMs)}${last}`,
        'raise `timeout` and the `timeout-minutes` of the job, or run the job again',
      );
    }
    case 'interrupted':
      return because('the upload was interrupted', 'run the job again');
  }
}

/** What keeps a runner from a storage, although it reaches the platform. */
const UNREACHABLE: ReadonlySet<StorageProblem['type']> = new Set<StorageProblem['type']>([
  'network',
  'no-tls',
  'proxy-connection',
  'proxy-status',
  'tls-handshake',
]);

function reasonOfUploadError(refused: Refused): Reason {
  const { cause } = refused;
  return isAboutInputs(cause)
    ? because(
        `the API refused the request (HTTP ${cause.status}${after(cause.error?.message)})`,
        'check `product`, `name` and `version`',
      )
    : reasonOfRefusal(refused);
}

type StatusRefusal = Extract<RefusalCause, { readonly type: 'http-status' }>;

/** Whether the API says itself that what was asked for is wrong. */
function isAboutInputs(cause: RefusalCause): cause is StatusRefusal {
  if (cause.type !== 'http-status' || cause.error === undefined) return false;
  return cause.status === 400 || cause.status === 404 || cause.status === 422;
}
