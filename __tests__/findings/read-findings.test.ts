import { describe, expect, it } from 'vitest';
import type { FindingsPage } from '../../src/binarly/findings.ts';
import { type ReadingBudgets, readFindings } from '../../src/findings/read-findings.ts';
import type { Answer, Failed } from '../../src/model/answer.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ImageDetails } from '../../src/model/image-details.ts';
import type { Policy } from '../../src/model/policy.ts';
import { detailsWith, finding, findings, found, pageOf, policy } from '../support/findings.ts';
import { createJumpingClock, type JumpingClock } from '../support/jumping-clock.ts';

const HOUR_MS = 3_600_000;
const NO_COUNTS = found({ name: '', version: '', findings: undefined });
const BAD_GATEWAY: Failed = {
  kind: 'failed',
  endpoint: 'api',
  cause: { type: 'http-status', status: 502, message: undefined },
  reached: 'busy',
};
const TOKEN_REFUSED: Failed = {
  ...BAD_GATEWAY,
  cause: { type: 'fresh-token-refused', message: 'no' },
};
const NOT_FOUND = { kind: 'absent', cause: { type: 'not-found', message: 'gone' } } as const;

interface Platform {
  /** Answers the n-th request for a page, counted from 1. */
  readonly page?: (page: number, request: number, nowMs: number) => Answer<FindingsPage>;
  readonly details?: (nowMs: number) => Answer<ImageDetails>;
  readonly baseline?: (request: number) => Answer<unknown>;
}

interface Reading {
  readonly policies?: readonly Policy[];
  readonly budgets?: Partial<ReadingBudgets>;
  readonly clock?: JumpingClock;
  readonly signal?: AbortSignal;
  /** How long each request takes. */
  readonly tookMs?: number;
}

/** Reads from a platform; the scan completed just now, two hours before the deadline. */
async function read(platform: Platform, reading: Reading = {}) {
  const { clock = createJumpingClock(), policies = [policy()], tookMs = 0 } = reading;
  const { signal = new AbortController().signal } = reading;
  const beganMs = clock.monotonicMs();
  const requests: string[] = [];
  const limits: number[] = [];
  const failures: string[] = [];
  let pages = 0;
  let baselines = 0;
  const { page, details = () => detailsWith({}), baseline } = platform;
  const answering = async <T>(name: string, limitMs: number, answer: () => T): Promise<T> => {
    requests.push(name);
    limits.push(limitMs);
    clock.jump(tookMs);
    return answer();
  };
  const result = await readFindings(
    policies,
    {
      askForPage: (number, { limitMs }) =>
        answering(`page ${number}`, limitMs(), () => {
          pages += 1;
          const nowMs = clock.monotonicMs() - beganMs;
          return page?.(number, pages, nowMs) ?? pageOf([], number);
        }),
      askForDetails: ({ limitMs }) =>
        answering('details', limitMs(), () => details(clock.monotonicMs() - beganMs)),
      checkBaseline:
        baseline &&
        (({ limitMs }) => answering('baseline', limitMs(), () => baseline(++baselines))),
    },
    {
      completedMs: beganMs,
      deadlineMs: beganMs + 2 * HOUR_MS,
      maxOutageMs: 900_000,
      pollInterval: { kind: 'auto' },
      ...reading.budgets,
    },
    {
      clock,
      random: () => 0.5,
      signal,
      onFailure: ({ cause }, times) => void failures.push(`${times} ${cause.type}`),
    },
  );
  const tookAllMs = clock.monotonicMs() - beganMs;
  return { result, requests, failures, limits, sleeps: clock.sleeps, tookAllMs };
}

const listing = (all: readonly Finding[]): Platform => ({
  page: (number) => pageOf(all, number),
  details: () => detailsWith({ knownVulnerability: all.length }),
});
const low = findings(250, { severity: 'low' });

