/**
 * Why there is no credential: GitHub withholds secrets and ID tokens from some runs, and the step
 * sees only that there are none.
 */

/**
 * Finds out why. Loads the package `@actions/github` only when needed: it reads the event's file
 * while it loads, and throws if that is not JSON.
 * @param input the empty one, or `oidc` if there are no ID tokens.
 * @returns a clause with the cause and the fix; undefined if GitHub withheld nothing, as far as we
 * know.
 */
export async function whyCredentialIsMissing(input: string): Promise<string | undefined> {
  const { context } = await import('@actions/github').catch(() => ({ context: undefined }));
  // `pull_request_target` has secrets, so an empty one was forgotten.
  if (context === undefined || context.eventName === 'pull_request_target') return undefined;
  // Dependabot may request ID tokens like any other actor.
  if (context.actor === 'dependabot[bot]' && input !== 'oidc')
    return (
      'is empty: Dependabot started this run, and GitHub gives such runs only Dependabot ' +
      'secrets, so add the credential there'
    );
  const pullRequest = context.payload.pull_request;
  const head: unknown = pullRequest?.['head']?.repo?.full_name;
  const base: unknown = context.payload.repository?.full_name;
  // The repository of a deleted fork is null.
  if (pullRequest === undefined || head === base) return undefined;
  const [lack, what] =
    input === 'oidc' ? ['does not work here', 'ID tokens'] : ['is empty', 'secrets'];
  return (
    `${lack}: this pull request comes from a fork, and GitHub gives such runs no ${what}, ` +
    'so scan after the merge or from a branch of this repository'
  );
}
