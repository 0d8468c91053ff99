/** Why a secret is empty: GitHub withholds secrets from some runs, and an empty string is all that the step sees of it. */

/**
 * @returns a clause with the cause and the fix; undefined where GitHub withheld nothing that we know of. Loads
 * @actions/github, which nothing else needs; its context reads the event's file as it loads, and throws if that is not JSON.
 */
export async function whyMissing(): Promise<string | undefined> {
  const { context } = await import('@actions/github').catch(() => ({ context: undefined }));
  if (context?.actor === 'dependabot[bot]')
    return 'is empty: Dependabot started this run, and GitHub gives it Dependabot secrets only, so add the credential there';
  const head: unknown = context?.payload.pull_request?.['head']?.repo?.full_name;
  const base: unknown = context?.payload.repository?.full_name;
  // The repository of a deleted fork is null.
  if (context?.payload.pull_request !== undefined && head !== base)
    return 'is empty: this pull request comes from a fork, and GitHub gives those no secrets, so scan after the merge or from a branch of this repository';
  return undefined;
}
