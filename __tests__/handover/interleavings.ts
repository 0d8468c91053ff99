/**
 * Every order in which the requests of several processes can reach GitHub, and every lag of its
 * lists. The processes are the real protocol; a process is replayed from the answers it was given,
 * because a generator cannot be copied.
 *
 * With lists that lag, only the orders of writes are walked: what a list may show now, it may show
 * later, too, so each look can be moved to just before the next write of its process.
 */
import { seenBy } from '../../src/github/statuses.ts';
import type { Outcome, Writing, WritingReply, WritingStep } from '../../src/handover/protocol.ts';
import {
  type CommitState,
  type ContextStatus,
  type GivenStatus,
  givenAs,
  type NewStatus,
} from '../../src/model/commit-status.ts';
import { type DeferredWait, readTargetUrl } from '../../src/model/deferred-wait.ts';

export interface Process {
  readonly name: string;
  readonly start: () => Writing;
  /** The login that it writes as; `US` if left out. */
  readonly login?: string;
}

export interface End {
  /** Newest first. */
  readonly statuses: readonly ContextStatus[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** How many statuses each process wrote. */
  readonly writes: Readonly<Record<string, number>>;
}

export interface Tally {
  readonly all: number;
  readonly bad: number;
}

/** Whose statuses count. */
export const US = 'github-actions[bot]';
/** The commit that all statuses are on. */
export const SHA = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';

/**
 * How much a list may lack: nothing, or any number of the newest statuses. A list that lags without
 * end is a different case: then a writer gives up, which has tests of its own.
 */
export type Lag = 'none' | 'any';

/** The statuses of a commit, one on top of the other. */
interface History {
  readonly top: ContextStatus;
  readonly below: History | undefined;
  /** Newest first. */
  readonly list: readonly ContextStatus[];
  /** @see essenceOf */
  readonly essence: number;
  /** @see viewsOf */
  readonly views: Map<number, string>;
}

interface State {
  readonly history: History | undefined;
  readonly positions: readonly Position[];
  /** The index of the process that must go on, because it has looked and not written since. */
  readonly looking: number | undefined;
}

/** What GitHub told a process: a list, or the ID of what it wrote. */
type Told = { readonly view: History | undefined } | { readonly id: number };

interface Position extends Move {
  readonly process: Process;
  readonly told: Answers | undefined;
  /** The status that a list must have to be believed; 0 for a search, which knows none. */
  readonly soughtId: number;
  /** The same for the look before the next write: the first status that it wrote or found. */
  readonly firstId: number;
}

/** What a process was told, the newest first: most of it is shared with other states. */
interface Answers {
  readonly last: Told;
  readonly before: Answers | undefined;
}

interface Move {
  /** The requests before: `w` for each write, `p` for what was put back, `l` for each list. */
  readonly made: string;
  /** Whether the last list decided nothing, so that the process only looks again. */
  readonly isIdle: boolean;
  readonly next: { readonly request: WritingStep } | { readonly outcome: Outcome };
  /** @see whereIs */
  readonly where: number;
}

/** Numbers for texts that are compared again and again. */
const numbers = new Map<string, number>();

function numberOf(text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** Counts all orders, and those whose end is bad. Orders that lead to one state are walked once. */
export function enumerate(
  processes: readonly Process[],
  initial: readonly ContextStatus[],
  isBad: (end: End) => boolean,
  lag: Lag = 'any',
): Tally {
  const known = new Map<string, Tally>();
  const moves: Moves = new Map();

  function walk(state: State): Tally {
    const key = keyOf(state, lag);
    const before = known.get(key);
    if (before !== undefined) return before;
    let [all, bad, isEnd] = [0, 0, true];
    for (const [index, { next: move }] of state.positions.entries()) {
      if ('outcome' in move || (state.looking ?? index) !== index) continue;
      isEnd = false;
      for (const next of successors(state, index, move.request, lag, moves)) {
        const tally = walk(next);
        all += tally.all;
        bad += tally.bad;
      }
    }
    const tally = isEnd ? { all: 1, bad: isBad(endOf(state)) ? 1 : 0 } : { all, bad };
    known.set(key, tally);
    return tally;
  }

  const positions = processes.map((process) => advance({ process }, undefined, lag, moves));
  const history = initial.reduceRight<History | undefined>(addTo, undefined);
  return walk({ history, positions, looking: undefined });
}

function addTo(below: History | undefined, top: ContextStatus): History {
  const list = [top, ...(below?.list ?? [])];
  return { top, below, list, essence: essenceOf(list), views: new Map() };
}

function endOf({ history, positions }: State): End {
  const of = <T>(read: (position: Position) => T) =>
    Object.fromEntries(positions.map((position) => [position.process.name, read(position)]));
  return {
    statuses: history?.list ?? [],
    outcomes: of(({ next }) => ('outcome' in next ? next.outcome : { type: 'unlisted' })),
    writes: of(({ made }) => made.replaceAll('l', '').length),
  };
}

/**
 * All that the protocol, and the question what is bad, can tell two lists by: the top, and of each
 * wait and of others, in the order in which they began, the furthest status.
 */
function essenceOf(list: readonly ContextStatus[]): number {
  const groups = Map.groupBy(list.toReversed(), ({ id, wait }) => wait?.nonce ?? id);
  const furthest = [...groups.values()].map((group) => group.toSorted(byProgress).at(-1));
  return numberOf([list[0], ...furthest].map(describe).join(' '));
}

function byProgress(one: ContextStatus, other: ContextStatus): number {
  return progressOf(one) - progressOf(other);
}

function progressOf({ state, wait }: ContextStatus): number {
  return (
    { pending: 0, success: 2, failure: 3, error: 4 }[state] + (wait?.isHandedOver === true ? 1 : 0)
  );
}

function describe(status: ContextStatus | undefined): string {
  const { state, wait, creator, description } = status ?? {};
  return `${state} ${description} ${wait?.nonce} ${wait?.isHandedOver} ${creator}`;
}

/** All that decides what follows. */
function keyOf({ history, positions, looking }: State, lag: Lag): string {
  let key = `${history?.essence} ${looking}`;
  for (const { where, next, soughtId } of positions) {
    key += `|${where}`;
    if ('outcome' in next || givenIn(next.request) !== undefined || lag === 'none') continue;
    key += `:${viewsOf(soughtId, history)}`;
  }
  return key;
}

/** The lists that have what a process looks for, as numbers in order. */
function viewsOf(soughtId: number, history: History | undefined): string {
  if (history === undefined) return '';
  const known = history.views.get(soughtId);
  if (known !== undefined) return known;
  const essences = new Set<number>();
  for (let view: History | undefined = history; view !== undefined; view = view.below)
    if (view.top.id >= soughtId) essences.add(view.essence);
  const views = [...essences].sort((one, other) => one - other).join();
  history.views.set(soughtId, views);
  return views;
}

/** What a process found and did, as far as it matters, and what it is about to do. */
function whereIs({ made, next }: Omit<Move, 'where'>, told: readonly Told[], lag: Lag): number {
  if ('outcome' in next) return numberOf(next.outcome.type);
  const nonce = topOf(told[0])?.wait?.nonce;
  // Two looks in a row: it has ended one part, and what it did there no longer matters. A process on
  // paper counts all of its requests.
  const since = `${nonce} ${lag === 'none' ? made : made.replace(/^.*l(?=l)/, 'then ')}`;
  const given = givenIn(next.request);
  if (given === undefined) return numberOf(since);
  const { state, description, targetUrl } = given;
  return numberOf(`${since} ${state} ${description} ${targetUrl}`);
}

function topOf(told: Told | undefined): ContextStatus | undefined {
  return told !== undefined && 'view' in told ? told.view?.top : undefined;
}

const NOTHING: WritingReply = { statuses: [], id: undefined };

type Moves = Map<string, Move>;

/** @param moves those that are known: where a process is, and what it is told, decide the next. */
function advance(
  from: Pick<Position, 'process'> & Partial<Position>,
  last: Told | undefined,
  lag: Lag,
  moves: Moves,
  key = from.process.name,
): Position {
  const { process, told: before } = from;
  const told = last && { last, before };
  const move = moves.get(key) ?? replay(process, answersIn(told), lag);
  moves.set(key, move);
  const writtenId = last !== undefined && 'id' in last ? last.id : undefined;
  const firstId = from.firstId || (writtenId ?? topOf(last)?.id ?? 0);
  const { made, isIdle, next, where } = move;
  return { made, isIdle, next, where, process, told, firstId, soughtId: writtenId ?? firstId };
}

/** The oldest first. */
function answersIn(told: Answers | undefined): readonly Told[] {
  return told === undefined ? [] : [...answersIn(told.before), told.last];
}

function replay(process: Process, told: readonly Told[], lag: Lag): Move {
  const writing = process.start();
  let [made, isIdle] = ['', false];
  let result = writing.next(NOTHING);
  for (const each of told) {
    if (result.done !== true) made += result.value.type.charAt(0);
    result = writing.next(replyOf(process, each));
    isIdle = false;
    // A pause changes nothing, except that others may go first, which they may anyway.
    while (result.done !== true && result.value.type === 'pause') {
      result = writing.next(NOTHING);
      isIdle = result.done !== true && result.value.type === 'list';
    }
  }
  const next = result.done === true ? { outcome: result.value } : { request: result.value };
  return { made, isIdle, next, where: whereIs({ made, isIdle, next }, told, lag) };
}

/** What GitHub may answer, and what the process does then. */
function successors(
  { history, positions }: State,
  index: number,
  request: WritingStep,
  lag: Lag,
  moves: Moves,
): readonly State[] {
  const position = positions[index] as Position;
  const { process, where, soughtId } = position;
  const after = (all: History | undefined, told: Told, text: string): State[] => {
    const next = advance(position, told, lag, moves, `${process.name} ${where} ${text}`);
    if (next.isIdle) return [];
    const isLooking = lag === 'any' && 'view' in told && 'request' in next.next;
    const looking = isLooking ? index : undefined;
    return [{ history: all, positions: positions.with(index, next), looking }];
  };
  const given = givenIn(request);
  if (given !== undefined) {
    const id = (history?.top.id ?? 0) + 1;
    const added = toStatus(id, given, process.login);
    return after(addTo(history, added), { id }, '');
  }
  if (lag === 'none') return after(history, { view: history }, `${history?.essence}`);
  // Views that lead to the same are one.
  const distinct = new Map<string, State>();
  for (let view = history; ; view = view?.below) {
    const isLacking = (view?.top.id ?? 0) < soughtId;
    const text = `${view?.essence}${isLacking ? ' lacking' : ''}`;
    for (const state of after(history, { view }, text)) {
      const { where: next, firstId } = state.positions[index] as Position;
      distinct.set(`${next} ${firstId}`, state);
    }
    if (view === undefined) return [...distinct.values()];
  }
}

/** What GitHub is given; undefined if it is only asked. */
function givenIn(request: WritingStep): GivenStatus | undefined {
  if (request.type === 'put-back') return request.status;
  return request.type === 'write' ? givenAs(request.status) : undefined;
}

/** All statuses are of one second, in no order: only their IDs tell which is newer. */
function replyOf({ login = US }: Process, told: Told): WritingReply {
  if ('id' in told) return { statuses: [], id: told.id };
  const list = told.view?.list.toReversed() ?? [];
  return { statuses: seenBy(login, list), id: undefined };
}

const waits = new Map<string, DeferredWait | undefined>();

function toStatus(id: number, status: GivenStatus, creator = US): ContextStatus {
  const { state, description, targetUrl } = status;
  if (!waits.has(targetUrl)) waits.set(targetUrl, readTargetUrl(targetUrl, SHA));
  const wait = waits.get(targetUrl);
  return { id, state, description, targetUrl, creator, createdMs: 0, wait };
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
    leftMs: 86_400_000,
    nonce: `nonce-of-${run}`.replaceAll('-', '0'),
    commit: SHA.slice(0, 12),
    ...overrides,
  };
}

export function statusOf(wait: DeferredWait, state: CommitState): NewStatus {
  return { state, description: state, page: 'https://github.test/run', wait };
}

export function listed(
  id: number,
  wait: DeferredWait,
  state: CommitState,
  creator = US,
): ContextStatus {
  return toStatus(id, givenAs(statusOf(wait, state)), creator);
}

/** The process without its look afterward: it ends with its first write. */
export function* withoutLookingAfterwards(writing: Writing): Writing {
  let result = writing.next(NOTHING);
  while (result.done !== true) {
    const reply = yield result.value;
    if (result.value.type === 'write') return { type: 'written' };
    result = writing.next(reply);
  }
  return result.value;
}

/** The process as if every list had what it has just written. */
export function* believingEveryList(writing: Writing): Writing {
  let own: ContextStatus | undefined;
  let result = writing.next(NOTHING);
  while (result.done !== true) {
    const request = result.value;
    const reply = yield request;
    const given = givenIn(request);
    if (given !== undefined && reply.id !== undefined) own = toStatus(reply.id, given);
    const isLacking = request.type === 'list' && reply.statuses.every(({ id }) => id !== own?.id);
    const statuses = seenBy(US, [...reply.statuses, ...(own === undefined ? [] : [own])]);
    result = writing.next(isLacking ? { ...reply, statuses } : reply);
  }
  return result.value;
}

/** Ends after a number of requests, the last of which may do nothing: as in a model on paper. */
export function* padded(writing: Writing, requests: number): Writing {
  let result = writing.next(NOTHING);
  for (let count = 0; count < requests; count += 1) {
    const reply = yield result.done === true ? { type: 'list' } : result.value;
    if (result.done !== true) result = writing.next(reply);
  }
  return result.done === true ? result.value : { type: 'written' };
}
