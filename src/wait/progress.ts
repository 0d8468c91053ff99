/**
 * What one image's wait knows, and what each answer makes of it: the contract's table of poll results, as a pure function.
 * All instants are monotonic, in milliseconds.
 */
import type { Absent, Answer, Found, Trouble } from '../binarly/answer.ts';
import { meaningOf, type Scan } from '../binarly/scan.ts';
import type { Verdict } from './verdict.ts';

/** How long what may pass is borne, in milliseconds. */
export interface Budgets {
  /** How long an image may have no scan. */
  readonly appearanceTimeoutMs: number;
  /** How long in a row polls may learn nothing. */
  readonly maxOutageMs: number;
}

/** A typo in `api-url` must not burn hours: so long nothing may show that an API is there before it has answered once. */
const FIRST_CONTACT_MS = 120_000;

export interface Progress {
  /** The scan, as last seen; from the first sight of it on, no other counts. */
  readonly scan: Scan | undefined;
  /** The last state that the API gave, verbatim. */
  readonly stateText: string | undefined;
  /** Whether the API has answered: a scan, no scan, or an error in its own format. */
  readonly contact: boolean;
  readonly polls: number;
  readonly failuresInRow: number;
  /** When something was last learned; at first, when the wait began. */
  readonly informedMs: number;
  /** Since when, in a row, nothing shows that an API is there. */
  readonly unreachableSinceMs: number | undefined;
  /** When the API first said that there is no scan. */
  readonly absentSinceMs: number | undefined;
  /** What the last poll met, if it learned nothing. */
  readonly trouble: Trouble | undefined;
  /** What the API last said of a scan that is not there. */
  readonly absent: Absent | undefined;
}

export function begin(nowMs: number): Progress {
  return {
    scan: undefined,
    stateText: undefined,
    contact: false,
    polls: 0,
    failuresInRow: 0,
    informedMs: nowMs,
    unreachableSinceMs: undefined,
    absentSinceMs: undefined,
    trouble: undefined,
    absent: undefined,
  };
}

export interface Observation {
  readonly progress: Progress;
  /** Undefined: wait on. */
  readonly verdict: Verdict | undefined;
  /** The end of the budget that runs out first, where a poll is due; Infinity if none is running. */
  readonly dueMs: number;
}

/** @param nowMs when the answer came. */
export function observe(
  before: Progress,
  answer: Answer<Scan>,
  nowMs: number,
  budgets: Budgets,
): Observation {
  const stateText = ('state' in answer ? answer.state : undefined) ?? before.stateText;
  const progress = { ...before, stateText, polls: before.polls + 1 };
  switch (answer.kind) {
    case 'found':
      return observeScan(progress, answer, nowMs, budgets);
    case 'absent':
      return progress.scan === undefined
        ? observeAbsent(progress, answer, nowMs, budgets)
        : observeTrouble(progress, goneMissing(answer), nowMs, budgets);
    case 'trouble':
      return observeTrouble(progress, answer, nowMs, budgets);
    case 'refusal':
      return settled(progress, { status: 'error', refusal: answer });
    case 'interrupted':
      return waitOn(before);
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return answer satisfies never;
  }
}

function observeScan(
  before: Progress,
  found: Found<Scan>,
  nowMs: number,
  budgets: Budgets,
): Observation {
  const { value: scan, retryAfterMs } = found;
  const seen = { ...before, scan, contact: true, stateText: scan.state?.type ?? before.stateText };
  const meaning = meaningOf(scan.state?.type);
  switch (meaning) {
    case 'completed':
    case 'failed':
    case 'cancelled':
      return settled(informed(seen, nowMs), { status: meaning });
    case 'pending':
    case 'undocumented':
      return waitOn(informed(seen, nowMs));
    case 'absent':
    case 'unknown': {
      const detail =
        scan.state === undefined
          ? 'the API gives no state of the scan'
          : `the API reports \`${scan.state.type}\``;
      return observeTrouble(
        seen,
        { kind: 'trouble', detail, contact: 'made', retryAfterMs },
        nowMs,
        budgets,
      );
    }
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return meaning satisfies never;
  }
}

