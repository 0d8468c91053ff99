import { afterEach, describe, expect, it, vi } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import { refusal, startGitHub } from '../../emulator/github.ts';
import type { GitHub, GitHubScript } from '../../emulator/github-script.ts';
import { createGitHubApi, type GitHubApi, type GitHubBudget } from '../../src/github/api.ts';
import { connectToGitHub } from '../../src/github/connection.ts';
import { findPendingStatuses } from '../../src/github/find-statuses.ts';
import { addStatus, listStatuses, putBackStatus } from '../../src/github/statuses.ts';
import { commitOf, toTargetUrl } from '../../src/model/deferred-wait.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { deferredWait } from '../support/github.ts';

const TARGET = { owner: 'acme', repo: 'firmware', sha: 'head', context: 'binarly-scan' };
/** The one that the emulated GitHub knows the token as. */
const LOGIN = 'github-actions[bot]';
const STATUS = {
  state: 'pending',
  description: 'd',
  page: 'https://github.test/r',
  wait: deferredWait({ commit: 'head' }),
} as const;

/** A null in the place of whatever GitHub failed to make. */
const PARTIAL: readonly object[] = (() => {
  const errors = [{ message: 'Something went wrong' }];
  const pageInfo = { hasNextPage: false, endCursor: null };
  const head = (oid: string) => ({ commit: { oid, status: { c0: { state: 'PENDING' } } } });
  const commits = [
    null,
    { commits: { nodes: null } },
    { commits: { nodes: [null, { commit: null }, head('known')] } },
    { commits: { nodes: [{ commit: { oid: 'without', status: null } }] } },
    { commits: { nodes: [{ commit: { oid: 'other', status: { c0: null } } }] } },
  ];
  return [
    {
      data: { viewer: { login: 'me' }, repository: { page: { pageInfo, nodes: commits } } },
      errors,
    },
    { data: { repository: { page: { pageInfo, nodes: [null, { target: null }] } } }, errors },
    { data: { repository: { ref: { target: null } } }, errors },
  ];
})();

const NO_LIST = {
  data: { repository: { page: null } },
  errors: [{ message: 'Something went wrong' }],
};

let github: GitHub | undefined;
afterEach(async () => {
  await github?.close();
});

async function connect(script: Partial<GitHubScript> = {}): Promise<[GitHub, GitHubApi]> {
  github = await startGitHub({ repository: 'acme/firmware', token: 'not-a-token', ...script });
  const connection = await connectToGitHub('not-a-token', github.url);
  return [github, createGitHubApi(connection, { clock: systemClock, random: Math.random })];
}

/** One try. */
function limits(overrides: Partial<GitHubBudget> = {}): GitHubBudget {
  return { untilMs: 0, signal: new AbortController().signal, ...overrides };
}

function put(to: GitHub, sha: string, state = 'pending', context = 'binarly-scan'): void {
  to.add({
    sha,
    context,
    state,
    description: '',
    target_url: toTargetUrl(`https://github.test/${sha}`, waitOn(sha)),
  });
}

function waitOn(sha: string) {
  return deferredWait({ commit: commitOf(sha) });
}

