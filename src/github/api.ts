/**
 * The part of GitHub's API that we use, on top of octokit. Failures are values; every request has a
 * time limit and a signal. Octokit goes through the runner's proxy like everything else.
 */
import { printable } from '../util/text.ts';

export type GitHubAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: GitHubProblem };

export type GitHubProblem =
  | { readonly type: 'stopped' }
  | { readonly type: 'too-slow'; readonly limitMs: number }
  | { readonly type: 'http-status'; readonly status: number; readonly message: string }
  /** GitHub answered 200 but refused the query. */
  | { readonly type: 'query'; readonly message: string }
  | { readonly type: 'network'; readonly message: string }
  /** JSON of another shape. */
  | { readonly type: 'unexpected-answer' };

/** What bounds one request. */
export interface RequestLimits {
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export interface GitHubApi {
  /** A REST request; the route is octokit's, such as `GET /repos/{owner}/{repo}`. */
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    limits: RequestLimits,
  ): Promise<GitHubAnswer<unknown>>;
  /** A GraphQL query. */
  query(
    text: string,
    variables: Readonly<Record<string, unknown>>,
    limits: RequestLimits,
  ): Promise<GitHubAnswer<unknown>>;
}

/**
 * Loads octokit: most steps never need it. Makes no request yet.
 * @param baseUrl the address of GitHub's REST API.
 */
export async function connectToGitHub(token: string, baseUrl: string): Promise<GitHubApi> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl });
  return {
    request: (route, parameters, limits) =>
      bounded(limits, async (signal) => {
        const { data } = await octokit.request(route, {
          ...parameters,
          request: { signal, log: SILENT },
        });
        return data as unknown;
      }),
    query: (text, variables, limits) =>
      bounded(limits, (signal) =>
        octokit.graphql(text, { ...variables, request: { signal, log: SILENT } }),
      ),
  };
}

/**
 * Octokit reports a deprecated endpoint on stderr, which does not belong in the log of a workflow.
 */
const nothing = () => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A race, not only a signal: behind a silent proxy nothing else ever rejects. */
async function bounded<T>(
  { limitMs, signal }: RequestLimits,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<GitHubAnswer<T>> {
  if (signal.aborted) return STOPPED;
  const abort = new AbortController();
  const { promise: ended, resolve: end } = Promise.withResolvers<GitHubAnswer<T>>();
  const timer = setTimeout(() => end(failed({ type: 'too-slow', limitMs })), limitMs);
  const stop = () => end(STOPPED);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const sent = send(abort.signal).then((value) => ({ ok: true, value }) as const);
    return await Promise.race([ended, sent.catch((error: unknown) => failed(problemOf(error)))]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    abort.abort();
  }
}

const STOPPED = failed({ type: 'stopped' });

function failed(problem: GitHubProblem): { readonly ok: false; readonly problem: GitHubProblem } {
  return { ok: false, problem };
}

/** What octokit throws: its own errors have the response; others come from the network. */
function problemOf(error: unknown): GitHubProblem {
  const { status, response, errors, message } = error as {
    readonly status?: unknown;
    readonly response?: unknown;
    readonly errors?: readonly { readonly message?: unknown }[];
    readonly message?: unknown;
  };
  if (errors !== undefined && status === undefined)
    return { type: 'query', message: printable(String(errors[0]?.message)) };
  if (response !== undefined && typeof status === 'number')
    return { type: 'http-status', status, message: printable(String(message)) };
  return { type: 'network', message: printable(String(message)) };
}

/** Whether trying again may help. */
export function isPassing(problem: GitHubProblem): boolean {
  if (problem.type !== 'http-status') return problem.type !== 'query';
  return problem.status >= 500 || problem.status === 408 || problem.status === 429;
}
