/** One context's statuses on a commit, as GitHub keeps them and as we add to them. */
import type { DeferredWait } from './deferred-wait.ts';

export type CommitState = 'pending' | 'success' | 'failure' | 'error';

/** One entry of a context's statuses. */
export interface ContextStatus {
  /** Unique among all statuses of the repository. */
  readonly id: string;
  readonly state: CommitState;
  readonly description: string;
  readonly targetUrl: string;
  /** Undefined if the address carries no wait that we can read: someone else wrote it. */
  readonly wait: DeferredWait | undefined;
}

export type NewStatus = Omit<ContextStatus, 'id' | 'wait'>;
