/** Which statuses a sweep believes, and what it says about those that it leaves alone. */
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/report/markdown.ts';
import { policy } from '../../support/findings.ts';
import {
  answered,
  CREATED_AT,
  DOWN,
  deferredWait,
  type FakeGitHub,
  fakeGitHub,
  pendingStatus,
} from '../../support/github.ts';
import { reply } from '../../support/http.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { githubWith, SETTLE_INPUTS, sweep, USED_UP } from '../../support/sweep.ts';

const BOT = { login: 'release-bot[bot]' };

/** Answers the first lists without the statuses that were written last. */
function lagging(lists: number, lacks = 1) {
  return (kind: string, count: number, github: FakeGitHub) =>
    kind === 'list' && count <= lists ? answered(200, github.statuses.slice(lacks)) : undefined;
}

describe('a status that a sweep leaves alone', () => {
  it('was written by another identity, whatever wait it carries', async () => {
    const github = fakeGitHub();
    github.add({ ...pendingStatus(), sha: 'head', creator: BOT });
    const { code, top, said, warnings, asked, outputs } = await sweep(['completed'], { github });
    expect([code, top('head')?.state, asked, outputs['pending']]).toEqual([0, 'pending', [], '0']);
    expect(said).toContain(
      'info Commit head: left alone, because it was written by release-bot[bot].',
    );
    expect(warnings).toEqual([
      'warning 1 pending commit status was left alone, because release-bot[bot] wrote it and this ' +
        'action acts only on what its own token wrote: use the same kind of token in both ' +
        'workflows, or find out who wrote it.',
    ]);
    const two = fakeGitHub();
    for (const sha of ['head', 'other'])
      two.add({ ...pendingStatus(deferredWait(), sha), creator: BOT });
    expect((await sweep([], { github: two })).warnings).toEqual([
      expect.stringMatching(/ 2 pending commit statuses were left .+ who wrote them\.$/),
    ]);
  });

  it('has no author in the answer of GitHub', async () => {
    const github = fakeGitHub((kind) => {
      if (kind !== 'list') return undefined;
      return answered(
        200,
        github.statuses.map((status) => ({ ...status, creator: null })),
      );
    });
    for (const sha of ['c0', 'c1']) github.add(pendingStatus(deferredWait(), sha));
    const { top, warnings } = await sweep(['completed'], { github });
    expect(top('c0')?.state).toBe('pending');
    expect(warnings[0]).toContain('2 pending commit statuses were left alone, because an unknown');
  });

  it('was copied from another commit', async () => {
    const github = fakeGitHub();
    const { target_url } = pendingStatus(deferredWait(), 'c0ffee');
    github.add({ ...pendingStatus(), sha: 'head', target_url });
    const { code, top, said } = await sweep(['completed'], { github });
    expect([code, top('head')?.state]).toEqual([0, 'pending']);
    expect(said).toContain(
      'info Commit head: left alone, because this version of the action did not create it for ' +
        'this commit.',
    );
  });

  it('is covered by what somebody else has written meanwhile', async () => {
    const github = githubWith([deferredWait()], (kind, count, { add }) => {
      if (kind === 'list' && count === 1)
        add({ ...pendingStatus(), sha: 'c0', state: 'success', creator: { login: 'octocat' } });
      return undefined;
    });
    const { code, said, github: after } = await sweep(['failed'], { github });
    expect(code).toBe(0);
    expect(after.statuses).toHaveLength(2);
    expect(said).toContainEqual(expect.stringContaining('because it was set by octocat'));
  });

  it('has a final status already, which a laxer sweep does not replace', async () => {
    const github = githubWith([deferredWait()], (kind, count, { add }) => {
      if (kind === 'list' && count === 1)
        add({ ...pendingStatus(deferredWait(), 'c0'), state: 'failure' });
      return undefined;
    });
    const { code, top, said } = await sweep(['completed'], { github });
    expect([code, top('c0')?.state]).toEqual([0, 'failure']);
    expect(said).toContainEqual(expect.stringContaining('because it is failure already'));
  });

  it('becomes red, if a stricter sweep wrote that at the same moment', async () => {
    const github = githubWith([deferredWait()], (kind, count, { add }) => {
      if (kind === 'list' && count === 2)
        add({ ...pendingStatus(deferredWait(), 'c0'), state: 'failure' });
      return undefined;
    });
    const { code, top, outputs } = await sweep(['completed'], { github });
    expect([code, top('c0')?.state, outputs['settled']]).toEqual([0, 'failure', '[]']);
  });
});