describe('reading findings', () => {
  it('reads every page once, and judges all of them', async () => {
    const all = [...low, finding({ id: 'zz', severity: 'critical' })];
    const { result, requests, sleeps } = await read(listing(all));
    expect(result).toMatchObject({ kind: 'judged', judgement: { blocking: [{ id: 'zz' }] } });
    expect(requests).toEqual(['page 1', 'page 2', 'page 3']);
    expect(sleeps).toEqual([]);
  });

  it('finds what counts on the third page', async () => {
    const all = low.map((it, index) => (index === 249 ? { ...it, severity: 'critical' } : it));
    const { result } = await read(listing(all));
    expect(result).toMatchObject({ judgement: { blocking: [{ id: 'finding-000249' }] } });
  });

  it.each([99, 101, 199])('asks for no page behind the last of %i findings', async (count) => {
    const { requests } = await read(listing(findings(count)));
    expect(requests).toHaveLength(Math.ceil(count / 100));
  });

  it('looks past a last page that is full, because a server may cap the total', async () => {
    const platform = (behind: readonly Finding[]): Platform => ({
      page: (number) =>
        number < 3
          ? found({ ...pageOf(low, number).value, total: 200 })
          : found({ total: 200, findings: behind }),
    });
    const capped = await read(platform(low.slice(200)));
    expect(capped.failures[0]).toBe('1 findings-missing');
    expect(capped.result).toMatchObject({ kind: 'unavailable' });
    for (const behind of [[], low.slice(100, 200)]) {
      const { result, requests } = await read(platform(behind));
      expect(requests).toEqual(['page 1', 'page 2', 'page 3', 'page 1']);
      expect(result).toMatchObject({ kind: 'judged', judgement: { open: { low: 200 } } });
    }
  });

  it('does not treat a total of zero on an empty page after the last as a change', async () => {
    const { result, failures } = await read({
      page: (number) => pageOf(number < 3 ? low.slice(0, 200) : [], number),
    });
    expect(failures).toEqual([]);
    expect(result).toMatchObject({ kind: 'judged', judgement: { open: { low: 200 } } });
  });

  it('starts over if the page after the last has a different total', async () => {
    const { result, failures } = await read({
      page: (number, request) => pageOf(request < 3 ? low.slice(0, 200) : low, number),
    });
    expect(failures).toEqual(['1 findings-changed']);
    expect(result).toMatchObject({ kind: 'judged', judgement: { open: { low: 250 } } });
  });

  it('confirms a judgment without findings that count with page 1, five seconds later', async () => {
    const { result, requests, sleeps } = await read(listing(low));
    expect(result).toMatchObject({
      kind: 'judged',
      judgement: { blocking: [], open: { low: 250 } },
    });
    expect(requests).toEqual(['page 1', 'page 2', 'page 3', 'page 1']);
    expect(sleeps).toEqual([5_000]);
  });

  it('starts over if the total has changed by then, and finds what came late', async () => {
    const late = [...low, finding({ id: 'zz' })];
    const { result, requests, failures } = await read({
      page: (number, request) => pageOf(request <= 3 ? low : late, number),
    });
    expect(failures).toEqual(['1 findings-changed']);
    expect(requests.slice(4)).toEqual(['page 1', 'page 2', 'page 3']);
    expect(result).toMatchObject({ judgement: { blocking: [{ id: 'zz' }] } });
  });

  it('starts over if page 1 has other findings by then, in any order', async () => {
    const replaced = [...low.slice(1), finding({ id: 'zz' })];
    const { result, failures } = await read({
      page: (number, request) => pageOf(request <= 3 ? low : replaced, number),
    });
    expect(failures).toEqual(['1 findings-changed']);
    expect(result).toMatchObject({ judgement: { blocking: [{ id: 'zz' }] } });
    const shorter = await read({
      page: (number, request) =>
        request === 4 ? found({ total: 250, findings: low.slice(0, 99) }) : pageOf(low, number),
    });
    expect(shorter.failures).toEqual(['1 findings-changed']);
    const one = low.slice(0, 90);
    const shuffled = await read({
      page: (number, request) => pageOf(request === 1 ? one : one.toReversed(), number),
    });
    expect(shuffled.failures).toEqual([]);
  });

  it('starts over if the list grows while it is read', async () => {
    const { result, failures } = await read({
      page: (number, request) =>
        pageOf(request === 1 ? low : [...low, finding({ id: 'zz' })], number),
    });
    expect(failures).toEqual(['1 findings-changed']);
    expect(result).toMatchObject({ judgement: { blocking: [{ id: 'zz' }] } });
  });

  it('never treats a list that repeats its first page as complete', async () => {
    const { result, failures } = await read({ page: () => pageOf(low, 1) });
    expect(failures[0]).toBe('1 finding-listed-twice');
    expect(result).toMatchObject({ kind: 'unavailable', ended: 'max-outage' });
  });

  it.each([249, 251, 350, 200, 100, 0])(
    'never treats a list whose total is %i instead of 250 as complete',
    async (total) => {
      const { result } = await read({
        page: (number) => {
          const { value } = pageOf(low, number);
          return found({ ...value, total });
        },
      });
      expect(result).toMatchObject({ kind: 'unavailable' });
    },
  );

  it('never mistakes a page for the rest of the list', async () => {
    const { failures } = await read({
      page: (number) => (number === 2 ? found({ total: 250, findings: [] }) : pageOf(low, number)),
    });
    expect(failures[0]).toBe('1 findings-missing');
  });

  it('asks again for the page that failed, and for no other', async () => {
    const { result, requests, failures, sleeps } = await read({
      page: (number, request) =>
        request === 2 || request === 3 ? BAD_GATEWAY : pageOf(low, number),
    });
    expect(failures).toEqual(['1 http-status', '2 http-status']);
    expect(requests).toEqual(['page 1', 'page 2', 'page 2', 'page 2', 'page 3', 'page 1']);
    expect(sleeps).toEqual([5_250, 10_000, 5_000]);
    expect(result).toMatchObject({ kind: 'judged' });
  });

  it.each([BAD_GATEWAY, NOT_FOUND])(
    'waits as long as the server asks for, case %#',
    async (answer) => {
      const { sleeps } = await read({
        page: (number, request) =>
          request === 1 ? { ...answer, retryAfterMs: 77_000 } : pageOf(low, number),
      });
      expect(sleeps[0]).toBe(77_000);
    },
  );

  it('treats an image that is not found as a failure, because its scan was seen', async () => {
    const { result, failures } = await read({
      page: (number, request) => (request === 1 ? NOT_FOUND : pageOf(low, number)),
    });
    expect(failures).toEqual(['1 findings-not-found']);
    expect(result).toMatchObject({ kind: 'judged' });
  });

  it('refuses a list that is too long to read', async () => {
    const { result } = await read({ page: () => found({ total: 100_001, findings: [] }) });
    expect(result).toMatchObject({ kind: 'refused', cause: { type: 'too-many-findings' } });
    const most = await read({ page: () => found({ total: 100_000, findings: [] }) });
    expect(most.result).toMatchObject({ failure: { cause: { type: 'findings-missing' } } });
  });

  it('passes a refusal on at once', async () => {
    const cause = { type: 'http-status', status: 403, error: undefined } as const;
    const refusal = { kind: 'refused', endpoint: 'api', cause } as const;
    const { result, sleeps } = await read({ page: () => refusal });
    expect(result).toEqual(refusal);
    expect(sleeps).toEqual([]);
  });

  it('gives a token issued moments before a second chance, and no third', async () => {
    const once = await read({
      page: (number, request) => (request === 1 ? TOKEN_REFUSED : pageOf(low, number)),
    });
    expect(once.result.kind).toBe('judged');
    const always = await read({ page: () => TOKEN_REFUSED });
    expect(always.result).toMatchObject({ kind: 'refused', cause: TOKEN_REFUSED.cause });
    expect(always.requests).toHaveLength(2);
  });
});

