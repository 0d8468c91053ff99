import type { Failed, Refused } from '../model/answer.ts';

/**
 * The refusal after two attempts in a row that were each refused a token issued in that attempt.
 * @returns undefined if that is not what happened.
 */
export function refusedTwice(
  before: Failed | undefined,
  { endpoint, cause }: Failed,
): Refused | undefined {
  return before?.cause.type === 'fresh-token-refused' && cause.type === 'fresh-token-refused'
    ? { kind: 'refused', endpoint, cause }
    : undefined;
}
