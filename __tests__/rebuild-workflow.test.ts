/** The scripts of rebuild.yml, run as written in a repository of their own. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScript } from './support/script-step.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BRANCH = 'dependabot/npm_and_yarn/runtime-1234';

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly name?: string; readonly run?: string }[];
}

const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows/rebuild.yml'), 'utf8')) as {
  jobs: { build: Job; commit: Job };
};

function script(job: Job, name: string): string {
  return job.steps.find((step) => step.name === name)?.run ?? '';
}

let folder = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs git in the clone. @returns what it prints. */
function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=Someone', '-c', 'user.email=someone@example.com'];
  return execFileSync('git', [...identity, ...words], {
    cwd: join(folder, 'clone'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** What is on the branch, as anybody who fetches it sees it. */
function pushed(...words: readonly string[]): string {
  git('fetch', 'origin');
  return git(...words, `origin/${BRANCH}`).trim();
}

// The workflow runs on Linux; elsewhere there need be neither bash nor these options of find.
describe.skipIf(process.platform !== 'linux')('rebuild.yml', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
    write('commands/gh', '#!/usr/bin/env bash\necho "$@" >> "$GH_CALLS"\n');
    chmodSync(join(folder, 'commands/gh'), 0o755);
    write('gh-calls', '');
    write('clone/dist/index.js', 'old');
    write('clone/dist/dropped.js', 'old');
    write('clone/src/index.ts', 'source');
    execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'origin')]);
    git('init', '--quiet', `--initial-branch=${BRANCH}`);
    git('remote', 'add', 'origin', join(folder, 'origin'));
    git('add', '.');
    git('commit', '--message', 'Update packages');
    git('push', 'origin', BRANCH);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const compare = () =>
    runScript(script(jobs.build, 'Compare with what is committed'), { cwd: join(folder, 'clone') });

  const commit = () =>
    runScript(script(jobs.commit, 'Commit, push and start CI'), {
      cwd: join(folder, 'clone'),
      commands: join(folder, 'commands'),
      env: { BRANCH, GH_CALLS: join(folder, 'gh-calls'), RUNNER_TEMP: folder },
    });

  it('commits nothing if the build is what is committed', async () => {
    expect((await compare()).outputs).toEqual({ changed: 'false' });
    expect(jobs.commit).toMatchObject({
      needs: 'build',
      if: "needs.build.outputs.changed == 'true'",
    });
  });

  it.each(['clone/dist/index.js', 'clone/dist/added.js'])(
    'sees that the build changed %s',
    async (file) => {
      write(file, 'new');
      expect((await compare()).outputs).toEqual({ changed: 'true' });
    },
  );

  it('pushes the build and nothing else, then starts CI for it', async () => {
    write('rebuilt/index.js', 'new');
    write('rebuilt/added.js', 'new');
    expect((await commit()).code).toBe(0);
    expect(pushed('diff', '--name-status', 'HEAD~1').split('\n')).toEqual([
      'A\tdist/added.js',
      'D\tdist/dropped.js',
      'M\tdist/index.js',
    ]);
    // Without these words, Dependabot leaves the branch alone.
    expect(pushed('log', '-1', '--format=%B')).toContain('[dependabot skip]');
    expect(readFileSync(join(folder, 'gh-calls'), 'utf8').split('\n')).toEqual([
      'auth setup-git',
      `workflow run ci.yml --ref ${BRANCH}`,
      '',
    ]);
  });

  it('takes only files of the build, no folders and no links', async () => {
    write('rebuilt/index.js', 'new');
    write('rebuilt/folder/file.js', 'new');
    execFileSync('ln', ['-s', '/etc/passwd', join(folder, 'rebuilt/link.js')]);
    expect((await commit()).code).toBe(0);
    expect(pushed('ls-tree', '-r', '--name-only').split('\n')).toEqual([
      'dist/index.js',
      'src/index.ts',
    ]);
  });

  it('does not overwrite a branch that has moved, and starts nothing', async () => {
    git('commit', '--allow-empty', '--message', 'Another update');
    git('push', 'origin', BRANCH);
    const newest = pushed('rev-parse');
    git('reset', '--hard', 'HEAD~1');
    write('rebuilt/index.js', 'new');
    expect((await commit()).code).not.toBe(0);
    expect(pushed('rev-parse')).toBe(newest);
    expect(readFileSync(join(folder, 'gh-calls'), 'utf8')).not.toContain('workflow run');
  });

  it('runs packages only where it may not write', () => {
    expect(jobs.build.permissions).toBeUndefined();
    const scripts = jobs.commit.steps.map(({ run = '' }) => run).join('\n');
    expect(scripts).not.toMatch(/\b(np[mx]|node)\b/);
  });
});