describe('the counts of the image', () => {
  it('must be zero for an empty list to pass', async () => {
    const { result, requests } = await read({ details: () => detailsWith({ weakness: 0 }) });
    expect(result).toMatchObject({ kind: 'judged', judgement: { blocking: [] } });
    expect(requests).toEqual(['page 1', 'details', 'page 1']);
  });

  it.each([
    ['count a finding', detailsWith({ weakness: 0, secret: 1 })],
    ['count a known exploited one', detailsWith({}, 1)],
    ['are missing', NO_COUNTS],
    ['cannot be read', BAD_GATEWAY],
    ['are not found', NOT_FOUND],
  ])('keep an empty list from passing if they %s', async (_, details) => {
    const { result } = await read({ details: () => details });
    expect(result).toMatchObject({ kind: 'unavailable', ended: 'max-outage' });
  });

  it('let a list pass that was empty only at first, because an index lags behind the scan', async () => {
    const { result, failures } = await read({
      page: (number, _, nowMs) => pageOf(nowMs < 15_000 ? [] : low, number),
      details: () => detailsWith({ knownVulnerability: 250 }),
    });
    expect(failures).toEqual(['1 findings-not-listed', '2 findings-not-listed']);
    expect(result).toMatchObject({ kind: 'judged', judgement: { open: { low: 250 } } });
  });

  it('must not know of exploited vulnerabilities that the list does not have', async () => {
    const kev = [policy({ failOnKev: true })];
    const platform = { ...listing(low), details: () => detailsWith({}, 1) };
    const { result, failures } = await read(platform, { policies: kev });
    expect(failures[0]).toBe('1 kev-not-listed');
    expect(result).toMatchObject({ kind: 'unavailable' });
    const without = await read({ ...listing(low), details: () => NO_COUNTS }, { policies: kev });
    expect(without.result).toMatchObject({ kind: 'judged' });
  });

  it('are not requested if an exploited vulnerability is listed, or none would matter', async () => {
    const listed = findings(2, { severity: 'low', isKev: true, status: 'rejected' });
    const kev = await read(listing(listed), { policies: [policy({ failOnKev: true })] });
    expect(kev.requests).toEqual(['page 1', 'page 1']);
    const severity = await read(listing(low));
    expect(severity.requests).not.toContain('details');
  });
});

