/**
 * The wait against a model of the contract: random timelines of answers, random durations of polls,
 * a process that is stopped at random, random settings, one image or two.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Absent, ApiResult, Reached } from '../../src/model/api-result.ts';
import { end, type ImageRecord } from '../../src/model/image-record.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { CallOptions } from '../../src/polling/call-options.ts';
import { createStartGrace } from '../../src/polling/start-grace.ts';
import { followScan, type ScanPoll, type WaitBudgets } from '../../src/scan/follow-scan.ts';
import { OUTPUTS, outputsOf } from '../../src/steps/wait/outputs.ts';
import { reportOf } from '../../src/steps/wait/report.ts';
import { absent, failed, refused, scan, snapshot } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { rememberingContact } from '../support/known-api.ts';
import { seededRandom } from '../support/random.ts';
import { judge, type Past, type Poll, pastOf, pollByMs } from '../support/wait-model.ts';

/** Of a process that was never stopped. */
function expectSchedule(polls: readonly Poll[], imageId: string, patience: WaitBudgets): void {
  const { pollInterval } = patience;
  const longestMs =
    pollInterval.kind === 'fixed' ? Math.max(30_000, pollInterval.ms) * 1.1 : 30_000;
  const own = polls.filter((poll) => poll.imageId === imageId);
  for (const [index, { startMs }] of own.slice(1).entries()) {
    const previous = own[index];
    if (previous === undefined) continue;
    const past = pastOf(polls.slice(0, polls.indexOf(previous) + 1), imageId, patience);
    const { answer, endMs } = previous;
    const asked = ('retryAfterMs' in answer && answer.retryAfterMs) || 0;
    const counts = past.failsSinceMs === undefined ? Math.min(asked, 300_000) : asked;
    const latestMs = Math.min(endMs + Math.max(longestMs, counts), pollByMs(past, patience));
    expect(startMs).toBeLessThanOrEqual(latestMs + 1e-6);
    expect(startMs).toBeGreaterThanOrEqual(Math.min(endMs + 1_000, latestMs) - 1e-6);
  }
}

/** What the record and the report say of a wait that ended. */
function expectRecord(record: ImageRecord, past: Past, onTimeout: 'fail' | 'warn'): void {
  const status = record.ended?.status;
  const { own, firstInformative } = past;
  expect(record.polls).toBe(own.length);
  const isScanState = status === 'completed' || status === 'failed' || status === 'cancelled';
  expect(record.finishedBefore).toBe(isScanState && firstInformative === past.last);
  const created = own.flatMap(({ answer }) =>
    answer.kind === 'found' && answer.value.createTime ? [answer.value.createTime] : [],
  );
  expect(record.scan?.createTime).toEqual(created.at(-1));
  const states = own.flatMap(({ answer }) => {
    const type = answer.kind === 'found' ? answer.value.state?.type : undefined;
    return type === undefined ? [] : [type];
  });
  expect(record.lastState).toBe(states.at(-1));
  const known = states.findLast((type) => type !== 'status_unavailable');
  const report = reportOf([record], snapshot({ onTimeout }));
  expect(Object.keys(outputsOf(report)).sort()).toEqual([...OUTPUTS].sort());
  expect(report.green).toBe(
    status === 'completed' ||
      (status === 'timed-out' &&
        onTimeout === 'warn' &&
        ['new', 'in_progress', 'running'].includes(known ?? '')),
  );
  expect(report.reason === '').toBe(status === 'completed');
}

const retryAfterMs = fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: undefined, freq: 8 });

function found(type: string | undefined, dated: boolean): ApiResult<Scan> {
  const state = type === undefined ? undefined : { type, since: undefined };
  return { kind: 'found', value: scan({ state, ...(dated ? {} : { createTime: undefined }) }) };
}

const states = (...types: readonly (string | undefined)[]) =>
  fc.tuple(fc.constantFrom(...types), fc.boolean()).map(([type, dated]) => found(type, dated));

const NOT_FOUND = { type: 'not-found', message: 'image not found' } as const;
const absences = fc.constantFrom<Absent['cause']>(
  { type: 'empty-list' },
  NOT_FOUND,
  { ...NOT_FOUND, unknownProduct: { given: 'bord', nearest: ['Board'] } },
  { ...NOT_FOUND, unknownProduct: { given: 'bord', nearest: ['Board'] } },
);

