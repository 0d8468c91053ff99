/** When findings pass, on a clock that jumps, against a platform that is made up. */
import { describe, expect, it } from 'vitest';
import type { FindingsPage } from '../../src/binarly/findings.ts';
import { judgeFindings } from '../../src/findings/judge-findings.ts';
import type { ReadingBudgets } from '../../src/findings/reading.ts';
import type { ApiResult, Failed } from '../../src/model/api-result.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ImageDetails } from '../../src/model/image-details.ts';
import type { ImagePolicy } from '../../src/model/policy.ts';
import { failed, refused } from '../support/builders.ts';
import {
  detailsWith,
  finding,
  findings,
  found,
  imageWith,
  pageOf,
  policy,
} from '../support/findings.ts';
import { createJumpingClock, type JumpingClock } from '../support/jumping-clock.ts';

const HOUR_MS = 3_600_000;
const UNCOUNTED = { name: '', version: '', findings: undefined };
const NO_COUNTS = found(UNCOUNTED);
const partlyCounted = (weakness: number) =>
  found({ ...UNCOUNTED, partial: { counts: { weakness }, kev: 0 } });
const BAD_GATEWAY = failed();
const REFUSED = refused({ type: 'http-status', status: 403, error: undefined });
const TOKEN_REFUSED: Failed = failed({ type: 'fresh-token-refused', message: 'no' });
const NOT_FOUND = { kind: 'absent', cause: { type: 'not-found', message: 'gone' } } as const;

interface Platform {
  /** Answers the n-th request for a page, counted from 1. */
  readonly page?: (page: number, request: number, nowMs: number) => ApiResult<FindingsPage>;
  readonly details?: (nowMs: number) => ApiResult<ImageDetails>;
}

interface Given {
  readonly policies?: readonly [ImagePolicy, ...ImagePolicy[]];
  readonly budgets?: Partial<ReadingBudgets>;
  readonly clock?: JumpingClock;
  readonly signal?: AbortSignal;
  /** How long ago the scan completed. */
  readonly agoMs?: number;
  /** How long each request takes. */
  readonly tookMs?: number;
}

/** Judges from a platform; the scan completed long ago, and the deadline is in two hours. */
async function judge(platform: Platform, given: Given = {}) {
  const { clock = createJumpingClock(), policies = [policy()], tookMs = 0 } = given;
  const { signal = new AbortController().signal, agoMs = HOUR_MS } = given;
  const beganMs = clock.monotonicMs();
  const requests: string[] = [];
  const atMs: number[] = [];
  const causes: string[] = [];
  const times: number[] = [];
  let pages = 0;
  const { page, details = () => detailsWith({}) } = platform;
  const answering = async <T>(name: string, answer: () => T): Promise<T> => {
    requests.push(name);
    atMs.push(clock.monotonicMs() - beganMs);
    clock.jump(tookMs);
    return answer();
  };
  const result = await judgeFindings(
    policies,
    imageWith(
      (number) =>
        answering(`page ${number}`, () => {
          pages += 1;
          const nowMs = clock.monotonicMs() - beganMs;
          return page?.(number, pages, nowMs) ?? pageOf([], number);
        }),
      () => answering('details', () => details(clock.monotonicMs() - beganMs)),
    ),
    'image',
    {
      completedMs: beganMs - agoMs,
      endMs: beganMs + 2 * HOUR_MS,
      maxOutageMs: 900_000,
      interval: { kind: 'auto' },
      ...given.budgets,
    },
    {
      clock,
      random: () => 0.5,
      signal,
      onAttempt(outage) {
        times.push(outage?.times ?? 0);
        if (outage !== undefined) causes.push(outage.failure.cause.type);
      },
    },
  );
  return { ...result, requests, causes, times, atMs, tookAllMs: clock.monotonicMs() - beganMs };
}

const listing = (all: readonly Finding[]): Platform => ({
  page: (number) => pageOf(all, number),
  details: () => detailsWith({ knownVulnerability: all.length }),
});
const low = findings(250, { severity: 'low' });
const READ = ['page 1', 'page 2', 'page 3', 'page 4'];
const COMPLETED = { status: 'completed' };

