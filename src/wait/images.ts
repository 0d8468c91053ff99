/** Several images waited for side by side, each to its own verdict; and the verdict over all. */
import type { ImageRef, Images } from '../binarly/client.ts';
import type { Findings } from '../binarly/findings.ts';
import type { Limits } from '../http/http.ts';
import type { WaitEvent } from './event.ts';
import { type Outcome, type Wait, type WaitParts, waitForImage } from './image.ts';
import type { Status } from './verdict.ts';

/** What to wait for, and how long. Durations in milliseconds. */
export interface Waits extends Omit<Wait, 'imageId'> {
  readonly imageIds: readonly string[];
}

export interface WaitsParts extends Omit<WaitParts, 'client' | 'tell'> {
  readonly client: Images;
  readonly tell: (imageId: string, event: WaitEvent) => void;
  /** Called as soon as an image's wait has ended. */
  readonly ended: (imageId: string, ending: Ending) => void;
}

export interface Ending {
  readonly outcome: Outcome;
  /** What was found in the image: asked for where its scan completed. A text says why it is not known, as a clause for a sentence. */
  readonly findings: Findings | string | undefined;
}

/** So long a verdict may be held up by a question that decides nothing. */
const FINDINGS_MS = 10_000;

/** Waits for every image to its own verdict: one that fails ends no other's wait. Never throws what it can foresee. */
export async function waitForImages(waits: Waits, parts: WaitsParts): Promise<void> {
  const { imageIds, ...common } = waits;
  await Promise.all(
    imageIds.map(async (imageId) => {
      const wait = { ...common, imageId };
      const outcome = await waitForImage(wait, {
        ...parts,
        tell: (event) => parts.tell(imageId, event),
      });
      const findings =
        outcome.verdict.status === 'completed' ? await readFindings(wait, parts) : undefined;
      parts.ended(imageId, { outcome, findings });
    }),
  );
}

async function readFindings(
  image: ImageRef,
  { client, clock, signal }: WaitsParts,
): Promise<Findings | string> {
  const endMs = clock.monotonicMs() + FINDINGS_MS;
  const answered = new AbortController();
  const limits: Limits = { signal, limitMs: () => endMs - clock.monotonicMs() };
  // Also in the queue: the limit of a request starts only behind it.
  const late = clock
    .sleep(FINDINGS_MS, AbortSignal.any([signal, answered.signal]))
    .then(() => undefined);
  const answer = await Promise.race([client.findings(image, limits), late]);
  answered.abort();
  if (answer === undefined || answer.kind === 'interrupted')
    return 'there was no time left for them';
  return answer.kind === 'found' ? answer.value : answer.detail;
}

/** From the gravest on: the status of a step is the first of these that any image has. */
export const GRAVITY = [
  'error',
  'unavailable',
  'failed',
  'cancelled',
  'no-scan',
  'interrupted',
  'timed-out',
  'completed',
] as const satisfies readonly Status[];

/** The status over several images; `error` over none, for nothing was waited for. */
export function overall(statuses: readonly Status[]): Status {
  return GRAVITY.find((status) => statuses.includes(status)) ?? 'error';
}
