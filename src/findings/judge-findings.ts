/** Takes an image from its completed scan to the verdict on its findings. */
import type { Failed } from '../model/answer.ts';
import type { ImageRecord } from '../model/image-record.ts';
import type { Policy } from '../model/policy.ts';
import { appendTo, type Change, OUTAGE_POLLS } from '../model/timeline.ts';
import type { Ended } from '../model/verdict.ts';
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
  readonly onUpdate: (update: {
    record: ImageRecord;
    answer: undefined;
    changes: readonly Change[];
  }) => void;
}

/** @param waited an image at the end of its wait; unless its scan completed, nothing changes. */
export async function judgeImage<T extends { record: ImageRecord; ended: Ended }>(
  waited: T,
  judging: Judging,
): Promise<{ record: ImageRecord; ended: Ended }> {
  if (waited.ended.status !== 'completed') return waited;
  const { policy, questionsOf, budgets, dependencies, onUpdate } = judging;
  const { clock } = dependencies;
  const completedMs = clock.monotonicMs();
  let { record } = waited;
  const before = record.waitedMs;

  function update(next: ImageRecord, ...changes: readonly Change[]): void {
    const waitedMs = before + clock.monotonicMs() - completedMs;
    record = { ...next, waitedMs, timeline: appendTo(next.timeline, changes, waitedMs) };
    onUpdate({ record, answer: undefined, changes });
  }

  function onFailure(failure: Failed, times: number): void {
    const changes = times === OUTAGE_POLLS ? [{ kind: 'unread', failure } as const] : [];
    update({ ...record, outage: { failure, times, sinceMs: completedMs } }, ...changes);
  }

  const result = await readFindings(
    [policy],
    questionsOf(record.imageId),
    { ...budgets, completedMs },
    { ...dependencies, onFailure },
  );
  const ended = endedBy(result, policy);
  if (result.kind === 'judged') {
    const { judgement } = result;
    update({ ...record, judgement, outage: undefined }, { kind: 'judged', judgement, policy });
  } else {
    update(record);
  }
  return { record, ended };
}

/** @param policy which the verdict names if findings count. */
export function endedBy(result: ReadingResult, policy: Policy): Ended {
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
  }
}