const answers: fc.Arbitrary<ApiResult<Scan>> = fc.oneof(
  { weight: 8, arbitrary: states('new', 'in_progress', 'running', 'archived', 'constructor') },
  { weight: 1, arbitrary: states('completed', 'done', 'failed', 'cancelled') },
  { weight: 3, arbitrary: states('status_unavailable', 'no_scans', undefined) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(absences, retryAfterMs)
      .map(([cause, pauseMs]) => ({ ...absent(cause), retryAfterMs: pauseMs })),
  },
  {
    weight: 10,
    arbitrary: fc
      .tuple(fc.constantFrom<Reached>('api', 'busy', 'unclear', 'nothing', 'nothing'), retryAfterMs)
      .map(([reached, pauseMs]) => failed(undefined, { reached, retryAfterMs: pauseMs })),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      failed({ type: 'fresh-token-refused', message: undefined }, { reached: 'api' }),
    ),
  },
  { weight: 1, arbitrary: fc.constant(refused()) },
);

/** Also none at all. */
function duration(longestMs: number) {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.nat(longestMs) },
  );
}

/** How long the process may be stopped during one request. */
const STOPPED_MS = 90_000;

/** For how long every poll of an image that starts then has this answer, after how long. */
const phase = fc.record({
  lastsMs: duration(600_000),
  tookMs: fc.nat(40_000),
  stoppedMs: fc.oneof(
    { weight: 20, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat(STOPPED_MS) },
  ),
  answer: answers,
});
const plans = fc.array(fc.array(phase, { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 2,
});

type Plan = typeof plans extends fc.Arbitrary<(infer P)[]> ? P : never;

const patiences: fc.Arbitrary<WaitBudgets> = fc.record({
  timeoutMs: duration(3_600_000),
  appearanceTimeoutMs: duration(600_000),
  maxOutageMs: duration(1_200_000),
  pollInterval: fc.oneof(
    fc.constant({ kind: 'auto' } as const),
    fc.integer({ min: 1_000, max: 120_000 }).map((ms) => ({ kind: 'fixed', ms }) as const),
  ),
});

/** Follows an image for each plan, all in one step. */
async function run(given: readonly Plan[], patience: WaitBudgets, random: () => number) {
  const clock = createJumpingClock();
  const beganMs = clock.monotonicMs();
  const polls: Poll[] = [];
  const ofApi = rememberingContact<Scan>();
  const plansById = new Map(given.map((plan, index) => [`image-${index}`, plan]));
  async function askForScan(
    imageId: string,
    pinnedId: string | undefined,
    { limitMs }: CallOptions,
  ) {
    const wasSeen = pastOf(polls, imageId, patience).wasSeen;
    expect(pinnedId).toBe(wasSeen ? 'scan-1' : undefined);
    const startMs = clock.monotonicMs() - beganMs;
    let endsMs = 0;
    const plan = plansById.get(imageId) ?? [];
    const now = plan.find(({ lastsMs }) => {
      endsMs += lastsMs;
      return startMs < endsMs;
    });
    const { tookMs = 0, stoppedMs = 0, answer } = now ?? plan.at(-1) ?? {};
    if (answer === undefined) throw new Error('a plan has phases');
    await clock.sleep(Math.min(tookMs, limitMs()), new AbortController().signal);
    clock.jump(stoppedMs);
    polls.push({ imageId, startMs, endMs: clock.monotonicMs() - beganMs, answer });
    return ofApi(answer);
  }
  const poll: ScanPoll = (imageId, followedId) => (limits) =>
    askForScan(imageId, followedId(), limits);
  const grace = createStartGrace(beganMs);
  const { signal } = new AbortController();
  const tools = { clock, random, signal, grace, onUpdate: () => undefined };
  const records = await Promise.all(
    [...plansById.keys()].map(async (imageId) => {
      const wait = { ...patience, beganMs };
      const { record, ended } = await followScan(imageId, poll, wait, tools);
      return end(record, ended);
    }),
  );
  return { records, polls };
}

it('the wait and the model agree on every verdict, and on when it is reached', async () => {
  await fc.assert(
    fc.asyncProperty(
      plans,
      patiences,
      fc.integer(),
      fc.constantFrom('fail' as const, 'warn' as const),
      async (given, patience, seed, onTimeout) => {
        const { records, polls } = await run(given, patience, seededRandom(seed));
        const isNeverStopped = given.flat().every(({ stoppedMs }) => stoppedMs === 0);
        for (const record of records) {
          const { imageId } = record;
          const ends = polls.findLastIndex((poll) => poll.imageId === imageId);
          const past = pastOf(polls.slice(0, ends + 1), imageId, patience);
          expect(judge(past, patience)).toBe(record.ended?.status);
          // There was no earlier verdict, so none was missed.
          for (let count = 1; count <= ends; count++) {
            if (polls[count - 1]?.imageId !== imageId) continue;
            const earlier = pastOf(polls.slice(0, count), imageId, patience);
            const isCounted = earlier.last === polls[count - 1];
            if (isCounted) expect(judge(earlier, patience)).toBeUndefined();
          }
          if (isNeverStopped) expectSchedule(polls, imageId, patience);
          expectRecord(record, past, onTimeout);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
