import { describe, expect, it, vi } from 'vitest';
import { hiddenCommit, readRun, triggerOf } from '../../src/github/run.ts';

const library = vi.hoisted(() => ({ context: undefined as unknown }));
vi.mock('@actions/github', () => library);

function run(overrides: object = {}) {
  library.context = {
    repo: { owner: 'acme', repo: 'firmware' },
    runId: 12,
    runAttempt: 3,
    serverUrl: 'https://github.test',
    apiUrl: 'https://api.github.test',
    payload: {},
    sha: 'of-the-workflow',
    ref: 'refs/heads/main',
    eventName: 'push',
    ...overrides,
  };
  return readRun();
}

describe('readRun', () => {
  it('knows the page of this attempt', async () => {
    expect(await run()).toEqual({
      owner: 'acme',
      repo: 'firmware',
      runId: '12',
      attempt: '3',
      pageUrl: 'https://github.test/acme/firmware/actions/runs/12/attempts/3',
      apiUrl: 'https://api.github.test',
      commit: { sha: 'of-the-workflow', of: 'workflow' },
      base: { branch: 'main', start: { kind: 'parent', of: 'of-the-workflow' } },
    });
  });

  it('knows what its commit is based on, also where the runner names no branch', async () => {
    const start = { kind: 'parent', of: 'of-the-workflow' };
    expect(await run({ ref: undefined })).toMatchObject({ base: { branch: '', start } });
    expect(await run({ eventName: 'pull_request' })).toMatchObject({
      base: { branch: '', start: { kind: 'unknown' } },
    });
    const group = { head_sha: 'a', base_sha: 'b', base_ref: 'refs/heads/main' };
    expect(await run({ payload: { merge_group: group } })).toMatchObject({
      base: { branch: 'main', start: { kind: 'commit', sha: 'b' } },
    });
  });

  it.each([
    [{ pull_request: { head: { sha: 'a' } } }, { sha: 'a', of: 'pull request' }],
    [{ merge_group: { head_sha: 'b' } }, { sha: 'b', of: 'merge group' }],
    [{ workflow_run: { head_sha: 'c' } }, { sha: 'c', of: 'triggering workflow' }],
    [{ pull_request: null }, { sha: 'of-the-workflow', of: 'workflow' }],
    [{ pull_request: { head: { sha: 1 } } }, { sha: 'of-the-workflow', of: 'workflow' }],
  ])('takes the commit of the event %j', async (payload, commit) => {
    expect(await run({ payload })).toMatchObject({ commit });
  });

  it.each([
    ['push', 'refs/tags/v1', 'tag'],
    ['release', 'refs/tags/v1', 'tag'],
    ['issue_comment', 'refs/heads/main', 'event'],
    ['check_suite', 'refs/heads/main', 'event'],
    ['push', 'refs/heads/main', undefined],
    ['pull_request', 'refs/pull/7/merge', undefined],
    ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', undefined],
    ['workflow_run', 'refs/heads/main', undefined],
    ['workflow_dispatch', 'refs/heads/tags/x', undefined],
    ['', '', undefined],
  ])('knows that a sweep finds no status of a run by %s of %s: %s', (event, ref, why) => {
    const env = event === '' ? {} : { GITHUB_EVENT_NAME: event, GITHUB_REF: ref };
    expect(hiddenCommit(triggerOf(env))).toBe(why);
  });

  it('counts a first attempt if the runner does not say', async () => {
    expect(await run({ runAttempt: Number.NaN })).toMatchObject({ attempt: '1' });
  });

  it.each([
    { repo: { owner: '', repo: 'x' } },
    { repo: { owner: 'x', repo: '' } },
    { runId: Number.NaN },
  ])('fails outside of a run on GitHub: %j', async (overrides) => {
    await expect(run(overrides)).rejects.toThrow('GITHUB_RUN_ID is missing');
  });
});
