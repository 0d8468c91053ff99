/**
 * The part of GitHub's API that we use, on top of octokit. Failures are values; every request has a
 * time limit and a signal. Octokit goes through the runner's proxy like everything else.
 */
import { retryAfterMs } from '../http/http-dates.ts';
import { isBusy } from '../http/no-reply.ts';
import { printable } from '../util/text.ts';

export type GitHubAnswer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** What GitHub says is missing from the value; GraphQL answers with a part. */
      readonly missing?: readonly string[];
    }
  | { readonly ok: false; readonly problem: GitHubProblem };

export type GitHubProblem =
  | { readonly type: 'stopped' }
  | { readonly type: 'too-slow'; readonly limitMs: number }
  | { readonly type: 'http-status'; readonly status: number; readonly message: string }
  /**
   * The primary or a secondary rate limit. `afterMs`: how long to wait, in milliseconds; `resetMs`:
   * until when it lasts, in milliseconds since the epoch, as far as GitHub says.
   */
  | {
      readonly type: 'rate-limit';
      readonly message: string;
      readonly afterMs: number;
      readonly resetMs: number | undefined;
    }
  /** GitHub answered 200 but refused the query, or met an error of its own (`isTrouble`). */
  | { readonly type: 'query'; readonly message: string; readonly isTrouble: boolean }
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
    return await Promise.race([
      ended,
      sent.catch((error: unknown) => partOf<T>(error) ?? failed(problemOfOctokit(error))),
    ]);
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
interface Thrown {
  readonly status?: unknown;
  readonly response?: { readonly headers?: Headers };
  /** Of GraphQL. */
  readonly headers?: Headers;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly type?: unknown; readonly message?: unknown }[];
  readonly message?: unknown;
}

type Headers = Readonly<Record<string, string | number | undefined>>;

/** A GraphQL answer with data and errors: what is there is used. */
function partOf<T>(error: unknown): GitHubAnswer<T> | undefined {
  const { data, errors } = error as Thrown;
  const isPart = data && errors && Object.values(data).every((value) => value !== null);
  if (!isPart) return undefined;
  const missing = [...new Set(errors.map(({ message }) => printable(String(message))))];
  return { ok: true, value: data as T, missing };
}

function problemOfOctokit(error: unknown): GitHubProblem {
  const { status, response, headers, errors, message } = error as Thrown;
  const said = printable(String(errors?.[0]?.message ?? message));
  if (errors !== undefined && status === undefined)
    return errors.some(({ type }) => type === 'RATE_LIMITED')
      ? rateLimit(said, headers)
      : { type: 'query', message: said, isTrouble: TROUBLE.test(said) };
  if (response === undefined || typeof status !== 'number')
    return { type: 'network', message: said };
  const isLimit = status === 403 || status === 429;
  return isLimit && isRateLimit(said, response.headers)
    ? rateLimit(said, response.headers)
    : { type: 'http-status', status, message: said };
}

/** GraphQL answers 200 for its own errors, too. */
const TROUBLE = /something went wrong|tim(ed|e)[ -]?out|internal (server )?error/i;

/** A 403 may be a missing permission, the primary limit, or a secondary one (GitHub's docs). */
function isRateLimit(message: string, headers: Headers = {}): boolean {
  return (
    headers['retry-after'] !== undefined ||
    `${headers['x-ratelimit-remaining']}` === '0' ||
    /rate limit/i.test(message)
  );
}

/** How long to wait if GitHub does not say, in milliseconds (its docs on secondary limits). */
const UNTOLD_MS = 60_000;

function rateLimit(message: string, headers: Headers = {}): GitHubProblem {
  const now = Date.parse(`${headers['date']}`) || Date.now();
  const reset = Number(headers['x-ratelimit-reset']) * 1000;
  const afterMs =
    retryAfterMs(headers['retry-after']?.toString(), now) ??
    (`${headers['x-ratelimit-remaining']}` === '0' && reset > 0
      ? Math.max(0, reset - now)
      : UNTOLD_MS);
  return { type: 'rate-limit', message, afterMs, resetMs: now + afterMs };
}

/**
 * How long to wait before trying again may help, in milliseconds.
 * @returns undefined if it cannot help.
 */
export function waitAfter(problem: GitHubProblem): number | undefined {
  switch (problem.type) {
    case 'rate-limit':
      return problem.afterMs;
    case 'too-slow':
    case 'network':
      return 0;
    case 'query':
      return problem.isTrouble ? 0 : undefined;
    case 'http-status':
      return isBusy(problem.status) ? 0 : undefined;
    case 'stopped':
    case 'unexpected-answer':
      return undefined;
  }
}
