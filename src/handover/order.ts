/** Which of a context's statuses counts. Pure; every list has the newest status first. */
import type { CommitState, ContextStatus, GivenStatus } from '../model/commit-status.ts';
import type { DeferredWait } from '../model/deferred-wait.ts';

/** Someone else's status counts, so there is nothing to write. */
export type LeftAlone =
  /** A newer wait has begun. */
  | { readonly type: 'superseded' }
  /** Someone set the status by hand, or another program did. */
  | { readonly type: 'overridden'; readonly by: string | undefined }
  /** This wait has a final status already. */
  | { readonly type: 'finished'; readonly state: CommitState };

type Position =
  | Exclude<LeftAlone, { readonly type: 'finished' }>
  | { readonly type: 'newest' }
  | { readonly type: 'shared' };

/** Whether a wait is the newest on the commit. */
export function positionOf(wait: DeferredWait, statuses: readonly ContextStatus[]): Position {
  const newest = newestRun(counting(statuses));
  const [first] = newest?.statuses ?? [];
  if (first !== undefined && first.wait === undefined)
    return { type: 'overridden', by: first.creator };
  if (newest?.key !== runKey(wait)) return { type: 'superseded' };
  return { type: newest.nonces.size > 1 ? 'shared' : 'newest' };
}

/** Whether two statuses say the same, and are of the same run. */
export function isSame(one: GivenStatus, other: GivenStatus): boolean {
  return (
    one.state === other.state &&
    one.targetUrl === other.targetUrl &&
    one.description === other.description
  );
}

/** Why nothing more is written of a wait; undefined if something may be. */
export function obstacleTo(
  wait: DeferredWait,
  statuses: readonly ContextStatus[],
): LeftAlone | { readonly type: 'shared' } | undefined {
  const position = positionOf(wait, statuses);
  if (position.type !== 'newest') return position;
  const final = finalOf(wait, statuses);
  return final && { type: 'finished', state: final.state };
}

/** The final status of a wait: a red one, if there are several. */
function finalOf(
  wait: DeferredWait,
  statuses: readonly ContextStatus[],
): ContextStatus | undefined {
  const finals = statuses.filter((it) => it.wait?.nonce === wait.nonce && it.state !== 'pending');
  return finals.find(blocksMerge) ?? finals[0];
}

function blocksMerge({ state }: ContextStatus): boolean {
  return state === 'failure' || state === 'error';
}

/** @returns the status that must be on top, if another one is there. */
export function coveredStatus(all: readonly ContextStatus[]): ContextStatus | undefined {
  const statuses = counting(all);
  const newest = newestRun(statuses);
  if (newest === undefined) return undefined;
  const highest = Math.max(...newest.statuses.map((status) => rank(status, newest)));
  const isRight = (status: ContextStatus) =>
    groupKey(status) === newest.key && rank(status, newest) === highest;
  return statuses.slice(0, 1).some(isRight) ? undefined : statuses.find(isRight);
}

/**
 * Without the successes of others that are covered. To put one back would make it ours: a rule that
 * asks for our own identity would then take anybody's success.
 */
function counting(statuses: readonly ContextStatus[]): readonly ContextStatus[] {
  return statuses.filter(
    ({ wait, state }, index) => index === 0 || wait !== undefined || state !== 'success',
  );
}

/** What one run and attempt wrote, or whoever finished its wait. */
interface RunStatuses {
  readonly key: string;
  /** Newest first. */
  readonly statuses: readonly ContextStatus[];
  /** More than one: several jobs of the run share the context. */
  readonly nonces: ReadonlySet<string>;
}

/** The run that began last: a late status of an earlier one does not make that one newer. */
function newestRun(statuses: readonly ContextStatus[]): RunStatuses | undefined {
  const firstStatuses = new Map(statuses.map((status) => [groupKey(status), status]));
  const newest = statuses.find((status) => firstStatuses.get(groupKey(status)) === status);
  if (newest === undefined) return undefined;
  const key = groupKey(newest);
  const own = statuses.filter((status) => groupKey(status) === key);
  const nonces = new Set(own.flatMap(({ wait }) => wait?.nonce ?? []));
  return { key, statuses: own, nonces };
}

/** A foreign status is its own group, because it was set on purpose. */
function groupKey({ id, wait }: ContextStatus): string {
  return wait === undefined ? `foreign ${id}` : runKey(wait);
}

function runKey({ runId, attempt }: DeferredWait): string {
  return `run ${runId} ${attempt}`;
}

/**
 * A wait only ever goes forward, so a status of a lower rank is an outdated copy. Of two final ones,
 * which two sweeps with different policies may have written, the red one counts. If jobs share the
 * context, nothing ranks above the error that says so.
 */
function rank(status: ContextStatus, { nonces }: RunStatuses): number {
  if (nonces.size > 1 && status.state === 'error') return 4;
  if (status.state !== 'pending') return blocksMerge(status) ? 3 : 2;
  return status.wait?.isHandedOver === true ? 1 : 0;
}
