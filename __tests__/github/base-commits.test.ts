import { describe, expect, it } from 'vitest';
import { createGitHubApi } from '../../src/github/api.ts';
import { askForBase } from '../../src/github/base-commits.ts';
import type { GitHubConnection, GitHubReply } from '../../src/github/connection.ts';
import type { BaseStart } from '../../src/github/run-base.ts';
import { limits } from '../support/builders.ts';
import { answered, DOWN, FORBIDDEN } from '../support/github.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

type Parents = Readonly<Record<string, readonly string[]>>;

const HISTORY: Parents = {
  merge: ['base', 'head'],
  head: ['work', 'base'],
  work: ['root'],
  base: ['root'],
  root: [],
};
const MERGE = { kind: 'merge', mergeSha: 'merge', headSha: 'head', baseSha: 'event-base' } as const;

/** Asks for the base in a repository with these commits. */
async function ask(
  start: BaseStart,
  history: Parents = HISTORY,
  reply?: (sha: string) => GitHubReply | undefined,
) {
  const asked: string[] = [];
  const limitsOfTries: number[] = [];
  const connection = {
    async rest(route: string, given: Record<string, unknown>, { limitMs }: { limitMs: number }) {
      expect(route).toBe('GET /repos/{owner}/{repo}/commits');
      const sha = `${given['sha']}`;
      asked.push(`${sha} ${given['per_page']}`);
      limitsOfTries.push(limitMs);
      const names = Object.keys(history);
      const listed = names.slice(names.indexOf(sha)).slice(0, given['per_page'] as number);
      const commits = listed.map((name) => ({
        sha: name,
        parents: history[name]?.map((parent) => ({ sha: parent })),
      }));
      return reply?.(sha) ?? answered(200, commits);
    },
  } as unknown as GitHubConnection;
  const clock = createJumpingClock();
  const api = createGitHubApi(connection, { clock, random: () => 0.5 });
  const question = { owner: 'acme', repo: 'firmware', base: { branch: 'main', start } };
  const answer = await askForBase(api, question, limits({ limitMs: () => 9_000 }));
  return { answer, asked, limitsOfTries };
}

function branch(...commits: readonly string[]) {
  return { kind: 'found', value: { kind: 'branch', name: 'main', commits } };
}

describe('the commits of the base branch', () => {
  it('begin with the commit that the event names', async () => {
    const { answer, asked, limitsOfTries } = await ask({ kind: 'commit', sha: 'base' });
    expect(answer).toEqual(branch('base', 'root'));
    expect(asked).toEqual(['base 100']);
    expect(limitsOfTries).toEqual([9_000]);
  });

  it('begin with the first parent of the merge that GitHub built, not with the event’s base', async () => {
    const { answer, asked } = await ask(MERGE);
    expect(answer).toEqual(branch('base', 'root'));
    expect(asked).toEqual(['merge 1', 'base 100']);
  });

  it.each([
    ['no merge', { ...HISTORY, merge: ['base'] }],
    ['a merge of something else', { ...HISTORY, merge: ['work', 'base'] }],
    ['the first commit', { ...HISTORY, merge: [] }],
  ])('begin with the event’s base if the commit is %s', async (_, history) => {
    const withBase = { ...history, 'event-base': [] };
    expect((await ask(MERGE, withBase)).answer).toEqual(branch('event-base'));
  });

  it.each([404, 422])(
    'begin with the event’s base if the merge is gone: HTTP %i',
    async (status) => {
      const gone = (sha: string) =>
        sha === 'merge' ? answered(status, { message: 'No commit found' }) : undefined;
      const { answer, asked } = await ask(MERGE, { ...HISTORY, 'event-base': [] }, gone);
      expect(answer).toEqual(branch('event-base'));
      expect(asked).toEqual(['merge 1', 'event-base 100']);
    },
  );

  it('never begin in the pull request, whose head may be a merge of its own', async () => {
    const atHead = { ...MERGE, mergeSha: 'head' };
    const history = { ...HISTORY, 'event-base': [] };
    expect((await ask(atHead, history)).answer).toEqual(branch('event-base'));
  });

  it('begin with the first parent of the commit of any other run', async () => {
    const { answer, asked } = await ask({ kind: 'parent', of: 'merge' });
    expect(answer).toEqual(branch('base', 'root'));
    expect(asked).toEqual(['merge 1', 'base 100']);
  });

  it('are none before the first commit, and if the event says nothing', async () => {
    const first = { type: 'first-commit', sha: 'root' };
    expect((await ask({ kind: 'parent', of: 'root' })).answer).toEqual({
      kind: 'found',
      value: { kind: 'none', why: first },
    });
    const unknown = await ask({ kind: 'unknown' });
    expect(unknown.answer).toEqual({
      kind: 'found',
      value: { kind: 'none', why: { type: 'no-base' } },
    });
    expect(unknown.asked).toEqual([]);
  });
});

describe('GitHub', () => {
  const COMMIT = { kind: 'commit', sha: 'base' } as const;

  it('is asked once: whoever waits for the scan asks again', async () => {
    const { answer, asked } = await ask(COMMIT, HISTORY, () => DOWN);
    expect(answer).toMatchObject({ kind: 'failed', endpoint: 'github', cause: { type: 'github' } });
    expect(asked).toHaveLength(1);
  });

  it('may ask to be left alone', async () => {
    const limited = answered(403, { message: 'slow down' }, { 'retry-after': '90' });
    const { answer } = await ask(COMMIT, HISTORY, () => limited);
    expect(answer).toMatchObject({ kind: 'failed', retryAfterMs: 90_000 });
  });

  it('is said to need `contents: read` if a permission is missing', async () => {
    const problem = { type: 'no-permission', needs: ['contents: read'] };
    for (const start of [COMMIT, MERGE, { kind: 'parent', of: 'merge' } as const]) {
      const { answer } = await ask(start, HISTORY, () => FORBIDDEN);
      expect(answer).toMatchObject({ kind: 'refused', cause: { type: 'github', problem } });
    }
  });

  it.each([
    ['no list', {}],
    ['a list of something else', [{ name: 'x' }]],
    ['a list without the commit', [{ sha: 'other', parents: [] }]],
    ['an empty list', []],
  ])('has not answered with %s', async (_, body) => {
    const { answer } = await ask(COMMIT, HISTORY, () => answered(200, body));
    const problem = { type: 'unexpected-answer', status: 200 };
    expect(answer).toMatchObject({ kind: 'failed', cause: { problem } });
  });
});
