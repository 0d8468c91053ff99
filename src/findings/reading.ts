/**
 * Asks for the findings of an image, page by page. Each request is tried again until it is answered
 * or time is up; between two reads there is time for the platform to catch up.
 */
import { type FindingsPage, type FindingsQuery, findingsPage } from '../binarly/findings.ts';
import { imageDetails } from '../binarly/image-details.ts';
import type { ProductRequest } from '../binarly/request.ts';
import type { ProductImages } from '../binarly/resolve-product.ts';
import { type Failed, failedByApi, type NothingFound } from '../model/api-result.ts';
import type { FindingsFailure } from '../model/failure-cause.ts';
import type { ImageDetails } from '../model/image-details.ts';
import type { Outage } from '../model/outage.ts';
import type { Ended } from '../model/verdict.ts';
import type { DecisiveAttempt } from '../polling/attempt.ts';
import { type Clock, sleepUntil } from '../polling/clock.ts';
import { type RetryTools, retryUntilFound } from '../polling/retry.ts';
import { nextSleepMs, type PollInterval } from '../polling/schedule.ts';
import { attemptWithout, resultAbout } from './after-scan.ts';

/** How long to read and how often to try. Instants are monotonic; all in milliseconds. */
export interface ReadingBudgets {
  /** When the scan completed, as far as its state says; else when a poll saw it. */
  readonly completedMs: number;
  /** When reading ends. */
  readonly endMs: number;
  readonly maxOutageMs: number;
  readonly interval: PollInterval;
}

export interface ReadingTools extends Omit<RetryTools, 'grace'> {
  /** Called with the number of findings read so far and the total. */
  readonly onRead?: (read: number, total: number) => void;
}

/** What was asked for, or how the wait for the image ends without it. */
type Answered<T> = { readonly kind: 'answered'; readonly value: T } | Stopped;

export interface Stopped {
  readonly kind: 'stopped';
  readonly ended: Ended;
}

/** What is read: the findings of an image, compared with those of another or not. */
type ComparedImages = Omit<FindingsQuery, 'page'>;

/** Foreseeable failures are returned, never thrown. */
export interface Reading {
  readonly clock: Clock;
  readonly budgets: ReadingBudgets;
  /** @param page from 1. @returns undefined for a page past the last one. */
  page(page: number, isPastEnd: boolean): Promise<Answered<FindingsPage | undefined>>;
  /** The image's details; undefined if they cannot be had. */
  details(): Promise<Answered<ImageDetails | undefined>>;
  /** Takes note of how many findings of a list have been read. */
  note(read: number, total: number): void;
  /**
   * Waits until another read may confirm the last one, a monotonic instant in milliseconds.
   * @param because what the last read contradicts, if it does.
   */
  pause(untilMs: number, because: FindingsFailure | undefined): Promise<undefined>;
  /** Waits after a read that contradicts itself or the counts. Good pages do not end that outage. */
  contradicted(cause: FindingsFailure): Promise<Stopped | undefined>;
}

