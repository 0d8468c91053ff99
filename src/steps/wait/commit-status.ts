/** The commit status of a step with `on-timeout: defer`: when it is written, and in which words. */
import { createGitHubApi } from '../../github/api.ts';
import type { Run } from '../../github/run.ts';
import type { Workflow } from '../../github/workflow.ts';
import { createStepStatus, type StepStatus } from '../../handover/step-status.ts';
import { baselineIdOf } from '../../model/baseline.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import { type ImageRecord, verdictOf } from '../../model/image-record.ts';
import { countsOf, overallStatus } from '../../model/statuses.ts';
import {
  commitLine,
  commitStateOf,
  handedOverDescription,
  reasonOfStatusProblem,
  reasonWithoutRun,
  SHARED_DESCRIPTION,
  supersededLine,
  verdictDescription,
  WAITING,
} from '../../report/commit-status.ts';
import { describeThrown, type Reason } from '../../report/sentence.ts';
import type { Uses } from '../runtime.ts';
import type { Report } from './report.ts';
import type { Deferral, Settings } from './settings.ts';

export type BegunStatus =
  /** Without `on-timeout: defer`. */
  | { readonly kind: 'none' }
  | { readonly kind: 'begun'; readonly status: StepStatus }
  | { readonly kind: 'failed'; readonly reason: Reason };

/** Writes the first pending status, which voids an older success on the commit. */
export async function beginStatus(
  settings: Settings,
  signal: AbortSignal,
  { github, clock, random, workflow }: Uses<'github' | 'clock' | 'random' | 'workflow'>,
): Promise<BegunStatus> {
  const { deferral } = settings;
  if (deferral === undefined) return { kind: 'none' };
  const { context, githubToken } = deferral;
  let run: Run;
  try {
    run = await github.readRun();
  } catch (error) {
    return { kind: 'failed', reason: reasonWithoutRun(describeThrown(error)) };
  }
  workflow.info(commitLine(run, context));
  const connection = await github.connect(githubToken, run.apiUrl);
  const api = createGitHubApi(connection, { clock, random });
  const endMs = clock.wallMs() + deferral.settleWithinMs;
  const wait = waitOf(settings, run, github.newNonce(), endMs);
  const status = createStepStatus(wait, { run, context, api, clock, signal }, TEXTS);
  const problem = await status.begin();
  return problem === undefined
    ? { kind: 'begun', status }
    : { kind: 'failed', reason: reasonOfStatusProblem(problem, context, undefined) };
}

const TEXTS = {
  waiting: WAITING,
  shared: SHARED_DESCRIPTION,
  handedOver: handedOverDescription,
};

function waitOf(
  { imageIds, scanId, claimedProductId, policy, baseline }: Settings,
  { runId, attempt }: Run,
  nonce: string,
  endMs: number,
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
    endMs,
    nonce,
  };
}

/** @returns why the wait could not be handed over; undefined if it was. */
export async function handOverStatus(
  status: StepStatus,
  { context, baseline: given }: Pick<Settings, 'baseline'> & Pick<Deferral, 'context'>,
  records: readonly ImageRecord[],
  productId: string | undefined,
): Promise<Reason | undefined> {
  const images = records.map(({ imageId, scan, baseline }) => {
    // One that was given is compared with even if it was not ready in time.
    const baselineImageId = baselineIdOf(given) ?? baselineIdOf(baseline);
    return { imageId, scanId: scan?.id, baselineImageId };
  });
  const problem = await status.handOver({ productId, images });
  const verdicts = records.map(verdictOf).filter((verdict) => verdict !== undefined);
  const statuses = verdicts.map((verdict) => verdict.status);
  return problem && reasonOfStatusProblem(problem, context, overallStatus(statuses));
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
  const problem = await status.conclude(commitStateOf(green, verdict), description);
  if (problem !== 'superseded') return problem && reasonOfStatusProblem(problem, context, verdict);
  workflow.info(supersededLine(context));
  return undefined;
}
