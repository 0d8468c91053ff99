/** Waits for the baseline of an image whose scan has completed: it is needed now. */
import type { Baseline } from '../model/baseline.ts';
import type { Ended } from '../model/verdict.ts';
import { retryUntilFound } from '../polling/retry.ts';
import { attemptWithout } from './after-scan.ts';
import type { Baselines } from './baseline.ts';
import type { ReadingBudgets, ReadingTools } from './reading.ts';

/** Either what to compare with, or how the wait ends without it. */
export type AwaitedBaseline =
  | { readonly kind: 'known'; readonly baseline: Baseline }
  | { readonly kind: 'ended'; readonly ended: Ended };

export async function awaitBaseline(
  baselines: Baselines,
  imageId: string,
  { endMs: deadlineMs, maxOutageMs, interval }: ReadingBudgets,
  tools: ReadingTools,
): Promise<AwaitedBaseline> {
  const known = baselines.known(imageId);
  if (known !== undefined) return { kind: 'known', baseline: known };
  const retried = await retryUntilFound(
    (call) => baselines.find(imageId, call),
    (result) => attemptWithout(result, 'findings-not-found'),
    { deadlineMs, maxOutageMs, interval },
    tools,
  );
  switch (retried.kind) {
    case 'done':
      return { kind: 'known', baseline: retried.value };
    case 'gave-up': {
      const { outage, forMs, ended: findings } = retried;
      const { failure } = outage;
      const how = { status: 'unavailable', failure, forMs, reachedApi: true, findings } as const;
      // This one was found.
      if (failure.cause.type === 'baseline-unfinished') return ended(how);
      return ended({ ...how, baseline: true });
    }
    case 'refused':
      return ended({ status: 'error', refused: retried });
    case 'interrupted':
      return ended({ status: 'interrupted' });
  }
}

function ended(how: Ended): AwaitedBaseline {
  return { kind: 'ended', ended: how };
}
