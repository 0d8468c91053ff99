/** The commit status of a step with `on-timeout: defer`: when it is written, and in which words. */
import type { Run } from '../../github/run.ts';
import type { Workflow } from '../../github/workflow.ts';
import { createStepStatus, type StatusEnd, type StepStatus } from '../../handover/step-status.ts';
import { baselineIdOf } from '../../model/baseline.ts';
import { commitOf, type DeferredWait } from '../../model/deferred-wait.ts';
import { type ImageRecord, verdictOf } from '../../model/image-record.ts';
import { countsOf, overallStatus } from '../../model/statuses.ts';
import type { Status } from '../../model/verdict.ts';
import {
  commitLine,
  commitStateOf,
  handedOverDescription,
  leftAloneLine,
  reasonOfInterruptedHandOver,
  reasonOfStatusProblem,
  reasonWithoutRun,
  SHARED_DESCRIPTION,
  verdictDescription,
  WAITING,
} from '../../report/commit-status.ts';
import type { Reason } from '../../report/sentence.ts';
import { openGitHub } from '../open-github.ts';
import type { Uses } from '../runtime.ts';
import type { Report } from './report.ts';
import type { Deferral, Settings } from './settings.ts';

export type BegunStatus =
  /** Without `on-timeout: defer`. */
  | { readonly kind: 'none' }
  | { readonly kind: 'begun'; readonly status: StepStatus }
  /** The status is undefined if none of ours is pending now. */
  | { readonly kind: 'failed'; readonly reason: Reason; readonly status?: StepStatus };

/** Writes the first pending status, which voids an older success on the commit. */
export async function beginStatus(
  settings: Settings,
  signal: AbortSignal,
  runtime: Uses<'github' | 'clock' | 'random' | 'workflow'>,
): Promise<BegunStatus> {
  const { deferral } = settings;
  if (deferral === undefined) return { kind: 'none' };
  const { context, githubToken } = deferral;
  const { github, clock, workflow } = runtime;
  const opened = await openGitHub(githubToken, runtime);
  if (!opened.ok) return { kind: 'failed', reason: reasonWithoutRun(opened.cause) };
  const { run, api } = opened;
  workflow.info(commitLine(run, context));
  const wait = waitOf(settings, deferral, run, github.newNonce());
  const status = createStepStatus(wait, { run, context, api, clock, signal }, TEXTS);
  const problem = await status.begin();
  if (problem === undefined) return { kind: 'begun', status };
  const reason = reasonOfStatusProblem(problem, context, undefined);
  const isPending = problem.type === 'unseen' || problem.type === 'unlisted';
  return { kind: 'failed', reason, ...(isPending && { status }) };
}

const TEXTS = {
  waiting: WAITING,
  shared: SHARED_DESCRIPTION,
  handedOver: handedOverDescription,
};

function waitOf(
  { imageIds, scanId, claimedProductId, policy, baseline }: Settings,
  { settleWithinMs }: Deferral,
  { runId, attempt, commit }: Run,
  nonce: string,
): DeferredWait {
  return {
    runId,
    attempt,
    productId: claimedProductId,
    images: imageIds.map((imageId) => ({
      imageId,
      scanId,
      baselineImageId: baselineIdOf(baseline),
    })),
    isHandedOver: false,
    policy,
    leftMs: settleWithinMs,
    nonce,
    commit: commitOf(commit.sha),
  };
}

export interface HandedOver {
  /** Whether someone else will finish the wait. */
  readonly isDone: boolean;
  /** Why not; undefined if someone else's status counts, and the verdict stays as it is. */
  readonly problem: Reason | undefined;
}

export async function handOverStatus(
  status: StepStatus,
  { context, baseline: given }: Pick<Settings, 'baseline'> & Pick<Deferral, 'context'>,
  records: readonly ImageRecord[],
  productId: string | undefined,
  signal: AbortSignal,
  workflow: Workflow,
): Promise<HandedOver> {
  const images = records.map(({ imageId, scan, baseline }) => {
    // One that was given is compared with even if it was not ready in time.
    const baselineImageId = baselineIdOf(given) ?? baselineIdOf(baseline);
    return { imageId, scanId: scan?.id, baselineImageId };
  });
  const end = await status.handOver({ productId, images });
  const verdicts = records.map(verdictOf).filter((verdict) => verdict !== undefined);
  const statuses = verdicts.map((verdict) => verdict.status);
  const problem = problemIn(end, context, overallStatus(statuses), workflow);
  const isInterrupted = problem !== undefined && signal.aborted;
  return {
    isDone: end.type === 'written',
    problem: isInterrupted ? reasonOfInterruptedHandOver(context) : problem,
  };
}

/** Writes the verdict. @returns why it could not be written; undefined if it was. */
export async function concludeStatus(
  status: StepStatus,
  context: string,
  { green, status: verdict, reason, images }: Report,
  workflow: Workflow,
): Promise<Reason | undefined> {
  const counts = images.length > 1 ? countsOf(images.map((image) => image.status)) : '';
  const description = verdictDescription(verdict, reason, counts);
  const end = await status.conclude(commitStateOf(green, verdict), description);
  return problemIn(end, context, verdict, workflow);
}

/** Logs it if someone else's status counts: that does not change the result of this step. */
function problemIn(
  end: StatusEnd,
  context: string,
  verdict: Status,
  workflow: Workflow,
): Reason | undefined {
  if (end.type === 'problem') return reasonOfStatusProblem(end.problem, context, verdict);
  if (end.type === 'left-alone') workflow.info(leftAloneLine(end.why, context));
  return undefined;
}