describe('a list that lags behind', () => {
  it('is looked at again until it has what the search found, and what was written', async () => {
    const github = githubWith([deferredWait()], lagging(3));
    const { code, top, clock } = await sweep(['completed'], { github });
    expect([code, top('c0')?.state]).toEqual([0, 'success']);
    expect(clock.sleeps.filter((ms) => ms === 1_000).length).toBeGreaterThanOrEqual(3);
  });

  it('is an error of its own after 10 s, and the status stays pending', async () => {
    const github = githubWith([deferredWait()], lagging(Infinity));
    const { code, fails, said, outputs } = await sweep(['completed'], { github });
    expect([code, outputs['pending']]).toEqual([1, '1']);
    expect(fails[0]).toContain('did not show a status that must be there, for 10 s');
    expect(github.requests.filter((kind) => kind === 'list')).toHaveLength(11);
    expect(said).toContainEqual(expect.stringContaining('not in the list of statuses from GitHub'));
  });

  it('is an error of its own after a write, too', async () => {
    const github = githubWith([deferredWait()], (kind, count, { statuses }) =>
      kind === 'list' && count > 1 ? answered(200, statuses.slice(1)) : undefined,
    );
    expect((await sweep(['completed'], { github })).fails[0]).toContain('for 10 s');
  });

  it('is looked at again before a write that comes long after the look', async () => {
    const row = { id: 'f1', name: 'Weak key', severity: 'low', status: 'new' };
    const github = githubWith([deferredWait({ policy: policy() })], (kind, count, { add }) => {
      if (kind === 'list' && count === 2)
        add(pendingStatus(deferredWait({ runId: '10', nonce: 'nonceofnewer' }), 'c0'));
      return undefined;
    });
    const { top, said } = await sweep(['completed'], {
      github,
      others: ({ url }) =>
        url.includes('gridList') ? Promise.resolve(reply({ total: 1, rows: [row] })) : undefined,
    });
    expect(top('c0')?.state).toBe('pending');
    expect(said).toContainEqual(expect.stringContaining('a newer wait has begun'));
    expect(github.statuses).toHaveLength(2);
  });

  it('is given up with those whose status others keep covering', async () => {
    const older = deferredWait({ runId: '8', nonce: 'nonceofolder' });
    const github = fakeGitHub((kind, count, { add }) => {
      if (kind === 'list' && count > 1) add({ ...pendingStatus(older, 'c0'), state: 'success' });
      return undefined;
    });
    for (const wait of [older, deferredWait()]) github.add(pendingStatus(wait, 'c0'));
    const { code, fails, said } = await sweep(['failed'], { github });
    expect(code).toBe(1);
    expect(fails[0]).toContain('Other runs kept writing over a commit status');
    expect(said).toContainEqual(expect.stringContaining('other runs kept writing over it'));
    expect(github.requests.filter((kind) => kind === 'write')).toHaveLength(6);
  });
});

