/** `baseline-image: base-branch` of the built action, against an emulated GitHub and platform. */
import { describe, expect, it } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import { refusal } from '../../emulator/github.ts';
import type { GitHubScript } from '../../emulator/github-script.ts';
import { DAY_MS, image, judge, sha } from './base-branch.ts';
import { scanIn } from './step.ts';

describe.concurrent('a pull request', () => {
  it('fails only for what its base branch does not have', async () => {
    const base = image('tip', ['known']);
    const { code, outputs, blocking, baselines, stdout, summary, warnings } = await judge({
      own: image('merge', ['known', 'fresh']),
      others: [base],
    });
    expect([code, outputs['status'], warnings]).toEqual([1, 'findings', []]);
    expect([blocking, baselines]).toEqual([[1], [base.imageId]]);
    expect(outputs['reason']).toMatch(/^1 new finding blocks \(high: fresh\): /);
    const commit = sha('tip').slice(0, 7);
    expect(stdout).toContain(
      `Compared with image ${base.imageId} (firmware.bin, commit ${commit} on main), ` +
        'scanned 1 day ago.',
    );
    expect(summary).toContain(`Compared with image ${base.imageId}`);
    expect(summary).not.toContain('published since');
  });

  it('is compared with the merge’s parent, not with the older base in the event', async () => {
    const [tip, old] = [image('tip', ['since']), image('old')];
    const { code, baselines } = await judge({ own: image('merge', ['since']), others: [old, tip] });
    expect([code, baselines]).toEqual([0, [tip.imageId]]);
  });

  it('is not compared with its own commits, nor with another pull request', async () => {
    const base = image('old');
    const { code, blocking, baselines } = await judge({
      own: image('merge', ['mine']),
      others: [
        image('head', ['mine']),
        image('work', ['mine']),
        image('merge', ['mine']),
        // Another pull request, and a branch that was merged into main.
        image(`=${'d'.repeat(40)}`, ['mine']),
        image('side', ['mine']),
        base,
      ],
    });
    expect([code, blocking, baselines]).toEqual([1, [1], [base.imageId]]);
  });

  it('is compared with its base if its commit is no merge of its head', async () => {
    const [tip, old] = [image('tip', ['mine']), image('old')];
    for (const runSha of [sha('head'), sha('tip')]) {
      const { baselines } = await judge({
        own: image('=1.0', ['mine']),
        others: [tip, old, image('work', ['mine']), image('older', ['mine'], { isArchived: true })],
        runSha,
      });
      expect(baselines).toEqual([old.imageId]);
    }
  });

  it('passes over images whose newest scan has not completed, and archived ones', async () => {
    const base = image('older', ['known']);
    const { code, baselines, stdout } = await judge({
      own: image('merge', ['known']),
      others: [
        image('tip', [], { state: 'failed' }),
        image('tip', [], { state: 'cancelled' }),
        image('tip', [], { state: 'running' }),
        image('tip', [], { scans: [] }),
        image('tip', [], { isArchived: true }),
        image('tip', [], { name: 'other.bin' }),
        base,
      ],
    });
    expect([code, baselines]).toEqual([0, [base.imageId]]);
    expect(stdout).toContain(', 1 commit back on main), scanned ');
  });

  it('is compared with the newest of several images of one commit, in any case', async () => {
    const [early, late] = [
      image('tip', [], { createdMs: -5_000 }),
      image(`=${sha('tip').toUpperCase()}`, ['known'], { createdMs: -4_000 }),
    ];
    const { code, baselines } = await judge({
      own: image('merge', ['known']),
      others: [late, early],
    });
    expect([code, baselines]).toEqual([0, [late.imageId]]);
  });

  it('gets a hint if it fails and its baseline was scanned long ago', async () => {
    const { code, summary } = await judge({
      own: image('merge', ['published-since']),
      others: [image('tip', [], { agoMs: 9 * DAY_MS })],
    });
    expect(code).toBe(1);
    expect(summary).toContain('scanned 9 days ago');
    expect(summary).toContain('Findings that were published since the baseline was scanned');
  });
});

