/**
 * Finds pending statuses of one context where a merge waits for them: on the heads of open pull
 * requests and of merge groups, and on the last commits of branches. One GraphQL query per page.
 */
import * as v from 'valibot';
import type { GitHubAnswer } from './api.ts';
import type { PatientGitHub } from './retry-github.ts';

/** A commit with a pending status. */
export interface PendingStatus {
  readonly sha: string;
  readonly targetUrl: string;
}

export interface Where {
  readonly owner: string;
  readonly repo: string;
  readonly context: string;
  /** Undefined: the default branch. */
  readonly branches: readonly string[] | undefined;
}

const HEAD = `
fragment Head on Commit {
  oid
  status { context(name: $context) { state targetUrl } }
}`;

const PULL_REQUESTS = `
query PullRequests($owner: String!, $repo: String!, $context: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    page: pullRequests(states: OPEN, first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { commits(last: 1) { nodes { commit { ...Head } } } }
    }
  }
}${HEAD}`;

const MERGE_GROUPS = `
query MergeGroups($owner: String!, $repo: String!, $context: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    page: refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { target { ...Head } }
    }
  }
}${HEAD}`;

const HISTORY = `target { ... on Commit { history(first: 50) { nodes { ...Head } } } }`;

const BRANCH = `
query Branch($owner: String!, $repo: String!, $context: String!, $branch: String!) {
  repository(owner: $owner, name: $repo) { ref(qualifiedName: $branch) { ${HISTORY} } }
}${HEAD}`;

const DEFAULT_BRANCH = `
query DefaultBranch($owner: String!, $repo: String!, $context: String!) {
  repository(owner: $owner, name: $repo) { ref: defaultBranchRef { ${HISTORY} } }
}${HEAD}`;

const headSchema = v.object({
  oid: v.string(),
  status: v.nullable(
    v.object({
      context: v.nullable(v.object({ state: v.string(), targetUrl: v.fallback(v.string(), '') })),
    }),
  ),
});
type Head = v.InferOutput<typeof headSchema>;
/** GraphQL puts null where it could not answer. */
const entries = <T extends v.GenericSchema>(entry: T) =>
  v.pipe(
    v.array(v.nullable(entry)),
    v.transform((list) => list.filter((it) => it !== null)),
  );
const headsSchema = v.object({ nodes: entries(headSchema) });

const pageOf = <T extends v.GenericSchema<unknown, readonly Head[]>>(node: T) =>
  v.object({
    repository: v.object({
      page: v.object({
        pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(v.string()) }),
        nodes: entries(node),
      }),
    }),
  });
const pullRequestsSchema = pageOf(
  v.pipe(
    v.object({ commits: v.object({ nodes: entries(v.object({ commit: headSchema })) }) }),
    v.transform(({ commits }) => commits.nodes.map(({ commit }) => commit)),
  ),
);
const mergeGroupsSchema = pageOf(
  v.pipe(
    v.object({ target: headSchema }),
    v.transform(({ target }) => [target]),
  ),
);
const branchSchema = v.object({
  repository: v.object({
    ref: v.nullable(v.object({ target: v.object({ history: headsSchema }) })),
  }),
});

/** @returns each commit once; `missing` has each of GitHub's errors once. */
export async function findPendingStatuses(
  api: PatientGitHub,
  { owner, repo, context, branches }: Where,
): Promise<GitHubAnswer<readonly PendingStatus[]>> {
  const where = { owner, repo, context };
  const heads: Head[] = [];
  const missing = new Set<string>();
  const searches = [
    pages(api, PULL_REQUESTS, pullRequestsSchema, where),
    pages(api, MERGE_GROUPS, mergeGroupsSchema, where),
    ...(branches ?? [undefined]).map((branch) => history(api, branch, where)),
  ];
  for (const answer of await Promise.all(searches)) {
    if (!answer.ok) return answer;
    heads.push(...answer.value);
    for (const error of answer.missing ?? []) missing.add(error);
  }
  const pending = heads.flatMap(({ oid, status }) => {
    const found = status?.context;
    return found?.state === 'PENDING' ? [{ sha: oid, targetUrl: found.targetUrl }] : [];
  });
  const value = [...new Map(pending.map((entry) => [entry.sha, entry])).values()];
  return { ok: true, value, missing: [...missing] };
}

async function pages(
  api: PatientGitHub,
  query: string,
  schema: typeof pullRequestsSchema | typeof mergeGroupsSchema,
  where: Omit<Where, 'branches'>,
): Promise<GitHubAnswer<readonly Head[]>> {
  const heads: Head[] = [];
  const missing: string[] = [];
  let after: string | null = null;
  do {
    const answer: GitHubAnswer<unknown> = await api.query(query, { ...where, after });
    if (!answer.ok) return answer;
    const parsed = v.safeParse(schema, answer.value);
    if (!parsed.success) return UNEXPECTED;
    const { pageInfo, nodes }: v.InferOutput<typeof schema>['repository']['page'] =
      parsed.output.repository.page;
    heads.push(...nodes.flat());
    missing.push(...(answer.missing ?? []));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return { ok: true, value: heads, missing };
}

/** @param branch undefined: the default branch. */
async function history(
  api: PatientGitHub,
  branch: string | undefined,
  where: Omit<Where, 'branches'>,
): Promise<GitHubAnswer<readonly Head[]>> {
  const [query, variables] =
    branch === undefined
      ? [DEFAULT_BRANCH, where]
      : [BRANCH, { ...where, branch: `refs/heads/${branch}` }];
  const answer = await api.query(query, variables);
  if (!answer.ok) return answer;
  const parsed = v.safeParse(branchSchema, answer.value);
  if (!parsed.success) return UNEXPECTED;
  // A branch that does not exist has no commits.
  const value = parsed.output.repository.ref?.target.history.nodes ?? [];
  return { ok: true, value, missing: answer.missing ?? [] };
}

const UNEXPECTED = { ok: false, problem: { type: 'unexpected-answer' } } as const;
