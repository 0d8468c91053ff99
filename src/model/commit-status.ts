/** One context's statuses on a commit, as GitHub keeps them and as we add to them. */
import { printable } from '../util/text.ts';
import { type DeferredWait, toTargetUrl } from './deferred-wait.ts';

export type CommitState = 'pending' | 'success' | 'failure' | 'error';

/** One entry of a context's statuses. */
export interface ContextStatus {
  /** Unique among all statuses of the repository; a later status has a greater one. */
  readonly id: number;
  readonly state: CommitState;
  readonly description: string;
  /** The address that it links to, as GitHub has it; `wait` is what it carries. */
  readonly targetUrl: string;
  /** The login of whoever wrote it; undefined if GitHub does not say. */
  readonly creator: string | undefined;
  /** When it was written, by GitHub's clock, in milliseconds since the epoch. */
  readonly createdMs: number | undefined;
  /** Undefined if the address carries no wait for this commit that we can read. */
  readonly wait: DeferredWait | undefined;
}

/** What GitHub is given: a status that is put back is given as it was. */
export type GivenStatus = Pick<ContextStatus, 'state' | 'description' | 'targetUrl'>;

/** A status of a wait, in our own terms. */
export interface NewStatus {
  readonly state: CommitState;
  /** Of any length. */
  readonly description: string;
  /** The page that it links to: an address without a query. */
  readonly page: string;
  readonly wait: DeferredWait;
}

/** The longest description that GitHub takes. */
const LONGEST_DESCRIPTION = 140;
/** GitHub takes no characters outside of Unicode's basic plane, such as most emoji. */
const OUTSIDE_BASIC_PLANE = /[\u{10000}-\u{10FFFF}]/gu;

/** The status as GitHub takes it: its description is one line, and its address carries the wait. */
export function givenAs({ state, description, page, wait }: NewStatus): GivenStatus {
  const line = printable(description, LONGEST_DESCRIPTION - 1);
  return {
    state,
    description: line.replace(OUTSIDE_BASIC_PLANE, '?'),
    targetUrl: toTargetUrl(page, wait),
  };
}