describe('a comparison with a baseline', () => {
  const policies = [policy({ baselineImageId: 'baseline', failOnKev: true })];
  const resolved = findings(3, { side: 'left', isKev: true });
  const baseline = () => found('good');

  it('checks the baseline before it asks for a page', async () => {
    const { requests } = await read(
      { baseline, page: (number) => pageOf(resolved, number) },
      { policies },
    );
    expect(requests.slice(0, 2)).toEqual(['baseline', 'page 1']);
  });

  it('does not count resolved findings as findings of the image', async () => {
    const platform: Platform = { baseline, page: (number) => pageOf(resolved, number) };
    const passed = await read(platform, { policies });
    expect(passed.result).toMatchObject({ kind: 'judged', judgement: { blocking: [] } });
    for (const details of [detailsWith({ weakness: 1 }), detailsWith({}, 1)]) {
      const { result } = await read({ ...platform, details: () => details }, { policies });
      expect(result).toMatchObject({ kind: 'unavailable' });
    }
  });

  it('waits for a baseline that is still being scanned', async () => {
    const cause = { type: 'baseline-unfinished', state: 'running' } as const;
    const platform: Platform = {
      ...listing(findings(1, { side: 'right' })),
      baseline: (request) => (request < 3 ? { ...BAD_GATEWAY, cause } : found('good')),
    };
    const { result, failures } = await read(platform, { policies });
    expect(failures).toEqual(['1 baseline-unfinished', '2 baseline-unfinished']);
    expect(result).toMatchObject({ judgement: { blocking: { length: 1 } } });
    const forever = await read(
      { ...platform, baseline: () => ({ ...BAD_GATEWAY, cause }) },
      { policies },
    );
    expect(forever.result).toMatchObject({ kind: 'unavailable', failure: { cause } });
  });
});

