/** The statuses of one context on one commit (docs.github.com, REST: commit statuses). */
import * as v from 'valibot';
import { dateMs } from '../http/http-dates.ts';
import { hasNextPage } from '../http/more-pages.ts';
import {
  type ContextStatus,
  type GivenStatus,
  givenAs,
  type NewStatus,
} from '../model/commit-status.ts';
import { readTargetUrl } from '../model/deferred-wait.ts';
import { parseInstant } from '../util/instant.ts';
import { isSameWord } from '../util/text.ts';
import type { GitHubApi, GitHubBudget, GitHubResult } from './api.ts';
import type { GitHubResponse } from './connection.ts';

export interface StatusContext {
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
  /** The name of the status. */
  readonly context: string;
}

/** What is known of a status right after it was written. */
export type AddedStatus = Pick<ContextStatus, 'id' | 'creator' | 'createdMs'>;

export interface ListedStatuses {
  /** Newest first. */
  readonly statuses: readonly ContextStatus[];
  /** When GitHub answered, by its own clock, in milliseconds since the epoch. */
  readonly dateMs: number | undefined;
}

const PAGE = 100;
/** A context may have 1,000 statuses on a commit, and other contexts are listed along with it. */
const MOST_PAGES = 30;
/** Who may write statuses may also list them. */
const NEEDS = ['statuses: write'];

const text = v.fallback(v.string(), '');
const addedSchema = v.object({
  id: v.number(),
  created_at: text,
  creator: v.fallback(v.nullish(v.object({ login: v.string() })), undefined),
});
const listSchema = v.array(
  v.object({
    ...addedSchema.entries,
    state: v.picklist(['pending', 'success', 'failure', 'error']),
    context: v.string(),
    description: text,
    target_url: text,
  }),
);
type Entry = v.InferOutput<typeof listSchema>[number];

/**
 * All statuses of the context. GitHub lists those of all contexts together.
 * @param login the identity that we write as: what any other wrote is no wait of ours.
 */
export async function listStatuses(
  api: GitHubApi,
  { owner, repo, sha, context }: StatusContext,
  login: string | undefined,
  budget: GitHubBudget,
): Promise<GitHubResult<ListedStatuses>> {
  const found = new Map<number, ContextStatus>();
  let answeredMs: number | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const result = await api.rest(
      {
        route: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
        parameters: { owner, repo, ref: sha, per_page: PAGE, page },
        needs: NEEDS,
        read: readPage,
      },
      budget,
    );
    if (!result.ok) return result;
    const { entries, hasNext } = result.value;
    answeredMs = result.value.dateMs;
    for (const entry of entries)
      if (isSameWord(entry.context, context)) found.set(entry.id, statusOf(entry, sha));
    if (!hasNext) break;
  }
  return { ok: true, value: { statuses: seenBy(login, found.values()), dateMs: answeredMs } };
}

/**
 * The statuses as a writer sees them, newest first: what another identity wrote is no wait of ours,
 * whatever its address carries.
 * @param login the identity that the writer writes as.
 */
export function seenBy(
  login: string | undefined,
  statuses: Iterable<ContextStatus>,
): readonly ContextStatus[] {
  return (
    [...statuses]
      // GitHub sorts by time, in seconds; of two in the same second, the later has a greater ID.
      .sort((one, other) => other.id - one.id)
      .map((status) =>
        isSameWord(status.creator, login) ? status : { ...status, wait: undefined },
      )
  );
}

function statusOf(entry: Entry, sha: string): ContextStatus {
  const { state, description, target_url: targetUrl } = entry;
  const wait = readTargetUrl(targetUrl, sha);
  return { ...addedOf(entry), state, description, targetUrl, wait };
}

function addedOf({ id, created_at, creator }: v.InferOutput<typeof addedSchema>): AddedStatus {
  return { id, creator: creator?.login, createdMs: parseInstant(created_at)?.ms };
}

interface Page {
  readonly entries: readonly Entry[];
  readonly hasNext: boolean;
  readonly dateMs: number | undefined;
}

function readPage({ data, headers }: GitHubResponse): Page | undefined {
  const parsed = v.safeParse(listSchema, data);
  if (!parsed.success) return undefined;
  const { link } = headers;
  const isFull = parsed.output.length >= PAGE;
  return {
    entries: parsed.output,
    hasNext: link === undefined ? isFull : hasNextPage(link),
    dateMs: dateMs(headers['date']),
  };
}

/** Adds a status on top of the others, because none can be changed or removed. */
export function addStatus(
  api: GitHubApi,
  target: StatusContext,
  status: NewStatus,
  budget: GitHubBudget,
): Promise<GitHubResult<AddedStatus>> {
  return putBackStatus(api, target, givenAs(status), budget);
}

/** Writes a covered status again, unchanged. */
export function putBackStatus(
  api: GitHubApi,
  { owner, repo, sha, context }: StatusContext,
  { state, description, targetUrl }: GivenStatus,
  budget: GitHubBudget,
): Promise<GitHubResult<AddedStatus>> {
  return api.rest(
    {
      route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      parameters: { owner, repo, sha, context, state, description, target_url: targetUrl },
      needs: NEEDS,
      read: readAdded,
    },
    budget,
  );
}

/** Only 201 says that a status was added: a redirected POST may have become a GET. */
function readAdded({ status, data }: GitHubResponse): AddedStatus | undefined {
  const parsed = v.safeParse(addedSchema, data);
  return status === 201 && parsed.success ? addedOf(parsed.output) : undefined;
}
