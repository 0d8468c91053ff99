/**
 * How several processes share one commit status without a lock. GitHub has no compare-and-swap, and
 * its lists may lag behind its writes. So every writer looks before it writes, and looks again
 * afterward until it sees its own write: that list also has everything written before. What must be
 * on top is a function of such a list alone, and whoever writes last also looks last: so when all
 * have finished, the right status is on top, whatever the order was.
 */
import {
  type ContextStatus,
  type GivenStatus,
  givenAs,
  type NewStatus,
} from '../model/commit-status.ts';
import { coveredStatus, isSame, type LeftAlone, obstacleTo, positionOf } from './order.ts';

/** What to ask GitHub next. */
export type WritingStep =
  | { readonly type: 'list' }
  | { readonly type: 'write'; readonly status: NewStatus }
  /** Writes a covered status again, unchanged. */
  | { readonly type: 'put-back'; readonly status: GivenStatus }
  /** Wait for the time between two looks, or two rewrites. */
  | { readonly type: 'pause' };

/** The answer to a request. */
export interface WritingReply {
  /** All statuses of the context, the newest first; empty unless it was a list. */
  readonly statuses: readonly ContextStatus[];
  /** The ID of the status that was written or put back; undefined if none was. */
  readonly id: number | undefined;
}

export type Outcome =
  /** The status is in the list, and the right one is on top. */
  | { readonly type: 'written' }
  | LeftAlone
  /** Another job of the same run and attempt uses the context. */
  | { readonly type: 'shared' }
  /** The list did not show the status that must be there. */
  | { readonly type: 'unlisted' }
  /** Others kept covering the right status. */
  | { readonly type: 'contended' };

/** Writing one status: yields requests, takes the reply to each, returns how it ended. */
export type Writing = Generator<WritingStep, Outcome, WritingReply>;

/** How often to look for a status that lists may not show yet, a pause apart: for 10 s. */
export const MOST_LOOKS = 11;
/** How far two looks, or two rewrites, are apart, in milliseconds. */
export const PAUSE_MS = 1_000;
/** How often a writer puts the right status back on top. */
export const MOST_REWRITES = 5;

/** Writes the first status of a wait. It voids whatever an earlier wait left on the commit. */
export function* beginWait(status: NewStatus): Writing {
  return yield* settleTop(status);
}

/**
 * Writes a later status of a wait, unless someone else's counts.
 * @param isKnown whether it is the status that the list must have: a list without it is too old to
 * decide anything.
 * @param seen a list that has it, if it is new; undefined to look first.
 */
export function* continueWait(
  status: NewStatus,
  isKnown: (status: ContextStatus) => boolean,
  seen?: readonly ContextStatus[],
): Writing {
  const statuses = seen ?? (yield* lookFor(isKnown));
  if (statuses === undefined) return { type: 'unlisted' };
  return obstacleTo(status.wait, statuses) ?? (yield* settleTop(status));
}

/**
 * Writes that jobs share the context. Nothing may cover it afterward, because it must stay.
 */
export function* reportSharing(status: NewStatus): Writing {
  yield { type: 'write', status };
  return { type: 'shared' };
}

/** Writes, looks again, and puts the right status back on top if this write covered it. */
function* settleTop(status: NewStatus): Writing {
  let { id } = yield { type: 'write', status };
  for (let rewrites = 0; ; rewrites += 1) {
    const ownId = id;
    const statuses = yield* lookFor((it) => it.id === ownId);
    if (statuses === undefined) return { type: 'unlisted' };
    const position = positionOf(status.wait, statuses);
    if (position.type === 'shared') return position;
    const covered = coveredStatus(statuses);
    if (covered === undefined)
      return position.type === 'newest' ? endOf(status, statuses) : position;
    if (rewrites === MOST_REWRITES) return { type: 'contended' };
    if (rewrites > 0) yield { type: 'pause' };
    ({ id } = yield { type: 'put-back', status: copyOf(covered, status.page) });
  }
}

/**
 * The status as we put it back. Someone else's must not carry a wait then: what we write, sweeps
 * believe. So it links to the page of whoever puts it back.
 */
function copyOf({ state, description, targetUrl, wait }: ContextStatus, page: string): GivenStatus {
  return { state, description, targetUrl: wait === undefined ? page : targetUrl };
}

/** Another sweep may have finished the wait at the same time, with a status that counts more. */
function endOf(written: NewStatus, [top]: readonly ContextStatus[]): Outcome {
  const isOurs = top === undefined || top.state === 'pending' || isSame(top, givenAs(written));
  return isOurs ? { type: 'written' } : { type: 'finished', state: top.state };
}

/** @returns a list that has the status; undefined if none has it. */
function* lookFor(
  isIt: (status: ContextStatus) => boolean,
): Generator<WritingStep, readonly ContextStatus[] | undefined, WritingReply> {
  for (let looks = 1; ; looks += 1) {
    const { statuses } = yield { type: 'list' };
    if (statuses.some(isIt)) return statuses;
    if (looks === MOST_LOOKS) return undefined;
    yield { type: 'pause' };
  }
}
