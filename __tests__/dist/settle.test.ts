/** The built settle action, against an emulated GitHub and an emulated Binarly. */
import { afterEach, describe, expect, it } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import { NO_PERMISSION, refusal } from '../../emulator/github.ts';
import { commitOf, toTargetUrl } from '../../src/model/deferred-wait.ts';
import { carried, HEAD, imageIn, openRepository, type Repository } from './deferral.ts';
import { hurried } from './preload.ts';
import { always, IDS, SCAN } from './step.ts';

let repository: Repository | undefined;
afterEach(async () => {
  await repository?.close();
});

async function open(...script: Parameters<typeof openRepository>): Promise<Repository> {
  repository = await openRepository(...script);
  return repository;
}

/** A repository with a wait that was handed over. */
async function deferred(
  inputs: Readonly<Record<string, string>> = {},
  ...script: Parameters<typeof openRepository>
): Promise<Repository> {
  const opened = await open(...script);
  await opened.wait([imageIn('running')], inputs);
  return opened;
}

const LIMIT_USED_UP = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' };

const FINDINGS = {
  findings: { rows: [{ id: 'f1', name: 'Weak key', severity: 'high', status: 'new' }] },
};

describe('a sweep', () => {
  it.each([
    ['completed', 'success'],
    ['failed', 'failure'],
    ['cancelled', 'failure'],
  ])('finishes a wait whose scan is %s: %s', async (type, state) => {
    const { sweep, states, github } = await deferred();
    const result = await sweep([imageIn(type)], {}, { run: '7' });
    expect(result).toMatchObject({ code: 0, stderr: '', annotations: [] });
    expect(states()).toEqual([state, 'pending', 'pending']);
    const [final] = github.statuses(HEAD);
    expect(final?.target_url).toContain('/actions/runs/7/attempts/1?binarly=');
    expect(final?.description).toBe(`1 ${type}`);
    expect(result.outputs['pending']).toBe('0');
    expect(JSON.parse(result.outputs['settled'] ?? '')).toEqual([
      {
        commit: HEAD,
        state,
        description: `1 ${type}`,
        productId: IDS.product,
        images: [{ imageId: IDS.image, scanId: SCAN, status: type }],
      },
    ]);
    const heading =
      state === 'success'
        ? '## ✅ Deferred Binarly scans: 0 failed, 1 passed, 0 pending'
        : '## ❌ Deferred Binarly scans: 1 failed, 0 passed, 0 pending';
    expect(result.summary.split('\n')[0]).toBe(heading);
  });

  it.each([
    ['still runs', imageIn('running')],
    ['is in an undocumented state', imageIn('paused')],
    ['is not there', imageIn('running', { scans: [] })],
  ])('leaves a wait alone whose scan %s', async (_, image) => {
    const { sweep, states } = await deferred();
    const result = await sweep([image]);
    expect(result).toMatchObject({ code: 0, outputs: { settled: '[]', pending: '1' } });
    expect(states()).toEqual(['pending', 'pending']);
  });

  it('leaves alone a wait that was not handed over', async () => {
    const { sweep, states, github } = await open();
    const wait = {
      runId: '1',
      attempt: '1',
      productId: IDS.product,
      images: [{ imageId: IDS.image, scanId: SCAN }],
      isHandedOver: false,
      policy: undefined,
      leftMs: 3_600_000,
      nonce: 'nonceofastep',
      commit: commitOf(HEAD),
    };
    const common = { sha: HEAD, context: 'binarly-scan', state: 'pending', description: '' };
    github.add({ ...common, target_url: toTargetUrl('https://github.test/run', wait) });
    const result = await sweep([imageIn('completed')]);
    expect(result).toMatchObject({ code: 0, outputs: { settled: '[]', pending: '1' } });
    expect(states()).toEqual(['pending']);
    // Once its time is over, no step can still be behind it.
    const over = { ...wait, runId: '2', leftMs: 0, nonce: 'nonceofother' };
    github.add({ ...common, target_url: toTargetUrl('https://github.test/run', over) });
    await sweep([imageIn('completed')]);
    expect(states()).toEqual(['failure', 'pending', 'pending']);
  });

  it('finds waits on merge groups, on 250 pull requests and on the default branch', async () => {
    const { wait, sweep, states } = await open({
      pullRequests: Array.from({ length: 250 }, (_, index) => `pull-${index}`),
      mergeGroups: ['group'],
      branches: { main: ['main-1'] },
    });
    const events = [
      { pull_request: { head: { sha: 'pull-249' } } },
      { merge_group: { head_sha: 'group' } },
      { pull_request: { head: { sha: 'main-1' } } },
    ];
    for (const [index, event] of events.entries())
      await wait([imageIn('running')], {}, { event, run: `${index}` });
    const result = await sweep([imageIn('completed')]);
    expect(JSON.parse(result.outputs['settled'] ?? '')).toHaveLength(3);
    for (const sha of ['pull-249', 'group', 'main-1']) expect(states(sha)[0]).toBe('success');
  });

  it('puts back on top a newer wait that began between its look and its write', async () => {
    const newer = await open();
    await newer.wait([imageIn('running')], {}, { run: '2' });
    const newest = newer.github.statuses(HEAD)[0];
    await newer.close();
    let isSweeping = false;
    const { sweep, states, github } = await deferred(
      {},
      {
        before({ kind }, { add }) {
          if (isSweeping && kind === 'write' && newest !== undefined) {
            isSweeping = false;
            add(newest);
          }
          return undefined;
        },
      },
    );
    isSweeping = true;
    await sweep([imageIn('completed')]);
    expect(states()).toEqual(['pending', 'success', 'pending', 'pending', 'pending']);
    expect(carried(github)).toMatchObject({ runId: '2' });
    expect(github.statuses(HEAD)[0]?.description).toBe(newest?.description);
  });

  it('never polls what a doctored status names, and settles the others', async () => {
    const { sweep, states, github } = await deferred({}, { mergeGroups: ['doctored', 'foreign'] });
    const common = { context: 'binarly-scan', state: 'pending', description: '' };
    const good = github.statuses(HEAD)[0]?.target_url ?? '';
    const on = (sha: string) => good.replace(commitOf(HEAD), commitOf(sha));
    github.add({ ...common, sha: 'doctored', target_url: on('doctored').replace(SCAN, '..') });
    const target_url = on('foreign').replace(IDS.product, 'another');
    github.add({ ...common, sha: 'foreign', target_url });
    const result = await sweep([imageIn('completed')]);
    expect(result).toMatchObject({ code: 0, outputs: { pending: '0' } });
    expect(states()).toEqual(['success', 'pending', 'pending']);
    expect([states('doctored'), states('foreign')]).toEqual([['pending'], ['pending']]);
    expect(result.stdout).toContain('waits for another product');
    expect(result.stdout).toContain(
      'doctored: left alone, because this version of the action did not create it for this commit',
    );
  });

  it('ends a wait that is still pending when settle-within ends', async () => {
    const { sweep, states, github } = await deferred({ 'settle-within': '1s' });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await sweep([imageIn('running')]);
    expect(states()[0]).toBe('failure');
    expect(github.statuses(HEAD)[0]?.description).toMatch(
      /^settle-within ended at .*: 1 pending, its last state is running$/,
    );
  });

  it('is red if Binarly refuses it, and writes error when settle-within ends', async () => {
    const { sweep, states } = await deferred({ 'settle-within': '15s' });
    const result = await sweep([imageIn('running')], { token: 'wrong' });
    expect(result).toMatchObject({ code: 1, outputs: { pending: '1' } });
    expect(result.annotations).toHaveLength(1);
    expect(states()[0]).toBe('pending');
    await new Promise((resolve) => setTimeout(resolve, 15_100));
    await sweep([imageIn('running')], { token: 'wrong' });
    expect(states()[0]).toBe('error');
  }, 90_000);

  it('is red, with the reason, if every new token is refused before it knows the product', async () => {
    const { sweep, states } = await deferred();
    const client = { id: 'ci', secret: 'secret-of-the-emulator', lifetimeMs: 60_000 };
    const script = { client: { ...client, refusedForMs: 60_000 } };
    const more = { script, options: { env: hurried(3) } };
    const result = await sweep([imageIn('completed')], { product: 'Board' }, more);
    expect(result).toMatchObject({ code: 1, outputs: { settled: '[]', pending: '1' } });
    const message =
      'The API refused a token issued moments before (HTTP 401: unauthenticated): check that ' +
      '`api-url` and `token-url` belong to the same tenant, and that the client may use the API.';
    expect(result.annotations).toEqual([{ level: 'error', message }]);
    expect(states()[0]).toBe('pending');
  });

  it('tries a failed poll again for 30 s, then is red and leaves the status', async () => {
    const { sweep, states } = await deferred();
    const beganMs = performance.now();
    const script = { faults: always(refusal(503, 'busy')) };
    const options = { env: hurried(3) };
    const result = await sweep([imageIn('completed')], {}, { script, options });
    expect(performance.now() - beganMs).toBeGreaterThan(29_000 / 3);
    expect(result).toMatchObject({ code: 1, outputs: { settled: '[]', pending: '1' } });
    expect(result.annotations[0]?.message).toContain('HTTP 503');
    expect(states()[0]).toBe('pending');
  }, 90_000);

  it('settles after a poll that failed once', async () => {
    const { sweep, states } = await deferred();
    const faults = [{ fault: refusal(503, 'busy'), toRequest: 1 }];
    const result = await sweep([imageIn('completed')], {}, { script: { faults } });
    expect(result).toMatchObject({ code: 0 });
    expect(states()[0]).toBe('success');
  });

  it.each([
    ['refuses', refusal(404, 'Not Found'), 'HTTP 404: Not Found'],
    [
      'refuses to show pull requests',
      jsonAnswer(200, {
        data: { repository: null },
        errors: [{ type: 'FORBIDDEN', path: ['repository', 'page'], message: NO_PERMISSION }],
      }),
      'pull-requests: read',
    ],
    [
      'has a rate limit',
      jsonAnswer(200, { errors: [{ type: 'RATE_LIMITED', message: 'limit' }] }, LIMIT_USED_UP),
      'is used up until 2100-01-01 00:00:00 UTC',
    ],
  ])('is red if GitHub %s', async (_, fault, text) => {
    let isSweeping = false;
    const { sweep, states } = await deferred(
      {},
      { before: () => (isSweeping ? fault : undefined) },
    );
    isSweeping = true;
    const result = await sweep([imageIn('completed')]);
    // Not 0: a workflow that sleeps while nothing is pending must stay awake.
    expect(result).toMatchObject({ code: 1, outputs: { settled: '[]', pending: '' } });
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain(text);
    expect(result.summary).toContain('❌ Deferred Binarly scans');
    expect(states()[0]).toBe('pending');
  });

  it.each([
    ['HTTP 502', refusal(502, 'Bad Gateway')],
    [
      'an error in place of data',
      jsonAnswer(200, {
        errors: [{ message: 'Something went wrong while executing your query. … timeout' }],
      }),
    ],
  ])('asks again after %s', async (_, fault) => {
    const { sweep, states } = await deferred(
      {},
      { before: ({ kind, count }) => (kind === 'query' && count === 1 ? fault : undefined) },
    );
    expect(await sweep([imageIn('completed')])).toMatchObject({ code: 0, annotations: [] });
    expect(states()[0]).toBe('success');
  });

  it('settles what GitHub shows, with one warning, if it leaves out a part', async () => {
    const { sweep, states } = await deferred({}, { pullRequests: [null, HEAD, null] });
    const result = await sweep([imageIn('completed')]);
    expect(result).toMatchObject({ code: 0 });
    expect(states()[0]).toBe('success');
    expect(result.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('only a part of the search') },
    ]);
    expect(result.stdout.match(/left out a part of its answer/g)).toHaveLength(1);
  });

  it('is red if a status cannot be written', async () => {
    const { sweep } = await deferred(
      {},
      {
        before: ({ kind, count }) =>
          kind === 'write' && count > 2 ? refusal(403, NO_PERMISSION) : undefined,
      },
    );
    const result = await sweep([imageIn('completed')]);
    expect(result).toMatchObject({ code: 1, outputs: { settled: '[]', pending: '1' } });
    expect(result.annotations[0]?.message).toContain('statuses: write');
  });

  it('reports every problem with its inputs', async () => {
    const { sweep, github } = await open();
    const result = await sweep([], { product: '', 'fail-on-severity': 'worst' });
    expect(result.annotations[0]?.message).toMatch(/2 inputs are invalid.*product.*fail-on/s);
    expect(result).toMatchObject({ code: 1, outputs: { settled: '[]', pending: '' } });
    expect(github.requests).toEqual([]);
  });
});

describe('two policies', () => {
  const gate = { 'fail-on-severity': 'high' };
  it.each([
    ['the step has a gate and the settle action has none', gate, {}, 'failure'],
    ['the settle action has a gate and the step has none', {}, gate, 'failure'],
    ['neither has a gate', {}, {}, 'success'],
    ['both look at worse findings only', { 'fail-on-severity': 'critical' }, {}, 'success'],
    ['the step only warns', { ...gate, 'on-findings': 'warn' }, {}, 'success'],
    [
      'the step only warns, but the settle action has a gate',
      { ...gate, 'on-findings': 'warn' },
      gate,
      'failure',
    ],
  ])(
    'both apply: %s',
    async (_, ofStep, ofSettle, state) => {
      const { sweep, states } = await deferred(ofStep);
      await sweep([imageIn('completed', FINDINGS)], ofSettle);
      expect(states()[0]).toBe(state);
    },
    90_000,
  );
});
