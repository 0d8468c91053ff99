/** One request to GitHub over real HTTP, and what each way of failing means. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Fault, jsonAnswer } from '../../emulator/faults.ts';
import { refusal, startGitHub } from '../../emulator/github.ts';
import type { GitHub } from '../../emulator/github-script.ts';
import { connectToGitHub, type GitHubProblem, waitAfter } from '../../src/github/api.ts';

let github: GitHub | undefined;
afterEach(async () => {
  await github?.close();
});

const LIST = 'GET /repos/{owner}/{repo}/commits/{ref}/statuses';
const WHERE = { owner: 'acme', repo: 'firmware', ref: 'head' };

async function connect(before: () => Fault) {
  github = await startGitHub({ repository: 'acme/firmware', token: 'not-a-token', before });
  return connectToGitHub('not-a-token', github.url);
}

function limits(overrides: Partial<{ limitMs: number; signal: AbortSignal }> = {}) {
  return { limitMs: 5_000, signal: new AbortController().signal, ...overrides };
}

async function problemOf(fault: Fault, isQuery = false): Promise<GitHubProblem> {
  const api = await connect(() => fault);
  const answer = isQuery
    ? await api.query('query { viewer { login } }', {}, limits())
    : await api.request(LIST, WHERE, limits());
  if (answer.ok) throw new Error('it should have failed');
  return answer.problem;
}

function limited(status: number, message: string, headers: Readonly<Record<string, string>>) {
  return jsonAnswer(status, { message }, { date: 'Mon, 26 Jan 2026 15:00:00 GMT', ...headers });
}

const NOW_S = Date.parse('2026-01-26T15:00:00Z') / 1000;

describe('a request that fails', () => {
  it.each([
    [{ kind: 'reset' }, 'network', 0],
    [refusal(502, 'Bad Gateway'), 'http-status', 0],
    [refusal(408, 'slow'), 'http-status', 0],
    [refusal(429, 'slow down'), 'http-status', 0],
    [refusal(403, 'Resource not accessible by integration'), 'http-status', undefined],
    [refusal(401, 'Bad credentials'), 'http-status', undefined],
    [refusal(422, 'no such commit'), 'http-status', undefined],
  ] as const)('is a value: %j', async (fault, type, waitMs) => {
    const problem = await problemOf(fault);
    expect(problem.type).toBe(type);
    expect(waitAfter(problem)).toBe(waitMs);
  });

  it.each([
    [limited(403, 'secondary', { 'retry-after': '7' }), 7_000],
    [
      limited(403, 'API rate limit exceeded', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': `${NOW_S + 90}`,
      }),
      90_000,
    ],
    [limited(403, 'You have exceeded a secondary rate limit', {}), 60_000],
    [limited(429, 'rate limit', { 'x-ratelimit-remaining': '0' }), 60_000],
  ])('because of a rate limit says how long it lasts, case %#', async (fault, afterMs) => {
    const problem = await problemOf(fault);
    const resetMs = NOW_S * 1000 + afterMs;
    expect(problem).toMatchObject({ type: 'rate-limit', afterMs, resetMs });
    expect(waitAfter(problem)).toBe(afterMs);
  });

  it('ends when its time is up, and when it is stopped', async () => {
    const api = await connect(() => ({ kind: 'silent' }));
    const slow = await api.request(LIST, WHERE, limits({ limitMs: 50 }));
    expect(slow).toMatchObject({ problem: { type: 'too-slow', limitMs: 50 } });
    expect(waitAfter({ type: 'too-slow', limitMs: 50 })).toBe(0);
    const stop = new AbortController();
    const asked = api.request(LIST, WHERE, limits({ signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    const stopped = { problem: { type: 'stopped' } };
    expect(await asked).toMatchObject(stopped);
    expect(await api.request(LIST, WHERE, limits({ signal: stop.signal }))).toMatchObject(stopped);
    expect(waitAfter({ type: 'stopped' })).toBeUndefined();
  });
});

describe('a query', () => {
  const failing = (message: string, type?: string, data: unknown = undefined) =>
    jsonAnswer(200, { errors: [{ message, type }], data });

  it('that is limited is a rate limit', async () => {
    const problem = await problemOf(failing('API rate limit exceeded', 'RATE_LIMITED'), true);
    expect(problem).toMatchObject({ type: 'rate-limit', afterMs: 60_000 });
  });

  it.each([
    'Something went wrong while executing your query. This may be the result of a timeout',
    'Internal server error',
    'the request timed out',
  ])('that meets an error of GitHub is trouble: %s', async (message) => {
    const problem = await problemOf(failing(message), true);
    expect([problem.type, waitAfter(problem)]).toEqual(['query', 0]);
  });

  it.each([undefined, null, { repository: null }])(
    'that is refused has no data but %j',
    async (data) => {
      const forbidden = 'Resource not accessible by integration';
      const problem = await problemOf(failing(forbidden, 'FORBIDDEN', data), true);
      expect(problem).toEqual({ type: 'query', message: forbidden, isTrouble: false });
      expect(waitAfter(problem)).toBeUndefined();
    },
  );

  it('with data and errors is answered in part', async () => {
    const data = { repository: { page: null } };
    const api = await connect(() => failing('Something went wrong', undefined, data));
    expect(await api.query('query { viewer { login } }', {}, limits())).toEqual({
      ok: true,
      value: data,
      missing: ['Something went wrong'],
    });
  });
});

describe('octokit', () => {
  it('prints nothing on its own', async () => {
    const answer = jsonAnswer(200, [], { deprecation: 'Sat, 01 Aug 2026 00:00:00 GMT' });
    const api = await connect(() => answer);
    const warn = vi.spyOn(console, 'warn');
    expect(await api.request(LIST, WHERE, limits())).toEqual({ ok: true, value: [] });
    expect(warn).not.toHaveBeenCalled();
  });
});
