/** What follows from the answer to the request that creates the image. Pure. */
import type { ApiResult, Failed, Refused } from '../../model/api-result.ts';

/**
 * `created`: here is the image. `again`: it did not work, so repeat it. `look`: it may have worked,
 * so look for the image first. `exists`: an image is in the way. `look-once`: an earlier try may be
 * why this one is refused. `refused`: it cannot work.
 */
export type Meaning =
  | 'created'
  | 'again'
  | 'look'
  | 'exists'
  | 'look-once'
  | 'refused'
  | 'interrupted';

/** @param mayExist whether an earlier try may have worked. */
export function meaningOf(result: ApiResult<unknown>, mayExist: boolean): Meaning {
  // A 409 means the same from any server, in any form.
  const conflict = mayExist ? 'look-once' : 'exists';
  switch (result.kind) {
    case 'found':
      return 'created';
    case 'failed':
      if (statusOf(result) === 409) return conflict;
      return mayHaveWorked(result) ? 'look' : 'again';
    case 'absent':
      return mayExist ? 'look-once' : 'refused';
    case 'refused':
      if (statusOf(result) === 409) return conflict;
      return mayExist && statusOf(result) === 400 ? 'look-once' : 'refused';
    case 'interrupted':
      return 'interrupted';
  }
}

function statusOf({ cause }: Failed | Refused): number | undefined {
  return cause.type === 'http-status' ? cause.status : undefined;
}

/** What the operating system says if there was never a connection. */
const NOT_CONNECTED: ReadonlySet<string | undefined> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
]);

/** Whether the request may have reached the platform, which may have created the image. */
function mayHaveWorked({ endpoint, cause }: Failed): boolean {
  // Without a token, nothing was sent.
  if (endpoint !== 'api') return false;
  switch (cause.type) {
    case 'http-status':
      return cause.status >= 500;
    case 'network':
      return !NOT_CONNECTED.has(cause.code);
    case 'not-json':
      return cause.status < 300;
    case 'no-time':
    case 'no-tls':
    case 'proxy-status':
    case 'proxy-connection':
    case 'fresh-token-refused':
    // The product was not found, so there was nowhere to send it.
    case 'unreadable-product-id':
    case 'paged-list':
      return false;
    default:
      return true;
  }
}
