/** An error in the API's own format (docs.binarly.io, errors). */
import * as v from 'valibot';
import type { ApiError } from '../model/refusal-cause.ts';
import { printable } from '../util/text.ts';

const line = v.pipe(
  v.string(),
  v.transform((text) => printable(text)),
);
/** Go writes an unknown value as an empty string. */
const maybeLine = v.fallback(v.optional(v.pipe(line, v.nonEmpty())), undefined);
const detail = v.object({ reason: maybeLine, field: maybeLine });
const errorSchema = v.object({
  message: line,
  permission: maybeLine,
  resourceName: maybeLine,
  details: v.fallback(v.optional(v.array(v.fallback(detail, {})), []), []),
});

/** How many details are quoted. */
const MOST_DETAILS = 3;

/** @returns undefined if it is not in the API's own format. */
export function readError(json: unknown): ApiError | undefined {
  const parsed = v.safeParse(errorSchema, json);
  if (!parsed.success) return undefined;
  const { message, permission, resourceName, details } = parsed.output;
  const said = details.slice(0, MOST_DETAILS).flatMap(({ field, reason }) => {
    return [field, reason].filter((text) => text !== undefined).join(': ') || [];
  });
  return { message, permission, resourceName, details: said.join('; ') };
}
