/** A request that the waits for several images make, and that needs one answer. */
import type { ApiResult } from '../model/api-result.ts';
import type { Ask } from '../polling/attempt.ts';
import type { CallOptions } from '../polling/call-options.ts';
import type { Clock } from '../polling/clock.ts';

/**
 * Whoever asks while a request is under way gets its answer, and what was found is the answer from
 * then on. As long as the server has asked to be left alone, the last failure is the answer.
 */
export function sharedRequest<T>(ask: Ask<T>, clock: Clock): Ask<T> {
  let last: ApiResult<T> | undefined;
  let answeredMs = 0;
  let underway: Promise<ApiResult<T>> | undefined;

  async function send(call: CallOptions): Promise<ApiResult<T>> {
    last = await ask(call);
    answeredMs = clock.monotonicMs();
    return last;
  }

  return async (call) => {
    if (last?.kind === 'found') return last;
    if (last?.kind === 'failed') {
      const { retryAfterMs = 0 } = last;
      const leftMs = answeredMs + retryAfterMs - clock.monotonicMs();
      if (leftMs > 0) return { ...last, retryAfterMs: leftMs };
    }
    underway ??= send(call).finally(() => {
      underway = undefined;
    });
    return underway;
  };
}
