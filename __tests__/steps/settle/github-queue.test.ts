/** The pace of a sweep's requests to GitHub, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import type { GitHubApi, GitHubResult } from '../../../src/github/api.ts';
import type { GitHubProblem } from '../../../src/model/github-problem.ts';
import { queuedGitHub } from '../../../src/steps/settle/github-queue.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';

const { signal } = new AbortController();
const LIST = 'GET /repos/{owner}/{repo}/commits/{ref}/statuses';
const WRITE = 'POST /repos/{owner}/{repo}/statuses/{sha}';
const LIMIT: GitHubProblem = {
  type: 'rate-limit',
  message: 'slow down',
  retryAfterMs: 3_600_000,
  resetMs: undefined,
};
const REFUSED: GitHubProblem = { type: 'refused', status: 422, message: 'no' };
const DOWN: GitHubProblem = { type: 'network', message: 'reset' };

/** @param answers what each request meets, in turn; undefined: it succeeds. */
function queue(answers: readonly (GitHubProblem | undefined)[] = [], tookMs = 0) {
  const clock = createJumpingClock();
  const beganMs = clock.monotonicMs();
  const sent: { readonly route: string; readonly atMs: number; readonly leftMs: number }[] = [];
  let underway = 0;
  let most = 0;
  const api = {
    async rest({ route }: { route: string }, { untilMs }: { untilMs: number }) {
      const nowMs = clock.monotonicMs();
      const problem = answers[sent.length];
      sent.push({ route, atMs: nowMs - beganMs, leftMs: untilMs - nowMs });
      underway += 1;
      most = Math.max(most, underway);
      await clock.sleep(tookMs, signal);
      underway -= 1;
      return problem === undefined ? { ok: true, value: 1 } : { ok: false, problem };
    },
    query: () => Promise.resolve({ ok: true, value: 'asked' }),
  } as unknown as GitHubApi;
  const queued = queuedGitHub(api, clock);
  const request = (route: string, forMs = 120_000): Promise<GitHubResult<number>> =>
    queued.rest(
      { route, parameters: {}, needs: [], read: () => 1 },
      { untilMs: clock.monotonicMs() + forMs, signal },
    );
  return { queued, request, sent, most: () => most };
}

describe("a sweep's requests to GitHub", () => {
  it('write at most once in 0.75 s, and one at a time', async () => {
    const { request, sent, most } = queue([], 100);
    await Promise.all(Array.from({ length: 5 }, () => request(WRITE)));
    expect(sent.map(({ atMs }) => atMs)).toEqual([0, 750, 1_500, 2_250, 3_000]);
    expect(most()).toBe(1);
  });

  it('do not give up sooner because another one had a single try', async () => {
    const { request, sent } = queue([DOWN, DOWN]);
    await request(LIST, Number.NEGATIVE_INFINITY);
    await request(LIST);
    await request(LIST);
    expect(sent.map(({ leftMs }) => leftMs > 0)).toEqual([false, true, false]);
  });

  it('read one at a time, and do not wait for writes', async () => {
    const { request, sent, most } = queue([], 100);
    await Promise.all([WRITE, WRITE, LIST, LIST].map((route) => request(route)));
    expect(sent.filter(({ route }) => route === LIST).map(({ atMs }) => atMs)).toEqual([0, 100]);
    expect(most()).toBe(2);
  });

  it('have all of their time left when they leave the queue', async () => {
    const { request, sent } = queue([], 10_000);
    await Promise.all([LIST, LIST, LIST].map((route) => request(route)));
    expect(sent.map(({ leftMs }) => leftMs)).toEqual([120_000, 120_000, 120_000]);
  });

  it('end with the first rate limit of writes, which leaves reads alone', async () => {
    const { request, sent } = queue([LIMIT]);
    const limited = { ok: false, problem: LIMIT };
    expect(await request(WRITE)).toEqual(limited);
    expect(await request(WRITE)).toEqual(limited);
    expect(sent).toHaveLength(1);
    expect(await request(LIST)).toMatchObject({ ok: true });
  });

  it('end with the first rate limit of reads: what cannot be looked at is not written', async () => {
    const { request, sent } = queue([LIMIT]);
    const limited = { ok: false, problem: LIMIT };
    expect(await Promise.all([LIST, LIST, WRITE].map((route) => request(route)))).toEqual([
      limited,
      limited,
      { ok: true, value: 1 },
    ]);
    expect(await request(WRITE)).toEqual(limited);
    expect(sent).toHaveLength(2);
  });

  it('pause for a short rate limit of one that will be tried again', async () => {
    const { request, sent } = queue([{ ...LIMIT, retryAfterMs: 5_000 }]);
    expect(await request(LIST, Number.NEGATIVE_INFINITY)).toMatchObject({ ok: false });
    expect(await request(LIST)).toMatchObject({ ok: true });
    expect(sent.map(({ atMs }) => atMs)).toEqual([0, 5_000]);
    const long = queue([LIMIT]);
    await long.request(LIST, Number.NEGATIVE_INFINITY);
    expect(await long.request(LIST)).toMatchObject({ ok: false });
    expect(long.sent).toHaveLength(1);
  });

  it('get a single try each after one ran out of tries, until one succeeds', async () => {
    const { request, sent } = queue([DOWN, DOWN, undefined, REFUSED, undefined]);
    for (let count = 0; count < 5; count += 1) await request(LIST);
    expect(sent.map(({ leftMs }) => leftMs)).toEqual([120_000, 0, 0, 120_000, 120_000]);
  });

  it('leave queries alone', async () => {
    const { queued } = queue();
    const query = { query: '', variables: {}, needs: [], read: () => '' };
    expect(await queued.query(query, { untilMs: 0, signal })).toMatchObject({ value: 'asked' });
  });
});
