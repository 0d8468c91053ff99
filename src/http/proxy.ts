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

/**
 * Finds a list of hosts without proxy that has entries which are silently ignored: ranges, patterns
 * and entries without a comma between them. The client compares only host names and their ends.
 * @returns the variable; undefined if there is no proxy for this address, or all entries count.
 */
export function ignoredNoProxy(url: URL): string | undefined {
  const suffix = url.protocol === 'https:' ? 's' : '';
  const proxies = [`http${suffix}_proxy`, `HTTP${suffix.toUpperCase()}_PROXY`];
  if (!proxies.some((variable) => process.env[variable])) return undefined;
  const name = ['no_proxy', 'NO_PROXY'].find((variable) => process.env[variable]);
  const entries = (name === undefined ? '' : `${process.env[name]}`).split(',');
  const isIgnored = (entry: string) => entry !== '*' && /[/*\s]/.test(entry);
  return entries.some((entry) => isIgnored(entry.trim())) ? name : undefined;
}

function isUsable(url: URL): boolean {
  try {
    return Boolean(getProxyUrl(url)?.hostname);
  } catch {
    return false;
  }
}