export function createReading(
  images: ProductImages,
  compared: ComparedImages,
  budgets: ReadingBudgets,
  { onRead, onAttempt, ...tools }: ReadingTools,
): Reading {
  const { clock, signal, random } = tools;
  const { completedMs, endMs, maxOutageMs, interval } = budgets;
  const beganMs = clock.monotonicMs();
  const ageMs = () => clock.monotonicMs() - completedMs;
  const progress = { read: 0, total: 0 };
  /** The last contradiction; undefined if there is none. */
  let lastProblem: Failed | undefined;
  /** Lists in a row that contradict themselves or the counts, whatever pages came in between. */
  let contradictions: Outage | undefined;
  /** The details that were read last: a refusal does not undo what they say. */
  let lastDetails: ImageDetails | undefined;
  /** Whether a request has been made at the deadline or after it: the last one. */
  let isOver = false;

  async function ask<T>(
    request: ProductRequest<T>,
    otherwise: (result: NothingFound) => DecisiveAttempt<T | undefined>,
  ): Promise<Answered<T | undefined>> {
    // An interrupted reading ends as such.
    if (isOver && !signal.aborted) return timeUp();
    const retried = await retryUntilFound<T | undefined, NothingFound>(
      images.asking(() => request),
      otherwise,
      { deadlineMs: endMs, maxOutageMs, interval, ageMs },
      { ...tools, onAttempt },
    );
    isOver = clock.monotonicMs() >= endMs;
    switch (retried.kind) {
      case 'done':
        return { kind: 'answered', value: retried.value };
      case 'gave-up':
        return unavailable(retried.outage.failure, retried.forMs, retried.ended);
      case 'refused':
        return stopped({ status: 'error', refused: retried });
      case 'interrupted':
        return stopped({ status: 'interrupted' });
    }
  }

  function timeUp(): Stopped {
    const failure = lastProblem ?? failedByApi({ type: 'findings-unfinished', ...progress });
    return unavailable(failure, clock.monotonicMs() - beganMs, 'time');
  }

  return {
    clock,
    budgets,
    page: (page, isPastEnd) =>
      ask(findingsPage({ ...compared, page }), (result) =>
        isPastEnd && isNoPage(result)
          ? NOTHING
          : attemptWithout(resultAbout('findings', result), 'findings-not-found'),
      ),
    async details() {
      /** The last answer, if it was a refusal: one may pass. */
      let refusal: ReturnType<typeof httpRefusal>;
      const answered = await ask(imageDetails(compared.imageId), (result) => {
        const attempt = attemptWithout(resultAbout('findings', result), 'findings-not-found');
        const before = refusal;
        refusal = attempt.kind === 'refused' ? httpRefusal(result) : undefined;
        if (refusal === undefined) return attempt;
        // Details that are refused for good decide as little as details without counts.
        if (before !== undefined) return { kind: 'done', value: lastDetails };
        const { status, error } = refusal;
        const cause = { type: 'http-status', status, message: error?.message } as const;
        return { kind: 'failed', failure: failedByApi(cause) };
      });
      if (answered.kind === 'answered') lastDetails = answered.value;
      return answered;
    },
    note(read, total) {
      Object.assign(progress, { read, total });
      onRead?.(read, total);
    },
    async pause(untilMs, because) {
      lastProblem = because && failedByApi(because);
      contradictions = because && contradictions;
      await sleepUntil(Math.min(untilMs, endMs), clock, signal);
      return undefined;
    },
    async contradicted(cause) {
      const nowMs = clock.monotonicMs();
      const failure = failedByApi(cause);
      lastProblem = failure;
      const { times, sinceMs } = contradictions ?? { times: 0, sinceMs: nowMs };
      contradictions = { failure, times: times + 1, sinceMs };
      onAttempt?.(contradictions);
      const forMs = nowMs - sinceMs;
      if (forMs >= maxOutageMs) return unavailable(failure, forMs, 'max-outage');
      const pace = { interval, ageMs: ageMs(), failuresInRow: 1, retryAfterMs: undefined, random };
      const nextMs = Math.min(nowMs + nextSleepMs(pace), sinceMs + maxOutageMs, endMs);
      await sleepUntil(nextMs, clock, signal);
      return undefined;
    },
  };
}

function unavailable(failure: Failed, forMs: number, findings: 'max-outage' | 'time'): Stopped {
  return stopped({ status: 'unavailable', failure, forMs, reachedApi: true, findings });
}

export function stopped(ended: Ended): Stopped {
  return { kind: 'stopped', ended };
}

const NOTHING = { kind: 'done', value: undefined } as const;

/** A page past the last one most likely does not exist. */
function isNoPage(result: NothingFound): boolean {
  if (result.kind === 'absent' || httpRefusal(result)?.status === 400) return true;
  if (result.kind !== 'failed') return false;
  // The same from a server whose errors look different, or say nothing.
  const { cause } = result;
  const isBare = cause.type === 'not-json' && cause.body === 'empty';
  return (cause.type === 'http-status' || isBare) && (cause.status === 400 || cause.status === 404);
}

function httpRefusal(result: NothingFound) {
  return result.kind === 'refused' && result.cause.type === 'http-status'
    ? result.cause
    : undefined;
}
