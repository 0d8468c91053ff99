/** The commit status of a step that may be deferred: pending first, then the verdict. */
import type { GitHubApi } from '../github/api.ts';
import type { Run } from '../github/run.ts';
import type { StatusContext } from '../github/statuses.ts';
import type { CommitState, NewStatus } from '../model/commit-status.ts';
import { type DeferredWait, readTargetUrl, toTargetUrl } from '../model/deferred-wait.ts';
import type { Clock } from '../polling/clock.ts';
import {
  commitLine,
  commitStateOf,
  handedOverDescription,
  reasonNotHandedOver,
  reasonShared,
  reasonTooLong,
  reasonUnwritten,
  reasonWithoutRun,
  SHARED_DESCRIPTION,
  supersededLine,
  verdictDescription,
  WAITING,
} from '../report/commit-status.ts';
import type { Reason } from '../report/sentence.ts';
import { describeThrown } from '../steps/wait/reasons.ts';
import { type Report, withError } from '../steps/wait/report.ts';
import type { Deferral, Settings } from '../steps/wait/settings.ts';
import { canDefer, deferred } from './can-defer.ts';
import { beginWait, continueWait, reportSharing, type Writing } from './protocol.ts';
import { type Written, writeStatus } from './write-status.ts';

/** How the step reaches GitHub. */
export interface GitHubAccess {
  readonly readRun: () => Promise<Run>;
  readonly connect: (token: string, baseUrl: string) => Promise<GitHubApi>;
  /** Distinguishes this wait from any other: lower-case letters and digits. */
  readonly newNonce: () => string;
}

export interface StepStatusOptions {
  readonly access: GitHubAccess;
  readonly clock: Clock;
  /** The interruption. */
  readonly signal: AbortSignal;
  readonly info: (line: string) => void;
}

export interface StepStatus {
  /** Writes the verdict, or hands the wait over. @returns the report, updated with the result. */
  conclude(report: Report): Promise<Report>;
}

export type Begun =
  | { readonly ok: true; readonly status: StepStatus }
  | { readonly ok: false; readonly reason: Reason };

/** Writes the first pending status, which voids an older success on the commit. */
export async function beginStepStatus(
  settings: Settings,
  deferral: Deferral,
  { access, clock, signal, info }: StepStatusOptions,
): Promise<Begun> {
  const { context, githubToken } = deferral;
  let run: Run;
  try {
    run = await access.readRun();
  } catch (error) {
    return { ok: false, reason: reasonWithoutRun(describeThrown(error)) };
  }
  info(commitLine(run, context));
  const api = await access.connect(githubToken, run.apiUrl);
  const wait = waitOf(settings, deferral, run, { nonce: access.newNonce(), clock });
  const target: StatusContext = { owner: run.owner, repo: run.repo, sha: run.commit.sha, context };
  const write = (start: () => Writing) => writeStatus(start, target, { api, clock, signal });
  const { begin, conclude } = createStepStatus({ settings, context, run, wait, write, info });
  const failure = await begin();
  return failure === undefined
    ? { ok: true, status: { conclude } }
    : { ok: false, reason: failure };
}

interface Parts {
  readonly settings: Settings;
  /** The name of the commit status. */
  readonly context: string;
  readonly run: Run;
  /** The wait as it is before it is handed over. */
  readonly wait: DeferredWait;
  readonly write: (start: () => Writing) => Promise<Written>;
  readonly info: (line: string) => void;
}

function createStepStatus({ settings, context, run, wait, write, info }: Parts) {
  const statusOf = (state: CommitState, description: string, of = wait): NewStatus => ({
    state,
    description,
    targetUrl: toTargetUrl(run.pageUrl, of),
  });

  /** @returns undefined if the status is written, or belongs to a newer wait. */
  async function failureOf(
    written: Written,
    verdict: Report['status'] | undefined,
  ): Promise<Reason | undefined> {
    if (!written.ok) return reasonUnwritten(context, written.problem, verdict);
    if (written.outcome !== 'shared') return undefined;
    await write(() => reportSharing(statusOf('error', SHARED_DESCRIPTION)));
    return reasonShared(context, verdict);
  }

  /** @returns why the first status could not be written; undefined if it was. */
  async function begin(): Promise<Reason | undefined> {
    const pending = statusOf('pending', WAITING);
    return failureOf(await write(() => beginWait(wait, pending)), undefined);
  }

  async function conclude(report: Report): Promise<Report> {
    if (canDefer(report, settings)) return handOver(report);
    const status = statusOf(commitStateOf(report), verdictDescription(report));
    const written = await write(() => continueWait(wait, status));
    if (written.ok && written.outcome === 'superseded') info(supersededLine(context));
    const failure = await failureOf(written, report.status);
    return failure === undefined ? report : withError(report, failure);
  }

  async function handOver(report: Report): Promise<Report> {
    const carried = handedOver(wait, report);
    const status = statusOf('pending', handedOverDescription(carried), carried);
    // What cannot be read back would be pending forever.
    if (readTargetUrl(status.targetUrl) === undefined)
      return withError(report, reasonTooLong(status.targetUrl.length));
    const written = await write(() => continueWait(carried, status));
    const failure = await failureOf(written, report.status);
    if (failure !== undefined) return withError(report, failure);
    return written.ok && written.outcome === 'superseded'
      ? withError(report, reasonNotHandedOver(context))
      : deferred(report, settings, context);
  }

  return { begin, conclude };
}

function waitOf(
  { imageIds, scanId, claimedProductId, policy }: Settings,
  { settleWithinMs }: Deferral,
  { runId, attempt }: Run,
  { nonce, clock }: { readonly nonce: string; readonly clock: Clock },
): DeferredWait {
  return {
    runId,
    attempt,
    productId: claimedProductId,
    images: imageIds.map((imageId) => ({ imageId, scanId })),
    isHandedOver: false,
    policy,
    endMs: clock.wallMs() + settleWithinMs,
    nonce,
  };
}

function handedOver(wait: DeferredWait, { images, product }: Report): DeferredWait {
  return {
    ...wait,
    productId: product?.id,
    images: images.map(({ record }) => ({ imageId: record.imageId, scanId: record.scan?.id })),
    isHandedOver: true,
  };
}
