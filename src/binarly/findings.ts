/** What was found in an image: counts for whoever reads the report. They decide nothing. */
import * as v from 'valibot';

export interface Findings {
  /** By type of finding, as the platform names it. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many are in CISA's catalogue of Known Exploited Vulnerabilities. */
  readonly kev: number;
}

/** Binarly documents twelve types; a list much longer is not one of types. */
const MOST_TYPES = 100;

// A count of zero may be left out, as generators of JSON from Protocol Buffers do.
const count = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
const schema = v.object({
  counts: v.object({
    findingTypeCounts: v.optional(
      v.pipe(
        v.array(v.object({ type: v.pipe(v.string(), v.maxLength(100)), count })),
        v.maxLength(MOST_TYPES),
      ),
      [],
    ),
    kev: count,
  }),
});

/** Reads the answer to «get image» with counts (docs.binarly.io, get-image). @returns undefined for any other shape. */
export function readFindings(json: unknown): Findings | undefined {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return undefined;
  const { findingTypeCounts, kev } = parsed.output.counts;
  return {
    counts: Object.fromEntries(findingTypeCounts.map(({ type, count }) => [type, count])),
    kev,
  };
}
