/** Finds a pending status in REST's list, which says who wrote it and when. */
import { GITHUB_TROUBLE_MS, type GitHubApi } from '../../github/api.ts';
import { listStatuses, type StatusContext } from '../../github/statuses.ts';
import { MOST_LOOKS, PAUSE_MS } from '../../handover/protocol.ts';
import type { ContextStatus } from '../../model/commit-status.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import type { GitHubProblem } from '../../model/github-problem.ts';
import type { Clock } from '../../polling/clock.ts';

export interface Listed {
  readonly kind: 'listed';
  readonly status: ContextStatus;
  /** All statuses of the context, newest first. */
  readonly statuses: readonly ContextStatus[];
  /**
   * When `settle-within` ends, by GitHub's clock, in milliseconds since the epoch; undefined if
   * GitHub does not say when the status was written.
   */
  readonly endMs: number | undefined;
  /** Whether it has ended, by the same clock. */
  readonly isOver: boolean;
}

export type NotListed =
  | { readonly kind: 'unread'; readonly problem: GitHubProblem }
  | { readonly kind: 'unlisted' };

export async function findListed(
  { targetUrl, leftMs }: Pick<ContextStatus, 'targetUrl'> & Pick<DeferredWait, 'leftMs'>,
  target: StatusContext,
  tools: { readonly api: GitHubApi; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Listed | NotListed> {
  const { api, clock, signal } = tools;
  for (let looks = 1; ; looks += 1) {
    const untilMs = clock.monotonicMs() + GITHUB_TROUBLE_MS;
    const answer = await listStatuses(api, target, { untilMs, signal });
    if (!answer.ok) return { kind: 'unread', problem: answer.problem };
    const { statuses, dateMs } = answer.value;
    const [status, ...copies] = statuses.filter((it) => it.targetUrl === targetUrl);
    if (status !== undefined) {
      // A writer that covered it has put back a copy; the time of the original counts.
      const [first = status] = copies.filter(({ creator }) => creator === status.creator).reverse();
      const endMs = first.createdMs === undefined ? undefined : first.createdMs + leftMs;
      const isOver = endMs !== undefined && (dateMs ?? clock.wallMs()) >= endMs;
      return { kind: 'listed', status, statuses, endMs, isOver };
    }
    if (looks === MOST_LOOKS) return { kind: 'unlisted' };
    await clock.sleep(PAUSE_MS, signal);
  }
}