describe('settle-within', () => {
  const over = (date: string | undefined) =>
    githubWith([deferredWait({ leftMs: 3_600_000 })], (kind, _, { statuses }) =>
      kind === 'list' ? answered(200, statuses, date === undefined ? {} : { date }) : undefined,
    );

  it('counts from when GitHub created the status, by its own clock', async () => {
    const [before, after] = ['Mon, 26 Jan 2026 15:59:59 GMT', 'Mon, 26 Jan 2026 16:00:00 GMT'];
    expect((await sweep(['running'], { github: over(before) })).top('c0')?.state).toBe('pending');
    expect((await sweep(['running'], { github: over(after) })).top('c0')?.state).toBe('failure');
    expect((await sweep(['running'], { github: over(undefined) })).top('c0')?.state).toBe(
      'pending',
    );
  });

  it('counts from the first copy, if a writer has put the status back', async () => {
    const github = over('Mon, 26 Jan 2026 16:00:00 GMT');
    const [first] = github.statuses;
    if (first !== undefined) github.add({ ...first, created_at: '2026-01-26T15:30:00Z' });
    const { top } = await sweep(['running'], { github });
    expect(top('c0')?.description).toContain('settle-within ended at 2026-01-26 16:00:00 UTC');
  });

  it('never ends for a status without a time', async () => {
    const github = fakeGitHub();
    github.add({ ...pendingStatus(deferredWait({ leftMs: 0 })), created_at: 'x' });
    expect((await sweep(['running'], { github })).top('head')?.state).toBe('pending');
    expect(CREATED_AT).not.toBe('x');
  });
});

