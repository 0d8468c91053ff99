import { beforeEach, describe, expect, it, vi } from 'vitest';
import { whyMissing } from '../../src/github/missing-secret.ts';

const event = vi.hoisted(() => ({ context: undefined as unknown }));
vi.mock('@actions/github', () => event);

/** GitHub withheld nothing. */
const FORGOTTEN = undefined;
const FORK =
  'is empty: this pull request comes from a fork, and GitHub gives those no secrets, so scan after the merge or from a branch of this repository';
const DEPENDABOT =
  'is empty: Dependabot started this run, and GitHub gives it Dependabot secrets only, so add the credential there';

const repository = { full_name: 'acme/firmware' };
const pullRequest = (repo: { full_name: string } | null) => ({
  repository,
  pull_request: { number: 1, head: { repo } },
});

describe('whyMissing', () => {
  beforeEach(() => {
    event.context = undefined;
  });

  it.each([
    ['a push', { actor: 'someone', payload: { repository } }, FORGOTTEN],
    ['no event at all', { actor: 'someone', payload: {} }, FORGOTTEN],
    [
      'a pull request from a branch',
      { actor: 'someone', payload: pullRequest(repository) },
      FORGOTTEN,
    ],
    [
      'a pull request from a fork',
      { actor: 'someone', payload: pullRequest({ full_name: 'other/firmware' }) },
      FORK,
    ],
    ['a pull request from a deleted fork', { actor: 'someone', payload: pullRequest(null) }, FORK],
    ['Dependabot', { actor: 'dependabot[bot]', payload: pullRequest(repository) }, DEPENDABOT],
  ])('%s', async (_, context, expected) => {
    event.context = context;
    expect(await whyMissing()).toBe(expected);
  });

  it('a context that cannot be read, which throws as it is loaded', async () => {
    vi.resetModules();
    vi.doMock('@actions/github', () => {
      throw new SyntaxError('the event is no JSON');
    });
    expect(await whyMissing()).toBe(FORGOTTEN);
  });
});
