/**
 * The findings grid of the emulated platform: scope filters, paging, sorting, fields and comparison
 * as in Binarly's API. Severity and status are not filters here, because the action must not use
 * them as such.
 */
import * as v from 'valibot';
import { apiError, type Fault, jsonAnswer } from './faults.ts';

/** A row as the API returns it; `secret` and `description` are sent only on request. */
export interface FindingRow {
  readonly id: string;
  readonly [property: string]: unknown;
}

export interface FindingsScript {
  /** Each request for findings is counted from 1, so that a list can change while it is read. */
  readonly rows: readonly FindingRow[] | ((request: number) => readonly FindingRow[]);
  /** What the answer reports as `total`; the true number if left out. */
  readonly total?: (truth: number, request: number) => number;
  /** Answers with page 1, whichever page was requested. */
  readonly repeatsFirstPage?: boolean;
}

export interface ImageWithFindings {
  readonly productId: string;
  readonly imageId: string;
  readonly findings?: FindingsScript;
}

export const GRID_PATH = '/api/v4/grids/findings:gridList';

const filter = v.object({
  field: v.picklist(['productId', 'imageId', 'compareLeftImageId', 'compareRightImageId']),
  comparator: v.literal('equals'),
  value: v.string(),
});
const schema = v.object({
  page: v.object({
    num: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
    size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  }),
  filters: v.array(filter),
  sortBy: v.object({ field: v.literal('id'), direction: v.literal('ascend') }),
  fields: v.array(v.string()),
});

/** Rows use different names for two of the fields than requests do. */
const PROPERTIES: Readonly<Record<string, string>> = {
  findingType: 'type',
  findingStatus: 'status',
};

/**
 * @param body the request's, as text.
 * @param request the number of this request for findings.
 */
export function answerGrid(
  images: readonly ImageWithFindings[],
  body: string,
  request: number,
): Fault {
  const parsed = v.safeParse(schema, JSON.parse(body));
  if (!parsed.success) return apiError(400, v.summarize(parsed.issues));
  const { page, filters, fields } = parsed.output;
  const scope = Object.fromEntries(filters.map(({ field, value }) => [field, value]));
  const find = (imageId: string | undefined) =>
    images.find((it) => it.imageId === imageId && it.productId === scope['productId']);
  const isComparison = scope['compareLeftImageId'] !== undefined;
  const image = find(isComparison ? scope['compareRightImageId'] : scope['imageId']);
  // The real API limits results to what the caller may view.
  if (image === undefined) return jsonAnswer(200, { total: 0, rows: [] });
  const right = rowsOf(image, request);
  const rows = isComparison
    ? compare(rowsOf(find(scope['compareLeftImageId']), request), right)
    : right;
  const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const { total = (truth: number) => truth, repeatsFirstPage = false } = image.findings ?? {};
  const start = repeatsFirstPage ? 0 : (page.num - 1) * page.size;
  return jsonAnswer(200, {
    total: total(sorted.length, request),
    rows: sorted.slice(start, start + page.size).map((row) => pick(row, fields)),
  });
}

function rowsOf(image: ImageWithFindings | undefined, request: number): readonly FindingRow[] {
  const rows = image?.findings?.rows ?? [];
  return typeof rows === 'function' ? rows(request) : rows;
}

function compare(left: readonly FindingRow[], right: readonly FindingRow[]): FindingRow[] {
  const [inLeft, inRight] = [left, right].map((rows) => new Set(rows.map(({ id }) => id)));
  return [
    ...left.filter(({ id }) => !inRight?.has(id)).map((row) => ({ compareSide: 'left', ...row })),
    ...right.map((row) => ({ compareSide: inLeft?.has(row.id) ? 'both' : 'right', ...row })),
  ];
}

function pick(row: FindingRow, fields: readonly string[]): Record<string, unknown> {
  const properties = fields.map((field) => PROPERTIES[field] ?? field);
  return Object.fromEntries(Object.entries(row).filter(([key]) => properties.includes(key)));
}
