/** A question that the waits for several images ask, and that needs one answer. */
import type { Answer } from '../model/answer.ts';
import type { Clock } from '../polling/clock.ts';
import type { PollLimits } from '../polling/limits.ts';
import type { Ask } from '../polling/retry.ts';

/**
 * Whoever asks while a request is under way gets its answer, and what was found is the answer from
 * then on. As long as the server has asked to be left alone, the last failure is the answer.
 */
export function sharedQuestion<T>(ask: Ask<T>, clock: Clock): Ask<T> {
  let last: Answer<T> | undefined;
  let answeredMs = 0;
  let underway: Promise<Answer<T>> | undefined;

  async function send(limits: PollLimits): Promise<Answer<T>> {
    last = await ask(limits);
    answeredMs = clock.monotonicMs();
    return last;
  }

  return async (limits) => {
    if (last?.kind === 'found') return last;
    if (last?.kind === 'failed') {
      const { retryAfterMs = 0 } = last;
      const leftMs = answeredMs + retryAfterMs - clock.monotonicMs();
      if (leftMs > 0) return { ...last, retryAfterMs: leftMs };
    }
    underway ??= send(limits).finally(() => {
      underway = undefined;
    });
    return underway;
  };
}
