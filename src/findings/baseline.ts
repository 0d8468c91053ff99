/** Whether the baseline can be compared with: its newest scan must have completed. */
import {
  type Absent,
  type Answer,
  type Found,
  failedByApi,
  type Refused,
  refusedByApi,
} from '../model/answer.ts';
import { classifyState, type Scan } from '../model/scan.ts';
import type { PollLimits } from '../polling/limits.ts';

/** Checks the baseline until it has been found good once. */
export type BaselineCheck = (limits: PollLimits) => Promise<Answer<Scan>>;

/** @param ask asks for the newest scan of the baseline image. */
export function createBaselineCheck(ask: BaselineCheck): BaselineCheck {
  let good: Found<Scan> | undefined;
  return async (limits) => {
    if (good !== undefined) return good;
    const answer = judgeBaseline(await ask(limits));
    if (answer.kind === 'found') good = answer;
    return answer;
  };
}

/**
 * A baseline that is missing or was never scanned would make every finding new; one that is still
 * being scanned would make some of them new.
 */
function judgeBaseline(answer: Answer<Scan>): Answer<Scan> {
  if (answer.kind === 'absent') return isProductUnknown(answer) ? answer : absent(answer);
  if (answer.kind === 'refused') return namedRefusal(answer);
  if (answer.kind !== 'found') return answer;
  const state = answer.value.state?.type;
  switch (classifyState(state)) {
    case 'completed':
      return answer;
    case 'failed':
    case 'cancelled':
      return refusedByApi({ type: 'baseline-not-completed', state: String(state) });
    default:
      return {
        ...failedByApi({ type: 'baseline-unfinished', state }),
        retryAfterMs: answer.retryAfterMs,
      };
  }
}

/** In this case the 404 is about `product`, and the question about the image itself reports it. */
function isProductUnknown({ cause }: Absent): boolean {
  return cause.type === 'not-found' && cause.unknownProduct !== undefined;
}

function absent({ cause }: Absent): Refused {
  return refusedByApi({ type: 'baseline-absent', absent: cause });
}

/** A 400 to the first question about the baseline is about its ID. */
function namedRefusal(answer: Refused): Refused {
  const { cause } = answer;
  if (cause.type !== 'http-status' || cause.status !== 400 || cause.error === undefined)
    return answer;
  return refusedByApi({ type: 'baseline-invalid', message: cause.error.message });
}
