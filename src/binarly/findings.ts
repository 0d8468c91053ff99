/**
 * Findings of an image, as the platform's grid gives them (docs.binarly.io: compare-findings,
 * verify-results; OpenAPI 4.275.2: GridFinding). Only a row's ID is required.
 */
import * as v from 'valibot';
import { type Failed, type Found, failedByApi, unclearResult } from '../model/api-result.ts';
import { type Finding, isInventory } from '../model/finding.ts';
import { isUlid, SERVER_ID } from '../model/ids.ts';
import { isFalse, isPartial, listOf, PAGE_TOKENS, total } from './lists.ts';
import { MAX_BYTES, type ProductRequest } from './request.ts';

export interface FindingsPage {
  /** How many findings there are on all pages. */
  readonly total: number;
  readonly findings: readonly Finding[];
}

export interface FindingsQuery {
  readonly imageId: string;
  /** Compare with this image; undefined lists the findings of `imageId` alone. */
  readonly baselineImageId: string | undefined;
  /** From 1. */
  readonly page: number;
}

/** Asks for a page of an image's findings. */
export function findingsPage(query: FindingsQuery): ProductRequest<FindingsPage> {
  const isComparison = query.baselineImageId !== undefined;
  return (productId) => ({
    path: ['grids', 'findings'],
    customMethod: 'gridList',
    body: findingsRequest(productId, query, false),
    olderBody: findingsRequest(productId, query, true),
    // Whoever may read an image may perhaps not read its findings.
    subject: `findings of ${query.imageId}`,
    isList: true,
    maxBytes: MAX_BYTES,
    read: (json) => readFindingsPage(json, isComparison),
  });
}

/** The most rows that the API puts on a page; it may put fewer. */
const PAGE_SIZE = 100;

/** Never `secret` or `description`, which may hold secrets as they were found. */
const FIELDS = [
  'id',
  'name',
  'displayName',
  'severity',
  'findingType',
  'findingStatus',
  'identifiers',
  'isKev',
  'componentName',
] as const;

/**
 * The body of the request for a page. Severity and status are not filters: a filter that the
 * server ignores or spells differently must not hide a finding.
 * @param isOlder whether the platform refuses fields that it does not know.
 */
export function findingsRequest(
  productId: string,
  { imageId, baselineImageId, page }: FindingsQuery,
  isOlder: boolean,
) {
  const comparison = { compareLeftImageId: baselineImageId, compareRightImageId: imageId };
  const scope = baselineImageId === undefined ? { imageId } : comparison;
  const filters = Object.entries({ productId, ...scope }).map(([field, value]) => {
    return { field, comparator: 'equals', value };
  });
  return {
    page: { num: page, size: PAGE_SIZE },
    filters,
    sortBy: { field: 'id', direction: 'ascend' },
    fields: [
      ...FIELDS,
      ...(isOlder ? [] : ['knownFixedVersion']),
      ...(baselineImageId === undefined ? [] : ['compareSide']),
    ],
  };
}

/** What is kept of a row, in characters: with 100,000 of the longest ones, memory suffices. */
const [LONGEST_WORD, LONGEST_NAME, LONGEST_IDENTIFIER, MOST_IDENTIFIERS] = [100, 500, 50, 20];

/** V8 keeps the whole of a string alive for a slice of it, so a cut is copied. */
function firstCharacters(text: string, most: number): string {
  if (text.length <= most) return text.toWellFormed();
  return Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le').toWellFormed();
}

/** Treats missing, null, empty and wrongly typed values alike. */
function text(longest: number) {
  const cut = v.transform((given: string) => firstCharacters(given, longest));
  return v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty(), cut)), undefined);
}

/** A word of another type is unknown, not missing: it must not pass as one that JSON omits. */
const strictWord = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((given) => (typeof given === 'object' ? given && 'object' : String(given))),
    text(LONGEST_WORD),
  ),
);

const word = text(LONGEST_WORD);
const name = text(LONGEST_NAME);
const known = text(LONGEST_IDENTIFIER);
const identifiersSchema = v.object({
  cve: known,
  brly: known,
  ghsa: known,
  osv: known,
  gsd: known,
});
const rowSchema = v.object({
  id: v.fallback(v.string(), ''),
  name,
  displayName: name,
  componentName: name,
  knownFixedVersion: word,
  severity: strictWord,
  type: strictWord,
  findingType: strictWord,
  status: strictWord,
  findingStatus: strictWord,
  identifiers: v.fallback(v.array(v.fallback(identifiersSchema, {})), []),
  isKev: v.optional(v.unknown()),
  compareSide: v.fallback(v.optional(v.picklist(['left', 'right', 'both'])), undefined),
});
const schema = v.object({ total, rows: listOf(rowSchema), ...PAGE_TOKENS });

/** @param isComparison whether each row must say which of the two images has the finding. */
export function readFindingsPage(
  json: unknown,
  isComparison: boolean,
): Found<FindingsPage> | Failed {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return unclearResult('findings');
  const { total, rows } = parsed.output;
  if (isPartial(parsed.output)) return failedByApi({ type: 'paged-list' });
  const findings = rows.map((row) => toFinding(row, isComparison));
  for (const [index, { id, side }] of findings.entries()) {
    const row = index + 1;
    if (id === '') return failedByApi({ type: 'finding-unreadable', row, lacks: 'id' });
    if (isComparison && side === undefined)
      return failedByApi({ type: 'finding-unreadable', row, lacks: 'compareSide' });
  }
  return { kind: 'found', value: { total, findings } };
}

function toFinding(row: v.InferOutput<typeof rowSchema>, isComparison: boolean): Finding {
  const { name, displayName, severity, componentName, knownFixedVersion, compareSide } = row;
  const status = row.status ?? row.findingStatus;
  return {
    id: idOf(row.id),
    name,
    displayName,
    severity,
    type: isInventory(row.type) ? (row.findingType ?? row.type) : (row.type ?? row.findingType),
    status,
    otherStatus: row.findingStatus === status ? undefined : row.findingStatus,
    componentName,
    knownFixedVersion,
    identifiers: row.identifiers.slice(0, MOST_IDENTIFIERS),
    isKev: !isFalse(row.isKev),
    // Without a baseline it was not requested, and `left` would hide the finding.
    side: isComparison ? compareSide : undefined,
  };
}

/** One spelling for an ID, so that no finding is two; empty if it is not usable. */
function idOf(text: string): string {
  if (!SERVER_ID.test(text)) return '';
  const id = text.slice(text.lastIndexOf('/') + 1);
  return isUlid(id) ? id.toUpperCase() : id;
}
