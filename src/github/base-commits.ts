/** Finds the commits of a base branch (docs.github.com, REST: commits). */
import * as v from 'valibot';
import type { ApiResult } from '../model/api-result.ts';
import { type Commit, firstParentsOf } from '../model/base-branch.ts';
import type { FoundBase } from '../model/baseline.ts';
import type { GitHubProblem } from '../model/github-problem.ts';
import type { CallOptions } from '../polling/call-options.ts';
import { isSameWord } from '../util/text.ts';
import { type GitHubApi, type GitHubBudget, type GitHubResult, TRY_LIMIT_MS } from './api.ts';
import { resultOfProblem } from './problems.ts';
import type { BaseStart, RunBase } from './run-base.ts';

/** The repository to ask about, and where its base is. */
export interface BaseRequest {
  readonly owner: string;
  readonly repo: string;
  readonly base: RunBase;
}

/** A page has no more. An image that is older than that is no baseline for anybody. */
const MOST_COMMITS = 100;
const NEEDS = ['contents: read'];

/**
 * Asks once: whoever waits for the platform asks again. A failure says how long GitHub asks to be
 * left alone.
 */
export async function askForBase(
  api: GitHubApi,
  request: BaseRequest,
  { limitMs, signal }: CallOptions,
): Promise<ApiResult<FoundBase>> {
  const untilMs = Number.NEGATIVE_INFINITY;
  const limitOfTry = () => Math.min(limitMs(), TRY_LIMIT_MS);
  const result = await findBase(api, request, { untilMs, signal, limitMs: limitOfTry });
  return result.ok ? { kind: 'found', value: result.value } : resultOfProblem(result.problem);
}

async function findBase(
  api: GitHubApi,
  { owner, repo, base }: BaseRequest,
  budget: GitHubBudget,
): Promise<GitHubResult<FoundBase>> {
  /** The commit and others that come before it. */
  const list = (sha: string, count: number): Promise<GitHubResult<readonly Commit[]>> =>
    api.rest(
      {
        route: 'GET /repos/{owner}/{repo}/commits',
        parameters: { owner, repo, sha, per_page: count },
        needs: NEEDS,
        read: ({ data }) => readCommits(data, sha),
      },
      budget,
    );
  const start = await startingSha(base.start, (sha) => list(sha, 1));
  if (!start.ok) return start;
  if (typeof start.value !== 'string') return { ok: true, value: start.value };
  const commits = await list(start.value, MOST_COMMITS);
  if (!commits.ok) return commits;
  const chain = firstParentsOf(start.value, commits.value);
  return { ok: true, value: { kind: 'branch', name: base.branch, commits: chain } };
}

async function startingSha(
  start: BaseStart,
  listOne: (sha: string) => Promise<GitHubResult<readonly Commit[]>>,
): Promise<GitHubResult<string | FoundBase>> {
  switch (start.kind) {
    case 'unknown':
      return { ok: true, value: { kind: 'none', why: { type: 'no-base' } } };
    case 'commit':
      return { ok: true, value: start.sha };
    case 'parent': {
      const listed = await listOne(start.of);
      if (!listed.ok) return listed;
      const [parent] = parentsOf(start.of, listed.value);
      if (parent !== undefined) return { ok: true, value: parent };
      return {
        ok: true,
        value: { kind: 'none', why: { type: 'first-commit', sha: start.of } },
      };
    }
    case 'merge': {
      const { mergeSha, headSha, baseSha } = start;
      const listed = await listOne(mergeSha);
      // GitHub drops merges that are outdated.
      if (!listed.ok) return isGone(listed.problem) ? { ok: true, value: baseSha } : listed;
      const [base, merged] = parentsOf(mergeSha, listed.value);
      // The head itself may be a merge, and its first parent the pull request's own commit.
      const isOfHead = base !== undefined && isSameWord(merged, headSha);
      return { ok: true, value: isOfHead ? base : baseSha };
    }
  }
}

function isGone(problem: GitHubProblem): boolean {
  return problem.type === 'refused' && (problem.status === 404 || problem.status === 422);
}

function parentsOf(sha: string, commits: readonly Commit[]): readonly string[] {
  return commits.filter((commit) => isSameWord(commit.sha, sha)).flatMap(({ parents }) => parents);
}

const listSchema = v.array(
  v.object({ sha: v.string(), parents: v.array(v.object({ sha: v.string() })) }),
);

/** A list without the commit that was asked for is about something else. */
function readCommits(data: unknown, sha: string): readonly Commit[] | undefined {
  const parsed = v.safeParse(listSchema, data);
  if (!parsed.success) return undefined;
  const commits = parsed.output.map((commit) => ({
    sha: commit.sha,
    parents: commit.parents.map((parent) => parent.sha),
  }));
  return commits.some((commit) => isSameWord(commit.sha, sha)) ? commits : undefined;
}
