/** The scripts of release.yml, run as written, with a `gh` that plays GitHub. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScript } from './support/script-step.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const GREEN = { app: { slug: 'github-actions' }, status: 'completed', conclusion: 'success' };

interface Job {
  readonly needs?: string;
  readonly steps: readonly { readonly name?: string; readonly run?: string }[];
}

const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8')) as {
  jobs: Record<string, Job>;
};

/** The script of the step of that name. */
function script(job: string, name: string): string {
  return jobs[job]?.steps.find((step) => step.name === name)?.run ?? '';
}

let folder = '';

/** A file of the repository to release, or of its `gh`. */
function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(job: string, name: string, env: Record<string, string> = {}, cwd = 'repository') {
  return runScript(script(job, name), {
    cwd: join(folder, cwd),
    commands: join(folder, 'commands'),
    env: {
      VERSION: '1.0.0',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: COMMIT,
      GITHUB_REPOSITORY: 'acme/wait',
      GH_ANSWERS: join(folder, 'answers'),
      ...env,
    },
  });
}

/** Plays GitHub: prints the file named for the first words of the call, or fails without one. */
const GH = `#!/usr/bin/env bash
echo "$@" >> "$GH_ANSWERS/calls"
case "$*" in
  'api repos/acme/wait/git/matching-refs/tags/v1.0.0') cat "$GH_ANSWERS/tags" ;;
  'api repos/acme/wait/commits/${COMMIT}/check-runs?'*) cat "$GH_ANSWERS/checks" ;;
  'release view v1.0.0 '*) cat "$GH_ANSWERS/release" 2> /dev/null ;;
  'release create '*) cat "\${@: -1}" > "$GH_ANSWERS/notes"; echo https://github.example/draft ;;
  *) echo "unexpected: $*" >&2; exit 64 ;;
esac
`;

// The workflow runs on Linux; elsewhere there need be neither bash nor sha256sum.
describe.skipIf(process.platform !== 'linux')('release.yml', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    write('commands/gh', GH);
    chmodSync(join(folder, 'commands/gh'), 0o755);
    cpSync(join(ROOT, 'scripts'), join(folder, 'repository/scripts'), { recursive: true });
    write('repository/package.json', '{"version":"1.0.0","type":"module"}');
    write(
      'repository/package-lock.json',
      '{"version":"1.0.0","packages":{"":{"version":"1.0.0"}}}',
    );
    write('repository/CHANGELOG.md', '# Changelog\n\n## [1.0.0] - 2026-01-31\n\n- Everything.\n');
    write('answers/tags', '[]');
    write('answers/checks', JSON.stringify({ check_runs: [GREEN] }));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe('the check', () => {
    const NAME = 'Branch, version, changelog, tag and required check';

    it('passes a commit that is ready', async () => {
      expect(await run('check', NAME)).toMatchObject({
        code: 0,
        stdout: 'This commit can be released as v1.0.0.\n',
        stderr: '',
      });
    });

    it('reports every problem as an annotation', async () => {
      write('answers/tags', JSON.stringify([{ ref: 'refs/tags/v1.0.0' }]));
      write('repository/package.json', '{"version":"0.9.0","type":"module"}');
      const { code, stdout } = await run('check', NAME);
      expect(code).toBe(1);
      expect(stdout.split('\n')).toEqual([
        expect.stringMatching(/^::error::package\.json has version 0\.9\.0/),
        expect.stringMatching(/^::error::The tag v1\.0\.0 exists/),
        '',
      ]);
    });

    it('asks GitHub nothing about a version that is malformed', async () => {
      const { code, stdout } = await run('check', NAME, { VERSION: 'v1.0.0; id' });
      expect(code).toBe(1);
      expect(stdout).toMatch(/^::error::The version must look like 1\.2\.3/);
      expect(() => readFileSync(join(folder, 'answers/calls'))).toThrow('ENOENT');
    });

    it('fails if GitHub does not answer', async () => {
      rmSync(join(folder, 'answers/checks'));
      expect((await run('check', NAME)).code).not.toBe(0);
    });
  });

  describe('the checksums', () => {
    it('of the new build are those of the committed files, or the job that signs fails', async () => {
      write('repository/build/dist/index.js', 'built');
      write('repository/build/dist/package.json', '{}');
      write('repository/dist/index.js', 'built');
      write('repository/dist/package.json', '{}');
      const { outputs } = await run('build', 'Checksums of the new build', {}, 'repository/build');
      const digest = createHash('sha256').update('built').digest('hex');
      expect(outputs['checksums']).toContain(`${digest}  dist/index.js\n`);

      const env = { CHECKSUMS: `${outputs['checksums']}` };
      const compare = () => run('attest', 'The committed dist/ is the new build', env);
      expect((await compare()).code).toBe(0);
      write('repository/dist/more.js', 'more');
      expect((await compare()).code).toBe(1);
      rmSync(join(folder, 'repository/dist/more.js'));
      write('repository/dist/index.js', 'other');
      expect((await compare()).code).toBe(1);
    });
  });

  describe('the draft', () => {
    it('targets the commit and has the notes of the version', async () => {
      const { code, stdout, summary } = await run('draft', 'Create the draft');
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: 'Review and publish the draft: https://github.example/draft\n',
      });
      expect(summary).toBe(stdout);
      const calls = readFileSync(join(folder, 'answers/calls'), 'utf8');
      expect(calls).toContain(
        `release create v1.0.0 --draft --target ${COMMIT} --title v1.0.0 --notes-file `,
      );
      expect(readFileSync(join(folder, 'answers/notes'), 'utf8')).toMatch(
        new RegExp(`- uses: acme/wait@${COMMIT} # v1\\.0\\.0\n[\\s\\S]*\n- Everything\\.\n$`),
      );
    });

    it('is refused where there is one already', async () => {
      write('answers/release', 'https://github.example/earlier\n');
      const { code, stdout } = await run('draft', 'Create the draft');
      expect(code).toBe(1);
      expect(stdout).toMatch(/^::error::.*v1\.0\.0: https:\/\/github\.example\/earlier$/m);
      expect(readFileSync(join(folder, 'answers/calls'), 'utf8')).not.toContain('create');
    });

    it('is not created without notes', async () => {
      write('repository/CHANGELOG.md', '# Changelog\n');
      expect((await run('draft', 'Create the draft')).code).toBe(1);
      expect(readFileSync(join(folder, 'answers/calls'), 'utf8')).not.toContain('create');
    });
  });

  it('goes from one job to the next, so that none runs after a failure', () => {
    const needs = Object.entries(jobs).map(([id, job]) => [id, job.needs]);
    expect(needs).toEqual([
      ['check', undefined],
      ['build', 'check'],
      ['attest', 'build'],
      ['draft', 'attest'],
    ]);
  });

  it('runs no package in the jobs that may write', () => {
    const scripts = ['attest', 'draft'].flatMap((id) => jobs[id]?.steps.map(({ run }) => run));
    expect(scripts.join('\n')).not.toMatch(/\bnp[mx]\b/);
  });
});