describe.concurrent('the search', () => {
  it('ends after 100 commits', async () => {
    const chain = Array.from({ length: 101 }, (_, index) => `main-${index}`);
    const commits = {
      [sha('merge')]: [sha('main-0'), sha('head')],
      ...Object.fromEntries(chain.map((name, index) => [sha(name), [sha(`main-${index + 1}`)]])),
    };
    const of = async (commit: string) => {
      const others = [image(commit)];
      const { baselines, warnings } = await judge({
        own: image('merge', ['fresh']),
        others,
        github: { commits },
      });
      return { baselines, warnings, ids: others.map(({ imageId }) => imageId) };
    };
    const last = await of('main-99');
    expect([last.baselines, last.warnings]).toEqual([last.ids, []]);
    const beyond = await of('main-100');
    expect(beyond.baselines).toEqual(['']);
    expect(beyond.warnings).toEqual([
      expect.stringContaining('(no image of the last 100 commits of main)'),
    ]);
  });

  it('asks about 20 images at most', async () => {
    const running = (count: number) =>
      Array.from({ length: count }, () => image('tip', [], { state: 'running' }));
    const base = image('older');
    const own = image('merge', ['fresh']);
    const found = await judge({ own, others: [...running(19), base] });
    expect(found.baselines).toEqual([base.imageId]);
    const { baselines, warnings } = await judge({ own, others: [...running(20), base] });
    expect(baselines).toEqual(['']);
    expect(warnings).toEqual([expect.stringContaining('the 20 newest images')]);
  });

  it('takes the name from the details of an image that is not in the list yet', async () => {
    const [base, other] = [image('older'), image('tip', [], { name: 'other.bin' })];
    const images = [base, other].map(({ imageId: id, name, version }) => ({ id, name, version }));
    const { baselines } = await judge({
      own: image('merge', ['fresh']),
      others: [base, other],
      faults: [{ only: 'images', fault: jsonAnswer(200, { images }) }],
    });
    expect(baselines).toEqual([base.imageId]);
  });

  it('is over once it has found something, however long the scan takes', async () => {
    const base = image('tip');
    const states = [
      { atMs: -60_000, type: 'running' },
      { atMs: 5_000, type: 'completed' },
    ];
    const { outputs, baselines, requests, asked } = await judge({
      own: image('merge', ['fresh'], { scans: [scanIn('running', { states })] }),
      others: [base],
    });
    expect(baselines).toEqual([base.imageId]);
    expect(Number(JSON.parse(outputs['scans'] ?? '')[0].polls)).toBeGreaterThan(1);
    expect(requests).toHaveLength(2);
    const paths = asked.map((request) => request.split('?')[0]);
    expect(paths.filter((path) => path?.endsWith('/images'))).toHaveLength(1);
    expect(paths.filter((path) => path?.includes(base.imageId))).toHaveLength(1);
  });

  it('needs a policy', async () => {
    const { code, outputs, requests } = await judge({
      own: image('merge'),
      others: [],
      inputs: { 'fail-on-severity': 'none' },
    });
    expect([code, outputs['status'], requests]).toEqual([1, 'error', []]);
    expect(outputs['reason']).toContain('baseline-image');
  });
});

