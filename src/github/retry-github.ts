/**
 * GitHub's bad days: a request that meets trouble or a rate limit is sent again, by the loop that
 * polls Binarly, too. Octokit's plugins for this take no signal and no limit in time.
 */
import type { Clock } from '../polling/clock.ts';
import { retry } from '../polling/retry.ts';
import { type GitHubAnswer, type GitHubApi, type RequestLimits, waitAfter } from './api.ts';

/** How long trouble with one request is borne, in milliseconds. */
export const TROUBLE_MS = 120_000;
/** The longest that one request may take, in milliseconds. */
const REQUEST_LIMIT_MS = 15_000;
/** How long the first pause is, in milliseconds; each further one doubles it. */
const INTERVAL = { kind: 'fixed', ms: 1_000 } as const;

export interface GitHubRetries {
  readonly clock: Clock;
  /** From [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** When trying again ends for a request that begins now, a monotonic instant in milliseconds. */
  readonly untilMs: () => number;
}

/** Sends through GitHub's trouble. Each request ends as its last try did. */
export function retryingGitHub(api: GitHubApi, retries: GitHubRetries): PatientGitHub {
  return {
    request: (route, parameters) =>
      retried((limits) => api.request(route, parameters, limits), retries),
    query: (text, variables) => retried((limits) => api.query(text, variables, limits), retries),
  };
}

/** GitHub's API with its limits built in. */
export interface PatientGitHub {
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<GitHubAnswer<unknown>>;
  query(text: string, variables: Readonly<Record<string, unknown>>): Promise<GitHubAnswer<unknown>>;
}

async function retried<T>(
  send: (limits: RequestLimits) => Promise<GitHubAnswer<T>>,
  { clock, random, signal, untilMs }: GitHubRetries,
): Promise<GitHubAnswer<T>> {
  const deadlineMs = untilMs();
  let last: GitHubAnswer<T> = { ok: false, problem: { type: 'stopped' } };
  await retry<undefined, undefined>(
    async ({ limitMs }) => {
      last = await send({ limitMs: Math.min(limitMs(), REQUEST_LIMIT_MS), signal });
      return { kind: 'found', value: undefined };
    },
    (_, nowMs) => {
      const waitMs = last.ok ? undefined : waitAfter(last.problem);
      // A limit that outlasts the time for trying again is not waited for.
      if (waitMs === undefined || nowMs + waitMs > deadlineMs)
        return { kind: 'done', value: undefined };
      return { kind: 'failed', failure: { ...TROUBLE, retryAfterMs: waitMs } };
    },
    { deadlineMs, maxOutageMs: Infinity, interval: INTERVAL },
    { clock, random, signal },
  );
  return last;
}

/** What the loop needs to know of it. */
const TROUBLE = {
  kind: 'failed',
  endpoint: 'api',
  cause: { type: 'network', code: undefined, message: '' },
  reached: 'unclear',
} as const;
