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

function isUsable(url: URL): boolean {
  try {
    return Boolean(getProxyUrl(url)?.hostname);
  } catch {
    return false;
  }
}