describe('the time for reading', () => {
  it('ends with `max-outage`, in an attempt', async () => {
    const { result, tookAllMs } = await read({ page: () => BAD_GATEWAY });
    expect(result).toMatchObject({ kind: 'unavailable', ended: 'max-outage', forMs: 900_000 });
    expect(tookAllMs).toBe(900_000);
  });

  it('ends with the first failure if `max-outage` is zero', async () => {
    const { requests } = await read({ page: () => BAD_GATEWAY }, { budgets: { maxOutageMs: 0 } });
    expect(requests).toHaveLength(1);
  });

  it('ends with the deadline, in an attempt', async () => {
    const clock = createJumpingClock();
    const budgets = { deadlineMs: clock.monotonicMs() + 300_000 };
    const { result, tookAllMs } = await read({ page: () => BAD_GATEWAY }, { clock, budgets });
    expect(result).toMatchObject({ kind: 'unavailable', ended: 'time', failure: BAD_GATEWAY });
    expect(tookAllMs).toBe(300_000);
  });

  it('is a minute even if the scan completed at the deadline', async () => {
    const clock = createJumpingClock();
    const budgets = { deadlineMs: clock.monotonicMs() };
    const { result, tookAllMs, limits } = await read(
      { page: () => BAD_GATEWAY },
      { clock, budgets },
    );
    expect(result).toMatchObject({ kind: 'unavailable', ended: 'time' });
    expect(tookAllMs).toBe(60_000);
    expect(limits.every((limit) => limit >= 5_000 && limit <= 30_000)).toBe(true);
  });

  it('gives the pages of an attempt ten seconds past the end, and no more', async () => {
    const clock = createJumpingClock();
    const budgets = { deadlineMs: clock.monotonicMs() };
    const all = findings(5_000);
    const { limits } = await read(listing(all), { clock, budgets, tookMs: 4_000 });
    // Requests begin every 4 s; the last ones of the attempt 64, 68 and 72 s after the completion.
    expect(limits.slice(16, 19)).toEqual([5_000, 2_000, -2_000]);
  });

  it('reads from the start again after the process was stopped past the end', async () => {
    const clock = createJumpingClock();
    const budgets = { deadlineMs: clock.monotonicMs() };
    const { requests, result } = await read(
      {
        page: (number, request) => {
          if (request === 2) clock.jump(HOUR_MS);
          return pageOf(low, number);
        },
      },
      { clock, budgets },
    );
    expect(requests).toEqual([
      'page 1',
      'page 2',
      'page 3',
      'page 1',
      'page 1',
      'page 2',
      'page 3',
      'page 1',
    ]);
    expect(result).toMatchObject({ kind: 'judged' });
  });
});

describe('an interruption', () => {
  it.each(['before the first request', 'while it is confirmed', 'between attempts'])(
    'ends reading %s',
    async (when) => {
      const interruption = new AbortController();
      if (when === 'before the first request') interruption.abort();
      const { result } = await read(
        {
          page: (number, request) => {
            if (interruption.signal.aborted) return { kind: 'interrupted' };
            if (request < 3 && when === 'while it is confirmed') return pageOf(low, number);
            queueMicrotask(() => interruption.abort());
            return when === 'between attempts' ? BAD_GATEWAY : pageOf(low, number);
          },
        },
        { signal: interruption.signal },
      );
      expect(result).toEqual({ kind: 'interrupted' });
    },
  );
});
