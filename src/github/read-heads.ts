/** Reads commits and their statuses from answers to queries, any part of which may be missing. */
import * as v from 'valibot';
import { type DeferredWait, readTargetUrl } from '../model/deferred-wait.ts';
import type { RunBase } from './run-base.ts';

/** A commit with its statuses of the contexts that were asked for. */
interface Head {
  readonly sha: string;
  /** What the commit is based on, for whoever compares with the base branch. */
  readonly base: RunBase;
  readonly statuses: readonly {
    readonly context: string;
    /** In capitals, as in `PENDING`. */
    readonly state: string;
    readonly targetUrl: string;
    /** What that address carries; undefined if it is no wait for this commit. */
    readonly wait: DeferredWait | undefined;
  }[];
}

export type Heads = readonly Head[];

export interface Page {
  readonly heads: Heads;
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
  /** The login that the token writes as; empty unless it was asked for. */
  readonly login: string;
}

export interface Branch {
  readonly name: string;
  /** False if GitHub knows no such branch. */
  readonly exists: boolean;
  readonly heads: Heads;
}

/** A list whose entries GitHub replaces by null if it fails to make them. */
const nodesOf = <T extends v.GenericSchema>(node: T) =>
  v.object({ nodes: v.fallback(v.nullish(v.array(v.fallback(v.nullish(node), null)), []), []) });

const statusSchema = v.nullish(
  v.object({ state: v.string(), targetUrl: v.fallback(v.string(), '') }),
);
const headSchema = v.nullish(
  v.object({
    oid: v.string(),
    status: v.nullish(v.record(v.string(), statusSchema)),
  }),
);
type RawHead = v.InferOutput<typeof headSchema>;

const NO_PAGE = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };

const pageOf = <T extends v.GenericSchema>(node: T) =>
  v.object({
    repository: v.object({
      // Null if GitHub fails to make it; its errors say why.
      page: v.nullish(
        v.object({
          pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullish(v.string(), null) }),
          ...nodesOf(node).entries,
        }),
        NO_PAGE,
      ),
    }),
  });

const pullRequestsSchema = v.object({
  viewer: v.object({ login: v.string() }),
  ...pageOf(
    v.object({
      baseRefOid: v.fallback(v.optional(v.string(), ''), ''),
      baseRefName: v.fallback(v.optional(v.string(), ''), ''),
      commits: nodesOf(v.object({ commit: headSchema })),
    }),
  ).entries,
});
const mergeGroupsSchema = pageOf(v.object({ target: headSchema }));
const branchSchema = v.object({
  repository: v.object({
    ref: v.nullish(
      v.object({
        name: v.fallback(v.string(), ''),
        target: v.nullish(v.object({ history: v.optional(nodesOf(headSchema)) })),
      }),
    ),
  }),
});

export function readPullRequests(data: unknown, contexts: readonly string[]): Page | undefined {
  const parsed = v.safeParse(pullRequestsSchema, data);
  if (!parsed.success) return undefined;
  const { viewer, repository } = parsed.output;
  const { pageInfo, nodes } = repository.page;
  const heads = present(nodes).flatMap(({ baseRefOid: sha, baseRefName: branch, commits }) => {
    const start = sha === '' ? ({ kind: 'unknown' } as const) : ({ kind: 'commit', sha } as const);
    const commit = present(commits.nodes).map((node) => node.commit);
    return headsOf(commit, contexts, () => ({ branch, start }));
  });
  return { heads, next: nextOf(pageInfo), login: viewer.login };
}

export function readMergeGroups(data: unknown, contexts: readonly string[]): Page | undefined {
  const parsed = v.safeParse(mergeGroupsSchema, data);
  if (!parsed.success) return undefined;
  const { pageInfo, nodes } = parsed.output.repository.page;
  const heads = present(nodes).map(({ target }) => target);
  return { heads: headsOf(heads, contexts, parentOn('')), next: nextOf(pageInfo), login: '' };
}

export function readBranch(data: unknown, contexts: readonly string[]): Branch | undefined {
  const parsed = v.safeParse(branchSchema, data);
  if (!parsed.success) return undefined;
  const { ref } = parsed.output.repository;
  const name = ref?.name ?? '';
  const heads = headsOf(ref?.target?.history?.nodes ?? [], contexts, parentOn(name));
  return { name, exists: ref != null, heads };
}

function nextOf(page: { readonly hasNextPage: boolean; readonly endCursor: string | null }) {
  return page.hasNextPage ? page.endCursor : null;
}

/** A commit that is no pull request's is based on the one before. */
function parentOn(branch: string): (sha: string) => RunBase {
  return (sha) => ({ branch, start: { kind: 'parent', of: sha } });
}

function headsOf(
  heads: readonly RawHead[],
  contexts: readonly string[],
  baseOf: (sha: string) => RunBase,
): Heads {
  return present(heads).map(({ oid, status }) => ({
    sha: oid,
    base: baseOf(oid),
    statuses: contexts.flatMap((context, index) => {
      const found = status?.[`c${index}`];
      return found == null
        ? []
        : [{ context, ...found, wait: readTargetUrl(found.targetUrl, oid) }];
    }),
  }));
}

function present<T>(entries: readonly T[]): readonly NonNullable<T>[] {
  return entries.filter((entry) => entry != null);
}
