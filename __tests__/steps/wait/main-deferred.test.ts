/** The waiting step with `on-timeout: defer`, on a clock that jumps and a GitHub in memory. */
import { describe, expect, it } from 'vitest';
import { readTargetUrl } from '../../../src/model/deferred-wait.ts';
import { createAction } from '../../../src/steps/wait/main.ts';
import { fakeDependencies } from '../../support/dependencies.ts';
import {
  answered,
  DOWN,
  deferredWait,
  type FakeGitHub,
  FORBIDDEN,
  fakeGitHub,
  pendingStatus,
} from '../../support/github.ts';
import { reply, scriptedHttp } from '../../support/http.ts';
import { type FakeWorkflow, fakeWorkflow } from '../../support/workflow.ts';

const INPUTS = {
  'api-url': 'https://api.example',
  token: 'token-under-test',
  product: '01JZ2ZV5Q4PR0DXCT00000000A',
  image: 'i1',
  'on-timeout': 'defer',
  'github-token': 'token-of-the-job',
};

interface Given {
  readonly github?: FakeGitHub;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly http?: ReturnType<typeof scriptedHttp>['http'];
  readonly workflow?: FakeWorkflow;
}

async function run(states: readonly string[], given: Given = {}) {
  const { github = fakeGitHub(), inputs = {}, signal = new AbortController().signal } = given;
  const { workflow = fakeWorkflow({ ...INPUTS, ...inputs }) } = given;
  const http = given.http ?? scriptedHttp(states).http;
  const action = createAction(fakeDependencies({ workflow, http, github: github.access }));
  const code = await action.run(signal);
  const top = github.statuses[0];
  const wait = readTargetUrl(top?.target_url ?? '', 'head');
  return { code, action, github, top, wait, ...workflow };
}

