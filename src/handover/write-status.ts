/** Carries out the protocol against GitHub, and outlasts its trouble while there is time. */
import { GITHUB_TROUBLE_MS, type GitHubApi, type GitHubResult } from '../github/api.ts';
import {
  type AddedStatus,
  addStatus,
  listStatuses,
  putBackStatus,
  type StatusContext,
} from '../github/statuses.ts';
import type { GitHubProblem } from '../model/github-problem.ts';
import type { Clock } from '../polling/clock.ts';
import {
  type Outcome,
  PAUSE_MS,
  type Writing,
  type WritingReply,
  type WritingStep,
} from './protocol.ts';

/** How the protocol ended, or which request to GitHub did not work. */
type CarriedOut =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly problem: GitHubProblem };

export type Written = CarriedOut & {
  /** What is known of the status; undefined if it was not written. */
  readonly added: AddedStatus | undefined;
};

export interface WriteOptions {
  readonly api: GitHubApi;
  readonly clock: Clock;
  /** The interruption. It aborts nothing, but leaves little time. */
  readonly signal: AbortSignal;
}

/** The runner kills an interrupted step after 10 s, and outputs and summary need some of them. */
const INTERRUPTED_LIMIT_MS = 3_000;

/**
 * @param login the identity that we write as. Undefined before the first write, whose answer names
 * it.
 */
export async function writeStatus(
  writing: Writing,
  target: StatusContext,
  login: string | undefined,
  { api, clock, signal }: WriteOptions,
): Promise<Written> {
  const timeIsUp = new AbortController();
  const done = new AbortController();
  void stopInTime(clock, signal, done.signal).then(() => timeIsUp.abort());
  const budget = () => ({
    untilMs: clock.monotonicMs() + GITHUB_TROUBLE_MS,
    signal: timeIsUp.signal,
    hurry: signal,
  });
  let added: AddedStatus | undefined;
  async function ask(step: WritingStep): Promise<GitHubResult<Partial<WritingReply>>> {
    switch (step.type) {
      case 'pause':
        await clock.sleep(PAUSE_MS, timeIsUp.signal);
        return { ok: true, value: {} };
      case 'list':
        return listStatuses(api, target, login ?? added?.creator, budget());
      case 'write': {
        const result = await addStatus(api, target, step.status, budget());
        if (result.ok) added = result.value;
        return result;
      }
      case 'put-back':
        return putBackStatus(api, target, step.status, budget());
    }
  }
  const ended = await carryOut(writing, ask);
  done.abort();
  return { ...ended, added };
}

async function carryOut(
  writing: Writing,
  ask: (step: WritingStep) => Promise<GitHubResult<Partial<WritingReply>>>,
): Promise<CarriedOut> {
  let reply: WritingReply = { statuses: [], id: undefined };
  for (;;) {
    const step = writing.next(reply);
    if (step.done === true) return { ok: true, outcome: step.value };
    const asked = await ask(step.value);
    if (!asked.ok) return asked;
    const { statuses = [], id } = asked.value;
    reply = { statuses, id };
  }
}

/** Ends when an interruption leaves no more time. */
async function stopInTime(clock: Clock, signal: AbortSignal, done: AbortSignal): Promise<void> {
  const either = AbortSignal.any([signal, done]);
  if (!either.aborted)
    await new Promise((resolve) => either.addEventListener('abort', resolve, { once: true }));
  if (signal.aborted) await clock.sleep(INTERRUPTED_LIMIT_MS, done);
}
