/** The run that this step belongs to, and the commit that its status is about. */
import { baseOf, type RunBase } from './run-base.ts';

export interface Run {
  readonly owner: string;
  readonly repo: string;
  /** Digits. */
  readonly runId: string;
  readonly attempt: string;
  /** The page of this attempt. */
  readonly pageUrl: string;
  /** The address of GitHub's REST API. */
  readonly apiUrl: string;
  readonly commit: Commit;
  /** What that commit is compared with. */
  readonly base: RunBase;
}

interface Commit {
  readonly sha: string;
  readonly of: 'pull request' | 'merge group' | 'triggering workflow' | 'workflow';
}

/** What started the run. */
export interface Trigger {
  /** The name of the event; empty if it is not known. */
  readonly event: string;
  /** For example `refs/heads/main`; empty if it is not known. */
  readonly ref: string;
}

export interface RunTrigger extends Trigger {
  /** GITHUB_SHA; empty if it is not known. */
  readonly sha: string;
}

export function triggerOf(env: Readonly<Record<string, string | undefined>>): RunTrigger {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_SHA: sha = '' } = env;
  return { event, ref, sha };
}

/**
 * Events that are not about a commit (docs.github.com, events that trigger workflows): GITHUB_SHA is
 * the newest commit of the default branch then, which is not what is being scanned.
 */
const WITHOUT_COMMIT: ReadonlySet<string> = new Set([
  'branch_protection_rule',
  'check_run',
  'check_suite',
  'delete',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'image_version',
  'issue_comment',
  'issues',
  'label',
  'milestone',
  'page_build',
  'project',
  'project_card',
  'project_column',
  'public',
  'status',
  'watch',
]);

/** Why a sweep would never find a commit status of this run; undefined if it would. */
export function hiddenCommit({ event, ref }: Trigger): 'event' | 'tag' | undefined {
  if (WITHOUT_COMMIT.has(event)) return 'event';
  return ref.startsWith('refs/tags/') ? 'tag' : undefined;
}

/** The page of one attempt of a run. @param repositoryUrl the page of the repository. */
export function attemptUrl(repositoryUrl: string, runId: string, attempt: string): string {
  return `${repositoryUrl}/actions/runs/${runId}/attempts/${attempt}`;
}

/**
 * Loads @actions/github, whose context reads the event's file as it loads.
 * @throws if that file is not JSON, or the runner's variables are missing.
 */
export async function readRun(): Promise<Run> {
  const { context } = await import('@actions/github');
  const { owner, repo } = context.repo;
  const { runId, serverUrl, payload, sha, ref, eventName } = context;
  if (owner === '' || repo === '' || Number.isNaN(runId))
    throw new Error('GITHUB_REPOSITORY or GITHUB_RUN_ID is missing');
  const attempt = Number.isNaN(context.runAttempt) ? 1 : context.runAttempt;
  return {
    owner,
    repo,
    runId: `${runId}`,
    attempt: `${attempt}`,
    pageUrl: attemptUrl(`${serverUrl}/${owner}/${repo}`, `${runId}`, `${attempt}`),
    apiUrl: context.apiUrl,
    commit: commitOf(payload, sha),
    base: baseOf(payload, sha, `${ref ?? ''}`, eventName),
  };
}

/**
 * In a pull request, GITHUB_SHA is a merge commit that nobody looks at; in `pull_request_target`,
 * it is the commit of the base branch, and in `workflow_run` that of the default branch.
 */
function commitOf(payload: Readonly<Record<string, unknown>>, sha: string): Commit {
  const [ofEvent] = PATHS.flatMap(([of, ...path]) => {
    const found = textAt(payload, ...path);
    return found === undefined ? [] : [{ sha: found, of }];
  });
  return ofEvent ?? { sha, of: 'workflow' };
}

const PATHS = [
  ['pull request', 'pull_request', 'head', 'sha'],
  ['merge group', 'merge_group', 'head_sha'],
  ['triggering workflow', 'workflow_run', 'head_sha'],
] as const;

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key],
    value,
  );
  return typeof found === 'string' ? found : undefined;
}
