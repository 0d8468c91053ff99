/** The proxy that the environment names. @actions/http-client reads it there, and says nothing where it cannot use it. */
import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy';

/**
 * What to say of a proxy that is named for this address and not used: without a scheme, or with a `%` that is no escape, the
 * client passes it by without a word.
 * @returns a line for the log, which never holds the variable's value; undefined where all is well.
 */
export function proxyProblem(url: URL): string | undefined {
  if (url.protocol !== 'https:' || checkBypass(url)) return undefined;
  const name = ['https_proxy', 'HTTPS_PROXY'].find((variable) => process.env[variable]);
  if (name === undefined || isUsable(url)) return undefined;
  return (
    `The proxy in ${name} is not used for ${url.hostname}: write it like http://proxy.example:3128, ` +
    'and a % in its user name or password as %25.'
  );
}

function isUsable(url: URL): boolean {
  try {
    return Boolean(getProxyUrl(url)?.hostname);
  } catch {
    return false;
  }
}
