/** From a completed scan to the judgment of its findings: rules, a reader, and the loop. */
import type { ProductImages } from '../binarly/resolve-product.ts';
import { failedByApi, refusedByApi } from '../model/api-result.ts';
import type { ImagePolicy, Judgement } from '../model/policy.ts';
import type { Ended } from '../model/verdict.ts';
import type { Retried } from '../polling/attempt.ts';
import { type RetryTools, retry } from '../polling/retry.ts';
import type { PollInterval } from '../polling/schedule.ts';
import { createReader, type Unread } from './reader.ts';
import type { LookupResult, RefusedReading } from './reading-steps.ts';
import { type Judged, judgedByRules } from './rules.ts';

/** How long to read and how often to try. Instants are monotonic; all in milliseconds. */
export interface ReadingBudgets {
  /** When the scan completed, as far as its state says; else when a poll saw it. */
  readonly completedMs: number;
  /** When reading ends. */
  readonly endMs: number;
  readonly maxOutageMs: number;
  readonly interval: PollInterval;
}

export interface ReadingTools extends Omit<RetryTools, 'grace'> {
  /** Called with the number of findings read so far and the total. */
  readonly onRead?: (read: number, total: number) => void;
}

/** How the findings ended the wait for an image. */
export interface JudgedFindings {
  readonly ended: Ended;
  /** Undefined if the findings could not be judged. */
  readonly judgement: Judgement | undefined;
  /** How many pairs of reads were compared. */
  readonly pairs: number;
}

/**
 * @param policies a finding blocks if it does under any of them. All compare with what the first one
 * compares with, and that one is in the verdict.
 */
export async function judgeFindings(
  policies: readonly [ImagePolicy, ...ImagePolicy[]],
  images: ProductImages,
  imageId: string,
  budgets: ReadingBudgets,
  { onRead = () => undefined, onAttempt = () => undefined, ...tools }: ReadingTools,
): Promise<JudgedFindings> {
  const { completedMs, endMs, maxOutageMs, interval } = budgets;
  const beganMs = tools.clock.monotonicMs();
  const [{ baselineImageId }] = policies;
  const progress = { read: 0, total: 0 };
  const rules = judgedByRules(policies, {
    completedMs,
    endMs,
    nowMs: () => tools.clock.monotonicMs(),
    onRead(read, total) {
      Object.assign(progress, { read, total });
      onRead(read, total);
    },
  });
  const reader = createReader(rules, images, { imageId, baselineImageId }, maxOutageMs);
  const retried = await retry<LookupResult, Judged | RefusedReading | Unread>(
    reader.ask,
    reader.judge,
    {
      deadlineMs: endMs,
      maxOutageMs,
      interval,
      ageMs: () => tools.clock.monotonicMs() - completedMs,
    },
    { ...tools, onAttempt: (outage) => onAttempt(reader.outageOf(outage)) },
  );
  const forMs = tools.clock.monotonicMs() - beganMs;
  const unread = reader.lastProblem() ?? failedByApi({ type: 'findings-unfinished', ...progress });
  return judgedBy(retried, policies[0], { failure: unread, forMs });
}

function judgedBy(
  retried: Retried<Judged | RefusedReading | Unread>,
  policy: ImagePolicy,
  atEnd: Unread,
): JudgedFindings {
  switch (retried.kind) {
    case 'done':
      return judgedAs(retried.value, policy);
    case 'gave-up': {
      const { outage, forMs, ended } = retried;
      return unavailable({ failure: outage.failure, forMs }, ended);
    }
    case 'time-up':
      return unavailable(atEnd, 'time');
    case 'refused':
      return endedAs({ status: 'error', refused: retried });
    case 'interrupted':
      return endedAs({ status: 'interrupted' });
  }
}

function judgedAs(value: Judged | RefusedReading | Unread, policy: ImagePolicy): JudgedFindings {
  if ('refused' in value) return endedAs({ status: 'error', refused: refusedByApi(value.refused) });
  if ('failure' in value) return unavailable(value, 'max-outage');
  const { judgement, pairs } = value;
  const ended: Ended =
    judgement.blocking.length === 0
      ? { status: 'completed' }
      : { status: 'findings', judgement, policy };
  return { ended, judgement, pairs };
}

function unavailable({ failure, forMs }: Unread, ended: 'max-outage' | 'time'): JudgedFindings {
  return endedAs({ status: 'unavailable', failure, forMs, reachedApi: true, findings: ended });
}

function endedAs(ended: Ended): JudgedFindings {
  return { ended, judgement: undefined, pairs: 0 };
}
