/** Takes an image whose scan has completed to the judgment of its findings. */
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { awaitBaseline } from '../../findings/await-baseline.ts';
import type { Baselines } from '../../findings/baseline.ts';
import { judgeFindings } from '../../findings/judge-findings.ts';
import type { ReadingTools } from '../../findings/reading.ts';
import { SHORTEST_READING_MS } from '../../findings/rules.ts';
import { baselineIdOf } from '../../model/baseline.ts';
import type { Policy } from '../../model/policy.ts';
import { appendTo, type Change, OUTAGE_POLLS } from '../../model/timeline.ts';
import type { FollowedScan, FollowTools } from '../../scan/follow-scan.ts';
import type { Settings } from './settings.ts';

/** What the findings of an image are judged by; undefined without a policy. */
export interface Gate {
  readonly policy: Policy;
  readonly images: ProductImages;
  /** Undefined without `baseline-image`. */
  readonly baselines: Baselines | undefined;
  /** When the time of the step is up, a monotonic instant in milliseconds. */
  readonly deadlineMs: number;
}

/** @param followed an image at the end of its wait; unless its scan completed, nothing changes. */
export async function judgeImage(
  followed: FollowedScan,
  { policy: rules, images, baselines, deadlineMs }: Gate,
  { maxOutageMs, pollInterval: interval }: Pick<Settings, 'maxOutageMs' | 'pollInterval'>,
  { clock, random, signal, onUpdate }: FollowTools,
): Promise<FollowedScan> {
  if (followed.ended.status !== 'completed') return followed;
  const seenMs = clock.monotonicMs();
  const { completedMs } = followed;
  let { record } = followed;

  function update(more: Partial<typeof record>, ...changes: readonly Change[]): void {
    const waitedMs = followed.record.waitedMs + clock.monotonicMs() - seenMs;
    record = {
      ...record,
      ...more,
      waitedMs,
      timeline: appendTo(record.timeline, changes, waitedMs),
    };
    onUpdate({ record, result: undefined, changes });
  }

  const endMs = Math.max(deadlineMs, seenMs + SHORTEST_READING_MS);
  const budgets = { completedMs, endMs, maxOutageMs, interval };
  const toolsFor = (what: 'findings' | 'baseline'): ReadingTools => ({
    clock,
    random,
    signal,
    onRead: (read, total) => update({ reading: { read, total } }),
    onAttempt(outage) {
      const isNews = outage?.times === OUTAGE_POLLS;
      const { failure } = outage ?? {};
      update(
        { outage },
        ...(isNews && failure ? [{ kind: 'unread', what, failure } as const] : []),
      );
    },
  });
  const awaited =
    baselines && (await awaitBaseline(baselines, record.imageId, budgets, toolsFor('baseline')));
  if (awaited?.kind === 'ended') return { ...followed, record, ended: awaited.ended };
  const policy = { ...rules, baselineImageId: baselineIdOf(awaited?.baseline) };
  const { ended, judgement, pairs } = await judgeFindings(
    [policy],
    images,
    record.imageId,
    budgets,
    toolsFor('findings'),
  );
  const judged = judgement && ({ kind: 'judged', judgement, policy, pairs } as const);
  update({ reading: undefined, judgement }, ...(judged === undefined ? [] : [judged]));
  return { ...followed, record, ended };
}