describe('a read', () => {
  it('of a list in which something blocks is enough to fail', async () => {
    const all = [...low, finding({ id: 'zz', severity: 'critical' })];
    const { ended, requests, tookAllMs } = await judge(listing(all));
    expect(ended).toMatchObject({ status: 'findings', judgement: { blocking: [{ id: 'zz' }] } });
    expect([requests, tookAllMs]).toEqual([READ, 0]);
  });

  it('of a list on which nothing blocks is done twice before it passes, 5 s apart', async () => {
    const { ended, judgement, requests, atMs, pairs } = await judge(listing(low));
    expect([ended, judgement?.open.low, pairs]).toEqual([COMPLETED, 250, 1]);
    expect(requests).toEqual([...READ, ...READ, 'details']);
    expect(atMs[4]).toBe(5_000);
  });

  it('confirms no earlier than 20 s after the scan completed', async () => {
    const { atMs } = await judge(listing(low), { agoMs: 8_000 });
    expect(atMs[4]).toBe(12_000);
    expect((await judge(listing(low), { agoMs: 0 })).atMs[4]).toBe(20_000);
  });

  it('confirms nothing that was read before a list that contradicts itself', async () => {
    // The second list changes between its pages.
    let lists = 0;
    const { ended, requests, pairs } = await judge({
      ...listing(low),
      page(number) {
        if (number === 1) lists += 1;
        return lists === 2 && number === 2 ? pageOf(low.slice(1), number) : pageOf(low, number);
      },
    });
    expect([ended, pairs]).toEqual([COMPLETED, 1]);
    expect(requests).toEqual([...READ, 'page 1', 'page 2', ...READ, ...READ, 'details']);
  });

  it('takes pages of any size, to the one past the end', async () => {
    const inFifties: Platform = {
      ...listing(low),
      page: (number) => found({ total: 250, findings: low.slice(number * 50 - 50, number * 50) }),
    };
    const { ended, requests } = await judge(inFifties);
    expect(ended).toEqual(COMPLETED);
    expect(requests.slice(0, 7)).toEqual([...READ, 'page 5', 'page 6', 'page 1']);
  });

  it.each([
    ['empty', pageOf([], 1)],
    ['empty, with the total', found({ total: 250, findings: [] })],
    ['the last one again', pageOf(low, 3)],
    ['HTTP 404', NOT_FOUND],
    ['HTTP 404 without a word', failed({ type: 'not-json', status: 404, body: 'empty' })],
    ['HTTP 404 in other words', failed({ type: 'http-status', status: 404, message: undefined })],
    ['HTTP 400 in other words', failed({ type: 'http-status', status: 400, message: undefined })],
    ['HTTP 400', refused({ type: 'http-status', status: 400, error: undefined })],
  ])('ends with a page past the end that is %s', async (_, behind) => {
    const platform: Platform = {
      ...listing(low),
      page: (number) => (number < 4 ? pageOf(low, number) : behind),
    };
    expect((await judge(platform)).ended).toEqual(COMPLETED);
  });

  it('starts over if a finding looks different on a later page, even past the end', async () => {
    const last = low.at(-1) as Finding;
    const { ended } = await judge({
      ...listing(low),
      page: (number) =>
        number < 4
          ? pageOf(low, number)
          : found({ total: 250, findings: [{ ...last, severity: 'critical' }] }),
    });
    expect(ended).toMatchObject({
      status: 'unavailable',
      failure: { cause: { type: 'findings-changed', from: 250, to: 250 } },
    });
  });

  it('finds what a capped total hides past the end', async () => {
    const { ended, causes } = await judge({
      ...listing(low),
      page: (number) => found({ ...pageOf(low, number).value, total: 200 }),
    });
    expect(causes[0]).toBe('findings-missing');
    expect(ended).toMatchObject({ status: 'unavailable' });
  });

  it('of a list that never ends stops behind its total', async () => {
    const endless: Platform = {
      page: (number) =>
        found({ total: 1, findings: [finding({ id: `${number}`, severity: 'low' })] }),
    };
    const { requests } = await judge(endless, { budgets: { maxOutageMs: 0 } });
    expect(requests).toEqual(['page 1', 'page 2']);
    const beyond: Platform = {
      page: (number) => {
        const rows = number > 20 ? [] : low.map((it) => ({ ...it, id: `${it.id}-${number}` }));
        return found({ total: 150, findings: rows });
      },
    };
    const again = await judge(beyond, { budgets: { maxOutageMs: 0 } });
    expect(again.requests).toEqual(['page 1']);
    expect(again.ended).toMatchObject({
      failure: { cause: { type: 'findings-missing', total: 150, read: 250 } },
    });
  });

  it.each([249, 251, 350, 200, 100, 0])(
    'is never whole if its total is %i instead of 250',
    async (total) => {
      const { ended } = await judge({
        ...listing(low),
        page: (number) => found({ ...pageOf(low, number).value, total }),
      });
      expect(ended).toMatchObject({ status: 'unavailable' });
    },
  );

  it('is never whole if every page is the first one', async () => {
    const { ended, causes } = await judge({ ...listing(low), page: () => pageOf(low, 1) });
    expect([causes[0], ended.status]).toEqual(['findings-missing', 'unavailable']);
  });

  it.each([
    ['on one page', [finding({ id: 'a' }), finding({ id: 'a', severity: 'low' })]],
    ['on two', [...low.slice(0, 100), ...low.slice(99, 199)]],
    ['in two cases', [finding({ id: 'Finding-a' }), finding({ id: 'finding-A' })]],
  ])('is never whole if a finding is listed twice %s', async (_, all) => {
    const { causes } = await judge(listing(all));
    expect(causes[0]).toBe('finding-listed-twice');
  });

  it('starts over if the total changes between pages', async () => {
    const { causes, ended } = await judge({
      page: (number, request) =>
        pageOf(request < 3 ? low : [...low, finding({ id: 'zz' })], number),
    });
    expect([causes, ended.status]).toEqual([['findings-changed'], 'findings']);
  });

  it('of more findings than can be read is refused', async () => {
    const cause = { type: 'too-many-findings', total: 100_001, most: 100_000 };
    const tooMany: Platform = { page: () => found({ total: 100_001, findings: low }) };
    expect((await judge(tooMany)).ended).toMatchObject({
      status: 'error',
      refused: { cause: { ...cause, isComparison: false, switches: ['fail-on-severity'] } },
    });
    const compared = policy({ baselineImageId: 'b', failOnKev: true });
    expect((await judge(tooMany, { policies: [compared] })).ended).toMatchObject({
      refused: { cause: { isComparison: true, switches: ['fail-on-severity', 'fail-on-kev'] } },
    });
  });
});