describe('a sweep names', () => {
  it('where it looked', async () => {
    const { said } = await sweep(['completed']);
    expect(said).toContain('info Looked at 1 open pull request and 0 merge groups: 1 pending.');
  });

  it('a branch that does not exist, in one warning; refs/heads/ is accepted', async () => {
    const ref = (name: string | null) =>
      answered(200, {
        data: {
          repository: {
            ref: name && { name, target: { history: { nodes: [{ oid: 'c0' }, { oid: 'c1' }] } } },
          },
        },
      });
    const github = fakeGitHub((kind, count) => {
      if (kind !== 'query' || count < 3) return undefined;
      return ref(count === 3 ? 'main' : null);
    });
    const branches = 'refs/heads/main, main, gone\nalso-gone';
    const { code, said, warnings } = await sweep([], { github, inputs: { branches } });
    expect(code).toBe(0);
    expect(warnings).toEqual([
      'warning The branches "gone", "also-gone" in `branches` do not exist, so no commit of them ' +
        'was looked at.',
    ]);
    expect(said).toContainEqual(expect.stringContaining('and 2 commits of main: 0 pending'));
    const one = await sweep([], {
      github: fakeGitHub(),
      inputs: { branches: 'gone' },
    });
    expect(one.warnings).toEqual([
      'warning The branch "gone" in `branches` does not exist, so no commit of it was looked at.',
    ]);
  });

  it('statuses of other products, if none is of its own', async () => {
    const others = ['p1', 'p2', 'p1'].map((productId) => deferredWait({ productId }));
    const { warnings } = await sweep([], { github: githubWith(others) });
    expect(warnings).toEqual([
      expect.stringContaining(`(p1, p2), none about \`product\` "${SETTLE_INPUTS.product}"`),
    ]);
    const mixed = await sweep(['running'], { github: githubWith([...others, deferredWait()]) });
    expect(mixed.warnings).toEqual([]);
  });

  it('its own product in any case', async () => {
    const product = SETTLE_INPUTS.product.toLowerCase();
    const { top } = await sweep(['completed'], { inputs: { product } });
    expect(top('c0')?.state).toBe('success');
  });

  it('a scan that is gone', async () => {
    const others = () => Promise.resolve(reply({ message: 'not found' }, 404));
    const { code, top, warnings, said } = await sweep([], { others });
    expect([code, top('c0')?.state]).toEqual([0, 'pending']);
    expect(warnings).toEqual([
      'warning 1 scan of a deferred wait cannot be found any more (image i1): scan the image again ' +
        'if the scan was deleted; its commit status stays pending until `settle-within` ends.',
    ]);
    const github = githubWith([deferredWait(), deferredWait()]);
    expect((await sweep([], { github, others })).warnings).toEqual([
      'warning 2 scans of deferred waits cannot be found any more (the first is of image i1): scan ' +
        'the image again if the scan was deleted; their commit statuses stay pending until ' +
        '`settle-within` ends.',
    ]);
    expect(said).toContainEqual(
      expect.stringContaining('still pending (1 pending; its scan is gone'),
    );
  });

  it('a state that is not documented', async () => {
    const { code, top, warnings, said } = await sweep(['paused']);
    expect([code, top('c0')?.state]).toEqual([0, 'pending']);
    expect(warnings).toEqual([
      'warning 1 scan is in a state that Binarly does not document ("paused"), so its commit status ' +
        'stays pending; if this state is final, check for a newer version of this action.',
    ]);
    const two = await sweep(['paused'], { github: githubWith([deferredWait(), deferredWait()]) });
    expect(two.warnings).toEqual([
      expect.stringContaining('2 scans are in a state that Binarly does not document ("paused")'),
    ]);
    expect(said).toContainEqual(expect.stringContaining('its state paused is not documented'));
  });

  it('a refused credential as a refusal', async () => {
    const others = () => Promise.resolve(reply({ message: 'invalid token' }, 401));
    const { code, fails } = await sweep([], { others });
    expect(code).toBe(1);
    expect(fails[0]).toContain('invalid token');
    expect(fails[0]).not.toContain('does not answer');
  });

  it('a baseline that only the step has, in one warning', async () => {
    const rows = [{ id: 'f1', severity: 'low', status: 'new', compareSide: 'right' }];
    const images = [{ imageId: 'i1', scanId: 's1', baselineImageId: 'b1' }];
    const wait = deferredWait({ policy: policy(), images });
    const others = ({ url }: { url: string }) =>
      url.includes('gridList') ? Promise.resolve(reply({ total: 1, rows })) : undefined;
    const inputs = { 'fail-on-severity': 'high' };
    const given = { github: githubWith([wait, wait]), others };
    const { warnings } = await sweep(['completed'], { ...given, inputs });
    expect(warnings).toEqual([
      'warning A step compares with a baseline, and this sweep does not: its own policy also blocks ' +
        'findings that the baseline has, so the verdict depends on whether the scan outlasts ' +
        '`timeout`: set `baseline-image: base-branch` here.',
    ]);
    const without = await sweep(['completed'], { ...given, github: githubWith([wait]) });
    expect(without.warnings).toEqual([]);
  });

  it('that its own policy has no baseline, in one warning for all images', async () => {
    const rows = [{ id: 'f1', severity: 'low', status: 'new' }];
    const others = ({ url }: { url: string }) => {
      if (url.includes('gridList')) return Promise.resolve(reply({ total: 1, rows }));
      return url.endsWith('/images') ? Promise.resolve(reply({ images: [] })) : undefined;
    };
    const images = ['i1', 'i2'].map((imageId) => ({ imageId, scanId: 's1' }));
    const github = githubWith([deferredWait({ images })]);
    const inputs = { 'fail-on-severity': 'high', 'baseline-image': 'Base_Branch' };
    const { warnings, top } = await sweep(['completed'], { github, others, inputs });
    expect(warnings).toEqual([
      expect.stringMatching(/^warning There is nothing to compare image i1 with \(.+\), so every /),
    ]);
    expect(top('c0')?.state).toBe('success');
    expect(github.requests.filter((kind) => kind === 'commits').length).toBeGreaterThan(0);
  });

  it('a list that it lets pass although it is not whole, in one warning', async () => {
    const rows = [{ id: 'f1', severity: 'low', status: 'new' }];
    const counts = { findingTypeCounts: [{ type: 'secret', count: 120 }], kev: 0 };
    const others = ({ url }: { url: string }) => {
      if (url.includes('gridList')) return Promise.resolve(reply({ total: 1, rows }));
      return url.includes('withCounts') ? Promise.resolve(reply({ id: 'i1', counts })) : undefined;
    };
    const images = [{ imageId: 'i1', scanId: 's1' }];
    const wait = deferredWait({ images, policy: policy({ onIncomplete: 'warn' }) });
    const given = (inputs: object) => ({
      github: githubWith([wait]),
      others,
      inputs: { ...inputs },
    });
    const { warnings, top } = await sweep(['completed'], given({ 'on-incomplete': 'warn' }));
    expect(top('c0')?.state).toBe('success');
    expect(warnings).toEqual([
      'warning Image i1: the list has 1 finding, but the image reports 120; judged as listed, ' +
        'because `on-incomplete` is warn.',
    ]);
    const strict = await sweep(['completed'], given({}));
    expect([strict.top('c0')?.state, strict.warnings]).toEqual(['pending', []]);
  });

  it.each([
    [
      { 'fail-on-severity': 'high', 'baseline-image': 'i0' },
      'is "i0", but can only be base-branch here',
    ],
    [{ 'baseline-image': 'base-branch' }, 'has no effect without `fail-on-severity`'],
  ])('what its baseline cannot be: %j', async (inputs, words) => {
    const { fails, asked } = await sweep(['completed'], { inputs });
    expect(fails).toEqual([expect.stringContaining(`\`baseline-image\` ${words}`)]);
    expect(asked).toEqual([]);
  });
});

