/** What GitHub's answers mean, and how long a request outlasts trouble. */
import { describe, expect, it } from 'vitest';
import { createGitHubApi, type GitHubBudget } from '../../src/github/api.ts';
import type { GitHubConnection, GitHubReply } from '../../src/github/connection.ts';
import { resultOfProblem } from '../../src/github/problems.ts';
import { answered, DOWN, FORBIDDEN } from '../support/github.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const DATE = 'Mon, 26 Jan 2026 15:00:00 GMT';
const NOW_MS = Date.parse('2026-01-26T15:00:00Z');

/** Answers each request with the next of these, the last one again and again. */
async function ask(
  replies: readonly GitHubReply[],
  {
    isQuery = false,
    startMs = NOW_MS,
    ...budget
  }: Partial<GitHubBudget> & {
    readonly isQuery?: boolean;
    readonly startMs?: number;
  } = {},
) {
  const clock = createJumpingClock(startMs);
  const atMs: number[] = [];
  const beganMs = clock.monotonicMs();
  const next = () => {
    const reply = replies[Math.min(atMs.length, replies.length - 1)] as GitHubReply;
    atMs.push(clock.monotonicMs() - beganMs);
    return Promise.resolve(reply);
  };
  const connection: GitHubConnection = { rest: next, graphql: next };
  const api = createGitHubApi(connection, { clock, random: () => 0 });
  const limits = {
    untilMs: beganMs + 120_000,
    signal: new AbortController().signal,
    ...budget,
  };
  const needs = ['contents: read', 'pull-requests: read'];
  const answer = isQuery
    ? await api.query(
        {
          query: 'query { x }',
          variables: {},
          needs,
          read: (data) => (data as { x?: string } | null | undefined)?.x ?? undefined,
        },
        limits,
      )
    : await api.rest(
        {
          route: 'GET /x',
          parameters: {},
          needs,
          read: ({ data }) => (data === 'usable' ? data : undefined),
        },
        limits,
      );
  return { answer, atMs };
}

const GOOD = answered(200, 'usable');
const limited = (headers: Record<string, string>, message = 'API rate limit exceeded') =>
  answered(403, { message }, headers);

describe('trouble with GitHub', () => {
  it.each([
    ['no connection', DOWN],
    ['a time-out', { kind: 'no-response', problem: { type: 'too-slow', limitMs: 15_000 } }],
    ['HTTP 408', answered(408, { message: 'm' })],
    ['HTTP 429', answered(429, '')],
    ['HTTP 500', answered(500, undefined)],
    ['HTTP 502 with a web page', answered(502, '<html>')],
    ['a body that breaks off', answered(200, '{"x"')],
  ] as const)('passes: %s', async (_, reply) => {
    const { answer, atMs } = await ask([reply, reply, GOOD]);
    expect(answer).toEqual({ ok: true, value: 'usable' });
    expect(atMs).toEqual([0, 1_000, 2_800]);
  });

  it('is borne for two minutes, with a last try at their end', async () => {
    const { answer, atMs } = await ask([answered(502, { message: 'Bad Gateway' })]);
    expect(answer).toEqual({
      ok: false,
      problem: {
        type: 'unavailable',
        status: 502,
        message: 'Bad Gateway',
        retryAfterMs: undefined,
      },
    });
    expect(atMs.at(-1)).toBe(120_000);
  });

  it('asks for a pause that is kept, up to the end of the budget', async () => {
    const busy = answered(503, {}, { 'retry-after': '40' });
    expect((await ask([busy, GOOD])).atMs).toEqual([0, 40_000]);
    const long = answered(503, {}, { 'retry-after': '4000' });
    expect((await ask([long, GOOD])).atMs).toEqual([0, 120_000]);
  });

  it('is asked about once if the budget has ended', async () => {
    expect((await ask([DOWN], { untilMs: 0 })).atMs).toHaveLength(1);
  });

  it('ends at once if everything is stopped, also before the first request', async () => {
    const stopped = { ok: false, problem: { type: 'stopped' } };
    expect(await ask([GOOD], { signal: AbortSignal.abort() })).toEqual({
      answer: stopped,
      atMs: [],
    });
  });
});

