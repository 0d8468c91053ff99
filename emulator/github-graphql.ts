/** The part of GitHub's GraphQL that finds commits, resolved against its public schema. */
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema, graphql } from 'graphql';
import { ACTIONS_LOGIN, type GitHubScript, type StoredStatus } from './github-script.ts';

export interface QueryBody {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

type Statuses = (sha: string) => readonly StoredStatus[];

/** One and a half megabytes, so it is read on the first query. */
let schema: GraphQLSchema | undefined;

function publicSchema(): GraphQLSchema {
  // Its version 15.26.1 has a directive that graphql does not accept.
  schema ??= buildSchema(readFileSync(SCHEMA, 'utf8'), { assumeValidSDL: true });
  return schema;
}

/** The package exports its schema only together with five megabytes of JSON. */
const SCHEMA = new URL('../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);

export async function answerQuery(
  { query, variables }: QueryBody,
  script: GitHubScript,
  statuses: Statuses,
): Promise<object> {
  return graphql({
    schema: publicSchema(),
    source: query,
    variableValues: variables,
    rootValue: {
      viewer: { login: script.login ?? ACTIONS_LOGIN },
      repository: repositoryOf(script, statuses),
    },
  });
}

interface Page {
  readonly first?: number | null;
  readonly after?: string | null;
}

function repositoryOf(script: GitHubScript, statuses: Statuses) {
  const {
    repository,
    pullRequests = [],
    mergeGroups = [],
    branches = {},
    baseSha = 'base',
  } = script;
  const names = Object.keys(branches);
  const commit = (oid: string) => ({
    __typename: 'Commit',
    oid,
    status: () => {
      const found = statuses(oid);
      return found.length === 0 ? null : { context: contextOf(found) };
    },
  });
  const branch = (name: string | undefined) => {
    const commits = name === undefined ? undefined : branches[name];
    if (commits === undefined || name === undefined) return null;
    const history = (page: Page) => connection(commits, page, commit);
    return { name, target: { ...commit(commits[0] ?? ''), history } };
  };
  return ({ owner, name }: { readonly owner: string; readonly name: string }) => {
    if (`${owner}/${name}` !== repository) return null;
    return {
      pullRequests: (page: Page) =>
        connection(pullRequests, page, (head) => {
          // It becomes null in the data, and an error beside it.
          if (head === null) return new Error('Something went wrong with this node');
          return {
            baseRefOid: baseSha,
            baseRefName: names[0] ?? 'main',
            commits: () => connection([head], { first: 1 }, (oid) => ({ commit: commit(oid) })),
          };
        }),
      refs: ({ refPrefix, ...page }: Page & { readonly refPrefix: string }) => {
        const isQueue = refPrefix === 'refs/heads/gh-readonly-queue/';
        const heads = isQueue ? mergeGroups : [];
        return connection(heads, page, (oid) => ({ name: oid, target: commit(oid) }));
      },
      ref: (named: { readonly qualifiedName: string }) =>
        branch(names.find((it) => `refs/heads/${it}` === named.qualifiedName)),
      defaultBranchRef: () => branch(names[0]),
    };
  };
}

/** The newest status of each context counts. */
function contextOf(found: readonly StoredStatus[]) {
  return ({ name }: { readonly name: string }) => {
    const newest = found.find(({ context }) => context.toLowerCase() === name.toLowerCase());
    if (newest === undefined) return null;
    const { context, description, state, target_url: targetUrl } = newest;
    return { context, description, state: state.toUpperCase(), targetUrl };
  };
}

/** GitHub demands a page size of 1 to 100. */
function connection<T, N>(all: readonly T[], { first, after }: Page, node: (item: T) => N) {
  if (typeof first !== 'number' || first < 1 || first > 100)
    throw new Error('You must provide a `first` value of 1 to 100 to properly paginate.');
  const start = after === null || after === undefined ? 0 : Number(after);
  const end = start + first;
  return {
    totalCount: all.length,
    pageInfo: { hasNextPage: end < all.length, endCursor: `${end}` },
    nodes: all.slice(start, end).map(node),
  };
}