describe.concurrent('other runs', () => {
  it('of a merge queue are compared with the base of their group', async () => {
    const base = image('tip', ['known']);
    const group = { head_sha: sha('merge'), base_sha: sha('tip'), base_ref: 'refs/heads/main' };
    const { code, baselines } = await judge({
      own: image('merge', ['known']),
      others: [base, image('merge', ['known'])],
      event: { merge_group: group },
    });
    expect([code, baselines]).toEqual([0, [base.imageId]]);
  });

  it('of a branch are compared with the commit before, not with their own', async () => {
    const [own, before] = [image('tip', ['mine']), image('older')];
    const { code, baselines } = await judge({
      own,
      others: [before, image('tip', ['mine'])],
      event: {},
      runSha: sha('tip'),
    });
    expect([code, baselines]).toEqual([1, [before.imageId]]);
  });

  it('of `workflow_run` are compared with the commit before that of the run', async () => {
    const base = image('older', ['known']);
    const run = { event: 'push', head_sha: sha('tip'), head_branch: 'main' };
    const { baselines } = await judge({
      own: image('tip', ['known']),
      others: [base],
      event: { workflow_run: run },
      runSha: sha('old'),
    });
    expect(baselines).toEqual([base.imageId]);
  });

  it('of an older image never compare it with itself', async () => {
    const [own, before] = [image('older', ['known']), image('old', ['known'])];
    const { baselines } = await judge({
      own,
      others: [before],
      event: {},
      runSha: sha('tip'),
    });
    expect(baselines).toEqual([before.imageId]);
  });
});

describe.concurrent('without a baseline', () => {
  it.each([
    ['no image of the last 3 commits of main', [image('side', ['known'])]],
    [
      'no image of the last 3 commits of main is named "firmware.bin"',
      [image('tip', ['known'], { name: 'other.bin' })],
    ],
    [
      'the newest scan of the image named "firmware.bin" on main has not completed',
      [image('tip', ['known'], { state: 'failed' })],
    ],
  ] as const)('every finding counts as new, and one warning says why: %s', async (why, others) => {
    const { code, warnings, blocking, baselines, summary } = await judge({
      own: image('merge', ['known']),
      others,
    });
    expect([code, blocking, baselines]).toEqual([1, [1], ['']]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`(${why}), so every finding counts as new: `);
    expect(summary).toContain('so every finding counts as new');
  });

  it('a repository starts: its first run passes if nothing is found', async () => {
    const { code, warnings } = await judge({
      own: image('old'),
      others: [],
      event: {},
      runSha: sha('old'),
    });
    expect(code).toBe(0);
    expect(warnings).toEqual([
      expect.stringContaining(`(commit ${sha('old').slice(0, 7)} has no parent)`),
    ]);
  });
});

describe.concurrent('several images', () => {
  it('have a baseline each', async () => {
    const names = ['bootloader.bin', 'kernel.bin'];
    const own = names.map((name) => image('merge', [`in-${name}`], { name }));
    const base = names.map((name) => image('tip', [`in-${name}`], { name }));
    const { code, baselines, stdout, requests } = await judge({ own, others: base });
    expect([code, baselines]).toEqual([0, base.map(({ imageId }) => imageId)]);
    for (const [index, { imageId }] of own.entries())
      expect(stdout).toContain(
        `Image ${imageId}: compared with image ${base[index]?.imageId} (${names[index]}, `,
      );
    expect(requests).toHaveLength(2);
  });
});

describe.concurrent('GitHub', () => {
  it('that refuses makes the step red before the first poll, and names `contents: read`', async () => {
    const { code, outputs, annotations } = await judge({
      own: image('merge'),
      others: [image('tip')],
      github: { mayRead: false },
    });
    expect([code, outputs['status']]).toEqual([1, 'error']);
    expect(annotations.map(({ message }) => message)).toEqual([
      'Could not read the commits of the base branch (GitHub refused the request: Resource not ' +
        'accessible by integration): give the job `permissions: contents: read`.',
    ]);
  });

  it('in trouble is asked again, and trouble for longer than `max-outage` is named', async () => {
    const broken = { before: () => refusal(502, 'Server Error') };
    const limited = jsonAnswer(403, { message: 'API rate limit exceeded' }, { 'retry-after': '1' });
    const passing: Partial<GitHubScript> = {
      before: ({ count }) => [undefined, refusal(502, 'Server Error'), limited][count],
    };
    const given = { own: image('merge', ['known']), others: [image('tip', ['known'])] };
    expect((await judge({ ...given, github: passing })).code).toBe(0);
    const { outputs } = await judge({ ...given, github: broken, inputs: { 'max-outage': '2s' } });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('(last: GitHub answered HTTP 502: Server Error)');
  });
});
