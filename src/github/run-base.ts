/** What a run's commit is based on, as far as the event says. */
import * as v from 'valibot';

export interface RunBase {
  /** The base branch, as people call it; empty if unknown. */
  readonly branch: string;
  readonly start: BaseStart;
}

/** Where the base is. */
export type BaseStart =
  | { readonly kind: 'commit'; readonly sha: string }
  /**
   * What GitHub built of a pull request, if `mergeSha` is a merge of its head: then the base is the
   * first parent. The event's own base may be older.
   */
  | {
      readonly kind: 'merge';
      readonly mergeSha: string;
      readonly headSha: string;
      readonly baseSha: string;
    }
  | { readonly kind: 'parent'; readonly of: string }
  /** The event does not say. */
  | { readonly kind: 'unknown' };

const sha = v.pipe(v.string(), v.nonEmpty());
const name = v.fallback(v.optional(v.string(), ''), '');
/** The part of an event's pull request that we use. */
const pullRequest = v.object({
  head: v.object({ sha }),
  base: v.object({ sha, ref: name }),
});
const workflowRun = v.object({
  event: name,
  head_sha: sha,
  head_branch: name,
  pull_requests: v.fallback(v.array(v.object({ base: v.object({ sha, ref: name }) })), []),
});
const eventSchema = v.object({
  pull_request: v.nullish(v.unknown()),
  merge_group: v.nullish(v.unknown()),
  workflow_run: v.nullish(v.unknown()),
});
const mergeGroup = v.object({ base_sha: sha, base_ref: name });

/**
 * @param payload the event.
 * @param runSha GITHUB_SHA.
 * @param ref GITHUB_REF, such as `refs/heads/main`.
 * @param name the event's name: without the part that it should have, the base is not known.
 */
export function baseOf(payload: unknown, runSha: string, ref: string, name = ''): RunBase {
  const event = v.parse(v.fallback(eventSchema, {}), payload);
  if (event.pull_request != null) return ofPullRequest(event.pull_request, runSha);
  if (event.merge_group != null) return ofMergeGroup(event.merge_group);
  if (event.workflow_run != null) return ofWorkflowRun(event.workflow_run);
  if (/^(?:pull_request|merge_group|workflow_run)/.test(name)) return UNKNOWN;
  const branch = ref.startsWith('refs/tags/') ? '' : branchOf(ref);
  return { branch, start: { kind: 'parent', of: runSha } };
}

function ofPullRequest(given: unknown, mergeSha: string): RunBase {
  const parsed = v.safeParse(pullRequest, given);
  if (!parsed.success) return UNKNOWN;
  const { head, base } = parsed.output;
  const shas = { mergeSha, headSha: head.sha, baseSha: base.sha };
  return { branch: base.ref, start: { kind: 'merge', ...shas } };
}

function ofMergeGroup(given: unknown): RunBase {
  const parsed = v.safeParse(mergeGroup, given);
  if (!parsed.success) return UNKNOWN;
  const { base_ref: ref, base_sha: sha } = parsed.output;
  return { branch: branchOf(ref), start: { kind: 'commit', sha } };
}

/**
 * The parent of a pull request's head may be the pull request's own commit, whose findings would
 * excuse themselves. GitHub names no pull request if it comes from a fork.
 */
function ofWorkflowRun(given: unknown): RunBase {
  const parsed = v.safeParse(workflowRun, given);
  if (!parsed.success) return UNKNOWN;
  const { event, head_sha: of, head_branch: branch, pull_requests } = parsed.output;
  if (!event.startsWith('pull_request')) return { branch, start: { kind: 'parent', of } };
  const [first, ...others] = pull_requests.map(({ base }) => base);
  if (first === undefined || others.some(({ sha }) => sha !== first.sha)) return UNKNOWN;
  return { branch: first.ref, start: { kind: 'commit', sha: first.sha } };
}

/**
 * The base of a commit that was found in two places. A pull request knows it better than a branch
 * does; two pull requests with different bases leave none, whatever is found later.
 */
export function commonBase(one: RunBase, other: RunBase): RunBase {
  if (one.start.kind === 'unknown' || other.start.kind === 'unknown') return UNKNOWN;
  if (other.start.kind !== 'commit') return one;
  if (one.start.kind !== 'commit') return other;
  return one.start.sha === other.start.sha ? one : UNKNOWN;
}

const UNKNOWN: RunBase = { branch: '', start: { kind: 'unknown' } };

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}