describe('the rate limit', () => {
  it.each([
    ['`retry-after` in seconds', limited({ 'retry-after': '7' }, 'secondary rate limit'), 7_000],
    [
      '`retry-after` as a date, by the clock of the answer',
      limited({ 'retry-after': 'Mon, 26 Jan 2026 15:00:09 GMT', date: DATE }),
      9_000,
    ],
    [
      'the reset of a limit that is used up, by the clock of the answer',
      limited({
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': `${NOW_MS / 1000 + 30}`,
        date: DATE,
      }),
      30_000,
    ],
    ['a minute if GitHub does not say', limited({}), 60_000],
    [
      'a minute if the limit of the token is not the one',
      limited(
        { 'x-ratelimit-remaining': '4990', 'x-ratelimit-reset': `${NOW_MS / 1000 + 3_000}` },
        'You have exceeded a secondary rate limit',
      ),
      60_000,
    ],
    ['a minute after HTTP 429', answered(429, { message: 'Rate Limit exceeded' }), 60_000],
    ['a minute if the reset is unreadable', limited({ 'x-ratelimit-remaining': '0' }), 60_000],
    ['a minute for GitHub Enterprise Server', limited({}, 'abuse detection mechanism'), 60_000],
    ['`retry-after` without a word', answered(403, {}, { 'retry-after': '3' }), 3_000],
  ])('is waited for: %s', async (_, reply, pauseMs) => {
    // The runner's clock is ten minutes ahead.
    const { answer, atMs } = await ask([reply, GOOD], {
      startMs: NOW_MS + ('date' in reply.headers ? 600_000 : 0),
    });
    expect(answer.ok).toBe(true);
    expect(atMs).toEqual([0, pauseMs]);
  });

  it('that outlasts the budget ends the trying at once, and says when it is reset', async () => {
    const resetMs = NOW_MS + 1_800_000;
    const reply = limited({
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${resetMs / 1000}`,
      date: DATE,
    });
    const { answer, atMs } = await ask([reply]);
    expect(answer).toEqual({
      ok: false,
      problem: {
        type: 'rate-limit',
        message: 'API rate limit exceeded',
        retryAfterMs: 1_800_000,
        resetMs,
      },
    });
    expect(atMs).toEqual([0]);
  });

  it('in the past is no reason to wait', async () => {
    const past = limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1', date: DATE });
    expect((await ask([past, GOOD])).atMs).toEqual([0, 1_000]);
  });

  it('does not hide a missing permission', async () => {
    const reply = { ...FORBIDDEN, headers: { 'x-ratelimit-remaining': '0' } };
    expect((await ask([reply])).answer).toMatchObject({ problem: { type: 'no-permission' } });
  });
});

describe('a refusal', () => {
  it.each([
    [401, 'Bad credentials'],
    [403, 'Must have admin rights'],
    [404, 'Not Found'],
    [422, 'Validation Failed: [{"code":"custom"}]'],
  ])('is final: HTTP %i', async (status, message) => {
    const [said, details] = message.split(': ');
    const errors = details === undefined ? {} : { errors: JSON.parse(details) };
    const { answer, atMs } = await ask([answered(status, { message: said, ...errors })]);
    expect(answer).toEqual({
      ok: false,
      problem: {
        type: 'refused',
        status,
        message: details === undefined ? message : 'Validation Failed: {"code":"custom"}',
      },
    });
    expect(atMs).toHaveLength(1);
  });

  it('names the permissions only if GitHub says that one is missing', async () => {
    expect((await ask([FORBIDDEN])).answer).toEqual({
      ok: false,
      problem: {
        type: 'no-permission',
        message: 'Resource not accessible by integration',
        needs: ['contents: read', 'pull-requests: read'],
      },
    });
  });
});

describe('a query', () => {
  const isQuery = true;
  const errors = (type: string | undefined, message: unknown = 'm') =>
    answered(200, { data: null, errors: [{ type, message }] });
  const good = answered(200, { data: { x: 'value' } }, { date: DATE });

  it('is answered with its data, and when that was', async () => {
    expect((await ask([good], { isQuery })).answer).toEqual({
      ok: true,
      value: { value: 'value', errors: [] },
    });
  });

  it('is answered in part, with what GitHub said about the rest', async () => {
    const reply = answered(200, {
      data: { x: 'value', y: null },
      errors: [{ message: 'Something\nwent wrong' }, { message: 3 }],
    });
    expect((await ask([reply], { isQuery })).answer).toMatchObject({
      value: { value: 'value', errors: ['Something went wrong', ''] },
    });
  });

  it.each([
    ['Something went wrong while executing your query. This may be the result of a timeout'],
    ['Timeout on validation of query'],
    ['The request timed out'],
    ['Internal Server Error'],
    ["We couldn't respond to your request in time"],
  ])('that GitHub fails to execute is tried again: %s', async (message) => {
    const { answer, atMs } = await ask([errors(undefined, message), good], { isQuery });
    expect(answer.ok).toBe(true);
    expect(atMs).toEqual([0, 1_000]);
    expect((await ask([errors(undefined, message)], { isQuery, untilMs: 0 })).answer).toEqual({
      ok: false,
      problem: { type: 'query-failed', message },
    });
  });

  it('that GitHub fails to execute may be named by its type', async () => {
    expect((await ask([errors('INTERNAL'), good], { isQuery })).answer.ok).toBe(true);
  });

  it('is limited like other requests', async () => {
    expect((await ask([errors('RATE_LIMITED'), good], { isQuery })).atMs).toEqual([0, 60_000]);
    const named = errors(undefined, 'You have exceeded a secondary rate limit');
    expect((await ask([named, good], { isQuery })).atMs).toEqual([0, 60_000]);
  });

  it('that is refused is not tried again', async () => {
    const { answer, atMs } = await ask([errors('NOT_FOUND', 'Could not resolve')], { isQuery });
    expect(answer).toEqual({
      ok: false,
      problem: { type: 'query-refused', message: 'Could not resolve' },
    });
    expect(atMs).toHaveLength(1);
  });

  it('without permission names what it needs', async () => {
    const message = 'Resource not accessible by integration';
    const { answer } = await ask([errors('FORBIDDEN', message)], { isQuery });
    expect(answer).toMatchObject({
      problem: { type: 'no-permission', needs: ['contents: read', 'pull-requests: read'] },
    });
  });

  it.each([['<html>'], [null], [{}], [{ data: null }]])(
    'that is answered by %j is trouble',
    async (data) => {
      const { answer } = await ask([answered(200, data), good], { isQuery });
      expect(answer.ok).toBe(true);
    },
  );
});

describe('a problem, for whoever has a loop of their own', () => {
  it('is an interruption, a refusal or a failure', () => {
    expect(resultOfProblem({ type: 'stopped' })).toEqual({ kind: 'interrupted' });
    const refusal = { type: 'refused', status: 404, message: 'm' } as const;
    expect(resultOfProblem(refusal)).toEqual({
      kind: 'refused',
      endpoint: 'github',
      cause: { type: 'github', problem: refusal },
    });
    const limit = { type: 'rate-limit', message: 'm', retryAfterMs: 5, resetMs: 6 } as const;
    expect(resultOfProblem(limit)).toMatchObject({ kind: 'failed', retryAfterMs: 5 });
  });
});