describe('the statuses of a context', () => {
  it('are listed newest first, without those of other contexts, over several pages', async () => {
    const [server, api] = await connect();
    put(server, 'head', 'success');
    for (let count = 0; count < 150; count += 1) put(server, 'head', 'failure', 'other');
    expect(await addStatus(api, TARGET, STATUS, limits())).toMatchObject({ ok: true });
    const listed = await listStatuses(api, TARGET, LOGIN, limits());
    const statuses = [{ state: 'pending' }, { state: 'success' }];
    expect(listed).toMatchObject({ ok: true, value: { statuses } });
    expect(server.requests.filter(({ kind }) => kind === 'list')).toHaveLength(2);
  });

  it('cannot be written without permission, and not with a description that is too long', async () => {
    const [, api] = await connect();
    const targetUrl = 'https://github.test/r';
    const long = { state: 'error', description: 'x'.repeat(141), targetUrl } as const;
    expect(await putBackStatus(api, TARGET, long, limits())).toMatchObject({
      problem: { type: 'refused', status: 422 },
    });
    await github?.close();
    const [, reader] = await connect({ mayWrite: false });
    expect(await addStatus(reader, TARGET, STATUS, limits())).toMatchObject({
      problem: { type: 'no-permission', needs: ['statuses: write'] },
    });
  });

  it('are written with a description that GitHub takes, whatever it was', async () => {
    const [server, api] = await connect();
    for (const description of ['x'.repeat(141), `${'x'.repeat(138)}🔥🔥`]) {
      const long = { ...STATUS, description };
      expect(await addStatus(api, TARGET, long, limits())).toMatchObject({ ok: true });
    }
    expect(server.statuses('head').map(({ description }) => description)).toEqual([
      `${'x'.repeat(138)}?…`,
      `${'x'.repeat(139)}…`,
    ]);
  });

  it('are put back to the letter', async () => {
    const [server, api] = await connect();
    const targetUrl = `${toTargetUrl('https://github.test/r', waitOn('head'))}&more=%2A#part`;
    const description = ` ${'x'.repeat(137)}\n `;
    server.add({ ...TARGET, state: 'failure', description, target_url: targetUrl });
    const listed = await listStatuses(api, TARGET, LOGIN, limits());
    const [status] = listed.ok ? listed.value.statuses : [];
    expect(status?.wait).toEqual(waitOn('head'));
    const { state = 'error' } = status ?? {};
    const given = {
      state,
      description: `${status?.description}`,
      targetUrl: `${status?.targetUrl}`,
    };
    expect(await putBackStatus(api, TARGET, given, limits())).toMatchObject({ ok: true });
    const texts = server.statuses('head').map((it) => [it.state, it.description, it.target_url]);
    expect(texts).toEqual([texts[1], ['failure', description, targetUrl]]);
  });

  it('are those of any case, and by the greatest ID where their times are the same', async () => {
    const [server, api] = await connect({ nowMs: () => Date.parse('2026-01-26T15:00:00.9Z') });
    put(server, 'head', 'success', 'Binarly-Scan');
    put(server, 'head', 'failure', 'BINARLY-SCAN');
    const listed = await listStatuses(api, TARGET, LOGIN, limits());
    expect(listed).toMatchObject({
      value: {
        statuses: [
          { id: 2, state: 'failure', creator: 'github-actions[bot]' },
          { id: 1, state: 'success', createdMs: Date.parse('2026-01-26T15:00:00Z') },
        ],
        dateMs: Date.parse('2026-01-26T15:00:00Z'),
      },
    });
  });

  it('carry no wait if another identity wrote them', async () => {
    const [server, api] = await connect();
    put(server, 'head');
    const waitSeenBy = async (login: string) => {
      const listed = await listStatuses(api, TARGET, login, limits());
      return listed.ok ? listed.value.statuses.map(({ wait }) => wait?.nonce) : listed.problem;
    };
    expect(await waitSeenBy(LOGIN.toUpperCase())).toEqual([waitOn('head').nonce]);
    expect(await waitSeenBy('release-bot[bot]')).toEqual([undefined]);
  });

  it('may lack their creator and time', async () => {
    const [, api] = await connect({
      before: () =>
        jsonAnswer(200, [{ id: 1, state: 'pending', context: 'binarly-scan', creator: null }]),
    });
    expect(await listStatuses(api, TARGET, LOGIN, limits())).toMatchObject({
      value: { statuses: [{ creator: undefined, createdMs: undefined, targetUrl: '' }] },
    });
  });

  it('are read for 30 pages at most', async () => {
    const entries = Array.from({ length: 100 }, (_, id) => ({ id, state: 'error', context: 'x' }));
    const [server, api] = await connect({ before: () => jsonAnswer(200, entries) });
    expect(await listStatuses(api, TARGET, LOGIN, limits())).toMatchObject({
      value: { statuses: [] },
    });
    expect(server.requests).toHaveLength(30);
  });

  it('are written only if GitHub says 201, and says which one it is', async () => {
    for (const answer of [jsonAnswer(200, { id: 1 }), jsonAnswer(201, {})]) {
      const [, api] = await connect({ before: () => answer });
      expect(await addStatus(api, TARGET, STATUS, limits())).toMatchObject({
        problem: { type: 'unexpected-answer' },
      });
      await github?.close();
    }
  });

  it('are limited to 1,000 of a context', async () => {
    const [server, api] = await connect();
    for (let count = 0; count < 1_000; count += 1) put(server, 'head');
    expect(await addStatus(api, TARGET, STATUS, limits())).toMatchObject({
      problem: { type: 'refused', status: 422 },
    });
    const listed = await listStatuses(api, TARGET, LOGIN, limits());
    expect(listed.ok && listed.value.statuses).toHaveLength(1_000);
  });

  it.each([
    ['<https://github.test/?page=2>; rel="next"', 2],
    ['<https://github.test/?page=1>; rel="last"', 1],
  ])('are on as many pages as the header Link says: %s', async (link, pages) => {
    const page = (body: string, headers: Record<string, string>) =>
      ({
        kind: 'answer',
        status: 200,
        body,
        headers: { 'content-type': 'application/json', ...headers },
      }) as const;
    const [server, api] = await connect({
      before: ({ count }) => (count === 1 ? page('[]', { link }) : page('[]', {})),
    });
    expect(await listStatuses(api, TARGET, LOGIN, limits())).toMatchObject({
      ok: true,
      value: { statuses: [] },
    });
    expect(server.requests).toHaveLength(pages);
  });

  it('are unreadable if GitHub answers something else', async () => {
    const answer = { kind: 'answer', status: 200, body: '{}' } as const;
    const [, api] = await connect({
      before: () => ({ ...answer, headers: { 'content-type': 'application/json' } }),
    });
    expect(await listStatuses(api, TARGET, LOGIN, limits())).toEqual({
      ok: false,
      problem: { type: 'unexpected-answer', status: 200 },
    });
  });
});

