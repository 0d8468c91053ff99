/** The statuses of one context on one commit (docs.github.com, REST: commit statuses). */
import * as v from 'valibot';
import type { ContextStatus, NewStatus } from '../model/commit-status.ts';
import { readTargetUrl } from '../model/deferred-wait.ts';
import type { GitHubAnswer } from './api.ts';
import type { PatientGitHub } from './retry-github.ts';

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

/** All statuses of the context, newest first. GitHub lists those of all contexts together. */
export async function listStatuses(
  api: PatientGitHub,
  { owner, repo, sha, context }: StatusContext,
): Promise<GitHubAnswer<readonly ContextStatus[]>> {
  const found: ContextStatus[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await api.request('GET /repos/{owner}/{repo}/commits/{ref}/statuses', {
      owner,
      repo,
      ref: sha,
      per_page: PAGE,
      page,
    });
    if (!answer.ok) return answer;
    const parsed = v.safeParse(listSchema, answer.value);
    if (!parsed.success) return { ok: false, problem: { type: 'unexpected-answer' } };
    for (const entry of parsed.output) {
      if (entry.context !== context) continue;
      const { id, state, description, target_url: targetUrl } = entry;
      found.push({ id: `${id}`, state, description, targetUrl, wait: readTargetUrl(targetUrl) });
    }
    if (parsed.output.length < PAGE) break;
  }
  return { ok: true, value: found };
}

/** Adds a status on top of the others, because none can be changed or removed. */
export async function addStatus(
  api: PatientGitHub,
  { owner, repo, sha, context }: StatusContext,
  { state, description, targetUrl }: NewStatus,
): Promise<GitHubAnswer<unknown>> {
  return api.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
    owner,
    repo,
    sha,
    context,
    state,
    description,
    target_url: targetUrl,
  });
}
