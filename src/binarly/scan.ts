/** Scans: what the API says of them, what its states mean, and which of several is the newest. */
import * as v from 'valibot';
import { type Instant, parseInstant } from '../util/instant.ts';
import { isPathSegment } from '../util/text.ts';

/** What a scan's state means to somebody who waits for it. */
export type Meaning =
  | 'completed'
  | 'failed'
  | 'cancelled'
  /** Queued or running. */
  | 'pending'
  /** There is no scan. */
  | 'absent'
  /** The platform cannot tell, or does not say. */
  | 'unknown'
  /** A word that nobody documented: never success. */
  | 'undocumented';

/**
 * `latestScanState.type`. Binarly documents three vocabularies, and all are in use: the page list-scans (l), the page
 * get-scan (g) and the OpenAPI of version 4.275.2 (o). A map: `constructor` is not a state.
 */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['new', 'pending'], // o
  ['in_progress', 'pending'], // l g
  ['running', 'pending'], // o
  ['completed', 'completed'], // l g
  ['done', 'completed'], // o
  ['failed', 'failed'], // g o
  ['cancelled', 'cancelled'], // g o
  ['no_scans', 'absent'], // l
  ['status_unavailable', 'unknown'], // l
]);

/** @param type `latestScanState.type` as the API gave it; undefined where it gave none. */
export function meaningOf(type: string | undefined): Meaning {
  return type === undefined ? 'unknown' : (MEANINGS.get(type) ?? 'undocumented');
}

export interface Scan {
  readonly id: string;
  readonly createTime: Instant | undefined;
  readonly state: ScanState | undefined;
}

interface ScanState {
  readonly type: string;
  /** When the state was entered: its `createTime` (OpenAPI), else its `updateTime` (docs). */
  readonly since: Instant | undefined;
}

const instant = v.pipe(
  v.string(),
  v.transform(parseInstant),
  v.check((time) => time !== undefined),
);
/** Absent and unreadable are one: what needs the value says what is missing. */
function lenient<T extends v.GenericSchema>(schema: T) {
  return v.fallback(v.optional(schema), undefined);
}

const entrySchema = v.object({
  id: lenient(v.pipe(v.string(), v.maxLength(1000), v.check(isPathSegment))),
  createTime: lenient(instant),
  latestScanState: lenient(
    v.object({ type: v.string(), createTime: lenient(instant), updateTime: lenient(instant) }),
  ),
});
const listSchema = v.object({ scans: v.array(entrySchema) });

type Entry = v.InferOutput<typeof entrySchema>;

/** One scan, none, or why nothing was learned (a clause for a sentence). */
export type Reading =
  | { readonly kind: 'scan'; readonly scan: Scan }
  | { readonly kind: 'none'; readonly detail: string; readonly state?: string }
  /** `foreign`: nothing shows that it was the API that answered. `state`: what it gave of no scan in particular. */
  | {
      readonly kind: 'nothing';
      readonly detail: string;
      readonly foreign: boolean;
      readonly state?: string;
    };

/** Reads the answer to «get scan». A body that is not of the scan asked for says nothing of it. */
export function readScan(json: unknown, scanId: string): Reading {
  const parsed = v.safeParse(entrySchema, json);
  if (!parsed.success) return foreign('the answer is not a scan');
  const entry = parsed.output;
  if (meaningOf(entry.latestScanState?.type) === 'absent') return NO_SCANS;
  if (entry.id === scanId) return { kind: 'scan', scan: toScan(entry, scanId) };
  if (entry.id !== undefined)
    return unreadable('the answer is of another scan than the one asked for');
  return insteadOfScan(entry) ?? foreign('the answer is a scan without an ID');
}

/**
 * Reads the answer to «list scans»: the newest by `createTime`, whatever the order; the ID, a ULID, breaks a tie.
 * From a list with an entry that cannot be ranked nothing is learned, for that one could be the newest.
 * @param createdAfter scans created before it do not count.
 */
export function readNewest(json: unknown, createdAfter: Instant | undefined): Reading {
  const parsed = v.safeParse(listSchema, json);
  if (!parsed.success) return foreign('the answer is not a list of scans');
  const entries = parsed.output.scans;
  const [first] = entries;
  if (first === undefined) return { kind: 'none', detail: 'the list of scans is empty' };
  if (entries.length === 1 && meaningOf(first.latestScanState?.type) === 'absent') return NO_SCANS;
  let newest: (Scan & { readonly createTime: Instant }) | undefined;
  for (const entry of entries) {
    const { id, createTime } = entry;
    if (id === undefined || createTime === undefined) {
      const lone = entries.length === 1 ? insteadOfScan(entry) : undefined;
      return lone ?? unreadable('a scan in the list has no readable ID and creation time');
    }
    const scan = { ...toScan(entry, id), createTime };
    if (createdAfter !== undefined && createTime.ns < createdAfter.ns) continue;
    if (newest?.id === id && newest.state?.type !== scan.state?.type)
      return unreadable('one scan is in the list twice, in two states');
    if (newest === undefined || isNewer(scan, newest)) newest = scan;
  }
  if (newest === undefined)
    return { kind: 'none', detail: 'every scan in the list is older than `created-after`' };
  return { kind: 'scan', scan: newest };
}

function unreadable(detail: string): Reading {
  return { kind: 'nothing', detail, foreign: false };
}

function foreign(detail: string): Reading {
  return { kind: 'nothing', detail, foreign: true };
}

const NO_SCANS: Reading = { kind: 'none', detail: 'the API reports `no_scans`', state: 'no_scans' };
const UNAVAILABLE: Reading = {
  kind: 'nothing',
  detail: 'the API reports `status_unavailable`',
  foreign: false,
  state: 'status_unavailable',
};

/** The API may report `status_unavailable` of an image, in place of a scan with ID and time. */
function insteadOfScan({ latestScanState: state }: Entry): Reading | undefined {
  return state !== undefined && meaningOf(state.type) === 'unknown' ? UNAVAILABLE : undefined;
}

type Dated = { readonly id: string; readonly createTime: Instant };

function isNewer(one: Dated, other: Dated): boolean {
  if (one.createTime.ns !== other.createTime.ns) return one.createTime.ns > other.createTime.ns;
  return one.id > other.id;
}

function toScan(entry: Entry, id: string): Scan {
  const { createTime, latestScanState: state } = entry;
  return {
    id,
    createTime,
    state: state && { type: state.type, since: state.createTime ?? state.updateTime },
  };
}
