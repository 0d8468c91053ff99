/** Why a job has no ID tokens, as far as GitHub's event shows it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { whyCredentialIsMissing } from '../../src/github/missing-credential.ts';

const event = vi.hoisted(() => ({ context: undefined as unknown }));
vi.mock('@actions/github', () => event);

const repository = { full_name: 'acme/firmware' };
const pullRequest = (from: string) => ({
  repository,
  pull_request: { number: 1, head: { repo: { full_name: from } } },
});

describe('a job without ID tokens', () => {
  beforeEach(() => {
    event.context = undefined;
  });

  it('belongs to a pull request from a fork', async () => {
    event.context = { actor: 'someone', payload: pullRequest('other/firmware') };
    expect(await whyCredentialIsMissing('oidc')).toBe(
      'does not work here: this pull request comes from a fork, and GitHub gives such runs ' +
        'no ID tokens, so scan after the merge or from a branch of this repository',
    );
  });

  it.each(['someone', 'dependabot[bot]'])(
    'was started by %s, who may request them: the permission was forgotten',
    async (actor) => {
      event.context = { actor, payload: pullRequest('acme/firmware') };
      expect(await whyCredentialIsMissing('oidc')).toBeUndefined();
    },
  );
});