describe('two reads that differ', () => {
  /** The first read lists these, every later one those. */
  const changing = (before: readonly Finding[], after: readonly Finding[]): Platform => ({
    page: (number, _, nowMs) => pageOf(nowMs < 5_000 ? before : after, number),
    details: () => detailsWith({ weakness: after.length }),
  });
  const one = finding({ severity: 'low' });

  it.each([
    ['severity', finding({ severity: 'critical' })],
    ['status', finding({ severity: 'high', status: 'new' })],
    ['KEV flag', finding({ severity: 'low', isKev: true })],
  ])('in the %s of a finding do not pass', async (_, after) => {
    const before = finding({
      severity: 'low',
      status: after.severity === 'low' ? 'new' : 'rejected',
    });
    const policies = [policy({ failOnKev: true })] as const;
    const { ended } = await judge(changing([before], [after]), { policies });
    expect(ended).toMatchObject({ status: 'findings', judgement: { blocking: [after] } });
  });

  it('in the side of a finding do not pass', async () => {
    const policies = [policy({ baselineImageId: 'b' })] as const;
    const [both, right] = [finding({ side: 'both' }), finding({ side: 'right' })];
    expect((await judge(changing([both], [right]), { policies })).ended.status).toBe('findings');
  });

  it.each([
    { status: 'rejected' },
    { severity: 'medium' },
    { isKev: true },
    { side: 'both' },
    { id: 'finding-2' },
  ] as const)('are read until two agree, the second with the one after it: %j', async (what) => {
    const { ended, pairs, atMs } = await judge(changing([one], [{ ...one, ...what }]));
    expect([ended, pairs]).toEqual([COMPLETED, 2]);
    expect(atMs).toEqual([0, 0, 5_000, 5_000, 10_000, 10_000, 10_000]);
  });

  it('find a finding that was missed because another one went while pages were read', async () => {
    const critical = finding({ id: 'finding-000100x', severity: 'critical' });
    const before = [...low.slice(0, 101), critical, ...low.slice(101, 249)];
    const { ended } = await judge({
      // After page 1, one goes from it: the critical one moves from page 2 to page 1.
      page: (number, request) => {
        const [, ...shifted] = before;
        if (request === 1) return pageOf(before.toSpliced(101, 1).concat(low.slice(249)), number);
        return request < 5
          ? found({ total: 250, findings: pageOf(low, number).value.findings })
          : pageOf([...shifted, finding({ id: 'zz', severity: 'low' })], number);
      },
    });
    expect(ended).toMatchObject({ judgement: { blocking: [{ severity: 'critical' }] } });
  });

  it('to the end say that the list changed', async () => {
    const clock = createJumpingClock();
    const budgets = { endMs: clock.monotonicMs() + 120_000 };
    const platform: Platform = {
      page: (number, request) =>
        number === 1 ? pageOf(findings(request, { severity: 'low' }), 1) : NOT_FOUND,
    };
    const { ended } = await judge(platform, { clock, budgets });
    expect(ended).toMatchObject({
      status: 'unavailable',
      findings: 'time',
      failure: { cause: { type: 'findings-changed' } },
    });
  });
});

