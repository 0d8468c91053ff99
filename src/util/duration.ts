/** Durations as people write them in a workflow and read them in a log. */

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** How long a job can run on a self-hosted runner (GitHub: usage limits). */
export const LONGEST_DURATION_MS = 120 * HOUR_MS;

const SYNTAX = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;

export type ParsedDuration =
  | { readonly ok: true; readonly ms: number }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads `1h`, `90m`, `1h30m`, `45s` or `1.5h`: decimal numbers with the units h, m and s, in that
 * order.
 * @returns the duration in whole milliseconds, or what is wrong and how to write it.
 */
export function parseDuration(text: string): ParsedDuration {
  if (/^\d+(\.\d+)?$/.test(text)) return problem(`has no unit: write ${withUnits(text)}`);
  const match = SYNTAX.exec(text);
  if (text === '' || match === null)
    return problem('is not a duration: write it like 45s, 90m or 1h30m');
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  const ms = Math.round(
    Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS,
  );
  if (ms > LONGEST_DURATION_MS) return problem('is longer than a job can run: use at most 120h');
  return { ok: true, ms };
}

function problem(text: string): ParsedDuration {
  return { ok: false, problem: text };
}

function withUnits(number: string): string {
  return number.length > 9 ? 'h, m or s after it' : `${number}s, ${number}m or ${number}h`;
}

/**
 * Writes a duration in its two largest units, rounded down to whole seconds: `1 h 30 min`, `5 min`,
 * `45 s`.
 * @param ms milliseconds; a negative value reads as `0 s`.
 */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = h > 0 ? [amount(h, 'h'), amount(min, 'min')] : [amount(min, 'min'), amount(s, 's')];
  return parts.filter((part) => part !== '').join(' ') || '0 s';
}

/** Writes a duration exactly, to the millisecond. @param ms milliseconds. */
export function formatExact(ms: number): string {
  return ms % 1000 === 0 ? formatDuration(ms) : `${ms / 1000} s`;
}

function amount(value: number, unit: string): string {
  return value === 0 ? '' : `${value} ${unit}`;
}
