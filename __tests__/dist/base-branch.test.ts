/** `baseline-image: base-branch` of the built action, against an emulated GitHub and platform. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import type { FindingRow } from '../../emulator/findings.ts';
import { refusal, startGitHub } from '../../emulator/github.ts';
import type { GitHubScript } from '../../emulator/github-script.ts';
import { runStep } from '../../emulator/runner.ts';
import type { ImageScript } from '../../emulator/script.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { expectComplete, IDS, scanIn, TOKEN } from './step.ts';

const GITHUB_TOKEN = 'token-of-the-job';
const DAY_MS = 86_400_000;

/** A SHA for each commit of the history, by its name. */
const sha = (name: string) => Buffer.from(name.padEnd(20, '.')).toString('hex');

/**
 * The pull request was opened at `old`, main has moved to `tip` by a merge of `side`, and GitHub
 * built `merge` of that and `head`, in which main had been merged before.
 */
const HISTORY: readonly (readonly [string, readonly string[]])[] = [
  ['merge', ['tip', 'head']],
  ['head', ['work', 'tip']],
  ['tip', ['older', 'side']],
  ['side', ['old']],
  ['work', ['old']],
  ['older', ['old']],
  ['old', []],
];
const COMMITS = Object.fromEntries(HISTORY.map(([name, of]) => [sha(name), of.map(sha)]));
const PULL_REQUEST = {
  pull_request: { head: { sha: sha('head') }, base: { sha: sha('old'), ref: 'main' } },
};

let images = 0;

/** An image of a commit that has these findings; each is of severity high. */
function image(
  commit: string,
  findings: readonly string[] = [],
  { state = 'completed', agoMs = DAY_MS, ...more }: Partial<ImageScript> & Scanned = {},
): ImageScript {
  images += 1;
  const id = String(images).padStart(5, '0');
  const rows: readonly FindingRow[] = findings.map((name) => {
    return { id: name, name, severity: 'high', status: 'new', type: 'knownVulnerability' };
  });
  const since = { createdMs: -agoMs, states: [{ atMs: -agoMs, type: state }] };
  return {
    productId: IDS.product,
    imageId: `01JZ2ZW8H6JMAGE0000000${id.slice(1)}`,
    name: 'firmware.bin',
    version: commit.startsWith('=') ? commit.slice(1) : sha(commit),
    scans: [scanIn(state, since)],
    counts: {
      findingTypeCounts: [{ type: 'knownVulnerability', count: rows.length }],
      kev: 0,
    },
    findings: { rows },
    ...more,
  };
}

interface Scanned {
  readonly state?: string;
  /** How long ago the scan completed, in milliseconds. */
  readonly agoMs?: number;
}

interface Given {
  /** What is waited for. */
  readonly own: ImageScript | readonly ImageScript[];
  readonly others: readonly ImageScript[];
  readonly event?: object;
  readonly runSha?: string;
  readonly github?: Partial<GitHubScript>;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function judge({ own, others, event, runSha, github: script, inputs }: Given) {
  const waited = [own].flat();
  const github = await startGitHub({
    repository: 'acme/firmware',
    token: GITHUB_TOKEN,
    commits: COMMITS,
    ...script,
  });
  const binarly = await startEmulator(
    { token: TOKEN, images: [...waited, ...others] },
    systemClock,
  );
  const folder = mkdtempSync(join(tmpdir(), 'event-'));
  const eventFile = join(folder, 'event.json');
  writeFileSync(eventFile, JSON.stringify(event ?? PULL_REQUEST));
  try {
    const result = await runStep(
      {
        'api-url': binarly.url,
        token: TOKEN,
        product: IDS.product,
        image: waited.map(({ imageId }) => imageId).join('\n'),
        'poll-interval': '1s',
        'fail-on-severity': 'high',
        'baseline-image': 'base-branch',
        'github-token': GITHUB_TOKEN,
        ...inputs,
      },
      {
        env: {
          GITHUB_API_URL: github.url,
          GITHUB_SERVER_URL: 'https://github.test',
          GITHUB_REPOSITORY: 'acme/firmware',
          GITHUB_RUN_ID: '1',
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_SHA: runSha ?? sha('merge'),
          GITHUB_REF: 'refs/heads/main',
          GITHUB_EVENT_PATH: eventFile,
        },
      },
    );
    expectComplete(result);
    expect(result.stdout.replace(`::add-mask::${GITHUB_TOKEN}`, '')).not.toContain(GITHUB_TOKEN);
    const scans = JSON.parse(result.outputs['scans'] ?? '') as {
      readonly gate: { readonly baselineImageId: string; readonly blocking: number } | null;
    }[];
    const warnings = result.annotations.filter(({ level }) => level === 'warning');
    return {
      ...result,
      warnings: warnings.map(({ message }) => message),
      blocking: scans.map(({ gate }) => gate?.blocking),
      baselines: scans.map(({ gate }) => gate?.baselineImageId),
      requests: github.requests,
    };
  } finally {
    await Promise.all([binarly.close(), github.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.concurrent('a pull request', () => {
  it('fails only for what its base branch does not have', async () => {
    const base = image('tip', ['known']);
    const { code, outputs, blocking, baselines, stdout, summary, warnings } = await judge({
      own: image('merge', ['known', 'fresh']),
      others: [base],
    });
    expect([code, outputs['status'], warnings]).toEqual([1, 'findings', []]);
    expect([blocking, baselines]).toEqual([[1], [base.imageId]]);
    expect(outputs['reason']).toMatch(/^1 new finding at or above high: 1 high; /);
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
      'no newest scan of the image named "firmware.bin" on main has completed',
      [image('tip', ['known'], { state: 'failed' })],
    ],
  ] as const)('every finding counts, and one warning says why: %s', async (why, others) => {
    const { code, warnings, blocking, baselines, summary } = await judge({
      own: image('merge', ['known']),
      others,
    });
    expect([code, blocking, baselines]).toEqual([1, [1], ['']]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`(${why}), so every finding counts: `);
    expect(summary).toContain('so every finding counts');
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
    const passing: Partial<GitHubScript> = {
      before: ({ count }) => (count < 3 ? refusal(502, 'Server Error') : undefined),
    };
    const given = { own: image('merge', ['known']), others: [image('tip', ['known'])] };
    expect((await judge({ ...given, github: passing })).code).toBe(0);
    const { outputs } = await judge({ ...given, github: broken, inputs: { 'max-outage': '2s' } });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('(last: GitHub answered HTTP 502: Server Error)');
  });
});
