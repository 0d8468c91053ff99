/** Requests to GitHub that outlast its trouble, within a budget. Failures are values. */
import type { GitHubProblem } from '../model/github-problem.ts';
import type { DecisiveAttempt } from '../polling/attempt.ts';
import type { Clock } from '../polling/clock.ts';
import { retry } from '../polling/retry.ts';
import type { GitHubConnection, GitHubReply, GitHubResponse } from './connection.ts';
import { problemOfErrors, problemOfResponse, queryErrors, resultOfProblem } from './problems.ts';

export type GitHubResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: GitHubProblem };

/** How long a request may take, with all its tries. */
export interface GitHubBudget {
  /**
   * A monotonic instant, in milliseconds. While GitHub is in trouble, a request is tried again
   * until then, and once more at it. In the past: once.
   */
  readonly untilMs: number;
  /** Aborts what is in flight and ends the trying. */
  readonly signal: AbortSignal;
  /**
   * Ends the trying, but aborts nothing: one more try is made at once. Undefined: only `signal`
   * ends it.
   */
  readonly hurry?: AbortSignal | undefined;
  /** The longest that a try may take, in milliseconds; 15 s if left out. */
  readonly limitMs?: (() => number) | undefined;
}

/** How long a request to GitHub is tried again, in milliseconds. */
export const GITHUB_TROUBLE_MS = 120_000;

interface RestRequest<T> {
  /** Octokit's, such as `GET /repos/{owner}/{repo}`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The permissions that it needs, such as `statuses: write`. */
  readonly needs: readonly string[];
  /** Reads a 2xx answer. undefined: it is not what was asked for, which counts as trouble. */
  readonly read: (response: GitHubResponse) => T | undefined;
}

interface GraphQlRequest<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly needs: readonly string[];
  /** Reads the `data`, of which any part may be null. undefined: it is of no use. */
  readonly read: (data: unknown) => T | undefined;
}

/** The answer to a query, which may be only a part of it. */
export interface QueryResult<T> {
  readonly value: T;
  /** What GitHub said about the parts that are missing. Printable. */
  readonly errors: readonly string[];
}

export interface GitHubApi {
  rest<T>(request: RestRequest<T>, budget: GitHubBudget): Promise<GitHubResult<T>>;
  query<T>(request: GraphQlRequest<T>, budget: GitHubBudget): Promise<GitHubResult<QueryResult<T>>>;
}

export interface GitHubTools {
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
}

export function createGitHubApi(connection: GitHubConnection, tools: GitHubTools): GitHubApi {
  const nowMs = () => tools.clock.wallMs();
  return {
    rest({ route, parameters, needs, read }, budget) {
      return outlastTrouble(
        async (limitMs) => {
          const call = { limitMs, signal: budget.signal };
          const reply = await connection.rest(route, parameters, call);
          return resultOfReply(reply, nowMs(), needs, read);
        },
        budget,
        tools,
      );
    },
    query({ query, variables, needs, read }, budget) {
      const readAll = (response: GitHubResponse) => readQueryResult(response, read);
      return outlastTrouble(
        async (limitMs) => {
          const call = { limitMs, signal: budget.signal };
          const reply = await connection.graphql(query, variables, call);
          return resultOfReply(reply, nowMs(), needs, readAll);
        },
        budget,
        tools,
      );
    },
  };
}

function resultOfReply<T>(
  reply: GitHubReply,
  nowMs: number,
  needs: readonly string[],
  read: (response: GitHubResponse) => T | undefined,
): GitHubResult<T> {
  if (reply.kind === 'no-response') return failed(reply.problem);
  const problem = problemOfResponse(reply, nowMs, needs);
  if (problem !== undefined) return failed(problem);
  const value = read(reply);
  if (value !== undefined) return { ok: true, value };
  const refused = problemOfErrors(queryErrors(reply.data), reply, nowMs, needs);
  return failed(refused ?? { type: 'unexpected-answer', status: reply.status });
}

function readQueryResult<T>(
  { data }: GitHubResponse,
  read: (data: unknown) => T | undefined,
): QueryResult<T> | undefined {
  const value = read((data as { readonly data?: unknown } | null)?.data);
  if (value === undefined) return undefined;
  return { value, errors: queryErrors(data).map(({ message }) => message) };
}

/** The longest that one try may take, in milliseconds. */
export const TRY_LIMIT_MS = 15_000;
/** The first failure waits this long, each further one twice as long as the one before. */
const INTERVAL = { kind: 'fixed', ms: 1_000 } as const;

async function outlastTrouble<T>(
  send: (limitMs: number) => Promise<GitHubResult<T>>,
  { untilMs, signal, hurry = signal, limitMs = () => TRY_LIMIT_MS }: GitHubBudget,
  { clock, random }: GitHubTools,
): Promise<GitHubResult<T>> {
  let last: GitHubResult<T> = STOPPED;
  const retried = await retry(
    async () => {
      last = await send(limitMs());
      return last;
    },
    (result, nowMs): DecisiveAttempt<GitHubResult<T>> => {
      const failure = result.ok ? undefined : resultOfProblem(result.problem);
      return failure?.kind === 'failed' && nowMs + limitedForMs(result) <= untilMs
        ? { kind: 'failed', failure }
        : { kind: 'done', value: result };
    },
    { deadlineMs: untilMs, maxOutageMs: Number.POSITIVE_INFINITY, interval: INTERVAL },
    { clock, random, signal: AbortSignal.any([signal, hurry]) },
  );
  return retried.kind === 'interrupted' && !signal.aborted ? send(limitMs()) : last;
}

/**
 * How long the rate limit lasts, in milliseconds; 0 without one. If it outlasts the budget, GitHub
 * asks that nobody tries again before its end.
 */
function limitedForMs(result: GitHubResult<unknown>): number {
  return !result.ok && result.problem.type === 'rate-limit' ? result.problem.retryAfterMs : 0;
}

const STOPPED = failed({ type: 'stopped' });

function failed(problem: GitHubProblem): { readonly ok: false; readonly problem: GitHubProblem } {
  return { ok: false, problem };
}
