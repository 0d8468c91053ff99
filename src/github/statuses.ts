/** The statuses of one context on one commit (docs.github.com, REST: commit statuses). */
import * as v from 'valibot';
import { hasNextPage } from '../http/more-pages.ts';
import type { ContextStatus, NewStatus } from '../model/commit-status.ts';
import { readTargetUrl } from '../model/deferred-wait.ts';
import type { GitHubAnswer, GitHubApi, GitHubBudget } from './api.ts';
import type { GitHubResponse } from './connection.ts';

export interface StatusContext {
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
  /** The name of the status. */
  readonly context: string;
}

const PAGE = 100;
/** A context may have 1,000 statuses on a commit, and other contexts are listed along with it. */
const MOST_PAGES = 30;

const text = v.fallback(v.string(), '');
const listSchema = v.array(
  v.object({
    id: v.number(),
    state: v.picklist(['pending', 'success', 'failure', 'error']),
    context: v.string(),
    description: text,
    target_url: text,
  }),
);

/** Who may write statuses may also list them. */
const NEEDS = ['statuses: write'];

/** All statuses of the context, newest first. GitHub lists those of all contexts together. */
export async function listStatuses(
  api: GitHubApi,
  { owner, repo, sha, context }: StatusContext,
  budget: GitHubBudget,
): Promise<GitHubAnswer<readonly ContextStatus[]>> {
  const found: ContextStatus[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await api.rest(
      {
        route: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
        parameters: { owner, repo, ref: sha, per_page: PAGE, page },
        needs: NEEDS,
        read: readPage,
      },
      budget,
    );
    if (!answer.ok) return answer;
    const { entries, hasNext } = answer.value;
    for (const entry of entries) {
      if (entry.context !== context) continue;
      const { id, state, description, target_url: targetUrl } = entry;
      found.push({ id: `${id}`, state, description, targetUrl, wait: readTargetUrl(targetUrl) });
    }
    if (!hasNext) break;
  }
  return { ok: true, value: found };
}

interface Page {
  readonly entries: v.InferOutput<typeof listSchema>;
  readonly hasNext: boolean;
}

function readPage({ data, headers }: GitHubResponse): Page | undefined {
  const parsed = v.safeParse(listSchema, data);
  if (!parsed.success) return undefined;
  const { link } = headers;
  const isFull = parsed.output.length >= PAGE;
  return { entries: parsed.output, hasNext: link === undefined ? isFull : hasNextPage(link) };
}

/**
 * Adds a status on top of the others, because none can be changed or removed. Only 201 says that it
 * was added: a redirected POST may have become a GET.
 */
export async function addStatus(
  api: GitHubApi,
  { owner, repo, sha, context }: StatusContext,
  { state, description, targetUrl }: NewStatus,
  budget: GitHubBudget,
): Promise<GitHubAnswer<true>> {
  return api.rest(
    {
      route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      parameters: { owner, repo, sha, context, state, description, target_url: targetUrl },
      needs: NEEDS,
      read: ({ status }) => (status === 201 ? true : undefined),
    },
    budget,
  );
}
