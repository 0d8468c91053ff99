/** A repository and its images, with the built action running for a commit of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import type { FindingRow } from '../../emulator/findings.ts';
import { startGitHub } from '../../emulator/github.ts';
import type { GitHubScript } from '../../emulator/github-script.ts';
import { runStep } from '../../emulator/runner.ts';
import type { ImageScript, Script } from '../../emulator/script.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { expectComplete, IDS, scanIn, TOKEN } from './step.ts';

const GITHUB_TOKEN = 'token-of-the-job';
export const DAY_MS = 86_400_000;

/** A SHA for each commit of the history, by its name. */
export const sha = (name: string) => Buffer.from(name.padEnd(20, '.')).toString('hex');

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
export function image(
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
  readonly faults?: Script['faults'];
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Runs the step with `baseline-image: base-branch` for a pull request, if nothing else is given. */
export async function judge(given: Given) {
  const { own, others, event, runSha, github: script, faults = [], inputs } = given;
  const waited = [own].flat();
  const github = await startGitHub({
    repository: 'acme/firmware',
    token: GITHUB_TOKEN,
    commits: COMMITS,
    ...script,
  });
  const binarly = await startEmulator(
    { token: TOKEN, images: [...waited, ...others], faults },
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
      asked: binarly.requests,
    };
  } finally {
    await Promise.all([binarly.close(), github.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
