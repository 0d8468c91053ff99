/** Asks for scans, reads the API's answers, and finds the newest in a list. */
import * as v from 'valibot';
import {
  type Absent,
  type Failed,
  type Found,
  failedByApi,
  unclearResult,
} from '../model/api-result.ts';
import { isSameId, parseServerId } from '../model/ids.ts';
import { classifyState, type Scan } from '../model/scan.ts';
import type { Instant } from '../util/instant.ts';
import { isPartial, lenient, listOf, PAGE_TOKENS, readTime } from './lists.ts';
import { imagePath, MAX_BYTES, type ProductRequest } from './request.ts';

/** A scan carries its state only with this. */
const WITH_STATE = '?status=true';

/**
 * Asks for the newest scan of an image (docs.binarly.io, list-scans).
 * @param createdAfter scans created before it do not count.
 */
export function newestScan(imageId: string, createdAfter?: Instant): ProductRequest<Scan> {
  return (productId) => ({
    path: [...imagePath(productId, imageId), 'scans'],
    query: WITH_STATE,
    subject: imageId,
    isList: true,
    maxBytes: MAX_BYTES,
    read: (json) => readNewestScan(json, createdAfter),
  });
}

/** Asks for a scan by its ID (docs.binarly.io, get-scan). */
export function scanById(imageId: string, scanId: string): ProductRequest<Scan> {
  return (productId) => ({
    path: [...imagePath(productId, imageId), 'scans', scanId],
    query: WITH_STATE,
    subject: imageId,
    maxBytes: MAX_BYTES,
    read: (json) => readScan(json, scanId),
  });
}

const instant = v.pipe(
  v.string(),
  v.transform(readTime),
  v.check((time) => time !== undefined),
);
const scanId = v.pipe(
  v.string(),
  v.transform((text) => parseServerId('scan', text)),
  v.check((id) => id !== undefined),
);

const entrySchema = v.object({
  id: lenient(scanId),
  createTime: lenient(instant),
  latestScanState: lenient(
    v.object({ type: v.string(), createTime: lenient(instant), updateTime: lenient(instant) }),
  ),
});
const listSchema = v.object({ scans: listOf(entrySchema), ...PAGE_TOKENS });

type Entry = v.InferOutput<typeof entrySchema>;

type ScanResult = Found<Scan> | Absent | Failed;

/** Reads the answer to get-scan. A body about another scan says nothing about this one. */
export function readScan(json: unknown, wantedId: string): ScanResult {
  const parsed = v.safeParse(entrySchema, json);
  if (!parsed.success) return unclearResult('scan');
  const entry = parsed.output;
  if (classifyState(entry.latestScanState?.type) === 'absent') return NO_SCANS;
  if (entry.id !== undefined)
    return isSameId(entry.id, wantedId)
      ? { kind: 'found', value: toScan(entry, wantedId) }
      : failedByApi({ type: 'other-scan' });
  return stateWithoutScan(entry) ?? SCAN_WITHOUT_ID;
}

/**
 * Reads the answer to list-scans: the newest by `createTime`, whatever the order; the ID, a ULID,
 * breaks a tie. A list with an entry that cannot be ranked is unreadable, because that entry could
 * be the newest.
 * @param createdAfter scans created before it do not count.
 */
export function readNewestScan(json: unknown, createdAfter: Instant | undefined): ScanResult {
  const parsed = v.safeParse(listSchema, json);
  if (!parsed.success) return unclearResult('scans');
  const { scans: entries } = parsed.output;
  if (isPartial(parsed.output)) return failedByApi({ type: 'paged-list' });
  const [first, ...others] = entries;
  if (first === undefined) return { kind: 'absent', cause: { type: 'empty-list' } };
  if (others.length === 0) {
    if (classifyState(first.latestScanState?.type) === 'absent') return NO_SCANS;
    const { id, createTime } = first;
    if (id === undefined || createTime === undefined) {
      const isNewest = id !== undefined && createdAfter === undefined;
      return stateWithoutScan(first) ?? (isNewest ? found(toScan(first, id)) : UNRANKABLE);
    }
  }
  const scans = entries.map(toRanked);
  if (!scans.every((scan) => scan !== undefined)) return UNRANKABLE;
  const newest = scans.reduce((one, other) => (isNewer(other, one) ? other : one));
  if (createdAfter !== undefined && newest.createTime.ns < createdAfter.ns)
    return allTooOld(newest.createTime, createdAfter);
  const isTwice = scans.some(
    ({ id, state }) => isSameId(id, newest.id) && state?.type !== newest.state?.type,
  );
  return isTwice ? failedByApi({ type: 'scan-listed-twice' }) : found(newest);
}

type RankedScan = Scan & { readonly createTime: Instant };

/** @returns undefined if it could be the newest, but nobody can tell. */
function toRanked(entry: Entry): RankedScan | undefined {
  const { id, createTime } = entry;
  return id === undefined || createTime === undefined
    ? undefined
    : { ...toScan(entry, id), createTime };
}

function isNewer(one: RankedScan, other: RankedScan): boolean {
  if (one.createTime.ns !== other.createTime.ns) return one.createTime.ns > other.createTime.ns;
  return one.id > other.id;
}

function found(value: Scan): Found<Scan> {
  return { kind: 'found', value };
}

function allTooOld({ text: newest }: Instant, { text: createdAfter }: Instant): Absent {
  return { kind: 'absent', cause: { type: 'all-too-old', createdAfter, newest } };
}

const UNRANKABLE = failedByApi({ type: 'unrankable-scan' });

const NO_SCANS: Absent = { kind: 'absent', cause: { type: 'no-scans' }, state: 'no_scans' };

/** The API may report `status_unavailable` for an image without giving a scan's ID and time. */
function stateWithoutScan({ latestScanState: state }: Entry): Failed | undefined {
  return state !== undefined && classifyState(state.type) === 'unknown'
    ? failedByApi({ type: 'status-unavailable' }, state.type)
    : undefined;
}

/** It does not prove that the API answered. */
const SCAN_WITHOUT_ID: Failed = {
  kind: 'failed',
  endpoint: 'api',
  cause: { type: 'scan-without-id' },
  reached: 'unclear',
};

function toScan(entry: Entry, id: string): Scan {
  const { createTime, latestScanState: given } = entry;
  if (given === undefined) return { id, createTime, state: undefined };
  const { type, createTime: entered, updateTime: updated } = given;
  const isUpdated = entered !== undefined && updated !== undefined && updated.ns > entered.ns;
  const state = { type, since: entered ?? updated, ...(isUpdated && { changed: updated }) };
  return { id, createTime, state };
}
