/**
 * The wait against a model: random timelines of answers, random durations of polls, random settings. The model judges the
 * history of a wait from the contract's table alone, written as questions about the past instead of as a running state.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/binarly/answer.ts';
import type { Scans } from '../../src/binarly/client.ts';
import { meaningOf, type Scan } from '../../src/binarly/scan.ts';
import type { Limits } from '../../src/http/http.ts';
import { reasonOf } from '../../src/report/reason.ts';
import { OUTPUTS, outputsOf, reportOf } from '../../src/report/report.ts';
import { type Outcome, type Wait, waitForImage } from '../../src/wait/image.ts';
import type { Status } from '../../src/wait/verdict.ts';
import { settings, step } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const FIRST_CONTACT_MS = 120_000;

/** One poll of a history; instants in milliseconds from the beginning of the wait. */
interface Poll {
  readonly startMs: number;
  readonly endMs: number;
  readonly answer: Answer<Scan>;
}

/** What the contract says of a wait that has come so far; undefined: wait on. */
function judge(history: readonly Poll[], wait: Wait): Status | undefined {
  const last = history.at(-1);
  if (last === undefined) return undefined;
  const nowMs = Math.min(last.endMs, wait.timeoutMs);
  const { answer } = last;
  if (answer.kind === 'refusal') return 'error';
  const meaning = answer.kind === 'found' ? meaningOf(answer.value.state?.type) : undefined;
  if (meaning === 'completed' || meaning === 'failed' || meaning === 'cancelled') return meaning;

  const informative = history.filter((_, index) => isInformative(history, index));
  const informedMs = Math.min(informative.at(-1)?.endMs ?? 0, wait.timeoutMs);
  const inTrouble = informative.at(-1) !== last;
  if (inTrouble && nowMs - informedMs >= wait.maxOutageMs) return 'unavailable';
  const contact = history.some(isContact);
  if (inTrouble && !contact && nowMs - silentSinceMs(history) >= FIRST_CONTACT_MS)
    return 'unavailable';
  const seen = history.some((poll) => poll.answer.kind === 'found');
  const absentMs = history.find((poll) => poll.answer.kind === 'absent')?.endMs ?? Infinity;
  if (!seen && answer.kind === 'absent' && nowMs - absentMs >= wait.appearanceTimeoutMs)
    return 'no-scan';
  if (last.endMs < wait.timeoutMs) return undefined;
  if (!contact) return 'unavailable';
  return seen ? 'timed-out' : 'no-scan';
}

/** Where a poll is due at the latest after this history: the ends of the budgets that run, as far as they lie ahead. */
function dueMs(history: readonly Poll[], wait: Wait): number {
  const nowMs = history.at(-1)?.endMs ?? 0;
  const informative = history.filter((_, index) => isInformative(history, index));
  const inTrouble = informative.at(-1) !== history.at(-1);
  const ends = [inTrouble ? (informative.at(-1)?.endMs ?? 0) + wait.maxOutageMs : Infinity];
  if (inTrouble && !history.some(isContact)) ends.push(silentSinceMs(history) + FIRST_CONTACT_MS);
  const absentMs = history.find((poll) => poll.answer.kind === 'absent')?.endMs ?? Infinity;
  if (!history.some((poll) => poll.answer.kind === 'found'))
    ends.push(absentMs + wait.appearanceTimeoutMs);
  return Math.min(wait.timeoutMs, ...ends.filter((end) => end > nowMs));
}

function isInformative(history: readonly Poll[], index: number): boolean {
  const answer = history[index]?.answer;
  if (answer?.kind === 'absent')
    return !history.slice(0, index).some((poll) => poll.answer.kind === 'found');
  return (
    answer?.kind === 'found' &&
    ['pending', 'undocumented'].includes(meaningOf(answer.value.state?.type))
  );
}

function isContact({ answer }: Poll): boolean {
  return (
    answer.kind === 'found' ||
    answer.kind === 'absent' ||
    (answer.kind === 'trouble' && answer.contact === 'made')
  );
}

/** Since when, in a row, nothing showed an API: from the beginning, or from the end of the first such poll. */
function silentSinceMs(history: readonly Poll[]): number {
  const isSilent = ({ answer }: Poll) => answer.kind === 'trouble' && answer.contact === 'none';
  const before = history.findLastIndex((poll) => !isSilent(poll));
  return before === -1 ? 0 : (history[before + 1]?.endMs ?? Infinity);
}

/** Also none at all. */
function duration(longestMs: number) {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.nat(longestMs) },
  );
}

const retryAfterMs = fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: undefined, freq: 8 });

const answers = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom('new', 'in_progress', 'running', 'archived', 'constructor')
      .map(found),
  },
  { weight: 1, arbitrary: fc.constantFrom('completed', 'done', 'failed', 'cancelled').map(found) },
  { weight: 3, arbitrary: fc.constantFrom('status_unavailable', 'no_scans', undefined).map(found) },
  {
    weight: 6,
    arbitrary: fc
      .record({ retryAfterMs })
      .map((more) => ({ kind: 'absent', detail: 'none', ...more }) as const),
  },
  {
    weight: 9,
    arbitrary: fc
      .record({
        contact: fc.constantFrom('made' as const, 'unclear' as const, 'none' as const),
        retryAfterMs,
      })
      .map(trouble),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'refusal', detail: 'no', advice: 'do' } as const) },
);

