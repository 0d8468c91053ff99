/** The settling step, on a clock that jumps and a GitHub in memory. */
import { describe, expect, it } from 'vitest';
import { settleImage } from '../../../src/steps/settle/settle-image.ts';
import { policy } from '../../support/findings.ts';
import {
  answered,
  DOWN,
  deferredWait,
  FORBIDDEN,
  fakeGitHub,
  pendingStatus,
} from '../../support/github.ts';
import { reply, scriptedHttp } from '../../support/http.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { githubWith, imageOptions, SETTLE_INPUTS, sweep, USED_UP } from '../../support/sweep.ts';

/** A credential that is renewed, in place of the token. */
const RENEWED = {
  token: '',
  'client-id': 'ci',
  'client-secret': 'secret-under-test',
  'token-url': 'https://login.example/token',
};

describe('a sweep', () => {
  it('settles what is finished, and leaves the rest', async () => {
    const github = githubWith([
      deferredWait(),
      deferredWait({ isHandedOver: false }),
      deferredWait({ productId: 'another' }),
    ]);
    github.add({ ...pendingStatus(), sha: 'c3', target_url: 'https://github.test/else' });
    const { code, top, outputs, said, summaries } = await sweep(['completed'], { github });
    expect(code).toBe(0);
    expect(['c0', 'c1', 'c2', 'c3'].map((sha) => top(sha)?.state)).toEqual([
      'success',
      'pending',
      'pending',
      'pending',
    ]);
    expect(outputs['pending']).toBe('1');
    expect(said.filter((line) => line.startsWith('info Commit'))).toEqual([
      expect.stringContaining('c2: left alone, because it waits for another product'),
      expect.stringContaining('c1: left alone, because the step is still waiting'),
      'info Commit c0: success (1 completed).',
      expect.stringContaining(
        'c3: left alone, because this version of the action did not create it',
      ),
    ]);
    expect(summaries[0]).toContain(
      '## ⏳ Deferred Binarly scans: 0 failed, 1 passed, 1 pending, 2 left alone\n',
    );
  });

  it('asks Binarly nothing if nothing is pending', async () => {
    const { code, asked, outputs } = await sweep(['completed'], { github: fakeGitHub() });
    expect([code, asked, outputs['settled']]).toEqual([0, [], '[]']);
  });

  it('asks Binarly nothing for a wait whose product is not known yet', async () => {
    const github = githubWith([deferredWait({ isHandedOver: false, productId: undefined })]);
    const { code, asked } = await sweep(['completed'], { github });
    expect([code, asked]).toEqual([0, []]);
  });

  it('settles as soon as one image is red, whatever the others do', async () => {
    const images = ['i1', 'i2'].map((imageId) => ({ imageId, scanId: 's1' }));
    const github = githubWith([deferredWait({ images })]);
    const { code, top, said, summaries } = await sweep(['failed', 'running'], { github });
    expect(code).toBe(0);
    expect(top('c0')).toMatchObject({ state: 'failure', description: '1 failed, 1 pending' });
    expect(said).toContain('info Commit c0: failure (1 failed, 1 pending).');
    // The sweep did its work, so the step is green; what it found is not.
    expect(summaries[0]).toContain('## ❌ Deferred Binarly scans: 1 failed, 0 passed, 0 pending\n');
  });

  it('never asks for a scan other than the one that was followed', async () => {
    const { http, asked } = scriptedHttp(['completed']);
    const clock = createJumpingClock();
    const image = { imageId: 'i1', scanId: undefined };
    const polled = await settleImage(image, undefined, imageOptions(http, clock));
    expect([polled.record.ended, asked]).toEqual([undefined, []]);
  });

  it('waits for all images before it is green', async () => {
    const images = ['i1', 'i2'].map((imageId) => ({ imageId, scanId: 's1' }));
    const github = githubWith([deferredWait({ images })]);
    const { top, outputs } = await sweep(['completed', 'running'], { github });
    expect(top('c0')?.state).toBe('pending');
    expect(outputs['pending']).toBe('1');
  });

  it('resolves the name of a product, and is red if Binarly does not know it', async () => {
    const list = { products: [{ id: SETTLE_INPUTS.product, name: 'Board' }] };
    const others = ({ url }: { url: string }) =>
      url.endsWith('/products') ? Promise.resolve(reply(list)) : undefined;
    const known = await sweep(['completed'], { others, inputs: { product: 'Board' } });
    expect([known.code, known.top('c0')?.state]).toEqual([0, 'success']);
    const twice = [...list.products, { id: 'other', name: 'Board' }];
    const ambiguous = await sweep(['completed'], {
      inputs: { product: 'Board' },
      others: ({ url }) =>
        url.endsWith('/products') ? Promise.resolve(reply({ products: twice })) : undefined,
    });
    expect([ambiguous.code, ambiguous.top('c0')?.state]).toEqual([1, 'pending']);
    expect(ambiguous.fails).toHaveLength(1);
  });

  it('leaves everything if it is interrupted while it looks up the product', async () => {
    const interruption = new AbortController();
    const { code, outputs } = await sweep([], {
      inputs: { product: 'Board' },
      signal: interruption.signal,
      others() {
        interruption.abort();
        return Promise.resolve({ kind: 'no-reply', problem: { type: 'interrupted' } } as const);
      },
    });
    expect([code, outputs['pending']]).toEqual([1, '1']);
  });

  it('is red if the product could not be looked up for 30 s', async () => {
    const { code, fails, outputs } = await sweep(['completed'], {
      inputs: { product: 'Board' },
      others: ({ url }) =>
        url.endsWith('/products') ? Promise.resolve(reply({}, 503)) : undefined,
    });
    expect([code, outputs['pending']]).toEqual([1, '1']);
    expect(fails[0]).toContain('Binarly gave no usable answer');
  });

  it.each([
    ['text that no list shows, because the list may hide it', { products: [] }, 200],
    ['text on a platform without a list of products', { message: 'no such route' }, 404],
  ])('takes for the product %s', async (_, list, status) => {
    const { code, top } = await sweep(['completed'], {
      github: githubWith([deferredWait({ productId: 'p7' })]),
      inputs: { product: 'p7' },
      others: ({ url }) =>
        url.endsWith('/products') ? Promise.resolve(reply(list, status)) : undefined,
    });
    expect([code, top('c0')?.state]).toEqual([0, 'success']);
  });

  it('has one reason if it is interrupted before the product is looked up again', async () => {
    const interruption = new AbortController();
    const { code, fails, asked } = await sweep([], {
      inputs: { product: 'Board' },
      signal: interruption.signal,
      others() {
        interruption.abort();
        return Promise.resolve(reply({}, 503));
      },
    });
    expect([code, asked]).toEqual([1, ['/products']]);
    expect(fails).toEqual([expect.stringContaining('The sweep was interrupted')]);
  });

  it('is red if the API refuses every new token while it looks up the product', async () => {
    const { code, fails, outputs } = await sweep(['completed'], {
      inputs: { ...RENEWED, product: 'Board' },
      others: ({ url }) =>
        Promise.resolve(
          url.endsWith('/token')
            ? reply({ access_token: 'token-under-test', expires_in: 300 })
            : reply({ message: 'not this one' }, 401),
        ),
    });
    expect([code, outputs['pending']]).toEqual([1, '1']);
    expect(fails).toHaveLength(1);
    expect(fails[0]).toContain('not this one');
  });

  it('asks about a scan once if it still runs', async () => {
    const { code, asked, clock, outputs } = await sweep(['running']);
    expect([code, outputs['pending']]).toEqual([0, '1']);
    expect([asked.length, clock.sleeps]).toEqual([1, []]);
  });

  it('tries a failed poll again for 30 s, and is red', async () => {
    const down = () => Promise.resolve(reply({ message: 'busy' }, 503));
    const { code, top, asked, fails } = await sweep([], { others: down });
    expect([code, top('c0')?.state]).toEqual([1, 'pending']);
    expect(asked.length).toBeGreaterThan(3);
    expect(fails).toEqual([expect.stringContaining('HTTP 503')]);
  });

  it('is red at once if Binarly refuses', async () => {
    const refuse = () => Promise.resolve(reply({ message: 'no' }, 403));
    const { code, asked, top } = await sweep([], { others: refuse });
    expect([code, asked.length, top('c0')?.state]).toEqual([1, 1, 'pending']);
  });

  it('leaves a status if it is interrupted between two polls', async () => {
    const interruption = new AbortController();
    const { code, top } = await sweep([], {
      signal: interruption.signal,
      others() {
        interruption.abort();
        return Promise.resolve(reply({ message: 'busy' }, 503));
      },
    });
    expect([code, top('c0')?.state]).toEqual([1, 'pending']);
  });

  it('has one reason if it is interrupted while a status is read', async () => {
    const interruption = new AbortController();
    const github = githubWith([deferredWait()], (kind) => {
      if (kind !== 'list') return undefined;
      interruption.abort();
      return { kind: 'no-response', problem: { type: 'stopped' } };
    });
    const { fails } = await sweep(['completed'], { github, signal: interruption.signal });
    expect(fails).toEqual([expect.stringContaining('The sweep was interrupted')]);
  });

  it('is red if it is interrupted, and leaves the status', async () => {
    for (const inputs of [{}, { product: 'Board' }]) {
      const signal = AbortSignal.abort();
      const { code, top, fails } = await sweep(['completed'], { signal, inputs });
      expect([code, top('c0')?.state]).toEqual([1, 'pending']);
      expect(fails).toEqual([expect.stringContaining('interrupted')]);
    }
  });

  it.each([
    ['cannot be asked', DOWN, 'no connection to GitHub: reset'],
    ['says nothing', answered(502, '<html>'), 'GitHub answered HTTP 502): run the job again when'],
    ['refuses', answered(404, { message: 'Not Found' }), 'HTTP 404: Not Found): check `github-t'],
    ['refuses the query', answered(200, { errors: [{ message: 'x' }] }), 'the query: x'],
    [
      'lacks a permission',
      answered(200, { data: null, errors: [{ message: FORBIDDEN.data.message }] }),
      'give the job `permissions: contents: read` and `pull-requests: read`',
    ],
    [
      'has a limit',
      answered(403, { message: 'API rate limit exceeded' }, USED_UP),
      'rate limit of GitHub is used up until 2026-01-26 16:00:00 UTC: API rate limit exceeded): run the job',
    ],
    [
      'has another limit',
      answered(200, { errors: [{ type: 'RATE_LIMITED', message: 'slow down' }] }),
      'rate limit of GitHub is used up: slow down): run the job again in some minutes',
    ],
    ['fails', answered(200, { errors: [{ message: 'Timeout' }] }), 'the query: Timeout'],
    ['says something else', answered(200, {}), 'unexpected response'],
    [
      'is slow',
      { kind: 'no-response', problem: { type: 'too-slow', limitMs: 15_000 } },
      'within 15 s',
    ],
    ['is given up', { kind: 'no-response', problem: { type: 'stopped' } }, 'interrupted'],
  ] as const)('is red if GitHub %s', async (_, fault, text) => {
    const { code, fails } = await sweep([], { github: fakeGitHub(() => fault) });
    expect(code).toBe(1);
    expect(fails[0]).toContain(text);
  });

  it('settles what GitHub shows if it left out a part, and says so', async () => {
    const part = { data: { repository: { ref: null } }, errors: [{ message: 'gone\n::wrong' }] };
    const github = githubWith([deferredWait()], (kind, count) =>
      kind === 'query' && count === 3 ? answered(200, part) : undefined,
    );
    const { code, top, said } = await sweep(['completed'], { github });
    expect([code, top('c0')?.state]).toEqual([0, 'success']);
    expect(said).toContain('info GitHub left out a part of its answer: gone ::wrong');
    expect(said.filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringContaining('only a part of the search'),
    ]);
  });

  it('outlasts trouble with the search and with the statuses', async () => {
    const github = githubWith([deferredWait()], (_, count) => (count < 3 ? DOWN : undefined));
    const { code, top } = await sweep(['completed'], { github });
    expect([code, top('c0')?.state]).toEqual([0, 'success']);
  });

  it('is red if the run is not known', async () => {
    const github = fakeGitHub();
    const readRun = () => Promise.reject(new Error('no run'));
    const broken = { ...github, access: { ...github.access, readRun } };
    expect((await sweep([], { github: broken })).fails[0]).toContain('no run');
  });

  it.each([
    [401, 'check `github-token`'],
    [422, 'check `status-context`'],
    [500, 'when GitHub is back'],
  ])('says what to do about HTTP %i', async (status, text) => {
    const github = githubWith([deferredWait()], (kind) =>
      kind === 'write' ? answered(status, { message: 'm' }) : undefined,
    );
    const { code, fails, outputs } = await sweep(['completed'], { github });
    expect([code, outputs['pending']]).toEqual([1, '1']);
    expect(fails[0]).toContain(text);
  });

  it('leaves a wait that a newer one has taken over meanwhile', async () => {
    const github = githubWith([deferredWait()], (kind, count, { add }) => {
      if (kind === 'list' && count === 1)
        add(pendingStatus(deferredWait({ runId: '10', nonce: 'nonceofnewer' }), 'c0'));
      return undefined;
    });
    const { code, said, outputs } = await sweep(['completed'], { github });
    expect([code, outputs['pending']]).toEqual([0, '0']);
    expect(said).toContainEqual(expect.stringContaining('a newer wait has begun'));
  });

  it('reports jobs that share a context, if it can', async () => {
    const shared = (isWritable: boolean) =>
      githubWith([deferredWait()], (kind, count, { add }) => {
        if (kind === 'write' && !isWritable) return FORBIDDEN;
        if (kind === 'list' && count === 1)
          add(pendingStatus(deferredWait({ nonce: 'nonceofnewer' }), 'c0'));
        return undefined;
      });
    const { top, code } = await sweep(['completed'], { github: shared(true) });
    expect([code, top('c0')?.state]).toEqual([0, 'error']);
    expect((await sweep(['completed'], { github: shared(false) })).code).toBe(1);
  });

  it('survives a bug with one status', async () => {
    const github = githubWith([deferredWait()], (kind) => {
      if (kind === 'list') throw new Error('bug');
      return undefined;
    });
    const { code, said, fails } = await sweep(['completed'], { github });
    expect(code).toBe(1);
    expect(said).toContainEqual(expect.stringContaining('unexpected error (Error: bug)'));
    expect(fails[0]).toContain('Unexpected error');
  });

  it('reports an unexpected error', async () => {
    const { action, said } = await sweep(['completed']);
    await action.crashed(new Error('bug'));
    await action.crashed('text');
    expect(said).toContainEqual(expect.stringContaining('fail Unexpected error'));
    expect(said).toContainEqual(expect.stringContaining('debug Error: bug'));
  });

  it('is red if an output cannot be written, and not if the summary cannot', async () => {
    expect((await sweep(['completed'], { outputFails: true })).fails[0]).toContain('disk full');
    const { code, said } = await sweep(['completed'], { summaryFails: true });
    expect(code).toBe(0);
    expect(said).toContainEqual(expect.stringContaining('Could not write the job summary'));
  });

  it('reports problems with inputs, and reads branches', async () => {
    const invalid = await sweep([], { inputs: { token: '', product: '' } });
    expect([invalid.code, invalid.github.requests]).toEqual([1, []]);
    expect(invalid.fails[0]).toContain('2 inputs are invalid');
    const idTokens = { url: 'https://id.example', requestToken: 'request-token' };
    const oidc = {
      token: '',
      oidc: 'true',
      'token-url': 'https://sso.example/token',
      'oidc-audience': 'x',
    };
    const { said } = await sweep([], { inputs: oidc, idTokens, github: fakeGitHub() });
    expect(said).toContain('mask request-token');
    const branches = await sweep(['completed'], { inputs: { branches: 'main, release\n' } });
    expect(branches.github.requests.filter((kind) => kind === 'query')).toHaveLength(4);
  });

  it('cuts a summary of thousands of commits', async () => {
    const waits = Array.from({ length: 8_000 }, () => deferredWait({ productId: 'x'.repeat(50) }));
    const { summaries } = await sweep([], { github: githubWith(waits) });
    expect(summaries[0]).toMatch(
      /\nNot shown here: \d+ more commits\. The log has all commits\.\n/,
    );
    expect(summaries[0]?.length).toBeLessThan(600_000);
  });
});

