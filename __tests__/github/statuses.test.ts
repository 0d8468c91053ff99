import { afterEach, describe, expect, it } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import { startGitHub } from '../../emulator/github.ts';
import type { GitHub, GitHubScript } from '../../emulator/github-script.ts';
import { connectToGitHub, type GitHubApi } from '../../src/github/api.ts';
import { findPendingStatuses } from '../../src/github/deferred-statuses.ts';
import { type PatientGitHub, retryingGitHub } from '../../src/github/retry-github.ts';
import { addStatus, listStatuses } from '../../src/github/statuses.ts';
import { systemClock } from '../../src/polling/clock.ts';

const TARGET = { owner: 'acme', repo: 'firmware', sha: 'head', context: 'binarly-scan' };
const STATUS = { state: 'pending', description: 'd', targetUrl: 'https://github.test/r' } as const;

let github: GitHub | undefined;
afterEach(async () => {
  await github?.close();
});

/** Tries once: what follows from trouble is tested elsewhere. */
async function connect(script: Partial<GitHubScript> = {}): Promise<[GitHub, PatientGitHub]> {
  github = await startGitHub({ repository: 'acme/firmware', token: 'not-a-token', ...script });
  return [github, patient(await connectToGitHub('not-a-token', github.url))];
}

function patient(api: GitHubApi): PatientGitHub {
  const { signal } = new AbortController();
  const untilMs = () => systemClock.monotonicMs();
  return retryingGitHub(api, { clock: systemClock, random: () => 0.5, signal, untilMs });
}

function put(to: GitHub, sha: string, state = 'pending', context = 'binarly-scan'): void {
  to.add({ sha, context, state, description: '', target_url: `https://github.test/${sha}` });
}

describe('the statuses of a context', () => {
  it('are listed newest first, without those of other contexts, over several pages', async () => {
    const [server, api] = await connect();
    put(server, 'head', 'success');
    for (let count = 0; count < 150; count += 1) put(server, 'head', 'failure', 'other');
    expect(await addStatus(api, TARGET, STATUS)).toMatchObject({ ok: true });
    const listed = await listStatuses(api, TARGET);
    expect(listed).toMatchObject({ ok: true, value: [{ state: 'pending' }, { state: 'success' }] });
    expect(server.requests.filter(({ kind }) => kind === 'list')).toHaveLength(2);
  });

  it('cannot be written without permission, and not with a description that is too long', async () => {
    const [, api] = await connect();
    const long = { ...STATUS, description: 'x'.repeat(141) };
    expect(await addStatus(api, TARGET, long)).toMatchObject({
      problem: { type: 'http-status', status: 422 },
    });
    await github?.close();
    const [, reader] = await connect({ mayWrite: false });
    expect(await addStatus(reader, TARGET, STATUS)).toMatchObject({
      problem: { type: 'http-status', status: 403 },
    });
  });

  it('are limited to 1,000 of a context', async () => {
    const [server, api] = await connect();
    for (let count = 0; count < 1_000; count += 1) put(server, 'head');
    expect(await addStatus(api, TARGET, STATUS)).toMatchObject({
      problem: { type: 'http-status', status: 422 },
    });
    const listed = await listStatuses(api, TARGET);
    expect(listed.ok && listed.value).toHaveLength(1_000);
  });

  it('are unreadable if GitHub answers something else', async () => {
    const answer = { kind: 'answer', status: 200, body: '{}' } as const;
    const [, api] = await connect({
      before: () => ({ ...answer, headers: { 'content-type': 'application/json' } }),
    });
    expect(await listStatuses(api, TARGET)).toEqual({
      ok: false,
      problem: { type: 'unexpected-answer' },
    });
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
    const answer = await findPendingStatuses(api, where);
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
    const answer = await findPendingStatuses(api, { ...where, branches });
    expect(answer.ok && answer.value).toEqual([
      { sha: 'release-49', targetUrl: 'https://github.test/release-49' },
    ]);
  });

  it('are unknown if GitHub refuses a query, or answers something else', async () => {
    const [, api] = await connect({ branches: { main: ['main-1'] } });
    expect(await api.query('query { nothing }', {})).toMatchObject({
      problem: { type: 'query' },
    });
    const elsewhere = { ...where, repo: 'elsewhere' };
    expect(await findPendingStatuses(api, elsewhere)).toEqual({
      ok: false,
      problem: { type: 'unexpected-answer' },
    });
    const shapeless = { ...api, query: () => Promise.resolve({ ok: true, value: {} } as const) };
    expect(await findPendingStatuses(shapeless, where)).toMatchObject({
      problem: { type: 'unexpected-answer' },
    });
    await github?.close();
    expect(await findPendingStatuses(api, where)).toMatchObject({
      problem: { type: 'network' },
    });
  });

  it('are those that GitHub could answer, if it answers in part', async () => {
    const commit = (sha: string) => ({
      commits: {
        nodes: [
          null,
          { commit: { oid: sha, status: { context: { state: 'PENDING', targetUrl: sha } } } },
        ],
      },
    });
    const page = { pageInfo: { hasNextPage: false, endCursor: null } };
    const errors = [
      { message: 'Something went wrong', path: ['repository', 'page', 'nodes', 0] },
      { message: 'Something went wrong' },
    ];
    const [, api] = await connect({
      before: ({ count }) =>
        jsonAnswer(200, {
          data: {
            repository: {
              page: { ...page, nodes: count === 1 ? [null, commit('a')] : [] },
              ref: null,
            },
          },
          ...(count === 1 ? { errors } : {}),
        }),
    });
    expect(await findPendingStatuses(api, where)).toEqual({
      ok: true,
      value: [{ sha: 'a', targetUrl: 'a' }],
      missing: ['Something went wrong'],
    });
  });
});
