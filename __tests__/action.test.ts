import { describe, expect, it, vi } from 'vitest';
import { createAction, type Parts } from '../src/action.ts';
import type { Workflow } from '../src/github/workflow.ts';
import type { Http, Reply } from '../src/http/http.ts';
import { createJumpingClock } from './support/jumping-clock.ts';

const PRODUCT = '01JZ2ZV5Q4PR0DXCT00000000A';
const INPUTS: Record<string, string> = {
  'api-url': 'https://api.example',
  token: 'token-under-test',
  product: PRODUCT,
  image: 'i1',
};
const idle = new AbortController().signal;

/** A workflow that keeps what it is told, in order. */
function workflow(inputs = INPUTS) {
  const said: string[] = [];
  const outputs: Record<string, string> = {};
  const self: Workflow = {
    input: (name) => inputs[name] ?? '',
    mask: (secret) => void (secret === '' || said.push(`mask ${secret}`)),
    output(name, value) {
      outputs[name] = value;
    },
    info: (line) => void said.push(`info ${line}`),
    debug: (line) => void said.push(`debug ${line}`),
    warning: (line) => void said.push(`warning ${line}`),
    fail: (line) => void said.push(`fail ${line}`),
    summary: (markdown) => Promise.resolve(void said.push(`summary ${markdown.split('\n', 1)}`)),
  };
  return { self, said, outputs };
}

function answering(...types: readonly string[]): Http {
  const left = [...types];
  return ({ url }) => {
    const scan = {
      id: 's1',
      createTime: '2026-01-26T15:00:00Z',
      latestScanState: { type: left.shift() },
    };
    const json = url.includes('withCounts')
      ? { counts: {} }
      : url.includes('/scans?')
        ? { scans: [scan] }
        : scan;
    const body = { ok: true, text: JSON.stringify(json) } as const;
    return Promise.resolve<Reply>({
      kind: 'reply',
      status: 200,
      retryAfterMs: undefined,
      location: undefined,
      body,
    });
  };
}

function actionWith(more: Partial<Parts> = {}) {
  const flow = workflow();
  const parts: Parts = {
    workflow: flow.self,
    clock: createJumpingClock(),
    http: answering('completed'),
    random: () => 0.5,
    whyMissing: () => Promise.resolve('is empty: for this reason'),
    proxyProblem: () => undefined,
    ...more,
  };
  return { action: createAction(parts), ...flow };
}

