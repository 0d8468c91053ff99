/** What it means for an upload that the API answers 404. Pure. */
import { type Absent, type Refused, refusedByApi } from '../../model/answer.ts';

/** There is nothing to wait for: the product does not exist, or the credential may not see it. */
export function refusedAbsence({ cause }: Absent): Refused {
  if (cause.type !== 'not-found')
    return refusedByApi({ type: 'http-status', status: 404, error: undefined });
  const { message, unknownProduct } = cause;
  if (unknownProduct !== undefined)
    return refusedByApi({ type: 'unknown-product', product: unknownProduct });
  const error = { message, permission: undefined, resourceName: undefined, details: '' };
  return refusedByApi({ type: 'http-status', status: 404, error });
}
