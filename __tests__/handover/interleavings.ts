/**
 * Every order in which the requests of several processes can reach GitHub. The processes are the
 * real protocol; a process is replayed from the lists it was given, because a generator cannot be
 * copied.
 */

import type { Outcome, Request, Writing } from '../../src/handover/protocol.ts';
import type { CommitState, ContextStatus, NewStatus } from '../../src/model/commit-status.ts';
import { type DeferredWait, readTargetUrl, toTargetUrl } from '../../src/model/deferred-wait.ts';

export interface Process {
  readonly name: string;
  readonly start: () => Writing;
}

export interface End {
  /** Newest first. */
  readonly statuses: readonly ContextStatus[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

export interface Tally {
  readonly all: number;
  readonly bad: number;
}

type Lists = readonly (readonly ContextStatus[])[];

interface State {
  readonly statuses: readonly ContextStatus[];
  /** What each process has been answered so far. */
  readonly answers: ReadonlyMap<string, Lists>;
}

/** Counts all orders, and those whose end is bad. Orders that lead to one state are walked once. */
export function enumerate(
  processes: readonly Process[],
  initial: readonly ContextStatus[],
  isBad: (end: End) => boolean,
): Tally {
  const known = new Map<string, Tally>();

  function walk(state: State): Tally {
    const positions = processes.map((process) => ({
      process,
      at: replay(process, state.answers.get(process.name) ?? []),
    }));
    const key = `${essence(state.statuses)} ${positions.map(describePosition).join('; ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const outcomes: Record<string, Outcome> = {};
    for (const { process, at } of positions) if (at.done) outcomes[process.name] = at.outcome;
    let [all, bad] = [0, 0];
    for (const { process, at } of positions) {
      if (at.done) continue;
      const next = walk(perform(state, process.name, at.request));
      all += next.all;
      bad += next.bad;
    }
    const isEnd = positions.every(({ at }) => at.done);
    const tally = isEnd
      ? { all: 1, bad: isBad({ statuses: state.statuses, outcomes }) ? 1 : 0 }
      : { all, bad };
    known.set(key, tally);
    return tally;
  }

  return walk({ statuses: initial, answers: new Map(processes.map(({ name }) => [name, []])) });
}

/**
 * All that the protocol, and the question what is bad, can tell two lists by: the top, and of each
 * wait, in the order in which they began, the furthest status.
 */
function essence(statuses: readonly ContextStatus[]): string {
  const groups = Map.groupBy(statuses.toReversed(), ({ wait }) => wait?.nonce);
  const furthest = [...groups.values()].map((group) => describe(group.toSorted(byProgress).at(-1)));
  return [describe(statuses[0]), ...furthest].join(' | ');
}

function byProgress(one: ContextStatus, other: ContextStatus): number {
  return progressOf(one) - progressOf(other);
}

function progressOf({ state, wait }: ContextStatus): number {
  return (state === 'error' ? 3 : 0) + (state === 'pending' ? 0 : 2) + (wait?.isHandedOver ? 1 : 0);
}

function describe(status: ContextStatus | NewStatus | undefined): string {
  return `${status?.state} ${status?.targetUrl} ${status?.description}`;
}

/** What a process is about to do, and what it does that for. */
function describePosition({ at }: { readonly at: Position }): string {
  if (at.done) return at.outcome;
  const { request, answers, made } = at;
  // A repair, a write and a look, leads back to where it began.
  const phase = made.replaceAll(/(?:wl)+/g, 'wl');
  const about = `${phase} ${describe(answers[0]?.[0])}`;
  return request.type === 'list' ? about : `${about} ${describe(request.status)}`;
}

type Position =
  | {
      readonly done: false;
      readonly request: Request;
      readonly answers: Lists;
      /** The requests before: `w` for each write, `l` for each list. */
      readonly made: string;
    }
  | { readonly done: true; readonly outcome: Outcome };

function replay(process: Process, answers: Lists): Position {
  const writing = process.start();
  let made = '';
  let result = writing.next([]);
  for (const answer of answers) {
    if (result.done !== true) made += result.value.type.charAt(0);
    result = writing.next(answer);
  }
  return result.done === true
    ? { done: true, outcome: result.value }
    : { done: false, request: result.value, answers, made };
}

function perform({ statuses, answers }: State, name: string, request: Request): State {
  const given = answers.get(name) ?? [];
  const added =
    request.type === 'write' ? [toStatus(`${name}-${given.length}`, request.status)] : [];
  const next = [...added, ...statuses];
  return { statuses: next, answers: new Map(answers).set(name, [...given, next]) };
}

function toStatus(id: string, status: NewStatus): ContextStatus {
  return { ...status, id, wait: readTargetUrl(status.targetUrl) };
}

/** A wait of its own run, handed over. */
export function waitOf(run: number, overrides: Partial<DeferredWait> = {}): DeferredWait {
  return {
    runId: `${run}`,
    attempt: '1',
    productId: 'p',
    images: [{ imageId: 'i', scanId: 's' }],
    isHandedOver: true,
    policy: undefined,
    endMs: 1_800_000_000_000,
    nonce: `nonce-of-${run}`.replaceAll('-', '0'),
    ...overrides,
  };
}

export function statusOf(wait: DeferredWait, state: CommitState): NewStatus {
  return { state, description: state, targetUrl: toTargetUrl('https://github.test/run', wait) };
}

export function listed(id: string, wait: DeferredWait, state: CommitState): ContextStatus {
  return toStatus(id, statusOf(wait, state));
}

/** The process without its second look: it ends with its first write. */
export function* withoutLookingAfterwards(writing: Writing): Writing {
  let result = writing.next([]);
  while (result.done !== true) {
    const answer = yield result.value;
    if (result.value.type === 'write') return 'written';
    result = writing.next(answer);
  }
  return result.value;
}

/** Ends after a number of requests, the last of which may do nothing: as in a model on paper. */
export function* padded(writing: Writing, requests: number): Writing {
  let result = writing.next([]);
  for (let count = 0; count < requests; count += 1) {
    const answer = yield result.done === true ? { type: 'list' } : result.value;
    if (result.done !== true) result = writing.next(answer);
  }
  return result.done === true ? result.value : 'written';
}
