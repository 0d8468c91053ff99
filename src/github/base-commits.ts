/** Finds the commits of a base branch (docs.github.com, REST: commits). */
import * as v from 'valibot';
import type { Answer } from '../model/answer.ts';
import { type Commit, firstParentsOf } from '../model/base-branch.ts';
import type { FoundBase } from '../model/baseline.ts';
import type { PollLimits } from '../polling/limits.ts';
import { isSameWord } from '../util/text.ts';
import { type GitHubAnswer, type GitHubApi, type GitHubBudget, TRY_LIMIT_MS } from './api.ts';
import { answerOfProblem } from './problems.ts';
import type { BaseStart, RunBase } from './run-base.ts';

/** The repository to ask about, and where its base is. */
export interface BaseQuestion {
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
  question: BaseQuestion,
  { limitMs, signal }: PollLimits,
): Promise<Answer<FoundBase>> {
  const untilMs = Number.NEGATIVE_INFINITY;
  const limitOfTry = () => Math.min(limitMs(), TRY_LIMIT_MS);
  const answer = await findBase(api, question, { untilMs, signal, limitMs: limitOfTry });
  return answer.ok ? { kind: 'found', value: answer.value } : answerOfProblem(answer.problem);
}

async function findBase(
  api: GitHubApi,
  { owner, repo, base }: BaseQuestion,
  budget: GitHubBudget,
): Promise<GitHubAnswer<FoundBase>> {
  /** The commit and others that come before it. */
  const list = (sha: string, count: number): Promise<GitHubAnswer<readonly Commit[]>> =>
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
  listOne: (sha: string) => Promise<GitHubAnswer<readonly Commit[]>>,
): Promise<GitHubAnswer<string | FoundBase>> {
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
      if (!listed.ok) return listed;
      const [base, merged] = parentsOf(mergeSha, listed.value);
      // The head itself may be a merge, and its first parent the pull request's own commit.
      const isOfHead = base !== undefined && isSameWord(merged, headSha);
      return { ok: true, value: isOfHead ? base : baseSha };
    }
  }
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
