import { afterEach, describe, expect, it, vi } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import { refusal, startGitHub } from '../../emulator/github.ts';
import type { GitHub, GitHubScript } from '../../emulator/github-script.ts';
import { connectToGitHub, type GitHubApi, isPassing } from '../../src/github/api.ts';
import { findPendingStatuses } from '../../src/github/deferred-statuses.ts';
import { addStatus, listStatuses } from '../../src/github/statuses.ts';

const TARGET = { owner: 'acme', repo: 'firmware', sha: 'head', context: 'binarly-scan' };
const STATUS = { state: 'pending', description: 'd', targetUrl: 'https://github.test/r' } as const;

let github: GitHub | undefined;
afterEach(async () => {
  await github?.close();
});

async function connect(script: Partial<GitHubScript> = {}): Promise<[GitHub, GitHubApi]> {
  github = await startGitHub({ repository: 'acme/firmware', token: 'not-a-token', ...script });
  return [github, await connectToGitHub('not-a-token', github.url)];
}

function limits(overrides: Partial<{ limitMs: number; signal: AbortSignal }> = {}) {
  return { limitMs: 5_000, signal: new AbortController().signal, ...overrides };
}

function put(to: GitHub, sha: string, state = 'pending', context = 'binarly-scan'): void {
  to.add({ sha, context, state, description: '', target_url: `https://github.test/${sha}` });
}

describe('the statuses of a context', () => {
  it('are listed newest first, without those of other contexts, over several pages', async () => {
    const [server, api] = await connect();
    put(server, 'head', 'success');
    for (let count = 0; count < 150; count += 1) put(server, 'head', 'failure', 'other');
    expect(await addStatus(api, TARGET, STATUS, limits())).toMatchObject({ ok: true });
    const listed = await listStatuses(api, TARGET, limits());
    expect(listed).toMatchObject({ ok: true, value: [{ state: 'pending' }, { state: 'success' }] });
    expect(server.requests.filter(({ kind }) => kind === 'list')).toHaveLength(2);
  });

  it('cannot be written without permission, and not with a description that is too long', async () => {
    const [, api] = await connect();
    const long = { ...STATUS, description: 'x'.repeat(141) };
    expect(await addStatus(api, TARGET, long, limits())).toMatchObject({
      problem: { type: 'http-status', status: 422 },
    });
    await github?.close();
    const [, reader] = await connect({ mayWrite: false });
    expect(await addStatus(reader, TARGET, STATUS, limits())).toMatchObject({
      problem: { type: 'http-status', status: 403 },
    });
  });

  it('are limited to 1,000 of a context', async () => {
    const [server, api] = await connect();
    for (let count = 0; count < 1_000; count += 1) put(server, 'head');
    expect(await addStatus(api, TARGET, STATUS, limits())).toMatchObject({
      problem: { type: 'http-status', status: 422 },
    });
    const listed = await listStatuses(api, TARGET, limits());
    expect(listed.ok && listed.value).toHaveLength(1_000);
  });

  it('are unreadable if GitHub answers something else', async () => {
    const answer = { kind: 'answer', status: 200, body: '{}' } as const;
    const [, api] = await connect({
      before: () => ({ ...answer, headers: { 'content-type': 'application/json' } }),
    });
    expect(await listStatuses(api, TARGET, limits())).toEqual({
      ok: false,
      problem: { type: 'unexpected-answer' },
    });
  });
});

describe('a request to GitHub', () => {
  it.each([
    [{ kind: 'reset' }, 'network', true],
    [refusal(502, 'Bad Gateway'), 'http-status', true],
    [refusal(429, 'slow down'), 'http-status', true],
    [refusal(403, 'no'), 'http-status', false],
  ] as const)('that fails is a value: %j', async (fault, type, passing) => {
    const [, api] = await connect({ before: () => fault });
    const answer = await listStatuses(api, TARGET, limits());
    if (answer.ok) throw new Error('it should have failed');
    expect(answer.problem.type).toBe(type);
    expect(isPassing(answer.problem)).toBe(passing);
    expect(await addStatus(api, TARGET, STATUS, limits())).toMatchObject({ problem: { type } });
  });

  it('ends when its time is up, and when it is stopped', async () => {
    const [, api] = await connect({ before: () => ({ kind: 'silent' }) });
    expect(await listStatuses(api, TARGET, limits({ limitMs: 50 }))).toMatchObject({
      problem: { type: 'too-slow', limitMs: 50 },
    });
    const stop = new AbortController();
    const asked = listStatuses(api, TARGET, limits({ signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    expect(await asked).toMatchObject({ problem: { type: 'stopped' } });
    expect(await listStatuses(api, TARGET, limits({ signal: stop.signal }))).toMatchObject({
      problem: { type: 'stopped' },
    });
  });
});

describe('octokit', () => {
  it('prints nothing on its own', async () => {
    const answer = jsonAnswer(200, [], { deprecation: 'Sat, 01 Aug 2026 00:00:00 GMT' });
    const [, api] = await connect({ before: () => answer });
    const warn = vi.spyOn(console, 'warn');
    expect(await listStatuses(api, TARGET, limits())).toEqual({ ok: true, value: [] });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('pending statuses', () => {
  const where = { owner: 'acme', repo: 'firmware', context: 'binarly-scan', branches: undefined };

  it('are found on 250 pull requests, in the merge queue and on the default branch', async () => {
    const pullRequests = Array.from({ length: 250 }, (_, index) => `pull-${index}`);
    const [server, api] = await connect({
      pullRequests,
      mergeGroups: ['group'],
      branches: { main: ['main-1', 'main-2', 'pull-3'], other: ['other-1'] },
    });
    for (const sha of ['pull-3', 'pull-249', 'group', 'main-2', 'other-1']) put(server, sha);
    put(server, 'main-1', 'success');
    put(server, 'pull-4', 'pending', 'another');
    const answer = await findPendingStatuses(api, where, limits());
    expect(answer.ok && answer.value.map(({ sha }) => sha).sort()).toEqual([
      'group',
      'main-2',
      'pull-249',
      'pull-3',
    ]);
    // Three pages of pull requests, one of merge groups, one branch.
    expect(server.requests).toHaveLength(5);
  });

  it('are found on the last 50 commits of the branches that are named', async () => {
    const release = Array.from({ length: 60 }, (_, index) => `release-${index}`);
    const [server, api] = await connect({ branches: { main: ['main-1'], 'release/1': release } });
    for (const sha of ['main-1', 'release-49', 'release-50']) put(server, sha);
    const branches = ['release/1', 'gone'];
    const answer = await findPendingStatuses(api, { ...where, branches }, limits());
    expect(answer.ok && answer.value).toEqual([
      { sha: 'release-49', targetUrl: 'https://github.test/release-49' },
    ]);
  });

  it('are unknown if GitHub refuses a query, or answers something else', async () => {
    const [, api] = await connect({ branches: { main: ['main-1'] } });
    expect(await api.query('query { nothing }', {}, limits())).toMatchObject({
      problem: { type: 'query' },
    });
    const elsewhere = { ...where, repo: 'elsewhere' };
    expect(await findPendingStatuses(api, elsewhere, limits())).toEqual({
      ok: false,
      problem: { type: 'unexpected-answer' },
    });
    const shapeless = { ...api, query: () => Promise.resolve({ ok: true, value: {} } as const) };
    expect(await findPendingStatuses(shapeless, where, limits())).toMatchObject({
      problem: { type: 'unexpected-answer' },
    });
    await github?.close();
    expect(await findPendingStatuses(api, where, limits())).toMatchObject({
      problem: { type: 'network' },
    });
  });
});
