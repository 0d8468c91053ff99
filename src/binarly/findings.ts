/**
 * Findings of an image, as the platform's grid gives them (docs.binarly.io: compare-findings,
 * verify-results; OpenAPI 4.275.2: GridFinding). Only a row's ID is required.
 */
import * as v from 'valibot';
import { type Failed, type Found, unclearAnswer } from '../model/answer.ts';
import type { Finding } from '../model/finding.ts';
import { SERVER_ID } from '../model/ids.ts';

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

/** The most rows that the API puts on a page. */
export const PAGE_SIZE = 100;

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
 */
export function findingsRequest(
  productId: string,
  { imageId, baselineImageId, page }: FindingsQuery,
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
    fields: baselineImageId === undefined ? FIELDS : [...FIELDS, 'compareSide'],
  };
}

const [LONGEST_WORD, LONGEST_NAME, MOST_IDENTIFIERS] = [200, 1_000, 50];

/** Treats missing, null, empty and wrongly typed values alike. */
function text(longest: number) {
  const cut = v.transform((given: string) => given.slice(0, longest).toWellFormed());
  return v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty(), cut)), undefined);
}

/** A severity of another type is unknown, not missing: it must not pass as one that JSON omits. */
const severity = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((given) => (typeof given === 'object' ? given && 'object' : String(given))),
    text(LONGEST_WORD),
  ),
);

const word = text(LONGEST_WORD);
const name = text(LONGEST_NAME);
const identifiersSchema = v.object({ cve: word, brly: word, ghsa: word, osv: word, gsd: word });
const rowSchema = v.object({
  id: v.pipe(v.string(), v.regex(SERVER_ID)),
  name,
  displayName: name,
  componentName: name,
  severity,
  type: word,
  findingType: word,
  status: word,
  findingStatus: word,
  identifiers: v.fallback(v.array(v.fallback(identifiersSchema, {})), []),
  isKev: v.optional(v.unknown()),
  compareSide: v.fallback(v.optional(v.picklist(['left', 'right', 'both'])), undefined),
});
const schema = v.object({
  total: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  rows: v.array(rowSchema),
});

/** @param isComparison whether each row must say which of the two images has the finding. */
export function readFindingsPage(
  json: unknown,
  isComparison: boolean,
): Found<FindingsPage> | Failed {
  const parsed = v.safeParse(schema, json);
  const findings = parsed.success
    ? parsed.output.rows.map((row) => toFinding(row, isComparison))
    : [];
  const lacksSide = isComparison && findings.some(({ side }) => side === undefined);
  if (!parsed.success || lacksSide) return unclearAnswer('findings');
  return { kind: 'found', value: { total: parsed.output.total, findings } };
}

function toFinding(row: v.InferOutput<typeof rowSchema>, isComparison: boolean): Finding {
  const { id, name, displayName, severity, componentName, isKev, compareSide } = row;
  return {
    id,
    name,
    displayName,
    severity,
    type: row.type ?? row.findingType,
    status: row.status ?? row.findingStatus,
    componentName,
    identifiers: row.identifiers.slice(0, MOST_IDENTIFIERS),
    // It may be left out when false; anything else that is not `false` counts.
    isKev: isKev !== undefined && isKev !== null && isKev !== false,
    // Without a baseline it was not requested, and `left` would hide the finding.
    side: isComparison ? compareSide : undefined,
  };
}
