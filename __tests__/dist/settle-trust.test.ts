/** Whom the built settle action believes: forged and copied statuses, lists that lag, each other. */
import { afterEach, describe, expect, it } from 'vitest';
import { refusal } from '../../emulator/github.ts';
import { HEAD, imageIn, openRepository, type Repository } from './deferral.ts';
import { hurried } from './preload.ts';
import { always, IDS, scanIn } from './step.ts';

let repository: Repository | undefined;
afterEach(async () => {
  await repository?.close();
});

/** A repository with a wait that was handed over. */
async function deferred(
  inputs: Readonly<Record<string, string>> = {},
  ...script: Parameters<typeof openRepository>
): Promise<Repository> {
  repository = await openRepository(...script);
  await repository.wait([imageIn('running')], inputs);
  return repository;
}

const FORGER = { login: 'release-bot[bot]' };

describe('a status that is not ours', () => {
  it('is left alone and named: by another identity, with a wait for a clean image', async () => {
    const { sweep, states, github } = await deferred({}, { mergeGroups: ['forged'] });
    const [real] = github.statuses(HEAD);
    if (real === undefined) throw new Error('nothing was handed over');
    github.add({ ...real, creator: FORGER });
    const result = await sweep([imageIn('completed')]);
    expect(result).toMatchObject({ code: 0, outputs: { settled: '[]', pending: '0' } });
    expect(states()).toEqual(['pending', 'pending', 'pending']);
    expect(result.stdout).toContain('left alone, because it was written by release-bot[bot]');
    expect(result.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('release-bot[bot] wrote it and') },
    ]);
  });

  it('is left alone: the address of one commit, copied to another', async () => {
    const { sweep, states, github } = await deferred({}, { mergeGroups: ['victim'] });
    const [real] = github.statuses(HEAD);
    if (real === undefined) throw new Error('nothing was handed over');
    github.add({ ...real, sha: 'victim' });
    const result = await sweep([imageIn('completed')]);
    expect(states('victim')).toEqual(['pending']);
    expect(states()[0]).toBe('success');
    expect(result.stdout).toContain(
      'because this version of the action did not create it for this commit',
    );
  });

  it('is ours in any case of its name, because settle takes several names', async () => {
    const { sweep, states } = await deferred({ 'status-context': 'Boot-Scan' });
    await sweep([imageIn('completed')], { 'status-context': 'other, boot-scan' });
    expect(states()).toEqual(['success', 'pending', 'pending']);
  });
});

describe('lists that lag 1.5 s', () => {
  const LAG = { lagMs: 1_500 };

  it('do not keep a sweep from its verdict', async () => {
    const { sweep, states } = await deferred({}, LAG);
    expect(await sweep([imageIn('completed')])).toMatchObject({ code: 0 });
    expect(states()).toEqual(['success', 'pending', 'pending']);
  });

  it('leave the pending status of attempt 2 on top, beside a sweep of attempt 1', async () => {
    let begin = () => {};
    const swept = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let isSweeping = false;
    const { wait, sweep, states } = await deferred(
      {},
      {
        ...LAG,
        before({ kind }) {
          // Attempt 2 begins in the middle of the sweep.
          if (isSweeping && kind === 'list') begin();
          return undefined;
        },
      },
    );
    isSweeping = true;
    const sweeping = sweep([imageIn('completed')], {}, { run: '7' });
    await swept;
    const second = await wait([imageIn('running')], {}, { attempt: '2' });
    await sweeping;
    expect(second).toMatchObject({ code: 0, outputs: { status: 'deferred' } });
    expect(states()[0]).toBe('pending');
    // Two by attempt 1, one or two by the sweep, two or three by attempt 2.
    expect(states().length).toBeLessThanOrEqual(8);
  }, 60_000);
});

describe('two sweeps of different policies', () => {
  const findings = { rows: [{ id: 'f1', name: 'Weak key', severity: 'high', status: 'new' }] };
  const image = imageIn('completed', { findings });

  it('end in failure if the stricter one is first', async () => {
    const { sweep, states } = await deferred();
    await sweep([image], { 'fail-on-severity': 'high' }, { run: '7' });
    await sweep([image], {}, { run: '8' });
    expect(states()).toEqual(['failure', 'pending', 'pending']);
  });

  it('end in failure if they run at the same time', async () => {
    const { sweep, states } = await deferred({}, { lagMs: 500 });
    await Promise.all([
      sweep([image], { 'fail-on-severity': 'high' }, { run: '7' }),
      sweep([image], {}, { run: '8' }),
    ]);
    expect(states()[0]).toBe('failure');
  });
});

