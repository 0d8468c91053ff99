/**
 * A GitHub in this process, over real HTTP on loopback: commit statuses with GitHub's limits, and
 * GraphQL executed against GitHub's public schema, so that a query that GitHub would refuse fails
 * here.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Fault, jsonAnswer, play } from './faults.ts';
import { answerQuery } from './github-graphql.ts';
import {
  ACTIONS_LOGIN,
  type AddedStatus,
  type GitHub,
  type GitHubRequest,
  type GitHubScript,
  type StoredStatus,
} from './github-script.ts';

/** GitHub's limits (docs.github.com, REST: commit statuses). */
const LONGEST_DESCRIPTION = 140;
const MOST_STATUSES = 1_000;

/** Listens on the loopback interface. @param port 0 picks any free port. */
export async function startGitHub(script: GitHubScript, port = 0): Promise<GitHub> {
  const { login = ACTIONS_LOGIN, lagMs = 0, nowMs = Date.now } = script;
  const stored: StoredStatus[] = [];
  /** When each became visible in lists, by its ID. */
  const listedFromMs = new Map<number, number>();
  const requests: GitHubRequest[] = [];
  const prefix = `/repos/${script.repository}`;

  function statuses(sha: string): readonly StoredStatus[] {
    return stored.filter((status) => status.sha === sha);
  }

  function add(status: AddedStatus): void {
    const id = stored.length + 1;
    const created_at = new Date(nowMs()).toISOString().replace(/\.\d+/, '');
    stored.unshift({ creator: { login }, created_at, ...status, id });
    listedFromMs.set(id, nowMs() + lagMs);
  }

  function listed(sha: string): readonly StoredStatus[] {
    const visible = statuses(sha).filter(({ id }) => nowMs() >= (listedFromMs.get(id) ?? 0));
    // By time, in seconds: within a second, any order will do.
    return visible
      .toReversed()
      .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
  }

  async function answer(request: IncomingMessage): Promise<Fault> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://github');
    const body = await text(request);
    const [, ref] = /^\/commits\/([^/]+)\/statuses$/.exec(pathname.slice(prefix.length)) ?? [];
    const [, written] = /^\/statuses\/([^/]+)$/.exec(pathname.slice(prefix.length)) ?? [];
    const isQuery = pathname === '/graphql';
    const isCommits = pathname === `${prefix}/commits`;
    if (!isQuery && !pathname.startsWith(prefix)) return NOT_FOUND;
    const kind = isQuery ? 'query' : isCommits ? 'commits' : ref ? 'list' : 'write';
    const count = requests.filter((other) => other.kind === kind).length + 1;
    const asked = { kind, count, sha: ref } as const;
    requests.push(asked);
    const fault = script.before?.(asked, github);
    if (fault !== undefined) return fault;
    if (request.headers.authorization?.replace(/^(token|bearer) /i, '') !== script.token)
      return refusal(401, 'Bad credentials');
    if (isCommits) return script.mayRead === false ? REFUSED : listCommits(script, searchParams);
    if (isQuery) return jsonAnswer(200, await answerQuery(JSON.parse(body), script, statuses));
    if (ref !== undefined) return list(listed(ref), searchParams, github.url);
    return written === undefined ? NOT_FOUND : write(written, JSON.parse(body));
  }

  function write(sha: string, body: Readonly<Record<string, string>>): Fault {
    if (script.mayWrite === false) return REFUSED;
    const { context = 'default', state = '', description = '', target_url = '' } = body;
    if (!['pending', 'success', 'failure', 'error'].includes(state))
      return invalid('state is not included in the list');
    if (Array.from(description).length > LONGEST_DESCRIPTION)
      return invalid('description is too long (maximum is 140 characters)');
    if (/[\u{10000}-\u{10FFFF}]/u.test(description))
      return invalid('description contains unsupported characters');
    if (!/^https?:\/\//.test(target_url)) return invalid('target_url must use http(s) scheme');
    if (
      statuses(sha).filter((status) => isSameName(status.context, context)).length >= MOST_STATUSES
    )
      return invalid('This SHA and context has reached the maximum number of statuses.');
    add({ sha, context, state, description, target_url });
    return jsonAnswer(201, stored[0]);
  }

  const server = createServer(async (request, response) => {
    const fault = await answer(request);
    response.setHeader('date', new Date(nowMs()).toUTCString());
    play(fault, response);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: listensOn } = server.address() as AddressInfo;
  const github: GitHub = {
    url: `http://127.0.0.1:${listensOn}`,
    requests,
    statuses,
    add,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
  return github;
}

/** The commit and its ancestors, newest first: by date, on whatever branch they were made. */
function listCommits({ commits = {} }: GitHubScript, query: URLSearchParams): Fault {
  const reached = new Set<string>();
  const left = [(query.get('sha') ?? '').toLowerCase()];
  for (let sha = left.pop(); sha !== undefined; sha = left.pop()) {
    const parents = commits[sha];
    if (reached.has(sha) || parents === undefined) continue;
    reached.add(sha);
    left.push(...parents);
  }
  if (reached.size === 0) return refusal(404, 'Not Found');
  const listed = Object.entries(commits).filter(([sha]) => reached.has(sha));
  const page = listed.slice(0, Number(query.get('per_page') ?? 30));
  return jsonAnswer(
    200,
    page.map(([sha, parents]) => ({ sha, parents: parents.map((parent) => ({ sha: parent })) })),
  );
}

function list(found: readonly StoredStatus[], query: URLSearchParams, url: string): Fault {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const page = Number(query.get('page') ?? 1);
  const pages = Math.ceil(found.length / size);
  const links = [
    ...(page > 1 ? [`<${url}/?page=${page - 1}>; rel="prev"`] : []),
    ...(page < pages
      ? [`<${url}/?page=${page + 1}>; rel="next"`, `<${url}/?page=${pages}>; rel="last"`]
      : []),
  ];
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {};
  return jsonAnswer(200, found.slice((page - 1) * size, page * size), headers);
}

/** GitHub compares the names of statuses without regard to case. */
function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** What GitHub says of a permission that the token lacks. */
export const NO_PERMISSION = 'Resource not accessible by integration';

/** An error in GitHub's format. */
export function refusal(status: number, message: string): Fault {
  return jsonAnswer(status, { message, documentation_url: 'https://docs.github.com/rest' });
}

const REFUSED = refusal(403, NO_PERMISSION);

function invalid(message: string): Fault {
  return refusal(422, `Validation Failed: ${message}`);
}

const NOT_FOUND = refusal(404, 'Not Found');
