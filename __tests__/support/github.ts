/**
 * A GitHub in memory, for tests on a clock that jumps; and none, for tests that must not use it.
 */

import type { GitHubAnswer, GitHubApi } from '../../src/github/api.ts';
import type { Run } from '../../src/github/run.ts';
import { type DeferredWait, toTargetUrl } from '../../src/model/deferred-wait.ts';
import type { GitHubAccess } from '../../src/steps/runtime.ts';

function unexpected(): never {
  throw new Error('GitHub must not be used');
}

export const noGitHub: GitHubAccess = {
  readRun: unexpected,
  connect: unexpected,
  newNonce: unexpected,
};

const RUN: Run = {
  owner: 'acme',
  repo: 'firmware',
  runId: '1',
  attempt: '1',
  pageUrl: 'https://github.test/acme/firmware/actions/runs/1/attempts/1',
  apiUrl: 'https://api.github.test',
  commit: { sha: 'head', of: 'pull request' },
};

interface Stored {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly target_url: string;
}

export type Kind = 'list' | 'write' | 'query';

export interface FakeGitHub {
  readonly access: GitHubAccess;
  readonly requests: readonly Kind[];
  /** Newest first. */
  readonly statuses: readonly Stored[];
  add(status: Omit<Stored, 'id'>): void;
}

/**
 * @param fault takes an answer's place; its second parameter counts requests of the kind from 1.
 */
export function fakeGitHub(
  fault: (
    kind: Kind,
    count: number,
    github: FakeGitHub,
  ) => GitHubAnswer<unknown> | undefined = () => undefined,
  run: Partial<Run> = {},
): FakeGitHub {
  const statuses: Stored[] = [];
  const requests: Kind[] = [];
  let nonces = 0;

  function faultOf(kind: Kind): GitHubAnswer<unknown> | undefined {
    requests.push(kind);
    return fault(kind, requests.filter((it) => it === kind).length, github);
  }

  const api: GitHubApi = {
    async request(route, parameters, { signal }) {
      const kind = route.startsWith('GET') ? 'list' : 'write';
      const failed = faultOf(kind);
      if (failed !== undefined) return failed;
      if (signal.aborted) return { ok: false, problem: { type: 'stopped' } };
      if (kind === 'write') github.add(parameters as unknown as Stored);
      const { ref } = parameters as { readonly ref?: string };
      return { ok: true, value: statuses.filter(({ sha }) => sha === ref) };
    },
    async query(text) {
      const failed = faultOf('query');
      if (failed !== undefined) return failed;
      const isFirst = text.includes('PullRequests');
      const nodes = [...new Set(isFirst ? statuses.map(({ sha }) => sha) : [])].map((sha) => {
        const top = statuses.find((status) => status.sha === sha);
        const context = { state: top?.state.toUpperCase(), targetUrl: top?.target_url };
        return { commits: { nodes: [{ commit: { oid: sha, status: { context } } }] } };
      });
      const page = { pageInfo: { hasNextPage: false, endCursor: null }, nodes };
      return { ok: true, value: { repository: { page, ref: null } } };
    },
  };
  const github: FakeGitHub = {
    access: {
      readRun: () => Promise.resolve({ ...RUN, ...run }),
      connect: () => Promise.resolve(api),
      newNonce() {
        nonces += 1;
        return `nonceofwait${nonces}`;
      },
    },
    requests,
    statuses,
    add: (status) => void statuses.unshift({ ...status, id: statuses.length + 1 }),
  };
  return github;
}

/** A problem that trying again cannot fix, and one that it can. */
export const FORBIDDEN: GitHubAnswer<never> = {
  ok: false,
  problem: { type: 'http-status', status: 403, message: 'Resource not accessible by integration' },
};
export const DOWN: GitHubAnswer<never> = {
  ok: false,
  problem: { type: 'network', message: 'reset' },
};

/** A wait that was handed over. */
export function deferredWait(overrides: Partial<DeferredWait> = {}): DeferredWait {
  return {
    runId: '9',
    attempt: '1',
    productId: '01JZ2ZV5Q4PR0DXCT00000000A',
    images: [{ imageId: 'i1', scanId: 's1' }],
    isHandedOver: true,
    policy: undefined,
    endMs: Date.parse('2026-01-27T15:00:00Z'),
    nonce: 'nonceofother',
    ...overrides,
  };
}

/** A pending status with such a wait. */
export function pendingStatus(wait = deferredWait(), sha = 'head'): Omit<Stored, 'id'> {
  const target_url = toTargetUrl('https://github.test/run', wait);
  return { sha, context: 'binarly-scan', state: 'pending', description: '', target_url };
}
