/** The script that the emulated GitHub plays, and what it shows of itself. */
import type { Fault } from './faults.ts';

/** The identity of the token of a job. */
export const ACTIONS_LOGIN = 'github-actions[bot]';

export interface GitHubScript {
  /** As in `acme/firmware`. */
  readonly repository: string;
  /** Other tokens get a 401. */
  readonly token: string;
  /** Who the token belongs to; `github-actions[bot]` if left out. */
  readonly login?: string;
  /** How long a list of statuses lacks a new one, in milliseconds; 0 if left out. */
  readonly lagMs?: number;
  /** The time, in milliseconds since the epoch; this machine's clock if left out. */
  readonly nowMs?: () => number;
  /** Whether the token may write statuses; true if left out. */
  readonly mayWrite?: boolean;
  /** The head of each open pull request; null for one that GitHub fails to show. */
  readonly pullRequests?: readonly (string | null)[];
  /** The commit that all of them are to be merged into; `base` if left out. */
  readonly baseSha?: string;
  /** The heads of the merge queue's groups. */
  readonly mergeGroups?: readonly string[];
  /** The last commits of each branch, newest first. The first branch is the default branch. */
  readonly branches?: Readonly<Record<string, readonly string[]>>;
  /** Every commit with its parents, newest first. Only from these, commits are listed. */
  readonly commits?: Readonly<Record<string, readonly string[]>>;
  /** Whether the token may read commits; true if left out. */
  readonly mayRead?: boolean;
  /** Called before each answer. A fault replaces the answer; statuses may be added here. */
  readonly before?: (request: GitHubRequest, github: GitHub) => Fault | undefined;
}

export interface GitHubRequest {
  readonly kind: 'list' | 'write' | 'query' | 'commits';
  /** Counted from 1, over requests of this kind. */
  readonly count: number;
  /** The commit whose statuses are listed; undefined for any other kind. */
  readonly sha: string | undefined;
}

export interface StoredStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly target_url: string;
  readonly creator: { readonly login: string };
  /** In whole seconds. */
  readonly created_at: string;
}

/** A status that comes from elsewhere, now and by the token's identity if not said otherwise. */
export type AddedStatus = Omit<StoredStatus, 'id' | 'creator' | 'created_at'> &
  Partial<Pick<StoredStatus, 'creator' | 'created_at'>>;

export interface GitHub {
  /** The value for GITHUB_API_URL. */
  readonly url: string;
  readonly requests: readonly GitHubRequest[];
  /** The statuses of a commit, newest first. */
  statuses(sha: string): readonly StoredStatus[];
  add(status: AddedStatus): void;
  close(): Promise<void>;
}
