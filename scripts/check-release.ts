/**
 * Checks that the checked-out commit may be released as a version: `check-release.ts <version>`.
 * Needs `gh` and the runner's GITHUB_REF, GITHUB_SHA and GITHUB_REPOSITORY. Reports every problem
 * as an annotation and exits 1 if there is any.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseChangelog } from './changelog.ts';

/** What a release is judged by. */
export interface ReleaseState {
  readonly version: string;
  /** Git ref that the workflow runs on, such as `refs/heads/main`. */
  readonly ref: string;
  /** Versions by the file that states them. */
  readonly versions: Readonly<Record<string, string>>;
  readonly changelog: string;
  /** Names of existing tags that begin with the one to create. */
  readonly tags: readonly string[];
  /** Check runs named `Required` on the commit, the newest of each check suite. */
  readonly checks: readonly CheckRun[];
}

/** The part of GitHub's check run that we use. */
export interface CheckRun {
  readonly app: { readonly slug: string } | null;
  /** `completed` or a state before that. */
  readonly status: string;
  /** null until completed. */
  readonly conclusion: string | null;
}

/** No leading `v`, no leading zeros, no pre-release: the version becomes a tag and part of a URL. */
export function isVersion(text: string): boolean {
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(text);
}

/** Every reason not to release, each a sentence that says what to do. Empty if there is none. */
export function releaseProblems(state: ReleaseState): string[] {
  return [
    ...refProblems(state.ref),
    ...versionProblems(state),
    ...changelogProblems(state),
    ...tagProblems(state),
    ...checkProblems(state.checks),
  ];
}

function refProblems(ref: string): string[] {
  return ref === 'refs/heads/main'
    ? []
    : [`This workflow runs on ${ref}: run it on main, where every commit has been reviewed.`];
}

function versionProblems({ version, versions }: ReleaseState): string[] {
  return Object.entries(versions).flatMap(([file, found]) =>
    found === version
      ? []
      : [`${file} has version ${found}, not ${version}: run "npm version --no-git-tag-version".`],
  );
}

function changelogProblems({ version, changelog }: ReleaseState): string[] {
  const sections = parseChangelog(changelog);
  const unreleased = sections.find((section) => section.version === 'Unreleased');
  const [newest] = sections.filter((section) => section !== unreleased);
  const problems = [];
  // This commit contains those changes, so the release would have them without naming them.
  if (unreleased !== undefined && unreleased.body !== '')
    problems.push(`CHANGELOG.md has unreleased entries: move them below the heading ${version}.`);
  if (newest?.version !== version)
    problems.push(
      `The newest section of CHANGELOG.md is ${newest?.version ?? 'missing'}, not ${version}.`,
    );
  else if (newest.body === '')
    problems.push(`CHANGELOG.md says nothing about ${version}: those lines become the notes.`);
  if (newest?.version === version && !isDate(newest.date))
    problems.push(
      `CHANGELOG.md has no date for ${version}: write "## [${version}] - 2026-01-31" with today's.`,
    );
  return problems;
}

function isDate(text: string | undefined): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${text}T`);
}

function tagProblems({ version, tags }: ReleaseState): string[] {
  return tags.includes(`v${version}`)
    ? [`The tag v${version} exists: a released version never changes, so choose the next one.`]
    : [];
}

function checkProblems(checks: readonly CheckRun[]): string[] {
  // Any app with write access can create a check run of this name.
  const ours = checks.filter(({ app }) => app?.slug === 'github-actions');
  if (ours.length === 0)
    return [
      'This commit has no check run "Required": wait until CI has run on it, then try again.',
    ];
  const open = ours.filter(({ conclusion }) => conclusion !== 'success');
  return open.length === 0
    ? []
    : [
        `The check "Required" is not green for this commit (${open.map(({ status, conclusion }) => conclusion ?? status).join(', ')}).`,
      ];
}

function readState(version: string): ReleaseState {
  const { GITHUB_REF = '', GITHUB_SHA = '', GITHUB_REPOSITORY = '' } = process.env;
  const repository = `repos/${GITHUB_REPOSITORY}`;
  const manifest = readJson<{ version: string }>('package.json');
  const lock = readJson<{ version: string; packages: { '': { version: string } } }>(
    'package-lock.json',
  );
  return {
    version,
    ref: GITHUB_REF,
    versions: {
      'package.json': manifest.version,
      'package-lock.json': lock.version,
      'package-lock.json (packages)': lock.packages[''].version,
    },
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    tags: ask<{ ref: string }[]>(`${repository}/git/matching-refs/tags/v${version}`).map(
      ({ ref }) => ref.replace('refs/tags/', ''),
    ),
    checks: ask<{ check_runs: CheckRun[] }>(
      `${repository}/commits/${GITHUB_SHA}/check-runs?check_name=Required&filter=latest&per_page=100`,
    ).check_runs,
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** GitHub's answer to a GET request, by way of its command line, which finds GH_TOKEN itself. */
function ask<T>(path: string): T {
  return JSON.parse(execFileSync('gh', ['api', path], { encoding: 'utf8' })) as T;
}

if (import.meta.main) {
  const [version = ''] = process.argv.slice(2);
  const problems = isVersion(version)
    ? releaseProblems(readState(version))
    : ['The version must look like 1.2.3, without a leading v.'];
  for (const problem of problems) console.log(`::error::${problem}`);
  if (problems.length === 0) console.log(`This commit can be released as v${version}.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
