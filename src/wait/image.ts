/** One image's wait: choose its scan, stay with that one, poll it until there is a verdict. */
import type { Answer } from '../binarly/answer.ts';
import type { ImageRef, Scans } from '../binarly/client.ts';
import type { Scan } from '../binarly/scan.ts';
import type { Limits } from '../http/http.ts';
import type { Clock } from '../util/clock.ts';
import type { Instant } from '../util/instant.ts';
import { type Change, changes, type WaitEvent } from './event.ts';
import { type Attempt, type Polled, poll } from './poll.ts';
import { type Budgets, begin, observe, type Progress, verdictAtDeadline } from './progress.ts';
import { nextSleepMs, type PollInterval } from './schedule.ts';
import type { Verdict } from './verdict.ts';

/** What to wait for, and how long. Durations in milliseconds. */
export interface Wait extends ImageRef, Budgets {
  /** This scan instead of the newest. */
  readonly scanId: string | undefined;
  readonly createdAfter: Instant | undefined;
  readonly timeoutMs: number;
  readonly pollInterval: PollInterval;
}

export interface WaitParts {
  readonly client: Scans;
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  /** Interruption; nothing else aborts. */
  readonly signal: AbortSignal;
  readonly tell: (event: WaitEvent) => void;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly progress: Progress;
  readonly waitedMs: number;
  /** Whether the scan was over before this wait began: then nothing was waited for, which a reader should know. */
  readonly finishedBefore: boolean;
}

/** The longest that one request may take. */
const REQUEST_LONGEST_MS = 30_000;
/** However little time is left, a request made at the deadline gets as much. */
const REQUEST_SHORTEST_MS = 5_000;
/** A poll may take several requests, for tokens; so long after the deadline the last of them ends. */
const GRACE_MS = 10_000;

/** Waits for one image's scan. Never throws what it can foresee: every end is a verdict. */
export async function waitForImage(wait: Wait, parts: WaitParts): Promise<Outcome> {
  const { client, clock, random, signal, tell } = parts;
  const beganMs = clock.monotonicMs();
  const beganWallMs = clock.wallMs();
  const deadlineMs = beganMs + wait.timeoutMs;
  let progress = begin(beganMs);

  function announce(change: Change): void {
    tell({ ...change, waitedMs: clock.monotonicMs() - beganMs, progress });
  }

  const limits: Limits = {
    signal,
    limitMs() {
      const leftMs = deadlineMs - clock.monotonicMs();
      return Math.min(Math.max(leftMs, REQUEST_SHORTEST_MS), REQUEST_LONGEST_MS, leftMs + GRACE_MS);
    },
  };

  function ask(): Promise<Answer<Scan>> {
    const scanId = wait.scanId ?? progress.scan?.id;
    if (scanId === undefined) return client.newestScan(wait, wait.createdAfter, limits);
    return client.scan(wait, scanId, limits);
  }

  async function attempt(): Promise<Attempt<Verdict>> {
    const answer = await ask();
    // An answer that was on its way at the deadline counts as one of that moment, so that no budget ends behind it.
    const now = Math.min(clock.monotonicMs(), deadlineMs);
    const before = progress;
    const observation = observe(before, answer, now, wait);
    progress = observation.progress;
    announce({ kind: 'polled', answer });
    for (const change of changes(before, progress, now)) announce(change);
    if (observation.verdict !== undefined) return { done: true, value: observation.verdict };
    const sleepMs = nextSleepMs({
      interval: wait.pollInterval,
      ageMs: ageMs(progress.scan, clock.wallMs(), now - beganMs),
      failuresInRow: progress.failuresInRow,
      retryAfterMs: 'retryAfterMs' in answer ? answer.retryAfterMs : undefined,
      random,
    });
    return { done: false, sleepMs, dueMs: observation.dueMs };
  }

  const polled = await poll(attempt, { clock, deadlineMs, signal });
  const verdict = conclude(polled, progress, deadlineMs);
  return {
    verdict,
    progress,
    waitedMs: clock.monotonicMs() - beganMs,
    finishedBefore: isOld(verdict, progress, beganWallMs),
  };
}

function conclude(polled: Polled<Verdict>, progress: Progress, deadlineMs: number): Verdict {
  switch (polled.kind) {
    case 'settled':
      return polled.value;
    case 'deadline':
      return verdictAtDeadline(progress, deadlineMs);
    case 'interrupted':
      return { status: 'interrupted' };
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return polled satisfies never;
  }
}

/** By the wall clock, where the scan has a date; never below zero, for clocks differ. */
function ageMs(scan: Scan | undefined, wallMs: number, waitedMs: number): number {
  return scan?.createTime === undefined ? waitedMs : Math.max(0, wallMs - scan.createTime.ms);
}

/** The terminal state's own date decides; without one, that the first poll found it terminal. */
function isOld({ status }: Verdict, { scan, polls }: Progress, beganWallMs: number): boolean {
  if (status !== 'completed' && status !== 'failed' && status !== 'cancelled') return false;
  const since = scan?.state?.since;
  return since === undefined ? polls === 1 : since.ms < beganWallMs;
}
