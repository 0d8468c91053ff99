/**
 * One request to GitHub, on top of octokit: no answer is a value, and every request has a time
 * limit and a signal. Octokit goes through the runner's proxy like everything else.
 */
import { printable } from '../util/text.ts';

export type GitHubReply = GitHubResponse | NoResponse;

/** GitHub, or a proxy, answered. */
export interface GitHubResponse {
  readonly kind: 'response';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON as a value, any other body as a string. */
  readonly data: unknown;
}

export interface NoResponse {
  readonly kind: 'no-response';
  readonly problem:
    | { readonly type: 'stopped' }
    | { readonly type: 'too-slow'; readonly limitMs: number }
    | { readonly type: 'network'; readonly message: string };
}

/** What bounds one request. */
interface RequestOptions {
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export interface GitHubConnection {
  /** A REST request; the route is octokit's, such as `GET /repos/{owner}/{repo}`. */
  rest(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    call: RequestOptions,
  ): Promise<GitHubReply>;
  graphql(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    call: RequestOptions,
  ): Promise<GitHubReply>;
}

/**
 * Loads octokit: most steps never need it. Makes no request yet.
 * @param baseUrl the address of GitHub's REST API.
 */
export async function connectToGitHub(token: string, baseUrl: string): Promise<GitHubConnection> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl });
  const send = (route: string, parameters: object, call: RequestOptions) =>
    bounded(call, async (signal) => {
      const request = { signal, log: SILENT };
      const { status, headers, data } = await octokit.request(route, { ...parameters, request });
      return { kind: 'response', status, headers: headers as GitHubResponse['headers'], data };
    });
  return {
    rest: send,
    // Not `octokit.graphql`, which drops the headers, and throws what came with an error.
    graphql: (query, variables, call) =>
      send('POST /graphql', { baseUrl: graphqlBase(baseUrl), query, variables }, call),
  };
}

/** GitHub Enterprise Server has REST below `/api/v3` and GraphQL below `/api`. */
function graphqlBase(baseUrl: string): string {
  return baseUrl.replace(/\/api\/v3\/?$/, '/api');
}

/**
 * Octokit reports a deprecated endpoint on stderr, which does not belong in the log of a workflow.
 */
const nothing = () => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A race, not only a signal: behind a silent proxy nothing else ever rejects. */
async function bounded(
  { limitMs, signal }: RequestOptions,
  send: (signal: AbortSignal) => Promise<GitHubResponse>,
): Promise<GitHubReply> {
  if (signal.aborted) return STOPPED;
  const abort = new AbortController();
  const { promise: ended, resolve: end } = Promise.withResolvers<NoResponse>();
  const tooSlow = { kind: 'no-response', problem: { type: 'too-slow', limitMs } } as const;
  const timer = setTimeout(() => end(tooSlow), limitMs);
  const stop = () => end(STOPPED);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([ended, send(abort.signal).catch(replyOf)]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    abort.abort();
  }
}

const STOPPED: NoResponse = { kind: 'no-response', problem: { type: 'stopped' } };

/** Octokit throws on an error status, with the response; other errors come from the network. */
function replyOf(error: unknown): GitHubReply {
  const { response, message } = error as {
    readonly response?: Omit<GitHubResponse, 'kind'>;
    readonly message?: unknown;
  };
  if (response === undefined)
    return {
      kind: 'no-response',
      problem: { type: 'network', message: printable(String(message)) },
    };
  const { status, headers, data } = response;
  return { kind: 'response', status, headers, data };
}
