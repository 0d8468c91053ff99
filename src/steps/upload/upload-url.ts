/** Where a file may be sent. */
import { isLoopback } from '../../inputs/addresses.ts';

/**
 * @param address as the API gave it; a relative one belongs to `api-url`.
 * @returns undefined if a file must not be sent there: not https, or with a user name, which would
 * become a credential of its own.
 */
export function storageUrl(address: string, apiUrl: string): URL | undefined {
  if (!URL.canParse(address, `${apiUrl}/`)) return undefined;
  const url = new URL(address, `${apiUrl}/`);
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isSafe && url.username === '' && url.password === '' ? url : undefined;
}

/** A shorter value of a query is no secret, and masking it would garble the log. */
const SHORTEST_SECRET = 32;

/** What of a signed address must never be shown: its query, and each long value in it. */
export function secretsOf({ search, searchParams }: URL): readonly string[] {
  const values = [...searchParams.values()].filter(({ length }) => length >= SHORTEST_SECRET);
  return [search.slice(1), ...values, ...values.map(encodeURIComponent)].filter(
    (secret, index, all) => secret !== '' && all.indexOf(secret) === index,
  );
}
