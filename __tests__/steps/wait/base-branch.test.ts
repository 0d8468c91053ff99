/** The step with `baseline-image: base-branch`, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import type { GitHubReply } from '../../../src/github/connection.ts';
import { readTargetUrl } from '../../../src/model/deferred-wait.ts';
import type { GitHubAccess } from '../../../src/steps/runtime.ts';
import { createAction } from '../../../src/steps/wait/main.ts';
import { fakeDependencies } from '../../support/dependencies.ts';
import { answered, DOWN, FORBIDDEN, fakeGitHub } from '../../support/github.ts';
import { reply, scriptedHttp } from '../../support/http.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

const INPUTS = {
  'api-url': 'https://api.example',
  token: 'token-under-test',
  'github-token': 'token-of-the-job',
  product: '01JZ2ZV5Q4PR0DXCT00000000A',
  image: 'i1',
  'fail-on-severity': 'high',
  'baseline-image': 'Base-Branch',
};

interface Given {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly states?: readonly string[];
  /** The version of the images that are not waited for. */
  readonly version?: string;
  /** How GitHub answers the n-th question about commits, counted from 1. */
  readonly commits?: (count: number) => GitHubReply | undefined;
  readonly access?: Partial<GitHubAccess>;
  /** Which side has the one finding. */
  readonly side?: string;
}

async function run(given: Given = {}) {
  const { inputs, states = ['completed'], version = 'base', commits, access } = given;
  const { side = 'both' } = given;
  const workflow = fakeWorkflow({ ...INPUTS, ...inputs });
  const github = fakeGitHub((kind, count) => (kind === 'commits' ? commits?.(count) : undefined));
  const images = ['bootloader', 'kernel'].flatMap((name, index) => [
    { id: `i${index + 1}`, name, version: 'own' },
    { id: `before-${name}`, name, version },
  ]);
  const before = { id: 'old', createTime: '2026-01-16T15:00:00Z' };
  const { http, asked } = scriptedHttp(states, ({ url, body }) => {
    if (url.endsWith('/images')) return Promise.resolve(reply({ images }));
    if (url.includes('/before-'))
      return Promise.resolve(
        reply({ scans: [{ ...before, latestScanState: { type: 'completed' } }] }),
      );
    if (!url.endsWith(':gridList')) return undefined;
    const isComparison = JSON.stringify(body).includes('compareLeftImageId');
    const row = { id: 'f0', severity: 'high', status: 'new' };
    const rows = [isComparison ? { ...row, compareSide: side } : row];
    return Promise.resolve(reply({ total: 1, rows }));
  });
  const clock = createJumpingClock();
  const dependencies = fakeDependencies({
    workflow,
    http,
    clock,
    github: { ...github.access, ...access },
  });
  const code = await createAction(dependencies).run(new AbortController().signal);
  const lines = workflow.said.filter((line) => /^(info|warning|fail) /.test(line));
  const warnings = lines.filter((line) => line.startsWith('warning '));
  return { code, lines, warnings, asked, github, ...workflow };
}

const MISSING = 'There is nothing to compare image';

