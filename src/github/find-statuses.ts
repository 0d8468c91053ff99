/**
 * Finds pending statuses of some contexts where a merge waits for them: on the heads of open pull
 * requests and of merge groups, and on the last commits of branches. One GraphQL query per page.
 */
import type { DeferredWait } from '../model/deferred-wait.ts';
import type { GitHubApi, GitHubBudget, GitHubResult, QueryResult } from './api.ts';
import { branchQuery, mergeGroupsQuery, pullRequestsQuery } from './queries.ts';
import {
  type Branch,
  type Heads,
  type Page,
  readBranch,
  readMergeGroups,
  readPullRequests,
} from './read-heads.ts';
import { commonBase, type RunBase } from './run-base.ts';

/** A commit with a pending status. */
export interface PendingStatus {
  readonly sha: string;
  /** What the commit is based on. */
  readonly base: RunBase;
  /** The name of the status, as it was asked for. */
  readonly context: string;
  readonly targetUrl: string;
  /** What its address carries; undefined if that is no wait for this commit. */
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

export interface FoundStatuses {
  /** The login that the token writes as. */
  readonly login: string;
  /** Each commit and context once, the oldest wait first. */
  readonly statuses: readonly PendingStatus[];
  readonly looked: Looked;
  /** What GitHub said about the parts that are missing, each once. Printable. */
  readonly errors: readonly string[];
}

/** Where the search looked. */
export interface Looked {
  readonly pullRequests: number;
  readonly mergeGroups: number;
  /** `commits` is undefined if there is no such branch. */
  readonly branches: readonly { readonly name: string; readonly commits: number | undefined }[];
}

/** What the search needs. */
const NEEDS = ['contents: read', 'pull-requests: read'];

export async function findPendingStatuses(
  api: GitHubApi,
  where: Where,
  budget: GitHubBudget,
): Promise<GitHubResult<FoundStatuses>> {
  const search = createSearch(api, where, budget);
  const [pullRequests, mergeGroups, ...branches] = await Promise.all([
    search.pages(pullRequestsQuery(where.contexts), readPullRequests),
    search.pages(mergeGroupsQuery(where.contexts), readMergeGroups),
    ...(where.branches ?? [undefined]).map((branch) => search.history(branch)),
  ] as const);
  if (!pullRequests.ok) return pullRequests;
  if (!mergeGroups.ok) return mergeGroups;
  const histories: History[] = [];
  for (const result of branches) {
    if (!result.ok) return result;
    histories.push(result.value);
  }
  const parts = [pullRequests.value, mergeGroups.value, ...histories];
  const unique = new Map<string, PendingStatus>();
  for (const it of parts.flatMap(({ heads }) => heads.flatMap(pendingOn))) {
    const key = `${it.sha} ${it.context}`;
    const known = unique.get(key) ?? it;
    unique.set(key, { ...known, base: commonBase(known.base, it.base) });
  }
  return {
    ok: true,
    value: {
      login: pullRequests.value.login,
      statuses: oldestFirst([...unique.values()]),
      looked: {
        pullRequests: pullRequests.value.heads.length,
        mergeGroups: mergeGroups.value.heads.length,
        branches: histories.map(({ name, exists, heads }) => ({
          name,
          commits: exists ? heads.length : undefined,
        })),
      },
      errors: [...new Set(parts.flatMap((part) => part.errors))],
    },
  };
}

function pendingOn({ sha, base, statuses }: Heads[number]): readonly PendingStatus[] {
  return statuses
    .filter(({ state }) => state === 'PENDING')
    .map(({ context, targetUrl, wait }) => ({ sha, base, context, targetUrl, wait }));
}

/** The ID of a run grows with time; statuses without a wait come last. */
function oldestFirst(statuses: readonly PendingStatus[]): readonly PendingStatus[] {
  const rank = ({ wait }: PendingStatus) => Number(wait?.runId ?? Number.MAX_VALUE);
  return statuses.toSorted((one, other) => rank(one) - rank(other));
}

interface Part {
  readonly heads: Heads;
  readonly errors: readonly string[];
  /** Empty unless the query asks for it. */
  readonly login: string;
}

interface History extends Omit<Part, 'login'> {
  readonly name: string;
  readonly exists: boolean;
}

function createSearch(api: GitHubApi, where: Where, budget: GitHubBudget) {
  const { owner, repo, contexts } = where;
  const names = Object.fromEntries(contexts.map((context, index) => [`c${index}`, context]));
  const ask = <T>(
    query: string,
    more: Readonly<Record<string, unknown>>,
    read: (data: unknown, contexts: readonly string[]) => T | undefined,
  ): Promise<GitHubResult<QueryResult<T>>> => {
    const variables = { owner, repo, ...names, ...more };
    const request = { query, variables, needs: NEEDS };
    return api.query({ ...request, read: (data) => read(data, contexts) }, budget);
  };

  return {
    async pages(
      query: string,
      read: (data: unknown, contexts: readonly string[]) => Page | undefined,
    ): Promise<GitHubResult<Part>> {
      const heads: Heads[number][] = [];
      const errors: string[] = [];
      let login = '';
      let after: string | null = null;
      do {
        const result: GitHubResult<QueryResult<Page>> = await ask(query, { after }, read);
        if (!result.ok) return result;
        const page: Page = result.value.value;
        heads.push(...page.heads);
        errors.push(...result.value.errors);
        login = page.login;
        after = page.next;
      } while (after !== null);
      return { ok: true, value: { heads, errors, login } };
    },

    /** @param branch undefined: the default branch. */
    async history(branch: string | undefined): Promise<GitHubResult<History>> {
      const more = branch === undefined ? {} : { branch: `refs/heads/${branch}` };
      const query = branchQuery(contexts, branch !== undefined);
      const result: GitHubResult<QueryResult<Branch>> = await ask(query, more, readBranch);
      if (!result.ok) return result;
      const { value, errors } = result.value;
      const name = branch ?? value.name;
      // What GitHub failed to show may well exist.
      const exists = value.exists || errors.length > 0;
      return { ok: true, value: { heads: value.heads, errors, name, exists } };
    },
  };
}