function found(type: string | undefined): Answer<Scan> {
  const state = type === undefined ? undefined : { type, since: undefined };
  return {
    kind: 'found',
    value: { id: 's1', createTime: undefined, state },
    retryAfterMs: undefined,
  };
}

function trouble(more: {
  contact: 'made' | 'unclear' | 'none';
  retryAfterMs: number | undefined;
}): Answer<Scan> {
  return { kind: 'trouble', detail: 'HTTP 502', ...more };
}

/** A phase lasts so long, and every poll that starts in it is answered so, after so long. */
const phases = fc.array(
  fc.record({ lastsMs: duration(600_000), tookMs: fc.nat(40_000), answer: answers }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

const waits = fc.record({
  timeoutMs: duration(3_600_000),
  appearanceTimeoutMs: duration(600_000),
  maxOutageMs: duration(1_200_000),
  pollInterval: fc.oneof(
    fc.constant({ kind: 'auto' } as const),
    fc.integer({ min: 1_000, max: 120_000 }).map((ms) => ({ kind: 'fixed', ms }) as const),
  ),
  onTimeout: fc.constantFrom('fail' as const, 'warn' as const),
});

type Phase = typeof phases extends fc.Arbitrary<(infer P)[]> ? P : never;

function waitOf(given: ReturnType<typeof settings>): Wait {
  return { ...given, productId: given.product, imageId: 'i1' };
}

async function run(
  plan: readonly Phase[],
  given: ReturnType<typeof settings>,
  random: () => number,
) {
  const clock = createJumpingClock();
  const beganMs = clock.monotonicMs();
  const history: Poll[] = [];
  function answerTo({ limitMs }: Limits): Promise<Answer<Scan>> {
    const startMs = clock.monotonicMs() - beganMs;
    let endsMs = 0;
    const phase =
      plan.find(({ lastsMs }) => {
        endsMs += lastsMs;
        return startMs < endsMs;
      }) ?? plan.at(-1);
    if (phase === undefined) throw new Error('a plan has phases');
    clock.jump(Math.min(phase.tookMs, limitMs()));
    history.push({ startMs, endMs: clock.monotonicMs() - beganMs, answer: phase.answer });
    return Promise.resolve(phase.answer);
  }
  const client: Scans = {
    newestScan: (_image, _after, limits) => {
      // Once a scan was seen, no other is asked for.
      expect(history.some(({ answer }) => answer.kind === 'found')).toBe(false);
      return answerTo(limits);
    },
    scan: (_image, scanId, limits) => {
      expect(scanId).toBe('s1');
      return answerTo(limits);
    },
  };
  const signal = new AbortController().signal;
  const outcome = await waitForImage(waitOf(given), {
    client,
    clock,
    signal,
    random,
    tell: () => undefined,
  });
  return { outcome, history };
}

function expectSchedule(history: readonly Poll[], wait: Wait): void {
  const { pollInterval } = wait;
  const longestMs =
    pollInterval.kind === 'fixed' ? Math.max(30_000, pollInterval.ms) * 1.1 : 30_000;
  for (const [index, { startMs }] of history.slice(1).entries()) {
    const { endMs = 0, answer } = history[index] ?? {};
    const asked = answer !== undefined && 'retryAfterMs' in answer ? (answer.retryAfterMs ?? 0) : 0;
    const latestMs = Math.min(
      endMs + Math.max(longestMs, asked),
      dueMs(history.slice(0, index + 1), wait),
    );
    expect(startMs).toBeLessThanOrEqual(latestMs + 1e-6);
  }
}

function expectReport(outcome: Outcome, given: ReturnType<typeof settings>): void {
  const reason = reasonOf(outcome, waitOf(given));
  const { status } = outcome.verdict;
  const ending = {
    ...outcome,
    status,
    reason,
    imageId: 'i1',
    findings: undefined,
    timeline: { entries: [], more: 0 },
  };
  const report = reportOf([ending], { ...step(), settings: given });
  expect(Object.keys(outputsOf(report)).sort()).toEqual([...OUTPUTS].sort());
  expect(report.green).toBe(
    status === 'completed' || (status === 'timed-out' && given.onTimeout === 'warn'),
  );
  expect(report.reason === '').toBe(status === 'completed');
}

describe('the wait and the model', () => {
  it('agree on the verdict of every timeline, and on when it is reached', async () => {
    await fc.assert(
      fc.asyncProperty(
        phases,
        waits,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (plan, wait, chance) => {
          const given = settings(wait);
          const asked = waitOf(given);
          const { outcome, history } = await run(plan, given, () => chance);
          expect(judge(history, asked)).toBe(outcome.verdict.status);
          // No verdict was there to be had before, so none was passed by, and nothing was asked after it.
          for (let polls = 1; polls < history.length; polls++)
            expect(judge(history.slice(0, polls), asked)).toBeUndefined();
          expect(outcome.progress.polls).toBe(history.length);
          // At the deadline at the latest the last poll starts.
          expect(history.at(-1)?.startMs).toBeLessThanOrEqual(given.timeoutMs);
          expectSchedule(history, asked);
          expectReport(outcome, given);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
