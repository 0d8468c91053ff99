/**
 * A GitHub in memory, for tests on a clock that jumps; and none, for tests that must not use it.
 */

import { ACTIONS_LOGIN } from '../../emulator/github-script.ts';
import type {
  GitHubConnection,
  GitHubReply,
  GitHubResponse,
  NoResponse,
} from '../../src/github/connection.ts';
import type { Run } from '../../src/github/run.ts';
import { commitOf, type DeferredWait, toTargetUrl } from '../../src/model/deferred-wait.ts';
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
  base: { branch: 'main', start: { kind: 'commit', sha: 'base' } },
};

/** When all statuses are written: the time at which a jumping clock begins. */
export const CREATED_AT = '2026-01-26T15:00:00Z';

interface Stored {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly target_url: string;
  readonly creator: { readonly login: string };
  readonly created_at: string;
}

type Added = Omit<Stored, 'id' | 'creator' | 'created_at'> & Partial<Stored>;

export type Kind = 'list' | 'write' | 'query' | 'commits';

export interface FakeGitHub {
  readonly access: GitHubAccess;
  readonly requests: readonly Kind[];
  /** Newest first. */
  readonly statuses: readonly Stored[];
  /** By the identity of the token, if not said otherwise. */
  add(status: Added): void;
}

/**
 * @param fault takes an answer's place; its second parameter counts requests of the kind from 1.
 */
export function fakeGitHub(
  fault: (kind: Kind, count: number, github: FakeGitHub) => GitHubReply | undefined = () =>
    undefined,
  run: Partial<Run> = {},
  createdAt = CREATED_AT,
): FakeGitHub {
  const statuses: Stored[] = [];
  const requests: Kind[] = [];
  let nonces = 0;

  function faultOf(kind: Kind): GitHubReply | undefined {
    requests.push(kind);
    return fault(kind, requests.filter((it) => it === kind).length, github);
  }

  const connection: GitHubConnection = {
    async rest(route, parameters, { signal }) {
      const kind = KINDS[route] ?? (route.startsWith('GET') ? 'list' : 'write');
      const failed = faultOf(kind);
      if (failed !== undefined) return failed;
      if (signal.aborted) return STOPPED;
      if (kind === 'commits') return answered(200, [{ sha: parameters['sha'], parents: [] }]);
      if (kind === 'write') {
        github.add(parameters as unknown as Stored);
        return answered(201, statuses[0]);
      }
      const { ref } = parameters as { readonly ref?: string };
      return answered(
        200,
        statuses.filter(({ sha }) => sha === ref),
      );
    },
    async graphql(query) {
      const failed = faultOf('query');
      if (failed !== undefined) return failed;
      const isFirst = query.includes('PullRequests');
      const nodes = [...new Set(isFirst ? statuses.map(({ sha }) => sha) : [])].map((sha) => {
        const top = statuses.find((status) => status.sha === sha);
        const c0 = { state: top?.state.toUpperCase(), targetUrl: top?.target_url };
        const commits = { nodes: [{ commit: { oid: sha, status: { c0 } } }] };
        return { baseRefOid: 'base', baseRefName: 'main', commits };
      });
      const page = { pageInfo: { hasNextPage: false, endCursor: null }, nodes };
      const viewer = { login: ACTIONS_LOGIN };
      return answered(200, { data: { viewer, repository: { page, ref: null } } });
    },
  };
  const github: FakeGitHub = {
    access: {
      readRun: () => Promise.resolve({ ...RUN, ...run }),
      connect: () => Promise.resolve(connection),
      newNonce() {
        nonces += 1;
        return `nonceofwait${nonces}`;
      },
    },
    requests,
    statuses,
    add(status) {
      const common = { creator: { login: ACTIONS_LOGIN }, created_at: createdAt };
      statuses.unshift({ ...common, ...status, id: statuses.length + 1 });
    },
  };
  return github;
}

/** A response in GitHub's format. */
export function answered<T>(
  status: number,
  data: T,
  headers: GitHubResponse['headers'] = {},
): GitHubResponse & { readonly data: T } {
  return { kind: 'response', status, headers, data };
}

/** Every commit is the first of its repository. */
const KINDS: Readonly<Record<string, Kind>> = { 'GET /repos/{owner}/{repo}/commits': 'commits' };

const STOPPED: NoResponse = { kind: 'no-response', problem: { type: 'stopped' } };
/** A problem that trying again cannot fix, and one that it can. */
export const FORBIDDEN = answered(403, { message: 'Resource not accessible by integration' });
export const DOWN: NoResponse = {
  kind: 'no-response',
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
    leftMs: 86_400_000,
    nonce: 'nonceofother',
    commit: 'head',
    ...overrides,
  };
}

/** A pending status with such a wait, of this commit. */
export function pendingStatus(wait = deferredWait(), sha = 'head'): Added {
  const target_url = toTargetUrl('https://github.test/run', { ...wait, commit: commitOf(sha) });
  return { sha, context: 'binarly-scan', state: 'pending', description: '', target_url };
}
