/** Takes an image from its completed scan to the verdict on its findings. */
import type { Failed } from '../model/answer.ts';
import type { ImageRecord } from '../model/image-record.ts';
import type { Policy } from '../model/policy.ts';
import { appendTo, type Change, OUTAGE_POLLS } from '../model/timeline.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Update } from '../scan/follow-scan.ts';
import {
  type ReadingBudgets,
  type ReadingDependencies,
  type ReadingResult,
  readFindings,
} from './read-findings.ts';
import type { FindingsQuestions } from './read-once.ts';

export interface Judging {
  readonly policy: Policy;
  readonly questionsOf: (imageId: string) => FindingsQuestions;
  readonly budgets: Omit<ReadingBudgets, 'completedMs'>;
  readonly dependencies: Omit<ReadingDependencies, 'onFailure'>;
  readonly onUpdate: (update: Update) => void;
}

/** A completed scan is not a verdict yet: until its findings are judged, the record has none. */
export function withoutVerdict(record: ImageRecord): ImageRecord {
  return record.verdict?.status === 'completed' ? { ...record, verdict: undefined } : record;
}

/** @param waited an image at the end of its wait; unless its scan completed, nothing changes. */
export async function judgeImage(waited: ImageRecord, judging: Judging): Promise<ImageRecord> {
  if (waited.verdict?.status !== 'completed') return waited;
  const { policy, questionsOf, budgets, dependencies, onUpdate } = judging;
  const { clock } = dependencies;
  const completedMs = clock.monotonicMs();
  let record = withoutVerdict(waited);

  function update(next: ImageRecord, ...changes: readonly Change[]): void {
    const waitedMs = waited.waitedMs + clock.monotonicMs() - completedMs;
    record = { ...next, waitedMs, timeline: appendTo(next.timeline, changes, waitedMs) };
    onUpdate({ record, answer: undefined, changes });
  }

  function onFailure(failure: Failed, times: number): void {
    const changes = times === OUTAGE_POLLS ? [{ kind: 'unread', failure } as const] : [];
    update({ ...record, failure }, ...changes);
  }

  const result = await readFindings(
    [policy],
    questionsOf(waited.imageId),
    { ...budgets, completedMs },
    { ...dependencies, onFailure },
  );
  const verdict = verdictOf(result, policy);
  if (result.kind === 'judged') {
    const { judgement } = result;
    const judged = { ...record, judgement, failure: undefined, verdict };
    update(judged, { kind: 'judged', judgement, policy });
  } else {
    update({ ...record, verdict }, { kind: 'ended', status: verdict.status });
  }
  return record;
}

/** @param policy which the verdict names if findings count. */
export function verdictOf(result: ReadingResult, policy: Policy): Verdict {
  switch (result.kind) {
    case 'judged':
      return result.judgement.blocking.length === 0
        ? { status: 'completed' }
        : { status: 'findings', judgement: result.judgement, policy };
    case 'unavailable': {
      const { failure, forMs, ended: findings } = result;
      return { status: 'unavailable', failure, forMs, reachedApi: true, findings };
    }
    case 'refused':
      return { status: 'error', refused: result };
    case 'interrupted':
      return { status: 'interrupted' };
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return result satisfies never;
  }
}
