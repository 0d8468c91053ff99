/**
 * How several processes share one commit status without a lock. GitHub has no compare-and-swap, so
 * every writer looks before it writes, and looks again afterward. What must be on top is a
 * function of the list alone, and whoever writes last also looks last: so when all have finished,
 * the right status is on top, whatever the order was.
 */
import type { ContextStatus, NewStatus } from '../model/commit-status.ts';
import type { DeferredWait } from '../model/deferred-wait.ts';

/** What to ask GitHub next. `list` is answered by all statuses of the context, newest first. */
export type Request =
  | { readonly type: 'list' }
  | { readonly type: 'write'; readonly status: NewStatus };

/**
 * `written`: the status is in the list, on top if no newer wait began. `superseded`: nothing was
 * written, because a newer wait has begun. `shared`: another job of the same run and attempt uses
 * the context.
 */
export type Outcome = 'written' | 'superseded' | 'shared';

/** Writing one status: yields requests, takes the answer to each, returns how it ended. */
export type Writing = Generator<Request, Outcome, readonly ContextStatus[]>;

/** Writes the first status of a wait. It voids whatever an earlier wait left on the commit. */
export function* beginWait(wait: DeferredWait, status: NewStatus): Writing {
  yield { type: 'write', status };
  return yield* settleTop(wait);
}

/** Writes a later status of a wait, unless a newer wait has begun. */
export function* continueWait(wait: DeferredWait, status: NewStatus): Writing {
  const statuses = yield { type: 'list' };
  const position = positionOf(wait, statuses);
  if (position !== 'newest') return position;
  // GitHub keeps at most 1,000 statuses of a context on a commit, so nothing is written twice.
  if (!isSame(statuses[0], status)) yield { type: 'write', status };
  return yield* settleTop(wait);
}

function isSame(top: ContextStatus | undefined, status: NewStatus): boolean {
  return (
    top?.state === status.state &&
    top.targetUrl === status.targetUrl &&
    top.description === status.description
  );
}

/**
 * Writes that jobs share the context. Nothing may cover it afterward, because it must stay.
 */
export function* reportSharing(status: NewStatus): Writing {
  yield { type: 'write', status };
  return 'shared';
}

/** Looks again, and puts the right status back on top if this write covered it. */
function* settleTop(wait: DeferredWait): Writing {
  for (;;) {
    const statuses = yield { type: 'list' };
    if (positionOf(wait, statuses) === 'shared') return 'shared';
    const covered = coveredStatus(statuses);
    if (covered === undefined) return 'written';
    yield { type: 'write', status: covered };
  }
}

function positionOf(
  wait: DeferredWait,
  statuses: readonly ContextStatus[],
): 'newest' | 'superseded' | 'shared' {
  const newest = newestRun(statuses);
  if (newest?.key !== runKey(wait)) return 'superseded';
  return newest.nonces.size > 1 ? 'shared' : 'newest';
}

/**
 * @param statuses newest first.
 * @returns the status that must be on top, if another one is there.
 */
export function coveredStatus(statuses: readonly ContextStatus[]): ContextStatus | undefined {
  const newest = newestRun(statuses);
  if (newest === undefined) return undefined;
  const highest = Math.max(...newest.statuses.map((status) => rank(status, newest)));
  const isRight = (status: ContextStatus) =>
    groupKey(status) === newest.key && rank(status, newest) === highest;
  return statuses.slice(0, 1).some(isRight) ? undefined : statuses.find(isRight);
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
 * A wait only ever goes forward, so a status of a lower rank is an outdated copy. If jobs share the
 * context, nothing ranks above the error that says so.
 */
function rank({ state, wait }: ContextStatus, { nonces }: RunStatuses): number {
  if (nonces.size > 1 && state === 'error') return 3;
  if (state !== 'pending') return 2;
  return wait?.isHandedOver === true ? 1 : 0;
}
