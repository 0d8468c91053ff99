/** A deferred wait with `baseline-image: base-branch`, from the step to the sweep, as built. */
import { afterEach, describe, expect, it } from 'vitest';
import { carried, HEAD, imageIn, openRepository, type Repository } from './deferral.ts';
import { expectComplete, scanIn } from './step.ts';

const MERGE = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const NAMES = ['bootloader', 'kernel'];
const EVENT = { pull_request: { head: { sha: HEAD }, base: { sha: BASE, ref: 'main' } } };
const POLICY = { 'fail-on-severity': 'high' };

let repository: Repository | undefined;
afterEach(() => repository?.close());

const id = (name: string, of: string) => `${name}-${of}`;

/** Both images of the pull request in this state, with these findings, and both of the base. */
function imagesIn(type: string, findings: readonly string[]) {
  const rowsOf = (ids: readonly string[]) =>
    ids.map((it) => ({ id: it, severity: 'high', status: 'new', type: 'knownVulnerability' }));
  const withFindings = (ids: readonly string[]) => ({
    findings: { rows: rowsOf(ids) },
    counts: { findingTypeCounts: [{ type: 'knownVulnerability', count: ids.length }], kev: 0 },
  });
  return NAMES.flatMap((name) => [
    imageIn(type, {
      imageId: id(name, 'now'),
      name,
      version: MERGE,
      scans: [scanIn(type, { id: id(name, 'scan') })],
      ...withFindings(findings.map((it) => `${name}-${it}`)),
    }),
    imageIn('completed', {
      imageId: id(name, 'before'),
      name,
      version: BASE,
      ...withFindings([`${name}-known`]),
    }),
  ]);
}

/** Hands the wait for both images over. */
async function handOver(): Promise<Repository> {
  repository = await openRepository({
    commits: { [MERGE]: [BASE, HEAD], [HEAD]: [BASE], [BASE]: [] },
  });
  const result = await repository.wait(
    imagesIn('running', []),
    {
      ...POLICY,
      'baseline-image': 'base-branch',
      image: NAMES.map((name) => id(name, 'now')).join('\n'),
    },
    { event: EVENT, options: { env: { GITHUB_SHA: MERGE } } },
  );
  expectComplete(result);
  expect(result.outputs['status']).toBe('deferred');
  return repository;
}

describe('a deferred wait with a base branch', () => {
  it('carries the baseline of each image', async () => {
    const { github } = await handOver();
    expect(carried(github)?.images).toEqual(
      NAMES.map((name) => ({
        imageId: id(name, 'now'),
        scanId: id(name, 'scan'),
        baselineImageId: id(name, 'before'),
      })),
    );
  });

  it('is settled by what each image has that its own baseline does not', async () => {
    const { sweep, states, github } = await handOver();
    const isAboutCommits = ({ kind }: { readonly kind: string }) => kind === 'commits';
    const before = github.requests.filter(isAboutCommits).length;
    const { code } = await sweep(imagesIn('completed', ['known']));
    expect([code, states()[0]]).toEqual([0, 'success']);
    // The baselines are those of the step, whatever the base branch is by now.
    expect(github.requests.filter(isAboutCommits)).toHaveLength(before);
  });

  it('fails for what is new', async () => {
    const { sweep, states } = await handOver();
    await sweep(imagesIn('completed', ['known', 'fresh']));
    expect(states()[0]).toBe('failure');
  });
});

describe('a sweep with a base branch of its own', () => {
  const OWN = { ...POLICY, 'baseline-image': 'base-branch' };
  const [name = ''] = NAMES;
  /** The image of the pull request, that of its base, and one that has whatever the first has. */
  const imagesWith = (type: string, findings: readonly string[]) => {
    const [own, base] = imagesIn(type, findings);
    if (own === undefined || base === undefined) throw new Error('no images');
    const twin = { imageId: 'twin', version: 'twin', scans: [scanIn('completed')] };
    return [own, base, { ...own, ...twin }];
  };

  /** A wait of a step that excuses whatever the twin has. */
  async function deferred(): Promise<Repository> {
    repository = await openRepository({
      baseSha: BASE,
      commits: { [HEAD]: [BASE], [BASE]: [] },
    });
    await repository.wait(imagesWith('running', []), {
      ...POLICY,
      'baseline-image': 'twin',
      image: id(name, 'now'),
    });
    expect(carried(repository.github)?.images).toMatchObject([{ baselineImageId: 'twin' }]);
    return repository;
  }

  it('passes what the base has', async () => {
    const { sweep, states } = await deferred();
    const { code, annotations } = await sweep(imagesWith('completed', ['known']), OWN);
    expect([code, states()[0], annotations]).toEqual([0, 'success', []]);
  });

  it('fails for what is new, whatever image the status names', async () => {
    const { sweep, states, github } = await deferred();
    const images = imagesWith('completed', ['known', 'fresh']);
    await sweep(images, OWN);
    expect(states()[0]).toBe('failure');
    expect(github.statuses(HEAD)[0]?.description).toBe('1 new finding blocks: 1 high');
  });

  it('blocks every finding without it, and says what to set', async () => {
    const { sweep, states } = await deferred();
    const { annotations } = await sweep(imagesWith('completed', ['known']), POLICY);
    expect(states()[0]).toBe('failure');
    expect(annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('set `baseline-image: base-branch`') },
    ]);
  });
});