describe('what a sweep says', () => {
  it('where it looked, and what it found there', async () => {
    const { sweep } = await deferred(
      {},
      { mergeGroups: ['group'], branches: { main: ['a', 'b'] } },
    );
    const branches = 'refs/heads/main, gone';
    const result = await sweep([imageIn('running')], { branches });
    expect(result.stdout).toContain(
      'Looked at 1 open pull request, 1 merge group and 2 commits of main: 1 pending.',
    );
    expect(result.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('branch "gone"') },
    ]);
  });

  it.each([
    ['an undocumented state', imageIn('paused'), {}, 'does not document'],
    ['an image that is gone', imageIn('x', { imageId: 'other' }), {}, 'cannot be found any more'],
    ['another product', imageIn('completed'), { product: 'p2' }, `(${IDS.product}), none about`],
  ])('in one warning, about %s', async (_, image, inputs, text) => {
    const { sweep, states } = await deferred();
    const result = await sweep([image], inputs);
    expect(states()[0]).toBe('pending');
    expect(result.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining(text) },
    ]);
  });

  it('about findings: counts in the status, the worst of them on the page it links to', async () => {
    const rows = ['high', 'critical', 'low'].map((severity, index) => ({
      id: `f${index}`,
      name: `A ${severity} one`,
      severity,
      status: 'new',
    }));
    const { sweep, github } = await deferred({ 'fail-on-severity': 'high' });
    const result = await sweep([imageIn('completed', { findings: { rows } })]);
    const [final] = github.statuses(HEAD);
    expect(final).toMatchObject({
      state: 'failure',
      description: '2 findings block: 1 critical, 1 high',
    });
    expect(result.summary).toContain('❌ Deferred Binarly scans: 1 failed, 0 passed, 0 pending');
    expect(result.summary).toContain('A critical one');
    expect(result.summary).not.toContain('A low one');
  });
});

describe('a sweep of many statuses', () => {
  const shas = Array.from({ length: 6 }, (_, index) => `head-${index}`);
  const images = shas.map((imageId) =>
    imageIn('failed', { imageId, scans: [scanIn('failed', { id: `scan-of-${imageId}` })] }),
  );

  async function open(...script: Parameters<typeof openRepository>) {
    repository = await openRepository({ pullRequests: shas, ...script[0] });
    for (const [index, sha] of shas.entries()) {
      const event = { pull_request: { head: { sha } } };
      const image = imageIn('running', {
        imageId: sha,
        scans: [scanIn('running', { id: `scan-of-${sha}` })],
      });
      await repository.wait([image], {}, { event, run: `${100 - index}` });
    }
    return repository;
  }

  it('is paced, the oldest wait first', async () => {
    let isSweeping = false;
    const writtenMs: number[] = [];
    const listed = new Set<string>();
    const { sweep, github } = await open({
      before({ kind, sha }) {
        if (isSweeping && kind === 'write') writtenMs.push(performance.now());
        if (isSweeping && sha !== undefined) listed.add(sha);
        return undefined;
      },
    });
    isSweeping = true;
    const result = await sweep(images);
    expect(result).toMatchObject({ code: 0, outputs: { pending: '0' } });
    // Four are worked on at once, so their writes may overtake each other, but not their beginnings.
    expect([...listed]).toEqual(shas.toReversed());
    const gaps = writtenMs.slice(1).map((ms, index) => ms - (writtenMs[index] ?? 0));
    // An answer may be late, so one gap may be shorter than the pause between two requests.
    expect(gaps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5 * 700);
    expect(shas.map((sha) => github.statuses(sha)[0]?.state)).toEqual(shas.map(() => 'failure'));
  }, 60_000);

  it('bears an outage of Binarly once', async () => {
    const { sweep, states } = await open();
    const beganMs = performance.now();
    const script = { faults: always({ kind: 'reset' }) };
    const options = { env: hurried(3) };
    const result = await sweep(images, {}, { script, options });
    expect(result).toMatchObject({ code: 1, outputs: { pending: '6' } });
    expect(performance.now() - beganMs).toBeLessThan(2 * 30_000);
    expect(states('head-0')[0]).toBe('pending');
    expect(result.annotations).toHaveLength(1);
  }, 90_000);

  it('says what a rate limit left', async () => {
    let isSweeping = false;
    let writes = 0;
    const { sweep } = await open({
      before({ kind }) {
        if (!isSweeping || kind !== 'write') return undefined;
        writes += 1;
        return writes > 2 ? refusal(403, 'API rate limit exceeded') : undefined;
      },
    });
    isSweeping = true;
    const result = await sweep(images, {}, { options: { env: hurried(60) } });
    expect(result).toMatchObject({ code: 1, outputs: { pending: '4' } });
    expect(result.summary).toContain('4 commits are left for the next sweep');
  }, 90_000);
});
