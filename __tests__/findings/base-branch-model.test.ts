/**
 * The baseline in random histories, from the event to the image, against a reference that is
 * written without the code.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baseBranchBaselines } from '../../src/findings/base-branch.ts';
import { createGitHubApi } from '../../src/github/api.ts';
import { askForBase } from '../../src/github/base-commits.ts';
import type { GitHubConnection } from '../../src/github/connection.ts';
import { baseOf } from '../../src/github/run-base.ts';
import { instant, limits } from '../support/builders.ts';
import { answered } from '../support/github.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { fakeProduct, type ProductImage, productImage } from '../support/listed-images.ts';
import { type History, history } from '../support/random-history.ts';

const OWN = 'own';
const NAMES = ['firmware.bin', 'bootloader.bin'];
const STATES = ['completed', 'completed', 'done', 'failed', 'cancelled', 'running', undefined];

interface Drawn extends Pick<ProductImage, 'name' | 'state' | 'isArchived'> {
  readonly of: number;
  readonly inCapitals: boolean;
  readonly second: number;
}

const waitedFor = fc.option(fc.nat(), { nil: undefined });

/** Any image may be of any commit: `of` picks one, on main or not. */
const images: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    of: fc.nat(),
    name: fc.constantFrom('firmware.bin', 'firmware.bin', ...NAMES),
    state: fc.constantFrom(...STATES),
    isArchived: fc.nat(3).map((draw) => draw === 0),
    inCapitals: fc.boolean(),
    second: fc.nat(59),
  }),
  { maxLength: 40 },
);

type Made = ProductImage & { readonly sha: string };

function imagesOf({ commits }: History, given: readonly Drawn[]): readonly Made[] {
  return given.map(({ of, inCapitals, second, ...more }, index) => {
    const sha = commits[of % commits.length]?.sha ?? '';
    const time = `2026-01-26T15:30:${String(second).padStart(2, '0')}Z`;
    const version = inCapitals ? sha.toUpperCase() : sha;
    const id = `i${String(index).padStart(2, '0')}`;
    return { ...productImage(id, { ...more, version, createTime: instant(time) }), sha };
  });
}

/** All ancestors, newest first, as GitHub lists them. */
function ancestors({ commits }: History, sha: string): History['commits'] {
  const reached = new Set([sha]);
  return commits.filter((commit) => {
    if (reached.has(commit.sha)) for (const parent of commit.parents) reached.add(parent);
    return reached.has(commit.sha);
  });
}

function gitHubOf(of: History): GitHubConnection {
  return {
    rest: (_: string, { sha, per_page }: Readonly<Record<string, unknown>>) => {
      const page = ancestors(of, `${sha}`).slice(0, Number(per_page));
      const commits = page.map((it) => ({
        sha: it.sha,
        parents: it.parents.map((parent) => ({ sha: parent })),
      }));
      return Promise.resolve(answered(200, commits));
    },
  } as unknown as GitHubConnection;
}

/** The newest completed image of what main was, as far back as the list goes, but of no own commit. */
function expectedIn(of: History, made: readonly Made[], own: string): string | undefined {
  const [tip = ''] = of.main;
  const listed = new Set(
    ancestors(of, tip)
      .slice(0, 100)
      .map(({ sha }) => sha),
  );
  const wanted = made.filter(
    ({ name, isArchived, sha }) => name === 'firmware.bin' && !isArchived && sha !== own,
  );
  const inOrder = of.main
    .filter((sha) => listed.has(sha))
    .flatMap((sha) =>
      wanted
        .filter((image) => image.sha === sha)
        .sort((one, other) => {
          const times = [one, other].map(({ createTime }) => createTime?.ms ?? 0) as [
            number,
            number,
          ];
          return times[1] - times[0] || (one.id < other.id ? 1 : -1);
        }),
    );
  return inOrder.slice(0, 20).find(({ state }) => state === 'completed' || state === 'done')?.id;
}

it('the baseline is the newest completed image of the base branch, never a pull request’s', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(history, images, fc.nat(), waitedFor, async (of, given, older, waited) => {
      const made = imagesOf(of, given);
      const base = of.main[older % of.main.length];
      const payload = {
        pull_request: { head: { sha: of.head }, base: { sha: base, ref: 'main' } },
      };
      const run = { owner: 'acme', repo: 'firmware', base: baseOf(payload, of.merge, '') };
      const clock = createJumpingClock();
      const api = createGitHubApi(gitHubOf(of), { clock, random: () => 0.5 });
      // Usually what GitHub built; but a workflow may wait for an image of any commit.
      const built =
        waited === undefined ? of.merge : (of.commits[waited % of.commits.length]?.sha ?? '');
      const own = productImage(OWN, { version: built });
      const { find } = baseBranchBaselines(
        fakeProduct([...made, own]).images,
        (within) => askForBase(api, run, within),
        clock,
      );
      const answer = await find(OWN, limits());
      if (answer.kind !== 'found') throw new Error(`the answer is ${answer.kind}`);
      const imageId = answer.value.kind === 'image' ? answer.value.imageId : undefined;
      expect(imageId).toBe(expectedIn(of, made, built));
      const chosen = made.find(({ id }) => id === imageId);
      if (chosen === undefined) return;
      found += 1;
      expect(of.foreign).not.toContain(chosen.sha);
      expect([of.head, of.merge, built]).not.toContain(chosen.sha);
    }),
    { numRuns: 500 },
  );
  // Otherwise nothing was compared.
  expect(found).toBeGreaterThan(100);
});
