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
 * the list-scans page (l), the get-scan page (g) and the OpenAPI of version 4.275.2 (o). A map,
 * because `constructor` is not a state.
 */
const STATES: ReadonlyMap<string, StateClass> = new Map([
  ['new', 'pending'], // o
  ['in_progress', 'pending'], // l g
  ['running', 'pending'], // o
  ['completed', 'completed'], // l g
  ['done', 'completed'], // o
  ['failed', 'failed'], // g o
  ['cancelled', 'cancelled'], // g o
  // Not documented, but they can mean nothing else, and neither turns anything green.
  ['canceled', 'cancelled'],
  ['error', 'failed'],
  ['aborted', 'failed'],
  ['no_scans', 'absent'], // l
  ['status_unavailable', 'unknown'], // l
]);

/** @param type `latestScanState.type` as the API gave it; undefined if it gave none. */
export function classifyState(type: string | undefined): StateClass {
  return type === undefined ? 'unknown' : (STATES.get(type.toLowerCase()) ?? 'undocumented');
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
