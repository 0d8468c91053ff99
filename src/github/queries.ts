/** The GraphQL queries that find commits with their statuses. */

/** Also asks which identity the token writes as. */
export function pullRequestsQuery(contexts: readonly string[]): string {
  return `
query PullRequests${parameters(contexts, ', $after: String')} {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    page: pullRequests(states: OPEN, first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { baseRefOid baseRefName commits(last: 1) { nodes { commit { ...Head } } } }
    }
  }
}${headFragment(contexts)}`;
}

export function mergeGroupsQuery(contexts: readonly string[]): string {
  return `
query MergeGroups${parameters(contexts, ', $after: String')} {
  repository(owner: $owner, name: $repo) {
    page: refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { target { ...Head } }
    }
  }
}${headFragment(contexts)}`;
}

/** @param isNamed whether the branch is named; otherwise the default branch is meant. */
export function branchQuery(contexts: readonly string[], isNamed: boolean): string {
  return `
query Branch${parameters(contexts, isNamed ? ', $branch: String!' : '')} {
  repository(owner: $owner, name: $repo) {
    ref: ${isNamed ? 'ref(qualifiedName: $branch)' : 'defaultBranchRef'} {
      name
      target { ... on Commit { history(first: 50) { nodes { ...Head } } } }
    }
  }
}${headFragment(contexts)}`;
}

function parameters(contexts: readonly string[], more: string): string {
  const names = contexts.map((_, index) => `$c${index}: String!`);
  return `($owner: String!, $repo: String!, ${names.join(', ')}${more})`;
}

/** An alias for each context: GitHub finds a status by its name. */
function headFragment(contexts: readonly string[]): string {
  const statuses = contexts.map(
    (_, index) => `c${index}: context(name: $c${index}) { state targetUrl }`,
  );
  return `
fragment Head on Commit {
  oid
  status { ${statuses.join(' ')} }
}`;
}