describe('the end of settle-within', () => {
  const over = { leftMs: 0 };

  it.each([
    [
      'a scan that still runs',
      {},
      'running',
      'failure',
      '2026-01-26 15:00:00 UTC: 1 pending, its last state is running',
    ],
    ['a step that is gone', { isHandedOver: false }, 'x', 'failure', 'ended without a verdict'],
    [
      'a step that never knew its product',
      { isHandedOver: false, productId: undefined },
      'x',
      'failure',
      'ended without a verdict',
    ],
    ['a scan that has completed', {}, 'completed', 'success', '1 completed'],
  ])('settles %s', async (_, overrides, state, expected, text) => {
    const github = githubWith([deferredWait({ ...over, ...overrides })]);
    const { top } = await sweep([state], { github });
    expect(top('c0')?.state).toBe(expected);
    expect(top('c0')?.description).toContain(text);
  });

  it.each([
    [503, 'no usable answer from Binarly'],
    [403, 'the API refused the request \\(HTTP 403: m\\)'],
  ])('is an error if Binarly answers %i', async (status, words) => {
    const others = () => Promise.resolve(reply({ message: 'm' }, status));
    const github = githubWith([deferredWait(over)]);
    const { top, code } = await sweep([], { github, others });
    expect([code, top('c0')?.state]).toEqual([1, 'error']);
    expect(top('c0')?.description).toMatch(new RegExp(`^settle-within ended at .*; ${words}$`));
  });

  it('changes nothing if the sweep is interrupted', async () => {
    const interruption = new AbortController();
    const interrupt = () => {
      interruption.abort();
      return Promise.resolve({ kind: 'no-reply', problem: { type: 'interrupted' } } as const);
    };
    const { signal } = interruption;
    const second = await sweep([], {
      github: githubWith([deferredWait(over)]),
      others: interrupt,
      signal,
    });
    expect(second.top('c0')?.state).toBe('pending');
  });
});