describe('the counts of the image', () => {
  it('are asked for once two reads agree, whatever the list has', async () => {
    const { requests } = await judge({ details: () => detailsWith({ weakness: 0 }) });
    expect(requests).toEqual(['page 1', 'page 1', 'details']);
  });

  it('are asked for again if they fail', async () => {
    let requests = 0;
    const details = () => {
      requests += 1;
      return requests < 3 ? BAD_GATEWAY : detailsWith({ weakness: low.length });
    };
    const { ended, causes } = await judge({ ...listing(low), details });
    expect([ended, requests]).toEqual([COMPLETED, 3]);
    expect(causes).toEqual(['http-status', 'http-status']);
  });

  it.each([
    ['count more than an empty list has', [], detailsWith({ weakness: 0, secret: 1 }), 1],
    ['count one known to be exploited', [], detailsWith({}, 1), 1],
    ['are missing for an empty list', [], NO_COUNTS, undefined],
    [
      'count more than a list has',
      low.slice(0, 1),
      detailsWith({ secret: 100, weakness: 20 }),
      120,
    ],
    ['say nothing about an empty list', [], partlyCounted(0), undefined],
    ['count in part more than a list has', low, partlyCounted(251), 251],
  ] as const)('keep a list from passing if they %s', async (_, all, details, counted) => {
    const { ended, tookAllMs } = await judge({ ...listing(all), details: () => details });
    const cause = { type: 'findings-not-listed', listed: all.length, counted };
    expect(ended).toMatchObject({
      status: 'unavailable',
      findings: 'max-outage',
      failure: { cause },
    });
    expect(tookAllMs).toBeLessThan(1_000_000);
  });

  it.each([
    ['are missing', NO_COUNTS],
    ['are refused for good', REFUSED],
    ['are in part as many', partlyCounted(250)],
    ['are fewer', detailsWith({ weakness: 3 })],
  ])('decide nothing about a list with findings if they %s', async (_, details) => {
    expect((await judge({ ...listing(low), details: () => details })).ended).toEqual(COMPLETED);
  });

  it.each([
    ['not found', NOT_FOUND, 'findings-not-found'],
    ['not ready', refused({ type: 'http-status', status: 409, error: undefined }), 'http-status'],
    [
      'forbidden once',
      refused({ type: 'http-status', status: 403, error: undefined }),
      'http-status',
    ],
  ])('are asked for again if they are %s, as an image that was there', async (_, first, cause) => {
    let requests = 0;
    const details = () => {
      requests += 1;
      return requests === 1 ? first : detailsWith({ weakness: 251 });
    };
    const { ended, causes } = await judge({ ...listing(low), details });
    expect([ended.status, causes[0]]).toEqual(['unavailable', cause]);
  });

  it('are refused for good only twice in a row', async () => {
    const answers = [REFUSED, BAD_GATEWAY, REFUSED];
    const details = () => answers.shift() ?? detailsWith({ weakness: 251 });
    expect((await judge({ ...listing(low), details })).ended.status).toBe('unavailable');
  });

  it('are not undone by refusals, however many there are later', async () => {
    const answers = [REFUSED, detailsWith({ weakness: 251 })];
    const { ended } = await judge({ ...listing(low), details: () => answers.shift() ?? REFUSED });
    expect(ended).toMatchObject({
      status: 'unavailable',
      failure: { cause: { type: 'findings-not-listed', counted: 251 } },
    });
  });

  it('let a list pass that was empty only at first, because an index lags behind the scan', async () => {
    const { judgement, ended } = await judge({
      ...listing(low),
      page: (number, _, nowMs) => pageOf(nowMs < 15_000 ? [] : low, number),
    });
    expect([ended, judgement?.open.low]).toEqual([COMPLETED, 250]);
  });

  it('let a contradiction pass only if every policy says so, after a minute', async () => {
    const platform: Platform = { ...listing(low), details: () => detailsWith({ weakness: 251 }) };
    const [fail, warn] = [policy(), policy({ onIncomplete: 'warn' })];
    expect((await judge(platform, { policies: [warn, fail] })).ended.status).toBe('unavailable');
    const { ended, judgement, tookAllMs } = await judge(platform, {
      policies: [warn, warn],
      agoMs: 0,
    });
    expect(ended).toEqual(COMPLETED);
    expect(judgement?.contradiction).toEqual({
      type: 'findings-not-listed',
      listed: 250,
      counted: 251,
    });
    expect(tookAllMs).toBeGreaterThanOrEqual(60_000);
  });

  it.each([0, 900])('let it pass before time is up, with requests of %i ms', async (tookMs) => {
    const clock = createJumpingClock();
    const { ended, tookAllMs } = await judge(
      { ...listing(low), details: () => detailsWith({ weakness: 251 }) },
      {
        clock,
        tookMs,
        agoMs: 0,
        policies: [policy({ onIncomplete: 'warn' })],
        budgets: { endMs: clock.monotonicMs() + 60_000, maxOutageMs: 0 },
      },
    );
    expect(ended).toEqual(COMPLETED);
    expect(tookAllMs).toBeGreaterThan(40_000);
    expect(tookAllMs).toBeLessThan(60_000);
  });

  it('are waited for in the log, too: the second contradiction in a row is news', async () => {
    const { times, ended, pairs } = await judge(
      {
        ...listing(low),
        details: (nowMs) => detailsWith({ weakness: nowMs < 40_000 ? 251 : 250 }),
      },
      {},
    );
    expect(times.filter((it) => it > 0)).toEqual([1, 2]);
    expect([ended, pairs]).toEqual([COMPLETED, 3]);
  });

  const KEV = [policy({ threshold: 'none', failOnKev: true })] as const;
  const rejected = findings(2, { isKev: true, status: 'rejected' });

  it.each([
    ['are missing', NO_COUNTS, undefined],
    ['know of more than the list', detailsWith({ weakness: 2 }, 2), 2],
  ])('keep `fail-on-kev` from passing if they %s', async (_, details, counted) => {
    const [one = finding(), two = finding()] = rejected;
    const platform = { ...listing([one, { ...two, isKev: false }]), details: () => details };
    const { ended } = await judge(platform, { policies: KEV });
    const cause = { type: 'kev-not-listed', listed: 1, counted };
    expect(ended).toMatchObject({ status: 'unavailable', failure: { cause } });
  });

  it('let `fail-on-kev` pass if every exploited one is listed, whatever its status', async () => {
    const details = () => detailsWith({ weakness: 2 }, 2);
    const { ended } = await judge({ ...listing(rejected), details }, { policies: KEV });
    expect(ended).toEqual(COMPLETED);
  });
});

