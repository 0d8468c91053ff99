/**
 * The proxy that the environment names. The package `@actions/http-client` reads it and ignores it
 * silently if it cannot use it.
 */
import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';

/**
 * Finds a proxy that is named for this address but not used: the client silently ignores one
 * without a scheme or with a `%` that is not an escape.
 * @returns the variable that names it; undefined if there is none or it works.
 */
export function ignoredProxy(url: URL): string | undefined {
  if (url.protocol !== 'https:' || checkBypass(url)) return undefined;
  const name = ['https_proxy', 'HTTPS_PROXY'].find((variable) => process.env[variable]);
  return name === undefined || isUsable(url) ? undefined : name;
}

/** The host names for which the environment asks to bypass the proxy, but that have no effect. */
export interface IgnoredBypasses {
  /** The variable that lists them. */
  readonly variable: string;
  /** At least one. */
  readonly entries: readonly string[];
}

/**
 * Finds what the client does not understand in `no_proxy`: it knows host names and domains, but no
 * ranges, no patterns, and no separator but the comma.
 * @returns undefined if there is nothing, or no proxy is used for this address.
 */
export function ignoredBypasses(url: URL): IgnoredBypasses | undefined {
  const { no_proxy: lower, NO_PROXY: upper } = process.env;
  const given = lower || upper;
  if (!given || !isUsable(url)) return undefined;
  const variable = lower ? 'no_proxy' : 'NO_PROXY';
  const all = given.split(',').map((entry) => entry.trim());
  const entries = all.filter((entry) => entry !== '*' && NOT_A_HOST.test(entry));
  return entries.length === 0 ? undefined : { variable, entries };
}

/** A range, a pattern, an address, several hosts, or an IPv6 address without its brackets. */
const NOT_A_HOST = /[\s/*;]|^[^[]*:.*:/;

/** Whether the client uses a proxy for this address. */
function isUsable(url: URL): boolean {
  try {
    return Boolean(getProxyUrl(url)?.hostname);
  } catch {
    return false;
  }
}
