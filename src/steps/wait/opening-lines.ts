/** The words at the start of the log: what the step waits for, and what it cannot use. */
import type { IgnoredBypasses } from '../../http/proxy.ts';
import { AUTO_LONGEST_MS, AUTO_SHORTEST_MS } from '../../polling/schedule.ts';
import { formatExact } from '../../util/duration.ts';
import { formatUtc, printable } from '../../util/text.ts';
import type { Settings } from './settings.ts';

/** What the step waits for, how long, and how often it polls. */
export function openingLine(settings: Settings): string {
  const { scanId, imageIds, product, createdAfter, timeoutMs, pollInterval } = settings;
  const scan = scanId === undefined ? 'the newest scan' : `scan ${printable(scanId)}`;
  const after = createdAfter === undefined ? '' : ` created at or after ${createdAfter.text}`;
  const often =
    pollInterval.kind === 'fixed'
      ? formatExact(pollInterval.ms)
      : `${AUTO_SHORTEST_MS / 1000} to ${AUTO_LONGEST_MS / 1000} s`;
  const wait =
    timeoutMs === 0
      ? 'Polling once'
      : `Waiting up to ${formatExact(timeoutMs)}, polling every ${often},`;
  const [first = '', ...others] = imageIds;
  const image =
    others.length === 0 ? `image ${printable(first)}` : `each of ${imageIds.length} images`;
  return `${wait} for ${scan}${after} of ${image} in product ${printable(product)}.`;
}

/**
 * @param variable the variable that names the proxy; its value may hold a password and is not
 * shown.
 */
export function ignoredProxyLine(variable: string, hostname: string): string {
  return (
    `The proxy in ${variable} is not used for ${hostname}: ` +
    'write it like http://proxy.example:3128, and write a % in its user name or password as %25.'
  );
}

/** How many entries of `no_proxy` a line names. */
const MOST_ENTRIES = 5;

export function ignoredBypassesLine(
  { variable, entries }: IgnoredBypasses,
  hostname: string,
): string {
  const named = entries.slice(0, MOST_ENTRIES).map((entry) => printable(entry, 60));
  const all = entries.length > named.length ? [...named, 'others'] : named;
  return (
    `In ${variable}, ${all.join(', ')} cannot be read, and the proxy is used for ${hostname}: ` +
    'list host names or domains, separated by commas; ranges and patterns have no effect.'
  );
}

/** The warning about an empty line between IDs, which a mistyped output leaves. */
export function emptyLineWarning(imageCount: number): string {
  const images = imageCount === 1 ? '1 image' : `${imageCount} images`;
  return (
    `\`image\` has an empty line between its IDs, and this step waits for ${images}: ` +
    'if that is too few, check the outputs that the lines come from.'
  );
}

/**
 * The warning about a token that will expire. The error says it of one that has expired.
 * @param endMs when it expires; undefined if unknown. All are in milliseconds since the epoch.
 * @param untilMs until when it is needed.
 * @returns undefined if it lasts, or has expired.
 */
export function expiryWarning(
  endMs: number | undefined,
  nowMs: number,
  untilMs: number,
): string | undefined {
  if (endMs === undefined || endMs <= nowMs || endMs >= untilMs) return undefined;
  return (
    `\`token\` expires at ${formatUtc(endMs)}, before \`timeout\` is over: ` +
    'use `client-id` and `client-secret` instead, so that this action can renew its tokens.'
  );
}
