/** What must hold before a version is released. */
import { describe, expect, it } from 'vitest';
import { isVersion, type ReleaseState, releaseProblems } from '../../scripts/check-release.ts';

const GREEN = { app: { slug: 'github-actions' }, status: 'completed', conclusion: 'success' };
const READY: ReleaseState = {
  version: '1.2.3',
  ref: 'refs/heads/main',
  versions: { 'package.json': '1.2.3', 'package-lock.json': '1.2.3' },
  changelog: '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-01-31\n\n- All.\n',
  tags: ['v1.2.30'],
  checks: [GREEN],
};

describe('a commit that is ready', () => {
  it('has no problem', () => {
    expect(releaseProblems(READY)).toEqual([]);
  });

  it('may have been checked more than once', () => {
    expect(releaseProblems({ ...READY, checks: [GREEN, GREEN] })).toEqual([]);
  });

  it('needs no heading for unreleased changes', () => {
    const changelog = '## [1.2.3] - 2026-01-31\n\n- All.\n';
    expect(releaseProblems({ ...READY, changelog })).toEqual([]);
  });
});

describe('a release is refused', () => {
  it.each<[string, Partial<ReleaseState>, string]>([
    ['on another branch', { ref: 'refs/heads/fix' }, 'runs on refs/heads/fix'],
    ['on a tag that is called main', { ref: 'refs/tags/main' }, 'runs on refs/tags/main'],
    [
      'with another version in package.json',
      { versions: { ...READY.versions, 'package.json': '1.2.2' } },
      'package.json has version 1.2.2, not 1.2.3',
    ],
    [
      'with another version in package-lock.json',
      { versions: { ...READY.versions, 'package-lock.json': '0.0.0' } },
      'package-lock.json has version 0.0.0, not 1.2.3',
    ],
    [
      'with changes that no version names',
      { changelog: '## [Unreleased]\n\n- More.\n\n## [1.2.3] - 2026-01-31\n\n- All.\n' },
      'has unreleased entries',
    ],
    [
      'without a section',
      { changelog: '## [Unreleased]\n\n## [1.2.2] - 2026-01-01\n\n- All.\n' },
      'is 1.2.2, not 1.2.3',
    ],
    ['without any section', { changelog: '# Changelog\n' }, 'is missing, not 1.2.3'],
    [
      'with an older section only',
      { changelog: '## [1.3.0] - 2026-02-01\n\n- New.\n\n## [1.2.3] - 2026-01-31\n\n- All.\n' },
      'is 1.3.0, not 1.2.3',
    ],
    ['without notes', { changelog: '## [1.2.3] - 2026-01-31\n' }, 'says nothing about 1.2.3'],
    ['without a date', { changelog: '## [1.2.3]\n\n- All.\n' }, 'has no date for 1.2.3'],
    [
      'with a date that is none',
      { changelog: '## [1.2.3] - 2026-02-31\n\n- All.\n' },
      'has no date for 1.2.3',
    ],
    [
      'with a date in another form',
      { changelog: '## [1.2.3] - 31 January 2026\n\n- All.\n' },
      'has no date for 1.2.3',
    ],
    ['if its tag exists', { tags: ['v1.2.3', 'v1.2.30'] }, 'The tag v1.2.3 exists'],
    ['without a check', { checks: [] }, 'has no check run "Required"'],
    [
      "with a check of another app's",
      {
        checks: [
          { ...GREEN, app: { slug: 'helpful-bot' } },
          { ...GREEN, app: null },
        ],
      },
      'has no check run "Required"',
    ],
    [
      'while a check is running',
      { checks: [GREEN, { ...GREEN, status: 'in_progress', conclusion: null }] },
      'is not green for this commit (in_progress)',
    ],
    [
      'after a check that failed',
      { checks: [{ ...GREEN, conclusion: 'failure' }, GREEN] },
      'is not green for this commit (failure)',
    ],
    [
      'after a check that was skipped',
      { checks: [{ ...GREEN, conclusion: 'skipped' }] },
      'is not green for this commit (skipped)',
    ],
  ])('%s', (_, snapshot, words) => {
    expect(releaseProblems({ ...READY, ...snapshot })).toEqual([expect.stringContaining(words)]);
  });

  it('with every reason at once', () => {
    expect(releaseProblems({ ...READY, ref: '', changelog: '', checks: [] })).toHaveLength(3);
  });
});

describe('a version', () => {
  it.each(['0.0.1', '1.0.0', '10.20.30'])('can be %s', (version) => {
    expect(isVersion(version)).toBe(true);
  });

  it.each([
    '',
    'v1.0.0',
    '1.0',
    '1.0.0-rc.1',
    '01.0.0',
    '1.0.0 ',
    '1.0.0\n',
    '../../x',
    '1.0.0?a=b',
  ])('cannot be "%s"', (version) => {
    expect(isVersion(version)).toBe(false);
  });
});