describe('a sweep of many statuses', () => {
  it('begins with the oldest wait, and reads several names of statuses', async () => {
    const waits = ['30', '4', '200'].map((runId) => deferredWait({ runId }));
    const github = githubWith(waits);
    const inputs = { 'status-context': 'binarly-scan, Binarly-Scan\nother' };
    const { said, github: after } = await sweep(['failed'], { github, inputs });
    expect(
      said.filter((line) => line.startsWith('info Commit')).map((line) => line.slice(5, 14)),
    ).toEqual(['Commit c1', 'Commit c0', 'Commit c2']);
    const [last, , first] = after.statuses.map(({ sha }) => sha);
    expect([first, last]).toEqual(['c1', 'c2']);
  });

  it('ends with a rate limit, and its summary says what is left', async () => {
    const waits = Array.from({ length: 5 }, () => deferredWait());
    const github = githubWith(waits, (kind, count) =>
      kind === 'write' && count > 2
        ? answered(403, { message: 'API rate limit exceeded' }, USED_UP)
        : undefined,
    );
    const { code, outputs, summaries, fails } = await sweep(['failed'], { github });
    expect([code, outputs['pending']]).toEqual([1, '3']);
    expect(github.requests.filter((kind) => kind === 'write')).toHaveLength(3);
    expect(summaries[0]).toContain('3 commits are left for the next sweep');
    expect(fails[0]).toContain('used up until 2026-01-26 16:00:00 UTC');
    const one = githubWith([deferredWait()], (kind) =>
      kind === 'list' ? answered(403, { message: 'rate limit' }, USED_UP) : undefined,
    );
    expect((await sweep([], { github: one })).summaries[0]).toContain('1 commit is left for the');
  });

  it('does not say that a status could not be written if only the look after it failed', async () => {
    const github = githubWith([deferredWait()], (kind, count) =>
      kind === 'list' && count > 1
        ? answered(403, { message: 'API rate limit exceeded' }, USED_UP)
        : undefined,
    );
    const { code, top, fails, outputs } = await sweep(['completed'], { github });
    expect([code, top('c0')?.state, outputs['pending']]).toEqual([1, 'success', '0']);
    expect(outputs['settled']).toContain('success');
    expect(fails[0]).toContain('A commit status was written, but could not be read afterward');
  });

  it('shows the findings of a status that could not be looked at: it links to them', async () => {
    const wait = deferredWait({ policy: policy(), images: [{ imageId: 'i1', scanId: 's1' }] });
    const github = githubWith([wait], (kind, count) =>
      kind === 'list' && count > 1
        ? answered(403, { message: 'API rate limit exceeded' }, USED_UP)
        : undefined,
    );
    const rows = [{ id: 'f1', severity: 'critical', status: 'new', name: 'CVE-2026-1' }];
    const { top, summaries, said } = await sweep(['completed'], {
      github,
      others: ({ url }) =>
        url.includes('gridList') ? Promise.resolve(reply({ total: 1, rows })) : undefined,
    });
    expect(top('c0')?.state).toBe('failure');
    expect(summaries[0]).toContain('1 failed, 0 passed, 0 pending');
    expect(summaries[0]).not.toContain('left for the next sweep');
    expect(summaries[0]).toContain('### Findings of Board');
    expect(said).toContainEqual(
      expect.stringContaining(
        'failure (1 finding blocks: 1 critical), but could not be read afterward (the rate limit',
      ),
    );
  });

  it('bears an outage of Binarly once, for 30 s, and not once per status', async () => {
    const waits = Array.from({ length: 20 }, () => deferredWait());
    const silent = () =>
      Promise.resolve({
        kind: 'no-reply',
        problem: { type: 'network', code: 'ECONNREFUSED', message: 'refused' },
      } as const);
    const { code, clock, asked, fails } = await sweep([], {
      github: githubWith(waits),
      others: silent,
    });
    expect(code).toBe(1);
    expect(fails).toHaveLength(1);
    expect(clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(200_000);
    expect(clock.monotonicMs() - 12_345).toBeLessThan(45_000);
    expect(asked.length).toBeLessThan(60);
  });

  it('asks no further if even 30 s brought no answer', async () => {
    const clock = createJumpingClock();
    const { signal } = new AbortController();
    const others = async () => {
      await clock.sleep(30_000, signal);
      return { kind: 'no-reply', problem: { type: 'too-slow', limitMs: 30_000 } } as const;
    };
    const github = githubWith(Array.from({ length: 20 }, () => deferredWait()));
    const { code, outputs } = await sweep([], { github, others, clock });
    expect([code, outputs['pending']]).toEqual([1, '20']);
    expect(clock.monotonicMs() - 12_345).toBeLessThan(100_000);
  });

  it('leaves the output `pending` empty if the search failed', async () => {
    const { outputs, code } = await sweep([], { github: fakeGitHub(() => DOWN) });
    expect([code, outputs['pending'], outputs['settled']]).toEqual([1, '', '[]']);
  });
});

describe('the page that a final status links to', () => {
  const rows = Array.from({ length: 12 }, (_, index) => ({
    id: `f${'ABCDEFGHIJKL'[index]}`,
    name: `Finding ${'ABCDEFGHIJKL'[index]}`,
    severity: index === 0 ? 'critical' : 'high',
    status: 'new',
  }));
  const others = ({ url }: { url: string }) =>
    url.includes('gridList') ? Promise.resolve(reply({ total: 12, rows })) : undefined;

  it('has the image, the counts and the ten worst findings', async () => {
    const github = githubWith([deferredWait({ policy: policy() })]);
    const { top, summaries } = await sweep(['completed'], { github, others });
    expect(top('c0')).toMatchObject({
      state: 'failure',
      description: '12 findings block: 1 critical, 11 high',
    });
    const [summary = ''] = summaries;
    expect(summary).toContain('### Findings of Board (<code>i1</code>) on commit <code>c0</code>');
    expect(summary).toContain('The 10 worst of the 12 blocking findings:');
    expect(summary).toContain('Finding J');
    expect(summary).not.toContain('Finding K');
  });

  it('shows a commit by the first digits of its SHA', async () => {
    const sha = '5f1e0c7d8a9b0c1d2e3f405162738495a6b7c8d9';
    const github = fakeGitHub();
    github.add(pendingStatus(deferredWait({ policy: policy() }), sha));
    const { summaries } = await sweep(['completed'], { github, others });
    expect(summaries[0]).toContain('\n| <code>5f1e0c7</code> | failure');
    expect(summaries[0]).toContain(' on commit <code>5f1e0c7</code>\n');
  });

  describe('if policies compare', () => {
    const OWN = { 'fail-on-severity': 'high', 'baseline-image': 'base-branch' };
    const compared = rows.map((row) => ({ ...row, compareSide: 'right' }));

    /** @param images those of the product. */
    async function page(images: readonly object[], fault?: Parameters<typeof githubWith>[1]) {
      const carried = [{ imageId: 'i1', scanId: 's1', baselineImageId: 'b0' }];
      const github = githubWith([deferredWait({ policy: policy(), images: carried })], fault);
      const { summaries, top, fails } = await sweep(['completed'], {
        github,
        inputs: OWN,
        others({ url }) {
          if (url.includes('gridList'))
            return Promise.resolve(reply({ total: 12, rows: compared }));
          return url.endsWith('/images') ? Promise.resolve(reply({ images })) : undefined;
        },
      });
      return { summary: summaries.join(''), top, fails };
    }

    it('says with what', async () => {
      const { summary, top } = await page([{ id: 'b1', name: 'Board', version: 'base' }]);
      expect(top('c0')?.state).toBe('failure');
      expect(summary).toContain(plainText('The policy of the step compared with image b0.'));
      expect(summary).toContain(plainText('The policy of the sweep compared with image b1.'));
    });

    it('says why with nothing', async () => {
      const { summary } = await page([]);
      expect(summary).toContain(
        plainText('There is nothing to compare image i1 with (no image of'),
      );
    });

    it('says that the baseline could not be found, and leaves the status pending', async () => {
      const { top, fails } = await page([], (kind) => (kind === 'commits' ? DOWN : undefined));
      expect(top('c0')?.state).toBe('pending');
      expect(fails).toEqual([
        expect.stringMatching(
          /^fail Could not find what to compare an image with \(last: .+\): the next sweep tries again; /,
        ),
      ]);
    });
  });

  it('does without a name that cannot be read', async () => {
    const github = githubWith([deferredWait({ policy: policy() })]);
    const { summaries } = await sweep(['completed'], {
      github,
      others: (request) =>
        request.url.includes('withCounts') ? Promise.resolve(reply({}, 503)) : others(request),
    });
    expect(summaries[0]).toContain('### Findings of <code>i1</code> on commit <code>c0</code>');
  });

  it('shows no findings that are let pass', async () => {
    const github = githubWith([deferredWait({ policy: policy({ onFindings: 'warn' }) })]);
    const { top, summaries } = await sweep(['completed'], { github, others });
    expect(top('c0')?.state).toBe('success');
    expect(summaries[0]).not.toContain('### Findings');
  });

  it('is cut before GitHub would reject it', async () => {
    const long = rows.map((row) => ({
      ...row,
      name: 'x'.repeat(500),
      componentName: 'y'.repeat(500),
    }));
    async function pageOf(count: number): Promise<string> {
      const waits = Array.from({ length: count }, () => deferredWait({ policy: policy() }));
      const { summaries } = await sweep(['completed'], {
        github: githubWith(waits),
        others: ({ url }) =>
          url.includes('gridList') ? Promise.resolve(reply({ total: 12, rows: long })) : undefined,
      });
      return summaries[0] ?? '';
    }
    const summary = await pageOf(200);
    const [, left = ''] =
      /The findings of (\d+) more images are not shown here\./.exec(summary) ?? [];
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
    expect(await pageOf(201 - Number(left))).toContain(
      'The findings of 1 more image are not shown here.',
    );
  });
});