describe('the baseline', () => {
  it('is found before the first poll, and named in the log, the summary and the output', async () => {
    const { code, lines, asked, outputs, summaries, warnings } = await run();
    expect([code, warnings]).toEqual([0, []]);
    const images = `/products/${INPUTS.product}/images`;
    expect(asked.slice(0, 3)).toEqual([
      images,
      `${images}/before-bootloader/scans?status=true`,
      `${images}/i1/scans?status=true`,
    ]);
    expect(lines).toContain(
      'info Compared with image before-bootloader (bootloader, commit base on main), ' +
        'scanned 10 days ago.',
    );
    expect(lines[1]).toMatch(/; ignore those in the newest image of the base branch\.$/);
    expect(summaries[0]).toContain('Compared with image before');
    expect(JSON.parse(outputs['scans'] ?? '')[0].gate).toMatchObject({
      blocking: 0,
      baselineImageId: 'before-bootloader',
    });
  });

  it('is each image’s own if there are several', async () => {
    const { lines, outputs, summaries, github } = await run({ inputs: { image: 'i1\ni2' } });
    expect(JSON.parse(outputs['scans'] ?? '')).toMatchObject([
      { gate: { baselineImageId: 'before-bootloader' } },
      { gate: { baselineImageId: 'before-kernel' } },
    ]);
    expect(lines).toContainEqual(
      expect.stringMatching(/^info Image i2: compared with image before-kernel \(kernel, /),
    );
    expect(summaries[0]).toMatch(/- Image i1&#58; compared [^\n]+\n- Image i2&#58; compared /);
    expect(github.requests).toEqual(['commits']);
  });

  it('that is old is pointed out if new findings block', async () => {
    const hint = 'Findings that were published since the baseline was scanned';
    const blocked = await run({ side: 'right' });
    expect(blocked.code).toBe(1);
    expect(blocked.summaries[0]).toContain(hint);
    const several = await run({ side: 'right', inputs: { image: 'i1\ni2' } });
    expect(several.summaries[0]?.split(hint)).toHaveLength(2);
    expect((await run()).summaries[0]).not.toContain(hint);
  });
});

describe('without a baseline', () => {
  it('every finding counts as new, and one warning says why', async () => {
    const { code, warnings, lines, outputs, summaries } = await run({
      version: 'elsewhere',
      inputs: { image: 'i1\ni2' },
    });
    expect(code).toBe(1);
    const why =
      '(no image of the last commit of main), so every finding counts as new: this is normal';
    expect(warnings).toEqual([expect.stringContaining(`${MISSING} i1 with ${why}`)]);
    expect(lines).toContainEqual(expect.stringContaining(`info ${MISSING} i2 with ${why}`));
    expect(summaries[0]).toMatch(/- There is nothing[^\n]+\n- There is nothing/);
    expect(JSON.parse(outputs['scans'] ?? '')[0].gate).toMatchObject({
      blocking: 1,
      baselineImageId: '',
    });
  });

  it('the step is red if this is no run on GitHub', async () => {
    const readRun = () => Promise.reject(new Error('no event'));
    const { code, outputs, asked } = await run({ access: { readRun } });
    expect([code, asked]).toEqual([1, []]);
    expect(outputs).toMatchObject({ status: 'error' });
    expect(outputs['reason']).toContain('Could not determine the base branch (Error: no event): ');
  });
});

describe('GitHub', () => {
  it('in trouble does not hold up the polls, and is asked again in each', async () => {
    const { code, lines, github, outputs } = await run({
      states: ['running', 'running', 'completed'],
      commits: (count) => (count < 3 ? DOWN : undefined),
    });
    expect([code, outputs['waited-seconds'], github.requests.length]).toEqual([0, '30', 3]);
    const trouble = 'Could not find what to compare with (no connection to GitHub: reset)';
    expect(lines.filter((line) => line.includes(trouble))).toHaveLength(1);
  });

  it('in trouble until after the scan is asked for `max-outage`, then the step is red', async () => {
    const { outputs, github } = await run({ commits: () => DOWN });
    expect(outputs).toMatchObject({ status: 'unavailable', 'waited-seconds': '900' });
    expect(outputs['reason']).toMatch(
      /^Could not find what to compare the image with for 15 min \(last: no connection to GitHub: /,
    );
    expect(github.requests.length).toBeGreaterThan(10);
  });

  it('that asks to be left alone gets no request, and the step says until when', async () => {
    const limits = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2000000000' };
    const limited = answered(403, { message: 'API rate limit exceeded' }, limits);
    const { outputs, github } = await run({ commits: () => limited });
    expect(outputs['reason']).toContain('the rate limit of GitHub is used up until 2033-05-18');
    expect(github.requests).toHaveLength(1);
  });

  it('that refuses ends the step at once, and names `contents: read`', async () => {
    const { code, outputs, asked, said } = await run({ commits: () => FORBIDDEN });
    expect([code, asked]).toEqual([1, []]);
    expect(outputs).toMatchObject({ status: 'error' });
    expect(said.at(-1)).toBe(
      'fail Could not read the commits of the base branch (GitHub refused the request: Resource ' +
        'not accessible by integration): give the job `permissions: contents: read`.',
    );
  });
});

describe('a deferred wait', () => {
  const deferred = {
    states: ['running'],
    inputs: { 'on-timeout': 'defer', timeout: '0s', image: 'i1\ni2' },
  };

  it('carries the baseline of each image', async () => {
    const { code, outputs, github, warnings } = await run(deferred);
    expect([code, outputs['status'], warnings]).toEqual([0, 'deferred', []]);
    expect(readTargetUrl(github.statuses[0]?.target_url ?? '', 'head')?.images).toMatchObject([
      { imageId: 'i1', baselineImageId: 'before-bootloader' },
      { imageId: 'i2', baselineImageId: 'before-kernel' },
    ]);
  });

  it('carries a given baseline, even if its scan has not completed', async () => {
    const inputs = { ...deferred.inputs, image: 'i1', 'baseline-image': 'other' };
    const { outputs, github } = await run({ ...deferred, inputs });
    expect(outputs['status']).toBe('deferred');
    expect(readTargetUrl(github.statuses[0]?.target_url ?? '', 'head')?.images).toMatchObject([
      { imageId: 'i1', baselineImageId: 'other' },
    ]);
  });

  it('warns that every finding counts as new if it was not found in time', async () => {
    const { code, github, warnings } = await run({ ...deferred, commits: () => DOWN });
    expect(code).toBe(0);
    expect(warnings).toEqual([
      expect.stringContaining('No baseline for image i1 and 1 more was found before time was up'),
    ]);
    const [image] = readTargetUrl(github.statuses[0]?.target_url ?? '', 'head')?.images ?? [];
    expect(image).toEqual({ imageId: 'i1', scanId: 's1', baselineImageId: undefined });
  });

  it('warns of no missing baseline if there is none to be found', async () => {
    const { warnings } = await run({ ...deferred, version: 'elsewhere' });
    expect(warnings).toEqual([expect.stringContaining(MISSING)]);
  });
});
