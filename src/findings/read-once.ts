/**
 * Reads all findings of an image and judges them, unless something fails. A list that changes while
 * it is read, or that contradicts the API's other answers, is read from the start again: a missing
 * page must never lead to a pass.
 */

import type { FindingsPage } from '../binarly/findings.ts';
import type { Answer, Found } from '../model/answer.ts';
import type { ImageDetails } from '../model/image-details.ts';
import type { Judgement, Policy } from '../model/policy.ts';
import type { Clock } from '../polling/clock.ts';
import type { PollLimits } from '../polling/limits.ts';
import { createFindingsList } from './findings-list.ts';

/** The questions about one image. */
export interface FindingsQuestions {
  /** @param page from 1. */
  readonly askForPage: (page: number, limits: PollLimits) => Promise<Answer<FindingsPage>>;
  readonly askForDetails: (limits: PollLimits) => Promise<Answer<ImageDetails>>;
  /** Found if the baseline can be compared with; undefined without a baseline. */
  readonly checkBaseline: ((limits: PollLimits) => Promise<Answer<unknown>>) | undefined;
}

/** @param limits returns what bounds the next request. */
export type ReadOnce = (limits: () => PollLimits) => Promise<Answer<Judgement>>;

type Problem = Exclude<Answer<never>, Found<never>>;

/**
 * How long to wait before confirming a list on which nothing counts, in milliseconds: an index may
 * lag.
 */
const CONFIRM_AFTER_MS = 5_000;

/**
 * @param policies a finding counts if it counts under any of them.
 * @returns a function that resumes where its last call failed.
 */
export function createReadOnce(
  policies: readonly Policy[],
  { askForPage, askForDetails, checkBaseline }: FindingsQuestions,
  clock: Clock,
  signal: AbortSignal,
): ReadOnce {
  let list = createFindingsList(policies);
  let wholeSinceMs: number | undefined;

  function startOver(): void {
    list = createFindingsList(policies);
    wholeSinceMs = undefined;
  }

  /** Asks, and has the list check the answer. @returns undefined if all is well. */
  async function check<T>(
    answer: Promise<Answer<T>>,
    problemOf: (value: T) => Problem | undefined,
  ): Promise<Problem | undefined> {
    const given = await answer;
    if (given.kind !== 'found') return given;
    const problem = problemOf(given.value);
    if (problem !== undefined) startOver();
    return problem;
  }

  async function readPages(limits: () => PollLimits): Promise<Problem | undefined> {
    for (let page = list.nextPage(); page !== undefined; page = list.nextPage()) {
      const problem = await check(askForPage(page, limits()), list.add);
      if (problem !== undefined) return problem;
    }
    if (!list.needsCounts()) return undefined;
    return check(askForDetails(limits()), ({ findings }) => list.checkCounts(findings));
  }

  return async (limits) => {
    const baseline = await checkBaseline?.(limits());
    if (baseline !== undefined && baseline.kind !== 'found') return baseline;
    const problem = await readPages(limits);
    if (problem !== undefined) return problem;
    const judgement = list.judgement();
    if (judgement.blocking.length > 0) return { kind: 'found', value: judgement };
    wholeSinceMs ??= clock.monotonicMs();
    await clock.sleep(wholeSinceMs + CONFIRM_AFTER_MS - clock.monotonicMs(), signal);
    const changed = await check(askForPage(1, limits()), list.confirm);
    return changed ?? { kind: 'found', value: judgement };
  };
}
