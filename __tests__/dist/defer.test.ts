/** The built waiting action with `on-timeout: defer`, against an emulated GitHub. */
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import { NO_PERMISSION, refusal } from '../../emulator/github.ts';
import type { StepOptions } from '../../emulator/runner.ts';
import {
  carried,
  GITHUB_TOKEN,
  HEAD,
  imageIn,
  type More,
  openRepository,
  type Repository,
} from './deferral.ts';
import { hurried } from './preload.ts';
import { always, expectComplete, IDS, RUNNER_KILLS_AFTER_MS, SCAN } from './step.ts';

let repository: Repository | undefined;
afterEach(async () => {
  await repository?.close();
});

async function open(...script: Parameters<typeof openRepository>): Promise<Repository> {
  repository = await openRepository(...script);
  return repository;
}

describe('a step that may be deferred', () => {
  it.each([
    ['completed', 0, 'success', 'completed'],
    ['failed', 1, 'failure', 'failed'],
    ['cancelled', 1, 'failure', 'cancelled'],
  ])('writes pending, then the result of the scan: %s', async (type, code, state, status) => {
    const { wait, states, github } = await open();
    const result = await wait([imageIn(type)]);
    expectComplete(result);
    expect(result).toMatchObject({ code, outputs: { status } });
    expect(states()).toEqual([state, 'pending']);
    const [final] = github.statuses(HEAD);
    expect(final?.target_url).toMatch(
      /^https:\/\/github\.test\/acme\/firmware\/actions\/runs\/1\/attempts\/1\?binarly=2\*/,
    );
    expect(final?.description).toMatch(new RegExp(`^${status}`));
    expect(result.stdout).not.toContain(GITHUB_TOKEN.concat('\n!'));
  });

  it('is deferred when time is up: pending, with the scan and the mark', async () => {
    const { wait, states, github } = await open();
    const result = await wait([imageIn('in_progress')], {
      'settle-within': '2h',
      'fail-on-severity': 'high',
    });
    expectComplete(result);
    expect(result).toMatchObject({ code: 0, outputs: { status: 'deferred', 'scan-id': SCAN } });
    expect(result.outputs['reason']).toContain('binarly-scan stays pending');
    expect(result.annotations).toEqual([]);
    expect(states()).toEqual(['pending', 'pending']);
    expect(carried(github)).toMatchObject({
      runId: '1',
      productId: IDS.product,
      images: [{ imageId: IDS.image, scanId: SCAN }],
      isHandedOver: true,
      policy: { threshold: 'high', statuses: ['new', 'inProgress'], onFindings: 'fail' },
    });
  });

  it('is deferred with an undocumented state and during an outage, if a scan was seen', async () => {
    const { wait, github } = await open();
    expect(await wait([imageIn('paused')])).toMatchObject({ code: 0 });
    const outage = { fault: refusal(503, 'busy'), fromRequest: 2 };
    const result = await wait(
      [imageIn('running')],
      { timeout: '2s' },
      { run: '2', script: { faults: [outage] } },
    );
    expect(result).toMatchObject({ code: 0, outputs: { status: 'deferred' } });
    expect(carried(github)).toMatchObject({ runId: '2', isHandedOver: true });
  });

  it.each([
    ['an image failed', [imageIn('running'), imageIn('failed', { imageId: 'other' })], 'failed'],
    [
      'a scan was never seen',
      [imageIn('running'), imageIn('x', { imageId: 'other', scans: [] })],
      'no-scan',
    ],
  ])('is not deferred if %s', async (_, images, status) => {
    const { wait, states } = await open();
    const result = await wait(images, { 'appearance-timeout': '1h' });
    expect(result).toMatchObject({ code: 1, outputs: { status } });
    expect(states()).toEqual(['failure', 'pending']);
  });

  it('voids an older success before the first poll', async () => {
    const { wait, states, github } = await open();
    await wait([imageIn('completed')]);
    await wait([imageIn('running')], {}, { run: '2' });
    expect(states()).toEqual(['pending', 'pending', 'success', 'pending']);
    expect(carried(github)).toMatchObject({ runId: '2' });
  });

  it.each<[string, More['event'], string]>([
    [
      'the head of a pull request',
      { pull_request: { head: { sha: 'head-of-pull' } } },
      'head-of-pull',
    ],
    ['a merge group', { merge_group: { head_sha: 'head-of-group' } }, 'head-of-group'],
    [
      'the commit of the triggering workflow',
      { workflow_run: { head_sha: 'head-of-other-run' } },
      'head-of-other-run',
    ],
    ['the commit of the workflow', {}, HEAD],
  ])('writes to %s', async (_, event = {}, sha) => {
    const { wait, states } = await open();
    const result = await wait([imageIn('completed')], {}, { event });
    expect(states(sha)).toEqual(['success', 'pending']);
    expect(result.stdout).toContain(`commit status binarly-scan to ${sha}`);
  });

  it('ends without a poll if it may not write statuses', async () => {
    const { wait, github } = await open({ mayWrite: false });
    const result = await wait([imageIn('completed')]);
    expectComplete(result);
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error', state: '' } });
    expect(result.outputs['reason']).toContain('statuses: write');
    // A refusal is final, so nothing was tried again.
    expect(github.requests.map(({ kind }) => kind)).toEqual(['write']);
  });

  it('waits for a rate limit that passes, and goes on', async () => {
    const message = 'You have exceeded a secondary rate limit';
    const limited = jsonAnswer(403, { message }, { 'retry-after': '1' });
    const { wait, states } = await open({
      before: ({ kind, count }) => (kind === 'write' && count === 1 ? limited : undefined),
    });
    expect(await wait([imageIn('completed')])).toMatchObject({ code: 0 });
    expect(states()).toEqual(['success', 'pending']);
  });

  it('says that the rate limit is used up, and until when', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' };
    const limited = jsonAnswer(403, { message: 'API rate limit exceeded' }, headers);
    const { wait, github } = await open({ before: () => limited });
    const result = await wait([imageIn('completed')]);
    expectComplete(result);
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error', state: '' } });
    expect(result.outputs['reason']).toContain('is used up until 2100-01-01 00:00:00 UTC');
    expect(result.outputs['reason']).not.toContain('permissions');
    expect(github.requests).toHaveLength(1);
  });

  it('outlasts a GitHub that fails for 20 s at the hand-over', async () => {
    let failsUntilMs = 0;
    const { wait, github } = await open({
      before({ kind, count }) {
        // The first write and the look after it succeed.
        if (kind === 'list' && count === 1) failsUntilMs = performance.now() + 20_000;
        const isDown = kind === 'list' && count > 1 && performance.now() < failsUntilMs;
        return isDown ? refusal(503, 'Unavailable') : undefined;
      },
    });
    const result = await wait([imageIn('running')]);
    expect(result).toMatchObject({ code: 0, outputs: { status: 'deferred' } });
    expect(carried(github)).toMatchObject({ isHandedOver: true });
  }, 90_000);

  it.each([
    ['completed', 'completed', 'success'],
    ['running', 'deferred', 'pending'],
  ])('outlasts lists of statuses that lag 1.5 s: %s', async (type, status, state) => {
    const { wait, states, github } = await open({ lagMs: 1_500 });
    const result = await wait([imageIn(type)]);
    expectComplete(result);
    expect(result).toMatchObject({ code: 0, outputs: { status } });
    expect(states()).toEqual([state, 'pending']);
    expect(carried(github)?.isHandedOver).toBe(status === 'deferred');
  });

  it('writes a description that GitHub takes, whatever Binarly said', async () => {
    const { wait, github } = await open();
    const faults = always(refusal(403, 'the server is on fire 🔥'));
    const result = await wait([imageIn('running')], {}, { script: { faults } });
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error' } });
    const [final] = github.statuses(HEAD);
    expect(final?.state).toBe('error');
    expect(final?.description).toContain('on fire ?');
  });

  it("respects a person's override, and keeps its own verdict", async () => {
    const { wait, states } = await open({
      before({ kind, count }, { add }) {
        const override = { sha: HEAD, context: 'binarly-scan', state: 'success' };
        const creator = { login: 'octocat' };
        const target_url = 'https://github.test/octocat';
        if (kind === 'list' && count === 2)
          add({ ...override, creator, description: 'I looked at it', target_url });
        return undefined;
      },
    });
    const result = await wait([imageIn('failed')]);
    expect(result).toMatchObject({ code: 1, outputs: { status: 'failed' } });
    expect(result.stdout).toContain('was set by octocat, so this step left it alone');
    expect(states()).toEqual(['success', 'pending']);
  });

  it.each([
    [{ GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1' }, 'on a tag'],
    [{ GITHUB_EVENT_NAME: 'issue_comment', GITHUB_REF: 'refs/heads/main' }, 'issue_comment'],
  ])('refuses a run whose commit no sweep finds: %j', async (env, text) => {
    const { wait, github } = await open();
    const result = await wait([imageIn('completed')], {}, { options: { env } });
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error' } });
    expect(result.outputs['reason']).toContain(text);
    expect(github.requests).toEqual([]);
  });

  it('survives a GitHub that fails now and then', async () => {
    const { wait, states } = await open({
      before: ({ count }) => (count === 1 ? { kind: 'reset' } : undefined),
    });
    expect(await wait([imageIn('completed')])).toMatchObject({ code: 0 });
    expect(states()[0]).toBe('success');
  });

  it('is an error that names the verdict if the verdict cannot be written', async () => {
    const { wait } = await open({
      before: ({ kind, count }) =>
        kind === 'write' && count > 1 ? refusal(403, NO_PERMISSION) : undefined,
    });
    const result = await wait([imageIn('completed')]);
    expectComplete(result);
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error' } });
    expect(result.outputs['reason']).toContain('for the verdict completed');
  });

  it('is an error, and not deferred, if it cannot be handed over', async () => {
    const { wait, states } = await open({
      before: ({ kind, count }) =>
        kind === 'write' && count > 1 ? refusal(422, 'too many') : undefined,
    });
    const result = await wait([imageIn('running')]);
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error' } });
    expect(states()).toEqual(['pending']);
  });

  it('leaves the status to a newer wait that began meanwhile', async () => {
    const newer = await open();
    const { github } = newer;
    await newer.wait([imageIn('running')], {}, { run: '2' });
    const [status] = github.statuses(HEAD);
    await newer.close();
    const { wait, states } = await open({
      before: ({ kind, count }, { add }) => {
        if (kind === 'list' && count === 2 && status !== undefined) add(status);
        return undefined;
      },
    });
    const result = await wait([imageIn('completed')]);
    expect(result).toMatchObject({ code: 0, outputs: { status: 'completed' } });
    expect(result.stdout).toContain('belongs to a newer wait');
    expect(states()).toEqual(['pending', 'pending']);
  });

  it('is not green if a newer wait began and this one could not be handed over', async () => {
    const newer = await open();
    await newer.wait([imageIn('running')], {}, { run: '2' });
    const [status] = newer.github.statuses(HEAD);
    await newer.close();
    const { wait } = await open({
      before: ({ kind, count }, { add }) => {
        if (kind === 'list' && count === 2 && status !== undefined) add(status);
        return undefined;
      },
    });
    const result = await wait([imageIn('running')]);
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error' } });
    expect(result.outputs['reason']).toContain('not handed over');
  });

  it('is an error if two jobs of a run share a context', async () => {
    const { wait, states } = await open();
    await wait([imageIn('running')]);
    const result = await wait([imageIn('completed')]);
    expectComplete(result);
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error', state: '' } });
    expect(result.outputs['reason']).toContain('status-context');
    expect(states()[0]).toBe('error');
  });

  it.skipIf(process.platform === 'win32')(
    'writes error when it is interrupted, after outputs and summary',
    async () => {
      const { wait, states } = await open();
      let signalledMs = 0;
      const result = await wait(
        [imageIn('running')],
        { timeout: '1h' },
        {
          options: {
            printed(text, child) {
              if (signalledMs > 0 || !text.includes('is running')) return;
              signalledMs = performance.now();
              child.kill('SIGINT');
            },
          },
        },
      );
      expectComplete(result);
      expect(performance.now() - signalledMs).toBeLessThan(RUNNER_KILLS_AFTER_MS);
      expect(result).toMatchObject({ code: 1, outputs: { status: 'interrupted' } });
      expect(states()).toEqual(['error', 'pending']);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'ends after an interruption before the runner kills it, even if GitHub is silent',
    async () => {
      let signalledMs = 0;
      const { wait } = await open({
        before: () => (signalledMs > 0 ? { kind: 'silent' } : undefined),
      });
      const result = await wait(
        [imageIn('running')],
        { timeout: '1h' },
        {
          options: {
            printed(text, child) {
              if (signalledMs > 0 || !text.includes('is running')) return;
              signalledMs = performance.now();
              child.kill('SIGINT');
            },
          },
        },
      );
      const tookMs = performance.now() - signalledMs;
      expectComplete(result);
      expect(tookMs).toBeGreaterThan(2_900);
      expect(tookMs).toBeLessThan(RUNNER_KILLS_AFTER_MS);
    },
  );

  it('says what is wrong with its inputs, all at once', async () => {
    const { wait, github } = await open();
    const images = Array.from({ length: 11 }, (_, index) => `image-${index}`).join('\n');
    const result = await wait([], {
      image: images,
      timeout: '2h',
      'settle-within': '1h',
      'github-token': ' ',
    });
    expect(result).toMatchObject({ code: 1, outputs: { status: 'error', scans: '[]' } });
    for (const input of ['image', 'settle-within', 'github-token'])
      expect(result.outputs['reason']).toContain(`${input} `);
    expect(github.requests).toEqual([]);
  });

  it('without defer, makes no request to GitHub and refuses inputs without effect', async () => {
    const { wait, github } = await open();
    const plain = { 'on-timeout': 'fail' };
    expect(await wait([imageIn('completed')], plain)).toMatchObject({ code: 0 });
    const extra = { ...plain, 'status-context': 'mine', 'settle-within': '1h' };
    const result = await wait([imageIn('completed')], extra);
    expect(result.outputs['reason']).toMatch(/status-context has no effect.*settle-within has no/);
    expect(github.requests).toEqual([]);
  });

  it('reaches GitHub through the proxy of the runner', async () => {
    const { wait, states, github } = await open();
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url);
      const upstream = connect(Number(new URL(github.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [socket, upstream]) end.on('error', () => undefined);
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    const { port } = proxy.address() as AddressInfo;
    try {
      const env = {
        GITHUB_API_URL: 'http://api.github.test',
        http_proxy: `http://127.0.0.1:${port}`,
      };
      const result = await wait([imageIn('completed')], {}, { options: { env } });
      expect(result).toMatchObject({ code: 0, stderr: '' });
      expect(states()).toEqual(['success', 'pending']);
      expect([...new Set(asked)]).toEqual(['api.github.test:80']);
    } finally {
      proxy.close();
    }
  });

  it.skipIf(process.platform === 'win32')(
    'ends when it is cancelled if that proxy is silent',
    async () => {
      const { wait } = await open();
      const proxy = createServer().on('connect', () => undefined);
      await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
      const { port } = proxy.address() as AddressInfo;
      try {
        const env = {
          GITHUB_API_URL: 'http://api.github.test',
          http_proxy: `http://127.0.0.1:${port}`,
          ...hurried(3),
        };
        let signalledMs = 0;
        const printed: StepOptions['printed'] = (text, child) => {
          if (signalledMs > 0 || !text.includes('Writing the commit status')) return;
          signalledMs = performance.now();
          child.kill('SIGINT');
        };
        const result = await wait([imageIn('completed')], {}, { options: { env, printed } });
        expect(performance.now() - signalledMs).toBeLessThan(RUNNER_KILLS_AFTER_MS);
        expect(result).toMatchObject({ code: 1, outputs: { status: 'interrupted' } });
      } finally {
        proxy.closeAllConnections();
        proxy.close();
      }
    },
  );

  it('is red if Binarly does not answer, with an error as its status', async () => {
    const { wait, states } = await open();
    const faults = always(refusal(503, 'busy'));
    const result = await wait([imageIn('running')], {}, { script: { faults } });
    expect(result).toMatchObject({ code: 1, outputs: { status: 'unavailable' } });
    expect(states()).toEqual(['error', 'pending']);
  });
});
