/** For tests that stand in for the API: what its client knows from one answer to the next. */
import type { ApiResult } from '../../src/model/api-result.ts';

/** Once the API has answered, each failure says so. */
export function rememberingContact<T>(): (result: ApiResult<T>) => ApiResult<T> {
  let hasAnswered = false;
  return (result) => {
    const { kind } = result;
    const isContact = kind === 'found' || kind === 'absent';
    hasAnswered ||= isContact || (kind === 'failed' && result.reached === 'api');
    return kind === 'failed' && hasAnswered ? { ...result, reached: 'api' } : result;
  };
}