function observeAbsent(
  before: Progress,
  absent: Absent,
  nowMs: number,
  budgets: Budgets,
): Observation {
  const absentSinceMs = before.absentSinceMs ?? nowMs;
  const progress = { ...informed(before, nowMs), contact: true, absentSinceMs, absent };
  const endMs = absentSinceMs + budgets.appearanceTimeoutMs;
  if (nowMs >= endMs)
    return settled(progress, { status: 'no-scan', detail: absent.detail, trouble: undefined });
  return waitOn(progress, endMs);
}

function observeTrouble(
  before: Progress,
  trouble: Trouble,
  nowMs: number,
  budgets: Budgets,
): Observation {
  const contact = before.contact || trouble.contact === 'made';
  const unreachable = trouble.contact === 'none' && !contact;
  const unreachableSinceMs = unreachable
    ? (before.unreachableSinceMs ?? firstSince(before, nowMs))
    : undefined;
  const progress = {
    ...before,
    contact,
    trouble,
    failuresInRow: before.failuresInRow + 1,
    unreachableSinceMs,
  };
  const outageEndMs = before.informedMs + budgets.maxOutageMs;
  const contactEndMs =
    unreachableSinceMs === undefined ? Infinity : unreachableSinceMs + FIRST_CONTACT_MS;
  const endMs = Math.min(outageEndMs, contactEndMs);
  if (nowMs >= endMs) return settled(progress, unavailable(progress, trouble, nowMs));
  // While no scan is there, the appearance budget runs on behind the trouble, and wants its poll as well.
  const appearanceEndMs = appearanceEnd(progress, budgets);
  return waitOn(progress, appearanceEndMs > nowMs ? Math.min(endMs, appearanceEndMs) : endMs);
}

/** Trouble from the first poll on counts from the beginning of the wait; after a proxy's 503, say, from the poll that met it. */
function firstSince(before: Progress, nowMs: number): number {
  return before.failuresInRow === 0 ? before.informedMs : nowMs;
}

function appearanceEnd(
  { scan, absentSinceMs }: Progress,
  { appearanceTimeoutMs }: Budgets,
): number {
  return scan === undefined && absentSinceMs !== undefined
    ? absentSinceMs + appearanceTimeoutMs
    : Infinity;
}

/** A scan that was there is not gone because one answer says so. */
function goneMissing({ detail, state, retryAfterMs }: Absent): Trouble {
  return {
    kind: 'trouble',
    detail: `${detail}, though the scan was there before`,
    contact: 'made',
    state,
    retryAfterMs,
  };
}

function informed(before: Progress, nowMs: number): Progress {
  return {
    ...before,
    informedMs: nowMs,
    failuresInRow: 0,
    unreachableSinceMs: undefined,
    trouble: undefined,
  };
}

/** What the deadline makes of a wait that no poll has settled. */
export function verdictAtDeadline(progress: Progress, nowMs: number): Verdict {
  const { contact, scan, trouble, absent } = progress;
  if (!contact && trouble !== undefined) return unavailable(progress, trouble, nowMs);
  if (scan === undefined) return { status: 'no-scan', detail: absent?.detail, trouble };
  return { status: 'timed-out', trouble };
}

function unavailable({ informedMs, contact }: Progress, trouble: Trouble, nowMs: number): Verdict {
  return { status: 'unavailable', trouble, forMs: nowMs - informedMs, contact };
}

function settled(progress: Progress, verdict: Verdict): Observation {
  return { progress, verdict, dueMs: Infinity };
}

function waitOn(progress: Progress, dueMs = Infinity): Observation {
  return { progress, verdict: undefined, dueMs };
}