describe('trouble', () => {
  it('is tried again for the request that failed, and for no other', async () => {
    const { ended, requests, causes, atMs } = await judge(
      {
        ...listing(low),
        page: (number, request) =>
          request === 2 || request === 3 ? BAD_GATEWAY : pageOf(low, number),
      },
      { agoMs: 0 },
    );
    expect(causes).toEqual(['http-status', 'http-status']);
    expect(requests.slice(0, 6)).toEqual([
      'page 1',
      'page 2',
      'page 2',
      'page 2',
      'page 3',
      'page 4',
    ]);
    expect(atMs.slice(1, 4)).toEqual([0, 5_250, 15_250]);
    expect(ended).toEqual(COMPLETED);
  });

  it('is no outage as long as pages come in between', async () => {
    const all = findings(2_000, { severity: 'low' });
    const { ended, tookAllMs } = await judge(
      {
        ...listing(all),
        page: (number, request) => (request % 2 === 1 ? BAD_GATEWAY : pageOf(all, number)),
      },
      { budgets: { maxOutageMs: 60_000 } },
    );
    expect(ended).toEqual(COMPLETED);
    expect(tookAllMs).toBeGreaterThan(120_000);
  });

  it('of tokens is final only if two are refused without a success between', async () => {
    const all = findings(400, { severity: 'low' });
    const once = await judge({
      ...listing(all),
      page: (number, request) => (request % 2 === 1 ? TOKEN_REFUSED : pageOf(all, number)),
    });
    expect(once.ended).toEqual(COMPLETED);
    const always = await judge({ page: () => TOKEN_REFUSED });
    expect(always.ended).toMatchObject({
      status: 'error',
      refused: { cause: TOKEN_REFUSED.cause },
    });
    expect(always.requests).toHaveLength(2);
  });

  it.each([409, 422, 425])('HTTP %i means that the findings are not ready', async (status) => {
    const notReady = refused({ type: 'http-status', status, error: undefined });
    const { ended, causes } = await judge({
      ...listing(low),
      page: (number, request) => (request === 1 ? notReady : pageOf(low, number)),
    });
    expect([causes, ended]).toEqual([['http-status'], COMPLETED]);
  });

  it('that is a refusal ends at once and says that it is about findings', async () => {
    const { ended, requests } = await judge({
      page: () => refused({ type: 'http-status', status: 403, error: undefined }),
    });
    expect(ended).toMatchObject({ refused: { cause: { status: 403, about: 'findings' } } });
    expect(requests).toHaveLength(1);
    const other = refused({ type: 'proxy-auth' });
    expect((await judge({ page: () => other })).ended).toEqual({ status: 'error', refused: other });
  });

  it('that is a refusal ends even a read that could be whole; only HTTP 400 means no page', async () => {
    const pastEnd = (status: number): Platform => ({
      ...listing(low),
      page: (number) =>
        number < 4
          ? pageOf(low, number)
          : refused({ type: 'http-status', status, error: undefined }),
    });
    expect((await judge(pastEnd(403))).ended.status).toBe('error');
    expect((await judge(pastEnd(400))).ended).toEqual(COMPLETED);
  });

  it('of an image that is not found is a failure, because its scan was seen', async () => {
    const { ended, causes } = await judge({
      ...listing(low),
      page: (number, request) =>
        request === 1 ? { ...NOT_FOUND, retryAfterMs: 7_000 } : pageOf(low, number),
    });
    expect([causes, ended]).toEqual([['findings-not-found'], COMPLETED]);
  });

  it('ends with `max-outage`, in an attempt', async () => {
    const { ended, tookAllMs } = await judge({ page: () => BAD_GATEWAY });
    const outage = { findings: 'max-outage', forMs: 900_000, failure: BAD_GATEWAY };
    expect(ended).toMatchObject({ status: 'unavailable', ...outage });
    expect(tookAllMs).toBe(900_000);
  });

  it('of lists that never add up ends with `max-outage`, too, however long the interval', async () => {
    const { ended, atMs } = await judge(
      { page: (number) => pageOf(low.slice(number === 1 ? 0 : 1), number) },
      { budgets: { maxOutageMs: 400_000, interval: { kind: 'fixed', ms: 3_600_000 } } },
    );
    const cause = { type: 'findings-changed', from: 250, to: 249 };
    const outage = { findings: 'max-outage', forMs: 400_000, failure: { cause } };
    expect(ended).toMatchObject({ status: 'unavailable', ...outage });
    expect(atMs).toEqual([0, 0, 400_000, 400_000]);
  });

  it('of lists that do not add up is over with one that does', async () => {
    let lists = 0;
    const { ended, tookAllMs } = await judge(
      {
        ...listing(low),
        page(number) {
          if (number === 1) lists += 1;
          const isShort = lists % 2 === 1 && lists < 20 && number > 1;
          return pageOf(isShort ? low.slice(1) : low, number);
        },
      },
      { budgets: { maxOutageMs: 60_000 } },
    );
    expect(ended).toEqual(COMPLETED);
    expect(tookAllMs).toBeGreaterThan(120_000);
  });

  it('of lists that never add up ends with the time for reading, in an attempt', async () => {
    const clock = createJumpingClock();
    const { ended, atMs } = await judge(
      { page: (number) => pageOf(low.slice(number === 1 ? 0 : 1), number) },
      { clock, budgets: { endMs: clock.monotonicMs() + 3_000 } },
    );
    const failure = { cause: { type: 'findings-changed' } };
    expect(ended).toMatchObject({ status: 'unavailable', findings: 'time', failure, forMs: 3_000 });
    expect(atMs).toEqual([0, 0, 3_000]);
  });

  it('ends with the time for reading, in an attempt', async () => {
    const clock = createJumpingClock();
    const budgets = { endMs: clock.monotonicMs() + 300_000 };
    const { ended, tookAllMs } = await judge({ page: () => BAD_GATEWAY }, { clock, budgets });
    expect(ended).toMatchObject({ status: 'unavailable', findings: 'time', failure: BAD_GATEWAY });
    expect(tookAllMs).toBe(300_000);
  });

  it('with the details of the image ends the reading like any other', async () => {
    const { ended } = await judge({ ...listing(low), details: () => BAD_GATEWAY });
    expect(ended).toMatchObject({ status: 'unavailable', findings: 'max-outage', forMs: 900_000 });
  });

  it('is what is said if time is up after a read that does not add up', async () => {
    const clock = createJumpingClock();
    const twice = found({ total: 2, findings: [finding({ id: 'a' }), finding({ id: 'A' })] });
    const { ended, requests } = await judge(
      { page: () => twice },
      { clock, budgets: { endMs: clock.monotonicMs() + 3_000 }, tookMs: 4_000 },
    );
    const failure = { cause: { type: 'finding-listed-twice' } };
    expect(ended).toMatchObject({ status: 'unavailable', findings: 'time', failure });
    expect(requests).toEqual(['page 1']);
  });

  it('need not happen for the second read to come too late: it begins when time is up', async () => {
    const clock = createJumpingClock();
    const budgets = { endMs: clock.monotonicMs() + 10_000 };
    const { ended, atMs } = await judge(listing(low), { clock, budgets, agoMs: 0 });
    expect(ended).toMatchObject({ status: 'unavailable', findings: 'time' });
    expect(atMs).toEqual([0, 0, 0, 0, 10_000]);
  });

  it('need not happen for time to run out, which is not taken for a stopped process', async () => {
    const clock = createJumpingClock();
    const budgets = { endMs: clock.monotonicMs() + 60_000 };
    const all = findings(5_000);
    const { ended, requests } = await judge(
      { ...listing(all), page: (number) => pageOf(all.slice(0, 5_000), number) },
      { clock, budgets, tookMs: 4_000, policies: [policy({ threshold: 'critical' })] },
    );
    const cause = { type: 'findings-unfinished', read: 1_500, total: 5_000 };
    expect(ended).toMatchObject({ status: 'unavailable', findings: 'time', failure: { cause } });
    expect(requests.filter((name) => name === 'page 1')).toHaveLength(1);
  });
});

