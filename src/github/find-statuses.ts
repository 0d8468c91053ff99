/**
 * Finds pending statuses of some contexts where a merge waits for them: on the heads of open pull
 * requests and of merge groups, and on the last commits of branches. One GraphQL query per page.
 */
import { type DeferredWait, readTargetUrl } from '../model/deferred-wait.ts';
import type { GitHubAnswer, GitHubApi, GitHubBudget, QueryAnswer } from './api.ts';
import {
  type Heads,
  type Page,
  readBranch,
  readMergeGroups,
  readPullRequests,
} from './read-heads.ts';

/** A commit with a pending status. */
export interface PendingStatus {
  readonly sha: string;
  /** The name of the status, as it was asked for. */
  readonly context: string;
  /** What its address carries; undefined if that is no wait of this action. */
  readonly wait: DeferredWait | undefined;
}

export interface Where {
  readonly owner: string;
  readonly repo: string;
  /** The names of the statuses. */
  readonly contexts: readonly string[];
  /** Undefined: the default branch. */
  readonly branches: readonly string[] | undefined;
}

export interface Found {
  /** Each commit and context once. */
  readonly statuses: readonly PendingStatus[];
  /** What GitHub said about the parts that are missing, each once. Printable. */
  readonly errors: readonly string[];
}

/** What the search needs. */
const NEEDS = ['contents: read', 'pull-requests: read'];

export async function findPendingStatuses(
  api: GitHubApi,
  where: Where,
  budget: GitHubBudget,
): Promise<GitHubAnswer<Found>> {
  const search = createSearch(api, where, budget);
  const answers = await Promise.all([
    search.pages(PULL_REQUESTS, readPullRequests),
    search.pages(MERGE_GROUPS, readMergeGroups),
    ...(where.branches ?? [undefined]).map((branch) => search.history(branch)),
  ]);
  const parts: Part[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    parts.push(answer.value);
  }
  const pending = parts.flatMap(({ heads }) => heads.flatMap(pendingOn));
  const unique = new Map(pending.map((it) => [`${it.sha} ${it.context}`, it]));
  const errors = new Set(parts.flatMap((part) => part.errors));
  return { ok: true, value: { statuses: [...unique.values()], errors: [...errors] } };
}

function pendingOn({ sha, statuses }: Heads[number]): readonly PendingStatus[] {
  return statuses.flatMap(({ context, state, targetUrl }) =>
    state === 'PENDING' ? [{ sha, context, wait: readTargetUrl(targetUrl) }] : [],
  );
}

interface Part {
  readonly heads: Heads;
  readonly errors: readonly string[];
}

type Query = (contexts: readonly string[], isNamed: boolean) => string;

function createSearch(api: GitHubApi, { owner, repo, contexts }: Where, budget: GitHubBudget) {
  const names = Object.fromEntries(contexts.map((context, index) => [`c${index}`, context]));
  const variables = { owner, repo, ...names };
  const ask = <T>(
    query: string,
    more: Readonly<Record<string, unknown>>,
    read: (data: unknown, contexts: readonly string[]) => T | undefined,
  ): Promise<GitHubAnswer<QueryAnswer<T>>> =>
    api.query(
      {
        query,
        variables: { ...variables, ...more },
        needs: NEEDS,
        read: (data) => read(data, contexts),
      },
      budget,
    );

  return {
    async pages(
      query: Query,
      read: (data: unknown, contexts: readonly string[]) => Page | undefined,
    ): Promise<GitHubAnswer<Part>> {
      const heads: Heads[number][] = [];
      const errors: string[] = [];
      let after: string | null = null;
      do {
        const answer: GitHubAnswer<QueryAnswer<Page>> = await ask(
          query(contexts, false),
          { after },
          read,
        );
        if (!answer.ok) return answer;
        const page: Page = answer.value.value;
        heads.push(...page.heads);
        errors.push(...answer.value.errors);
        after = page.next;
      } while (after !== null);
      return { ok: true, value: { heads, errors } };
    },

    /** @param branch undefined: the default branch. */
    async history(branch: string | undefined): Promise<GitHubAnswer<Part>> {
      const more = branch === undefined ? {} : { branch: `refs/heads/${branch}` };
      const query = BRANCH(contexts, branch !== undefined);
      const answer: GitHubAnswer<QueryAnswer<Heads>> = await ask(query, more, readBranch);
      if (!answer.ok) return answer;
      const { value: heads, errors } = answer.value;
      return { ok: true, value: { heads, errors } };
    },
  };
}

/** One alias for each context, because a status is found by its name. */
function headFragment(contexts: readonly string[]): string {
  const each = contexts.map(
    (_, index) => `c${index}: context(name: $c${index}) { state targetUrl }`,
  );
  return `
fragment Head on Commit {
  oid
  status { ${each.join(' ')} }
}`;
}

function parameters(contexts: readonly string[], more = ''): string {
  const names = contexts.map((_, index) => `$c${index}: String!`);
  return `($owner: String!, $repo: String!, ${names.join(', ')}${more})`;
}

const PULL_REQUESTS: Query = (contexts) => `
query PullRequests${parameters(contexts, ', $after: String')} {
  repository(owner: $owner, name: $repo) {
    page: pullRequests(states: OPEN, first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { commits(last: 1) { nodes { commit { ...Head } } } }
    }
  }
}${headFragment(contexts)}`;

const MERGE_GROUPS: Query = (contexts) => `
query MergeGroups${parameters(contexts, ', $after: String')} {
  repository(owner: $owner, name: $repo) {
    page: refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { target { ...Head } }
    }
  }
}${headFragment(contexts)}`;

const BRANCH: Query = (contexts, isNamed) => `
query Branch${parameters(contexts, isNamed ? ', $branch: String!' : '')} {
  repository(owner: $owner, name: $repo) {
    ref: ${isNamed ? 'ref(qualifiedName: $branch)' : 'defaultBranchRef'} {
      target { ... on Commit { history(first: 50) { nodes { ...Head } } } }
    }
  }
}${headFragment(contexts)}`;