describe('run', () => {
  it('masks the token before it says anything, and hands the scan over as soon as it is known', async () => {
    const { action, said, outputs } = actionWith({ http: answering('running', 'completed') });
    expect(await action.run(idle)).toBe(0);
    expect(said).toEqual([
      'mask token-under-test',
      `info Waiting up to 2 h, asking every 5 to 30 s, for the newest scan of image i1 in product ${PRODUCT}.`,
      'debug After 0 s: poll 1: scan s1, running (pending)',
      'info After 0 s: following scan s1, created 2026-01-26T15:00:00Z.',
      'info After 0 s: scan s1 is running.',
      'debug After 5 s: poll 2: scan s1, completed (completed)',
      'info After 5 s: scan s1 is completed.',
      'info Verdict after 5 s: completed. Scan s1.',
      'summary ## ✅ Binarly scan completed',
    ]);
    expect(Object.keys(outputs)[0]).toBe('scan-id');
    expect(outputs['status']).toBe('completed');
  });

  it('masks the secret before it says anything, and each token before it is used', async () => {
    const { token: _, ...inputs } = INPUTS;
    const flow = workflow({
      ...inputs,
      'client-id': 'ci',
      'client-secret': 'secret-under-test',
      'token-url': 'https://auth.example/token',
    });
    const scan = answering('completed');
    const http: Http = (request) => {
      if (request.form === undefined) {
        expect(request.headers['authorization']).toBe('Bearer issued-token');
        expect(flow.said).toContain('mask issued-token');
        return scan(request);
      }
      const body = { ok: true, text: '{"access_token":"issued-token","expires_in":1800}' } as const;
      return Promise.resolve<Reply>({
        kind: 'reply',
        status: 200,
        retryAfterMs: undefined,
        location: undefined,
        body,
      });
    };
    expect(await actionWith({ workflow: flow.self, http }).action.run(idle)).toBe(0);
    expect(flow.said[0]).toBe('mask secret-under-test');
  });

  it('says that the proxy cannot be used', async () => {
    const { action, said } = actionWith({ proxyProblem: ({ host }) => `no proxy for ${host}` });
    await action.run(idle);
    expect(said).toContain('info no proxy for api.example');
  });

  it('warns of a token that will not last', async () => {
    const payload = Buffer.from('{"exp":1769443200}').toString('base64url');
    const flow = workflow({ ...INPUTS, token: `e30.${payload}.x` });
    expect(await actionWith({ workflow: flow.self }).action.run(idle)).toBe(0);
    expect(flow.said.filter((line) => line.startsWith('warning'))).toEqual([
      'warning `token` expires at 2026-01-26 16:00:00 UTC, before `timeout` is over: give `client-id` and `client-secret` instead, with which this action renews its tokens.',
    ]);
  });

  it('says why the token is missing, and asks nothing', async () => {
    const http = vi.fn<Http>();
    const flow = workflow({ ...INPUTS, token: '', timeout: '5' });
    const { action } = actionWith({ http, workflow: flow.self });
    expect(await action.run(idle)).toBe(1);
    expect(http).not.toHaveBeenCalled();
    expect(flow.outputs['reason']).toBe(
      '2 inputs are unusable: `token` is empty: for this reason; `timeout` "5" has no unit: write 5s, 5m or 5h.',
    );
  });

  it('does not ask why where the token is there', async () => {
    const whyMissing = vi.fn(() => Promise.resolve(''));
    const flow = workflow({ ...INPUTS, timeout: '5' });
    expect(await actionWith({ workflow: flow.self, whyMissing }).action.run(idle)).toBe(1);
    expect(whyMissing).not.toHaveBeenCalled();
    expect(flow.said.filter((line) => line.startsWith('fail'))).toEqual([
      'fail One input is unusable: `timeout` "5" has no unit: write 5s, 5m or 5h.',
    ]);
  });

  it('goes on if the ID cannot be handed over at once, and is red in the end', async () => {
    const flow = workflow();
    const broken: Workflow = {
      ...flow.self,
      output: () => {
        throw new Error('disk full');
      },
    };
    expect(await actionWith({ workflow: broken }).action.run(idle)).toBe(1);
    expect(flow.said).toContain('info The output scan-id could not be written (Error: disk full).');
    expect(flow.said.filter((line) => line.startsWith('fail'))).toHaveLength(1);
  });
});

describe('crashed', () => {
  it('reports an error before anything is known', async () => {
    const { action, said, outputs } = actionWith();
    await action.crashed('a string');
    expect(outputs).toMatchObject({ status: 'error', scans: '[]', 'scan-id': '' });
    expect(said.filter((line) => line.startsWith('fail'))).toEqual([
      'fail This action met an error that it does not know (a string): run the job again, and report this sentence to the maintainers of the action if it comes back.',
    ]);
  });

  it('reports what was known by then, and the stack in debug', async () => {
    const http = vi
      .fn<Http>(() => Promise.reject(new TypeError('a bug')))
      .mockImplementationOnce(answering('running'));
    const { action, said, outputs } = actionWith({ http });
    const error = await action.run(idle).catch((cause: unknown) => cause);
    await action.crashed(error);
    expect(outputs).toMatchObject({
      status: 'error',
      'scan-id': 's1',
      'product-id': PRODUCT,
      'image-id': 'i1',
      state: 'running',
    });
    expect(outputs['reason']).toContain('(TypeError: a bug)');
    expect(
      said.some(
        (line) => line.startsWith('debug TypeError: a bug') && line.includes('action.test'),
      ),
    ).toBe(true);
  });
});
