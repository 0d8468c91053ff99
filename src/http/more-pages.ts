/** Whether an answer says that it is not whole. */

/** @returns true for a 206 and for a link to the next page. */
export function saysThereIsMore(status: number, link: string | undefined): boolean {
  return status === 206 || hasNextPage(link ?? '');
}

/** @param link the header `Link` (RFC 8288): of several, Node makes one. */
export function hasNextPage(link: string): boolean {
  return link.split('<').some((part) => relationsOf(part).includes('next'));
}

/** @param part a target and its parameters, as in `/page/2>; rel="last next"`. */
function relationsOf(part: string): readonly string[] {
  const parameters = part.slice(part.indexOf('>') + 1);
  const [, quoted, plain] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/i.exec(parameters) ?? [];
  return (quoted ?? plain ?? '').toLowerCase().split(/\s+/);
}