describe('a request to GitHub', () => {
  it.each([
    [{ kind: 'reset' }, 'network'],
    [refusal(502, 'Bad Gateway'), 'unavailable'],
    [refusal(429, 'slow down'), 'unavailable'],
    [refusal(403, 'no'), 'refused'],
  ] as const)('that fails is a value: %j', async (fault, type) => {
    const [, api] = await connect({ before: () => fault });
    expect(await listStatuses(api, TARGET, LOGIN, limits())).toMatchObject({ problem: { type } });
    expect(await addStatus(api, TARGET, STATUS, limits())).toMatchObject({ problem: { type } });
  });

  it('that meets trouble is tried again', async () => {
    const [server, api] = await connect({
      before: ({ count }) => (count === 1 ? refusal(502, 'Bad Gateway') : undefined),
    });
    const untilMs = systemClock.monotonicMs() + 60_000;
    expect(await addStatus(api, TARGET, STATUS, limits({ untilMs }))).toMatchObject({
      ok: true,
      value: { id: 1 },
    });
    expect(server.requests).toHaveLength(2);
  });

  it('ends when its time is up, and when it is stopped', async () => {
    const [, api] = await connect({ before: () => ({ kind: 'silent' }) });
    expect(await listStatuses(api, TARGET, LOGIN, limits({ limitMs: () => 50 }))).toMatchObject({
      problem: { type: 'too-slow', limitMs: 50 },
    });
    const stop = new AbortController();
    const asked = listStatuses(api, TARGET, LOGIN, limits({ signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    expect(await asked).toMatchObject({ problem: { type: 'stopped' } });
    expect(await listStatuses(api, TARGET, LOGIN, limits({ signal: stop.signal }))).toMatchObject({
      problem: { type: 'stopped' },
    });
    const connection = await connectToGitHub('not-a-token', `${github?.url}`);
    const late = { limitMs: 1_000, signal: stop.signal };
    expect(await connection.rest('GET /', {}, late)).toMatchObject({
      problem: { type: 'stopped' },
    });
  });
});

describe('octokit', () => {
  it('prints nothing on its own', async () => {
    const answer = jsonAnswer(200, [], { deprecation: 'Sat, 01 Aug 2026 00:00:00 GMT' });
    const [, api] = await connect({ before: () => answer });
    const warn = vi.spyOn(console, 'warn');
    expect(await listStatuses(api, TARGET, LOGIN, limits())).toMatchObject({ ok: true });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('pending statuses', () => {
  const where = {
    owner: 'acme',
    repo: 'firmware',
    contexts: ['binarly-scan'],
    branches: undefined,
  };

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
    expect(answer.ok && answer.value.statuses.map(({ sha }) => sha).sort()).toEqual([
      'group',
      'main-2',
      'pull-249',
      'pull-3',
    ]);
    // Three pages of pull requests, one of merge groups, one branch.
    expect(server.requests).toHaveLength(5);
    const baseOn = (sha: string) =>
      answer.ok && answer.value.statuses.find((it) => it.sha === sha)?.base;
    const pull = { branch: 'main', start: { kind: 'commit', sha: 'base' } };
    // This one is on the default branch, too.
    expect([baseOn('pull-3'), baseOn('pull-249')]).toEqual([pull, pull]);
    expect(baseOn('group')).toEqual({ branch: '', start: { kind: 'parent', of: 'group' } });
    expect(baseOn('main-2')).toEqual({ branch: 'main', start: { kind: 'parent', of: 'main-2' } });
    expect(answer).toMatchObject({
      value: {
        login: 'github-actions[bot]',
        looked: { pullRequests: 250, mergeGroups: 1, branches: [{ name: 'main', commits: 3 }] },
      },
    });
  });

  it('are found on the last 50 commits of the branches that are named', async () => {
    const release = Array.from({ length: 60 }, (_, index) => `release-${index}`);
    const [server, api] = await connect({ branches: { main: ['main-1'], 'release/1': release } });
    for (const sha of ['main-1', 'release-49', 'release-50']) put(server, sha);
    const branches = ['release/1', 'gone'];
    const answer = await findPendingStatuses(api, { ...where, branches }, limits());
    expect(answer.ok && answer.value.statuses).toEqual([
      {
        sha: 'release-49',
        base: { branch: 'release/1', start: { kind: 'parent', of: 'release-49' } },
        context: 'binarly-scan',
        targetUrl: server.statuses('release-49')[0]?.target_url,
        wait: waitOn('release-49'),
      },
    ]);
    expect(answer.ok && answer.value.looked.branches).toEqual([
      { name: 'release/1', commits: 50 },
      { name: 'gone', commits: undefined },
    ]);
  });

  it.each([
    ['a part', PARTIAL],
    ['the whole list of merge groups', PARTIAL.with(1, NO_LIST)],
  ])('are found in what GitHub answered, if it left out %s', async (_, parts) => {
    const [, api] = await connect({
      before: ({ kind, count }) =>
        kind === 'query' ? jsonAnswer(200, parts[count - 1] ?? parts[0]) : undefined,
    });
    const answer = await findPendingStatuses(api, where, limits());
    expect(answer).toEqual({
      ok: true,
      value: {
        login: 'me',
        statuses: [
          {
            sha: 'known',
            base: { branch: '', start: { kind: 'unknown' } },
            context: 'binarly-scan',
            targetUrl: '',
            wait: undefined,
          },
        ],
        // Whether there is a default branch is not known.
        looked: { pullRequests: 3, mergeGroups: 0, branches: [{ name: '', commits: 0 }] },
        errors: ['Something went wrong'],
      },
    });
  });

  it('are unknown if GitHub refuses a query, or answers something else', async () => {
    const [server, api] = await connect({ branches: { main: ['main-1'] } });
    const elsewhere = { ...where, repo: 'elsewhere' };
    expect(await findPendingStatuses(api, elsewhere, limits())).toEqual({
      ok: false,
      problem: { type: 'unexpected-answer', status: 200 },
    });
    await server.close();
    expect(await findPendingStatuses(api, where, limits())).toMatchObject({
      problem: { type: 'network' },
    });
  });

  it.each([1, 2, 3])('are unknown if GitHub refuses query %i', async (refused) => {
    const [, api] = await connect({
      branches: { main: ['main-1'] },
      before: ({ count }) => (count === refused ? refusal(404, 'Not Found') : undefined),
    });
    expect(await findPendingStatuses(api, where, limits())).toMatchObject({
      problem: { type: 'refused', status: 404 },
    });
  });

  it('are asked for by name, so a query that GitHub does not understand is refused', async () => {
    const [, api] = await connect();
    const query = { query: 'query { nothing }', variables: {}, needs: [], read: () => undefined };
    expect(await api.query(query, limits())).toMatchObject({ problem: { type: 'query-refused' } });
  });
});
