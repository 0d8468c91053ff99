import { describe, expect, it } from 'vitest';
import { baseOf, commonBase, type RunBase } from '../../src/github/run-base.ts';

const UNKNOWN = { branch: '', start: { kind: 'unknown' } };
const MERGE = { kind: 'merge', mergeSha: 'sha', headSha: 'head', baseSha: 'base' };
const HEAD = { sha: 'head' };

function of(payload: unknown, ref = 'refs/heads/main') {
  return baseOf(payload, 'sha', ref);
}

describe('what a run is based on', () => {
  it('is for a pull request the first parent of its merge, else its base', () => {
    const base = { sha: 'base', ref: 'main' };
    expect(of({ pull_request: { head: HEAD, base } }, 'refs/pull/1/merge')).toEqual({
      branch: 'main',
      start: MERGE,
    });
    expect(of({ pull_request: { head: HEAD, base: { sha: 'base' } } })).toEqual({
      branch: '',
      start: MERGE,
    });
  });

  it('is for a merge group the base that the event names', () => {
    const group = { head_sha: 'head', base_sha: 'base', base_ref: 'refs/heads/main' };
    expect(of({ merge_group: group }, 'refs/heads/gh-readonly-queue/main/pr-1')).toEqual({
      branch: 'main',
      start: { kind: 'commit', sha: 'base' },
    });
  });

  it.each([
    ['refs/heads/release/1.x', 'release/1.x'],
    ['refs/tags/v1', ''],
    ['', ''],
  ])('is for any other event the first parent of its commit, on %j', (ref, branch) => {
    const start = { kind: 'parent', of: 'sha' };
    for (const payload of [{}, { ref: 'x' }, undefined, 'no object', { pull_request: null }])
      expect(of(payload, ref)).toEqual({ branch, start });
  });

  it.each(['pull_request', 'pull_request_target', 'merge_group', 'workflow_run'])(
    'is unknown if %s does not say, never the parent of its own commit',
    (name) => {
      expect(baseOf({}, 'sha', 'refs/heads/main', name)).toEqual(UNKNOWN);
      expect(baseOf({}, 'sha', 'refs/heads/main', 'push').start.kind).toBe('parent');
    },
  );

  it('is for `workflow_run` the first parent of the commit of the run that triggered it', () => {
    const run = { event: 'push', head_sha: 'head', head_branch: 'main', pull_requests: [] };
    const start = { kind: 'parent', of: 'head' };
    expect(of({ workflow_run: run })).toEqual({ branch: 'main', start });
  });

  it('is for `workflow_run` of a pull request its base, never its own commits', () => {
    const run = { event: 'pull_request', head_sha: 'head', head_branch: 'feature' };
    const to = (sha: string, ref = 'main') => ({ base: { sha, ref } });
    const start = { kind: 'commit', sha: 'base' };
    for (const pull_requests of [[to('base')], [to('base'), to('base', 'release')]])
      expect(of({ workflow_run: { ...run, pull_requests } })).toEqual({ branch: 'main', start });
    // GitHub names none from a fork; two with different bases leave it open which one is meant.
    for (const pull_requests of [undefined, null, [], [to('base'), to('other')]])
      expect(of({ workflow_run: { ...run, pull_requests } })).toEqual(UNKNOWN);
  });

  it.each([
    { pull_request: {} },
    { pull_request: { head: HEAD } },
    { pull_request: { head: HEAD, base: { sha: '' } } },
    { merge_group: { head_sha: 'head' } },
    { workflow_run: { event: 'push' } },
  ])('is unknown if the event lacks it: %j', (payload) => {
    expect(of(payload)).toEqual(UNKNOWN);
  });
});

describe('the base of a commit that was found twice', () => {
  const pull = (sha: string): RunBase => ({ branch: 'main', start: { kind: 'commit', sha } });
  const onBranch: RunBase = { branch: 'release', start: { kind: 'parent', of: 'sha' } };
  const unknown: RunBase = { branch: '', start: { kind: 'unknown' } };

  it.each([
    [pull('a'), onBranch, pull('a')],
    [onBranch, pull('a'), pull('a')],
    [pull('a'), pull('a'), pull('a')],
    [pull('a'), pull('b'), unknown],
    [unknown, onBranch, unknown],
    [onBranch, unknown, unknown],
    [commonBase(pull('a'), pull('b')), pull('b'), unknown],
    [onBranch, onBranch, onBranch],
  ])('is that of its pull request, if all have one: case %#', (one, other, base) => {
    expect(commonBase(one, other)).toEqual(base);
  });
});
