/** The words at the start of a log, about what a step cannot use. */
import type { IgnoredBypasses } from '../http/proxy.ts';
import { formatUtc, printable } from '../util/text.ts';

/**
 * @param variable the variable that names the proxy; its value may hold a password and is not
 * shown.
 */
export function ignoredProxyLine(variable: string, hostname: string): string {
  return (
    `Ignoring the proxy in ${variable} for ${hostname}: use the form http://proxy.example:3128, ` +
    'and write a % in its user name or password as %25.'
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