describe('the policies of a sweep', () => {
  const grid = (rows: readonly object[] | number) => (request: { url: string }) => {
    if (!request.url.includes('gridList')) return undefined;
    return Promise.resolve(
      typeof rows === 'number'
        ? reply({ message: 'm' }, rows)
        : reply({ total: rows.length, rows }),
    );
  };
  const row = { id: 'f1', name: 'Weak key', severity: 'high', status: 'new' };
  const critical = { ...row, id: 'f0', severity: 'critical' };
  const warns = policy({ onFindings: 'warn' });
  const own = { 'fail-on-severity': 'critical' };

  it.each([
    ['the step counts it', policy(), {}, [row], 'failure'],
    ['nobody counts it', undefined, {}, [row], 'success'],
    ['only we could, and do not', undefined, own, [row], 'success'],
    ['only we count it', undefined, own, [critical, row], 'failure'],
    ['the step warns', warns, {}, [critical, row], 'success'],
    ['the step warns, and we do not count it', warns, own, [row], 'success'],
    ['the step warns, but we count it', warns, own, [critical, row], 'failure'],
  ])('%s', async (_, ofStep, inputs, rows, state) => {
    const github = githubWith([deferredWait({ policy: ofStep })]);
    const { top } = await sweep(['completed'], { github, inputs, others: grid(rows) });
    expect(top('c0')?.state).toBe(state);
  });

  it.each([
    [503, 'cannot be read'],
    [403, 'may not be read'],
  ])('leaves a status whose findings answer HTTP %i', async (status) => {
    const github = githubWith([deferredWait({ policy: policy() })]);
    const { top, code } = await sweep(['completed'], { github, others: grid(status) });
    expect([code, top('c0')?.state]).toEqual([1, 'pending']);
  });

  it('leaves a status if we are interrupted while findings are read', async () => {
    const interruption = new AbortController();
    const github = githubWith([deferredWait({ policy: policy() })]);
    const { top } = await sweep(['completed'], {
      github,
      signal: interruption.signal,
      others(request) {
        if (!request.url.includes('gridList')) return undefined;
        interruption.abort();
        return Promise.resolve({ kind: 'no-reply', problem: { type: 'interrupted' } } as const);
      },
    });
    expect(top('c0')?.state).toBe('pending');
  });
});
