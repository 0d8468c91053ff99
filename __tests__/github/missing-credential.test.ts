import { beforeEach, describe, expect, it, vi } from 'vitest';
import { whyCredentialIsMissing } from '../../src/github/missing-credential.ts';
import type { InputName } from '../../src/inputs/input-reader.ts';

const event = vi.hoisted(() => ({ context: undefined as unknown }));
vi.mock('@actions/github', () => event);

const repository = { full_name: 'acme/firmware' };

function pullRequest(repo: { full_name: string } | null) {
  return { repository, pull_request: { number: 1, head: { repo } } };
}

const fork = pullRequest({ full_name: 'other/firmware' });

/** Which of its explanations the action gives for an empty secret in this run, if any. */
async function explanation(
  context: unknown,
  input: InputName = 'token',
): Promise<string | undefined> {
  event.context = context;
  const why = await whyCredentialIsMissing(input);
  return why === undefined ? undefined : /fork|Dependabot/.exec(why)?.[0];
}

describe('whyCredentialIsMissing', () => {
  beforeEach(() => {
    event.context = undefined;
  });

  it.each([
    ['a push', { eventName: 'push', payload: { repository } }],
    ['a run without an event', { eventName: '', payload: {} }],
    [
      'a pull request from a branch of the repository',
      { eventName: 'pull_request', payload: pullRequest(repository) },
    ],
    [
      'a pull_request_target of a fork, which has secrets',
      { eventName: 'pull_request_target', payload: fork },
    ],
    [
      'a pull_request_target of Dependabot, which has secrets',
      { eventName: 'pull_request_target', actor: 'dependabot[bot]', payload: fork },
    ],
  ])('does not blame GitHub for an empty secret in %s', async (_, context) => {
    expect(await explanation({ actor: 'someone', ...context })).toBeUndefined();
  });

  it.each([
    ['a fork', fork],
    ['a deleted fork', pullRequest(null)],
  ])('explains that a pull request from %s gets no secrets', async (_, payload) => {
    const context = { eventName: 'pull_request', actor: 'someone', payload };
    expect(await explanation(context)).toBe('fork');
  });

  it('explains that Dependabot gets its own secrets only', async () => {
    const payload = pullRequest(repository);
    const context = { eventName: 'pull_request', actor: 'dependabot[bot]', payload };
    expect(await explanation(context)).toBe('Dependabot');
  });

  it('explains that a pull request from a fork gets no ID tokens, either', async () => {
    event.context = { eventName: 'pull_request', actor: 'someone', payload: fork };
    expect(await whyCredentialIsMissing('oidc')).toBe(
      'does not work here: this pull request comes from a fork, and GitHub gives such runs ' +
        'no ID tokens, so scan after the merge or from a branch of this repository',
    );
  });

  it.each(['someone', 'dependabot[bot]'])(
    'does not blame GitHub for missing ID tokens in a run of %s, who may request them',
    async (actor) => {
      const context = { eventName: 'pull_request', actor, payload: pullRequest(repository) };
      expect(await explanation(context, 'oidc')).toBeUndefined();
    },
  );

  it('explains nothing if the event cannot be read', async () => {
    vi.resetModules();
    vi.doMock('@actions/github', () => {
      throw new SyntaxError('the event is not JSON');
    });
    expect(await whyCredentialIsMissing('token')).toBeUndefined();
  });
});