describe('a step with `on-timeout: defer`', () => {
  it('writes pending, then the verdict', async () => {
    const { code, github, outputs, said } = await run(['running', 'completed']);
    expect(code).toBe(0);
    expect(outputs['status']).toBe('completed');
    expect(github.statuses.map(({ state, description }) => [state, description])).toEqual([
      ['success', 'completed'],
      ['pending', 'Waiting for the Binarly scan'],
    ]);
    expect(said).toContain('mask token-of-the-job');
    expect(said).toContainEqual(
      'info Writing the commit status binarly-scan to head, the commit of the pull request.',
    );
  });

  it('names the commit of the workflow', async () => {
    const github = fakeGitHub(undefined, { commit: { sha: 'abc', of: 'workflow' } });
    const { said } = await run(['completed'], { github });
    expect(said).toContainEqual(
      'info Writing the commit status binarly-scan to abc, the commit of the workflow.',
    );
  });

  it('hands over what settles it: product, scans, policy and end', async () => {
    const inputs = {
      image: 'i1\ni2',
      'fail-on-kev': 'true',
      'on-findings': 'warn',
      'settle-within': '3h',
    };
    const { code, outputs, wait, top, summaries } = await run(['running'], { inputs });
    expect(code).toBe(0);
    expect(outputs['status']).toBe('deferred');
    expect(wait).toMatchObject({
      isHandedOver: true,
      productId: INPUTS.product,
      images: [
        { imageId: 'i1', scanId: 's1' },
        { imageId: 'i2', scanId: 's1' },
      ],
      policy: { threshold: 'none', failOnKev: true, onFindings: 'warn' },
      leftMs: 3_600_000,
    });
    expect(top?.description).toBe(
      'Still waiting for 2 Binarly scans; rechecked until 2026-01-26 18:00:00 UTC',
    );
    expect(summaries[0]).toContain('## ⏳ Binarly scans: 2 deferred');
    expect(summaries[0]).toContain('after 2 h: deferred');
    // The reason names the input `timeout`; nothing else is out of time.
    expect(summaries[0]).not.toMatch(/out(?!`)/);
  });

  it('counts by its own clock if GitHub does not say when it wrote the status', async () => {
    const github = fakeGitHub(undefined, {}, '');
    const { top } = await run(['running'], { github, inputs: { timeout: '1h' } });
    expect(top?.description).toContain('rechecked until 2026-01-27 15:00:00 UTC');
  });

  it('is deferred if the findings of a completed scan cannot be read in time', async () => {
    const { http } = scriptedHttp(['completed'], ({ url }) =>
      url.includes('findings') ? Promise.resolve(reply({}, 503)) : undefined,
    );
    const inputs = { 'fail-on-severity': 'high', timeout: '0s', 'max-outage': '10m' };
    const { code, outputs, wait } = await run([], { http, inputs });
    expect(code).toBe(0);
    expect(outputs['status']).toBe('deferred');
    expect(outputs['reason']).toContain('could not be read in time');
    expect(wait?.isHandedOver).toBe(true);
  });

  it('is not deferred if an outage ended the wait, also of the findings', async () => {
    let polls = 0;
    const outage = scriptedHttp(['running'], () => {
      polls += 1;
      return polls === 1 ? undefined : Promise.resolve(reply({ message: 'busy' }, 503));
    });
    const inputs = { 'max-outage': '1m' };
    const seen = await run([], { http: outage.http, inputs });
    expect([seen.code, seen.outputs['status'], seen.top?.state]).toEqual([
      1,
      'unavailable',
      'error',
    ]);
    expect(seen.outputs['scan-id']).toBe('s1');
    const unread = scriptedHttp(['completed'], ({ url }) =>
      url.includes('findings') ? Promise.resolve(reply({}, 503)) : undefined,
    );
    const gate = { ...inputs, 'fail-on-severity': 'high' };
    const ended = await run([], { http: unread.http, inputs: gate });
    expect([ended.code, ended.outputs['status'], ended.top?.state]).toEqual([
      1,
      'unavailable',
      'error',
    ]);
  });

  it('is deferred along with findings that are allowed to pass, but not with any others', async () => {
    const row = { id: 'f1', name: 'Weak key', severity: 'high', status: 'new' };
    const statesOf = (url: string) => (url.includes('/i1/') ? 'completed' : 'running');
    const { http } = scriptedHttp([], ({ url }) => {
      if (url.includes('gridList')) return Promise.resolve(reply({ total: 1, rows: [row] }));
      if (url.includes('withCounts')) return undefined;
      const id = /scans\/([^?]+)/.exec(url)?.[1];
      const latestScanState = { type: statesOf(url) };
      const scan = { id: id ?? 's1', createTime: '2026-01-26T15:00:00Z', latestScanState };
      return Promise.resolve(reply(id === undefined ? { scans: [scan] } : scan));
    });
    const inputs = { image: 'i1\ni2', 'fail-on-severity': 'high' };
    const red = await run([], { http, inputs });
    expect([red.code, red.top?.state]).toEqual([1, 'failure']);
    const green = await run([], { http, inputs: { ...inputs, 'on-findings': 'warn' } });
    expect([green.code, green.outputs['status']]).toEqual([0, 'findings']);
    expect([green.top?.state, green.wait?.isHandedOver]).toEqual(['pending', true]);
  });

  it('ends without a poll if the first status cannot be written', async () => {
    const { http, asked } = scriptedHttp(['completed']);
    const { code, outputs } = await run([], { http, github: fakeGitHub(() => FORBIDDEN) });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ status: 'error' });
    expect(outputs['reason']).toBe(
      'The commit status binarly-scan could not be written (GitHub refused the request: ' +
        'Resource not accessible by integration): give the job permissions: statuses: write ' +
        '(runs for pull requests from forks never have it).',
    );
    expect(asked).toEqual([]);
  });

  it('blames the rate limit for what the rate limit did', async () => {
    const reset = `${Date.parse('2026-01-26T15:40:00Z') / 1000}`;
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const limited = answered(403, { message: 'API rate limit exceeded' }, headers);
    const { code, outputs } = await run(['completed'], { github: fakeGitHub(() => limited) });
    expect(code).toBe(1);
    expect(outputs['reason']).toBe(
      'The commit status binarly-scan could not be written (the rate limit of GitHub is used up ' +
        'until 2026-01-26 15:40:00 UTC: API rate limit exceeded): run the job again after that, and ' +
        'make fewer requests with this token.',
    );
  });

  it('waits for a limit that passes, and goes on', async () => {
    const limited = answered(403, { message: 'secondary rate limit' }, { 'retry-after': '1' });
    const github = fakeGitHub((_, count) => (count === 1 ? limited : undefined));
    const { code, top } = await run(['completed'], { github });
    expect([code, top?.state]).toEqual([0, 'success']);
  });

  it('ends without a poll if the run is unknown', async () => {
    const github = fakeGitHub();
    const readRun = () => Promise.reject(new Error('GITHUB_REPOSITORY is missing'));
    const broken = { ...github, access: { ...github.access, readRun } };
    const { code, outputs } = await run(['completed'], { github: broken });
    expect(code).toBe(1);
    expect(outputs['reason']).toContain('GITHUB_REPOSITORY is missing');
  });

  it('is an error that names the verdict if a later status cannot be written', async () => {
    const failing = () =>
      fakeGitHub((kind, count) => (kind === 'write' && count > 1 ? FORBIDDEN : undefined));
    const final = await run(['completed'], { github: failing() });
    expect([final.code, final.outputs['status']]).toEqual([1, 'error']);
    expect(final.outputs['reason']).toContain('for the verdict completed');
    const handedOver = await run(['running'], { github: failing() });
    expect([handedOver.code, handedOver.outputs['status']]).toEqual([1, 'error']);
    expect(handedOver.outputs['reason']).toContain('for the verdict timed-out');
  });

  it('says of a status that it was written, but could not be looked at', async () => {
    const unreadable = (from: number) =>
      fakeGitHub((kind, count) => (kind === 'list' && count >= from ? FORBIDDEN : undefined));
    const final = await run(['completed'], { github: unreadable(3) });
    expect([final.code, final.outputs['status'], final.top?.state]).toEqual([
      1,
      'error',
      'success',
    ]);
    expect(final.outputs['reason']).toContain(
      'The commit status binarly-scan was written for the verdict completed, but could not be read ' +
        'afterward (GitHub refused the request',
    );
  });

  it.each([
    ['cannot be read', 1, FORBIDDEN],
    ['never shows it', 11, answered(200, [])],
  ])('does not leave its first status pending if the list %s', async (_, lists, bad) => {
    const { http, asked } = scriptedHttp(['completed']);
    const github = fakeGitHub((kind, count) =>
      kind === 'list' && count <= lists ? bad : undefined,
    );
    const { code, outputs, top } = await run([], { github, http });
    expect([code, outputs['status'], top?.state, asked]).toEqual([1, 'error', 'error', []]);
    expect(outputs['reason']).not.toContain('the verdict of this step');
    expect(top?.description).toContain('The commit status binarly-scan was written, but');
  });

  it('says why it failed first if the status cannot be given an error either', async () => {
    const github = fakeGitHub((kind) => (kind === 'list' ? FORBIDDEN : undefined));
    const { outputs, top } = await run([], { github });
    expect(top?.state).toBe('pending');
    expect(outputs['reason']).toContain('could not be read afterward (GitHub refused');
  });

  it('is deferred if a sweep has finished the wait before it looks', async () => {
    const github = fakeGitHub((kind, _, { statuses, add }) => {
      const [top] = statuses;
      if (kind === 'list' && top?.description.startsWith('Still waiting'))
        add({ ...top, state: 'success', description: 'completed', id: top.id + 1 });
      return undefined;
    });
    const { code, outputs, top } = await run(['running'], { github });
    expect([code, outputs['status'], top?.state]).toEqual([0, 'deferred', 'success']);
  });

  it('leaves the status to a newer wait, and is then not green by being deferred', async () => {
    const superseded = () =>
      fakeGitHub((kind, count, { add }) => {
        if (kind === 'list' && count === 2) add(pendingStatus());
        return undefined;
      });
    const final = await run(['completed'], { github: superseded() });
    expect(final.code).toBe(0);
    expect(final.said).toContainEqual(expect.stringContaining('belongs to a newer wait'));
    const handedOver = await run(['running'], { github: superseded() });
    expect([handedOver.code, handedOver.outputs['status']]).toEqual([1, 'error']);
    expect(handedOver.outputs['reason']).toContain('not handed over');
    expect(handedOver.top?.state).toBe('pending');
  });

  it('leaves the status to a newer wait from the start, and waits all the same', async () => {
    const github = fakeGitHub((kind, count, { add }) => {
      if (kind === 'list' && count === 1) add(pendingStatus());
      return undefined;
    });
    const { code, outputs, top } = await run(['completed'], { github });
    expect([code, outputs['status'], top?.state]).toEqual([0, 'completed', 'pending']);
  });

  it('respects what a person sets meanwhile, and keeps its own verdict', async () => {
    const overridden = (state: string) =>
      fakeGitHub((kind, count, { add }) => {
        const creator = { login: 'octocat' };
        if (kind === 'list' && count === 2) add({ ...pendingStatus(), state, creator });
        return undefined;
      });
    const red = await run(['failed'], { github: overridden('success') });
    expect([red.code, red.outputs['status'], red.top?.state]).toEqual([1, 'failed', 'success']);
    expect(red.said).toContain(
      'info The commit status binarly-scan was set by octocat, so this step left it alone.',
    );
    const late = await run(['running'], { github: overridden('failure') });
    expect([late.code, late.outputs['status'], late.top?.state]).toEqual([
      1,
      'timed-out',
      'failure',
    ]);
  });

  it.each([
    ['first', 1, 'within 10 s: run the job again when GitHub is back'],
    ['last', 3, 'within 10 s (the verdict of this step was completed)'],
  ])('is an error of its own if the list never shows its %s status', async (_, from, reason) => {
    const github = fakeGitHub((kind, count, { statuses }) =>
      kind === 'list' && count >= from ? answered(200, statuses.slice(1)) : undefined,
    );
    const { code, outputs } = await run(['completed'], { github });
    expect([code, outputs['status']]).toEqual([1, 'error']);
    expect(outputs['reason']).toContain(reason);
  });

  it('outlasts lists that lag, and writes its verdict', async () => {
    const github = fakeGitHub((kind, count, { statuses }) =>
      kind === 'list' && count % 3 > 0 ? answered(200, statuses.slice(1)) : undefined,
    );
    const { code, top } = await run(['completed'], { github });
    expect([code, top?.state, github.statuses.length]).toEqual([0, 'success', 2]);
  });

  it('gives up after five rewrites', async () => {
    const older = deferredWait({ runId: '0', nonce: 'nonceofolder' });
    const github = fakeGitHub((kind, _, { add }) => {
      if (kind === 'list') add({ ...pendingStatus(older), state: 'success' });
      return undefined;
    });
    github.add(pendingStatus(older));
    const { code, outputs } = await run(['completed'], { github });
    expect([code, outputs['status']]).toEqual([1, 'error']);
    expect(outputs['reason']).toContain('Other runs kept writing over the commit status');
    expect(github.requests.filter((kind) => kind === 'write')).toHaveLength(6);
  });

  it('writes a description that GitHub takes, whatever Binarly said', async () => {
    const { http } = scriptedHttp([], () => Promise.resolve(reply({ message: 'on fire 🔥' }, 403)));
    const { top } = await run([], { http });
    expect(top?.state).toBe('error');
    expect(top?.description).toContain('on fire ?');
  });

  it('is an input problem where no sweep would find the status', async () => {
    const workflow = fakeWorkflow(INPUTS);
    const github = fakeGitHub();
    const trigger = { event: 'push', ref: 'refs/tags/v1', sha: 'head' };
    const runtime = { workflow, trigger, github: github.access };
    const action = createAction(fakeDependencies(runtime));
    expect(await action.run(new AbortController().signal)).toBe(1);
    expect(workflow.outputs['reason']).toContain('on-timeout defer does not work on a tag');
    expect(github.requests).toEqual([]);
  });

  it('is an error if another job of the run shares the context, before or after', async () => {
    const shared = (at: number) =>
      fakeGitHub((kind, count, { add }) => {
        if (kind === 'list' && count === at) add(pendingStatus(deferredWait({ runId: '1' })));
        return undefined;
      });
    const before = await run(['completed'], { github: shared(1) });
    expect([before.code, before.top?.state]).toEqual([1, 'error']);
    expect(before.outputs['reason']).toContain('give each its own status-context');
    const after = await run(['completed'], { github: shared(2) });
    expect([after.code, after.top?.state]).toEqual([1, 'error']);
    expect(after.outputs['reason']).toContain('the verdict of this step was completed');
  });

  it('is an error if the wait does not fit in a status', async () => {
    const pageUrl = `https://github.test/${'x'.repeat(1_000)}`;
    const { code, outputs } = await run(['running'], {
      github: fakeGitHub(undefined, { pageUrl }),
    });
    expect(code).toBe(1);
    expect(outputs['reason']).toContain('does not fit in a commit status');
  });

  it('writes an error after outputs and summary if it is interrupted', async () => {
    const interruption = new AbortController();
    const workflow = fakeWorkflow(INPUTS);
    let summariesBefore = -1;
    const { http } = scriptedHttp(['running'], () => {
      interruption.abort();
      return undefined;
    });
    const github = fakeGitHub((kind, count) => {
      if (kind === 'write' && count === 2) summariesBefore = workflow.summaries.length;
      return undefined;
    });
    const { signal } = interruption;
    const { code, top, outputs } = await run([], { http, github, signal, workflow });
    expect(code).toBe(1);
    expect(outputs['status']).toBe('interrupted');
    expect([top?.state, summariesBefore]).toEqual(['error', 1]);
  });

  it('does so even if lists do not show its first status yet', async () => {
    const interruption = new AbortController();
    const github = fakeGitHub((kind, count) => {
      if (kind !== 'list' || count > 1) return undefined;
      interruption.abort();
      return answered(200, []);
    });
    const { top, outputs } = await run([], { github, signal: interruption.signal });
    expect([outputs['status'], top?.state]).toEqual(['interrupted', 'error']);
  });

  it('says so if it is interrupted while it hands its wait over', async () => {
    const interruption = new AbortController();
    const github = fakeGitHub((kind, count) => {
      if (kind !== 'write' || count === 1) return undefined;
      interruption.abort();
      return DOWN;
    });
    const { signal } = interruption;
    const { outputs } = await run(['running'], { github, signal });
    const { outputs: again } = await run(['running'], {
      github: fakeGitHub((kind, count) => (kind === 'write' && count > 1 ? FORBIDDEN : undefined)),
    });
    expect(again['reason']).not.toContain('interrupted');
    expect([outputs['status'], outputs['reason']]).toEqual([
      'error',
      'The step was interrupted before it had handed its wait over to the commit status ' +
        'binarly-scan: run the job again.',
    ]);
  });

  it('says in the log if that could not be written', async () => {
    const interruption = new AbortController();
    const { http } = scriptedHttp(['running'], () => {
      interruption.abort();
      return undefined;
    });
    const github = fakeGitHub((kind, count) =>
      kind === 'write' && count > 1 ? FORBIDDEN : undefined,
    );
    const { said, outputs } = await run([], { http, github, signal: interruption.signal });
    expect(outputs['status']).toBe('interrupted');
    expect(said).toContainEqual(expect.stringMatching(/^info The commit status .* interrupted/));
  });

  it('is interrupted, and asks nothing, if that came before the first status', async () => {
    const { http, asked } = scriptedHttp(['running']);
    const github = fakeGitHub(() => FORBIDDEN);
    const { outputs } = await run([], { http, github, signal: AbortSignal.abort() });
    expect(outputs['status']).toBe('interrupted');
    expect(asked).toEqual([]);
  });

  it('writes an error if it crashes', async () => {
    const { action, github } = await run(['running']);
    await action.crashed(new Error('bug'));
    expect(github.statuses[0]).toMatchObject({ state: 'error' });
    expect(github.statuses[0]?.description).toContain('Unexpected error');
  });
});
