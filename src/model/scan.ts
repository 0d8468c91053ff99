/** A scan, and what the platform's words for its state mean. */
import type { Instant } from '../util/instant.ts';

/** What a scan's state means to someone who waits for the scan. */
export type StateClass =
  | 'completed'
  | 'failed'
  | 'cancelled'
  /** Queued or running. */
  | 'pending'
  /** There is no scan. */
  | 'absent'
  /** The platform cannot tell, or does not say. */
  | 'unknown'
  /** Not in Binarly's documentation: never success. */
  | 'undocumented';

/**
 * The values of `latestScanState.type`. Binarly documents three vocabularies and uses all of them:
 * the list-scans page (l), the get-scan page (g) and the OpenAPI of version 4.275.2 (o). Others are
 * spellings of theirs, or can never turn green (-). A map, because `constructor` is not a state.
 */
const STATES: ReadonlyMap<string, StateClass> = new Map([
  ['new', 'pending'], // o
  ['in_progress', 'pending'], // l g
  ['running', 'pending'], // o
  ['completed', 'completed'], // l g
  ['done', 'completed'], // o
  ['failed', 'failed'], // g o
  ['error', 'failed'], // -
  ['aborted', 'failed'], // -
  ['cancelled', 'cancelled'], // g o
  ['canceled', 'cancelled'], // -
  ['no_scans', 'absent'], // l
  ['status_unavailable', 'unknown'], // l
]);

/** The states of several words, without what joins them: `inProgress` is one of these in lower case. */
const JOINED: ReadonlyMap<string, StateClass> = new Map(
  [...STATES].filter(([type]) => type.includes('_')).map(([type, it]) => [joined(type), it]),
);

/** @param type `latestScanState.type` as the API gave it, in any case; undefined if it gave none. */
export function classifyState(type: string | undefined): StateClass {
  if (type === undefined) return 'unknown';
  const word = type.toLowerCase();
  return STATES.get(word) ?? JOINED.get(joined(word)) ?? 'undocumented';
}

function joined(word: string): string {
  return word.replace(/(?<=[a-z])[ _-](?=[a-z])/g, '');
}

export interface Scan {
  readonly id: string;
  readonly createTime: Instant | undefined;
  readonly state: ScanState | undefined;
}

interface ScanState {
  readonly type: string;
  /** When the scan entered the state: its `createTime` (OpenAPI), else its `updateTime` (docs). */
  readonly since: Instant | undefined;
  /** Its `updateTime`, if that is later: the scan may have entered the state only then. */
  readonly changed?: Instant;
}

/** Whether a scan in this state has ended. */
export function isTerminal(state: StateClass): state is 'completed' | 'failed' | 'cancelled' {
  return state === 'completed' || state === 'failed' || state === 'cancelled';
}

/**
 * When the scan reached its final state, as the API gave it; empty before that, or if it is
 * unknown.
 */
export function finishedAt(scan: Scan | undefined): string {
  const state = scan?.state;
  return isTerminal(classifyState(state?.type)) ? (state?.since?.text ?? '') : '';
}
