/** Polls the scans of a wait that was handed over: each once, and again only if that failed. */
import { scanById } from '../../binarly/scans.ts';
import type { Failed } from '../../model/answer.ts';
import type { DeferredImage, DeferredWait } from '../../model/deferred-wait.ts';
import { beginRecord, end } from '../../model/image-record.ts';
import type { Scan } from '../../model/scan.ts';
import type { Ended } from '../../model/verdict.ts';
import { type Retried, retry } from '../../polling/retry.ts';
import { applyAnswer } from '../../scan/apply-answer.ts';
import { ageOfStateMs, type FollowedScan } from '../../scan/follow-scan.ts';
import { type JudgeOptions, judgeDeferred, type PolledImage, undecided } from './judge-deferred.ts';
import { INTERVAL, RETRY_MS } from './outage.ts';

export async function pollWait(
  wait: DeferredWait,
  options: JudgeOptions,
): Promise<readonly PolledImage[]> {
  return Promise.all(wait.images.map((image) => pollImage(image, wait, options)));
}

async function pollImage(
  image: DeferredImage,
  wait: DeferredWait,
  options: JudgeOptions,
): Promise<PolledImage> {
  const { imageId, scanId } = image;
  // By its ID only: the newest scan may be a different one.
  if (scanId === undefined) return undecided(image, beginRecord(imageId));
  const { record, completedMs } = await pollScan(imageId, scanId, options);
  if (record.ended?.status !== 'completed') return undecided(image, record);
  return judgeDeferred({ image, scanned: record, completedMs }, wait.policy, options);
}

/** The record has no end if the scan is still pending, missing or undocumented. */
async function pollScan(
  imageId: string,
  scanId: string,
  { images, outage, clock, random, signal }: JudgeOptions,
): Promise<Pick<FollowedScan, 'record' | 'completedMs'>> {
  const beganMs = clock.monotonicMs();
  let record = beginRecord(imageId);
  let ageMs = 0;
  const silence = outage.failure();
  if (silence !== undefined)
    return { record: end(record, unavailable(silence, 0, false)), completedMs: beganMs };
  const retried = await retry<Scan, Ended | undefined>(
    (limits) => images.ask(scanById(imageId, scanId), limits),
    (answer, nowMs) => {
      // A missing scan is left for the next sweep, because the step has seen the scan.
      const applied = applyAnswer(record, answer, { nowMs, appearanceTimeoutMs: Infinity });
      record = applied.record;
      ageMs = ageOfStateMs(answer);
      const { attempt } = applied;
      return attempt.kind === 'again' ? { kind: 'done', value: undefined } : attempt;
    },
    { deadlineMs: beganMs + RETRY_MS, maxOutageMs: outage.leftMs(), interval: INTERVAL },
    { clock, random, signal, onAttempt: outage.note },
  );
  const ended = endedBy(retried);
  const waited = { ...record, waitedMs: clock.monotonicMs() - beganMs };
  const completedMs = clock.monotonicMs() - ageMs;
  return { record: ended === undefined ? waited : end(waited, ended), completedMs };
}

function endedBy(retried: Retried<Ended | undefined>): Ended | undefined {
  switch (retried.kind) {
    case 'done':
      return retried.value;
    case 'gave-up': {
      const { outage, forMs, reachedApi } = retried;
      return unavailable(outage.failure, forMs, reachedApi);
    }
    case 'refused':
      return { status: 'error', refused: retried };
    case 'interrupted':
    // Time is never up, because the first usable answer ends this.
    case 'time-up':
      return { status: 'interrupted' };
  }
}

function unavailable(failure: Failed, forMs: number, reachedApi: boolean): Ended {
  return { status: 'unavailable', failure, forMs, reachedApi };
}
