/** A platform in memory that takes uploads, on a jumping clock, with faults of every kind. */
import type { PutFile, PutResult } from '../../src/http/put-file.ts';
import { type ApiResult, type Failed, refusedByApi } from '../../src/model/api-result.ts';
import type { ListedImage, UploadedImage } from '../../src/model/upload.ts';
import type { UploadItem } from '../../src/steps/upload/files.ts';
import type { FileLog } from '../../src/steps/upload/log.ts';
import { failed, instant } from './builders.ts';
import type { JumpingClock } from './jumping-clock.ts';
import { productAnswering } from './product-images.ts';

/** What becomes of a request. */
type Fate =
  | 'fine'
  /** No answer, and nothing happened. */
  | 'lost'
  /** It happened, but there is no answer. */
  | 'unanswered'
  /** The same, with HTTP 502. */
  | 'lost-502'
  | 'unanswered-502'
  /** It happened, and the answer is not readable. */
  | 'garbled'
  | 'busy-429'
  | 'refused-403';

export interface Turn {
  readonly fate: Fate;
  /** How long the request takes, in milliseconds. */
  readonly ms: number;
  /** How much later the list has an image that is made, in milliseconds. */
  readonly lagMs: number;
}

/** What happens to each kind of request, in order; afterward, all is fine. */
export interface Fates {
  readonly address: readonly Turn[];
  readonly storage: readonly (Turn & { readonly answer: PutResult })[];
  readonly list: readonly Turn[];
  readonly finish: readonly Turn[];
  /** Whether a second image of one name and version is refused. */
  readonly hasUniqueNames: boolean;
  /**
   * Whether a file can become several images: then the list has each within 8 s, for otherwise
   * nobody could know.
   */
  readonly keepsFiles: boolean;
  /** Images of the same name and version from earlier runs, and when they are listed. */
  readonly earlier: readonly { readonly listedMs: number }[];
}

const FINE: Turn = { fate: 'fine', ms: 50, lagMs: 0 };
const CUT = { type: 'network', code: 'ECONNRESET', message: 'socket hang up' } as const;

export const DIGESTS = { sha256: 'a'.repeat(64), md5: 'md5==' };

export const PUT_FINE: PutResult = putReply(200);

export function putReply(
  status: number,
  more: Partial<PutResult & { kind: 'reply' }> = {},
): PutResult {
  const nothing = { storedMd5: undefined, retryAfterMs: undefined, text: '' };
  return { kind: 'reply', status, digests: DIGESTS, ...nothing, ...more };
}

export const ITEM: UploadItem = {
  path: '/workspace/firmware.bin',
  shown: 'firmware.bin',
  stamp: { size: 1_000_000, modifiedNs: 1n },
  filename: 'firmware.bin',
  name: 'firmware.bin',
  version: 'v1',
};

export const SILENT_LOG: FileLog = {
  sending: () => () => undefined,
  attempt: () => undefined,
  noList: () => undefined,
  looking: () => undefined,
  foundAfterAll: () => undefined,
  uploaded: () => undefined,
};

interface Made extends ListedImage {
  readonly listedMs: number;
  readonly isOurs: boolean;
}

export function createPlatform(fates: Fates, clock: JumpingClock) {
  const files = new Map<string, 'expected' | 'there' | 'used'>();
  const made: Made[] = fates.earlier.map(({ listedMs }, index) => ({
    ...image(`earlier-${index}`, clock.wallMs() - 86_400_000),
    listedMs: clock.wallMs() + listedMs,
    isOurs: false,
  }));
  const queues = { ...fates };
  const urls: string[] = [];
  let signal = new AbortController().signal;

  async function take<T extends Turn>(
    kind: 'address' | 'storage' | 'list' | 'finish',
  ): Promise<T | Turn> {
    const [turn = FINE, ...others] = queues[kind];
    Object.assign(queues, { [kind]: others });
    await clock.sleep(turn.ms, signal);
    return turn;
  }

  function answer<T>({ fate }: Turn, work: () => ApiResult<T>): ApiResult<T> {
    if (signal.aborted) {
      if (!fate.startsWith('lost')) work();
      return { kind: 'interrupted' };
    }
    switch (fate) {
      case 'fine':
        return work();
      case 'lost':
        return failed(CUT, { reached: 'nothing' });
      case 'unanswered':
        work();
        return failed(CUT, { reached: 'nothing' });
      case 'lost-502':
        return badGateway;
      case 'unanswered-502':
        work();
        return badGateway;
      case 'garbled':
        work();
        return failed({ type: 'unexpected-answer', expected: 'image' });
      case 'busy-429':
        return failed({ type: 'http-status', status: 429, message: undefined });
      case 'refused-403':
        return refusedByApi({ type: 'http-status', status: 403, error: undefined });
    }
  }

  function found<T>(value: T): ApiResult<T> {
    // A date has whole seconds.
    return { kind: 'found', value, dateMs: Math.floor(clock.wallMs() / 1000) * 1000 };
  }

  function make(tempFileId: string, lagMs: number): ApiResult<UploadedImage> {
    if (files.get(tempFileId) !== 'there') return refused(400);
    if (fates.hasUniqueNames && made.length > 0) return refused(409);
    if (!fates.keepsFiles) files.set(tempFileId, 'used');
    const lag = fates.keepsFiles ? Math.min(lagMs, 8_000) : lagMs;
    const it = image(`ours-${made.length}`, clock.wallMs());
    made.push({ ...it, listedMs: clock.wallMs() + lag, isOurs: true });
    return found<UploadedImage>(it);
  }

  const images = productAnswering(async ({ type, question }) => {
    if (type === 'address')
      return answer(await take('address'), () => {
        const tempFileId = `temp-${files.size}`;
        files.set(tempFileId, 'expected');
        const url = `https://storage.test/${tempFileId}?signature=${'s'.repeat(40)}`;
        return found({ tempFileId, url });
      });
    if (type === 'list')
      return answer(await take('list'), () =>
        found(made.filter((it) => it.listedMs <= clock.wallMs())),
      );
    const turn = await take('finish');
    const tempFileId = String(new URLSearchParams(question.query).get('tempFileId'));
    return answer(turn, () => make(tempFileId, turn.lagMs));
  });

  const putFile: PutFile = async ({ url, onTaken }) => {
    urls.push(url.href);
    const turn = await take<Fates['storage'][number]>('storage');
    if (signal.aborted) return { kind: 'no-reply', problem: { type: 'interrupted' } };
    onTaken(1_000);
    const reply = 'answer' in turn ? turn.answer : PUT_FINE;
    const isTaken = reply.kind === 'reply' && reply.status === 200 && reply.storedMd5 === undefined;
    if (isTaken && reply.digests !== undefined) files.set(url.pathname.slice(1), 'there');
    return reply;
  };

  return {
    images,
    putFile,
    urls,
    /** The images that were made of the file. */
    ours: () => made.filter(({ isOurs }) => isOurs),
    interruptedBy(given: AbortSignal) {
      signal = given;
    },
  };
}

const badGateway: Failed = failed({ type: 'http-status', status: 502, message: undefined });

function refused(status: number): ApiResult<never> {
  const error = { message: 'no', permission: undefined, resourceName: undefined, details: '' };
  return refusedByApi({ type: 'http-status', status, error });
}

function image(id: string, createdMs: number): ListedImage {
  const createTime = instant(new Date(createdMs).toISOString());
  const { name, version } = ITEM;
  return { id, name, version, createTime, scanId: `scan-of-${id}`, isArchived: false };
}
