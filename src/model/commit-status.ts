/** One context's statuses on a commit, as GitHub keeps them and as we add to them. */
import { isSameWord } from '../util/text.ts';
import type { DeferredWait } from './deferred-wait.ts';

export type CommitState = 'pending' | 'success' | 'failure' | 'error';

/** One entry of a context's statuses. */
export interface ContextStatus {
  /** Unique among all statuses of the repository; a later status has a greater one. */
  readonly id: number;
  readonly state: CommitState;
  readonly description: string;
  readonly targetUrl: string;
  /** The login of whoever wrote it; undefined if GitHub does not say. */
  readonly creator: string | undefined;
  /** When it was written, by GitHub's clock, in milliseconds since the epoch. */
  readonly createdMs: number | undefined;
  /** Undefined if the address carries no wait for this commit that we can read. */
  readonly wait: DeferredWait | undefined;
}

export type NewStatus = Pick<ContextStatus, 'state' | 'description' | 'targetUrl'>;

/**
 * The statuses as a writer sees them: what another identity wrote is no wait of ours, whatever its
 * address carries.
 * @param login the identity that the writer writes as.
 */
export function seenBy(
  login: string | undefined,
  statuses: readonly ContextStatus[],
): readonly ContextStatus[] {
  return statuses.map((status) =>
    isSameWord(status.creator, login) ? status : { ...status, wait: undefined },
  );
}

/**
 * GitHub sorts by time, in seconds; of two statuses in the same second, the later one has a greater
 * ID.
 */
export function newestFirst(statuses: Iterable<ContextStatus>): readonly ContextStatus[] {
  return [...statuses].sort((one, other) => other.id - one.id);
}