it('resolved findings are not findings of the image, whose counts are zero', async () => {
  const policies = [policy({ baselineImageId: 'baseline' })] as const;
  const resolved = findings(3, { side: 'left' });
  const platform: Platform = { page: (number) => pageOf(resolved, number) };
  expect((await judge(platform, { policies })).ended).toEqual(COMPLETED);
  const more = { ...platform, details: () => detailsWith({ weakness: 1 }) };
  expect((await judge(more, { policies })).ended.status).toBe('unavailable');
});

it('an interruption ends judging as such, even at the end of its time', async () => {
  const interruption = new AbortController();
  const clock = createJumpingClock();
  const { ended } = await judge(
    {
      page(number) {
        interruption.abort();
        return pageOf(low, number);
      },
    },
    { clock, signal: interruption.signal, budgets: { endMs: clock.monotonicMs() } },
  );
  expect(ended).toEqual({ status: 'interrupted' });
});

it.each(['before the first request', 'while it is confirmed', 'between attempts'])(
  'an interruption ends judging %s',
  async (when) => {
    const interruption = new AbortController();
    if (when === 'before the first request') interruption.abort();
    const { ended } = await judge(
      {
        page: (number, request) => {
          if (interruption.signal.aborted) return { kind: 'interrupted' };
          if (request < 5 && when === 'while it is confirmed') return pageOf(low, number);
          queueMicrotask(() => interruption.abort());
          return when === 'between attempts' ? BAD_GATEWAY : pageOf(low, number);
        },
      },
      { signal: interruption.signal },
    );
    expect(ended).toEqual({ status: 'interrupted' });
  },
);
