/** The waiting step, as a table of contents: read the inputs, wait for the images, report. */
import { canHandOver, handOver } from '../../handover/hand-over.ts';
import type { StepStatus } from '../../handover/step-status.ts';
import type { Reason } from '../../report/sentence.ts';
import type { Action } from '../../run-to-exit.ts';
import { readStepInputs } from '../read-step-inputs.ts';
import type { Runtime } from '../runtime.ts';
import { beginBaselines, warnOfMissingBaselines } from './baselines.ts';
import { beginStatus, concludeStatus, handOverStatus } from './commit-status.ts';
import { followImages, writeScanId } from './follow-images.ts';
import { readInputs } from './inputs.ts';
import { closingLines } from './lines.ts';
import { publish } from './publish.ts';
import {
  isGreenImage,
  type Report,
  reportOf,
  reportOfCrash,
  reportOfProblems,
  withError,
} from './report.ts';
import { beginStep, firstScanIdOf, recordsOf, type Step, snapshotOf } from './step.ts';

export function createAction(runtime: Runtime): Action {
  const { workflow, clock, trigger } = runtime;
  /** What is known so far, for the report of a crash. */
  let running: Step | undefined;
  /** The commit status that is pending and must not stay pending. */
  let status: StepStatus | undefined;

  async function run(signal: AbortSignal): Promise<number> {
    const inputs = await readStepInputs(runtime, (get, idTokens) =>
      readInputs(get, idTokens, trigger),
    );
    if (!inputs.ok) return publish(reportOfProblems(inputs.problems, clock.wallMs()), workflow);
    const step = beginStep(inputs.settings, runtime);
    running = step;
    const compared = await beginBaselines(step, runtime);
    if (!compared.ok) return finish(reportOf(recordsOf(step), snapshotOf(step), compared.reason));
    const begun = await beginStatus(step.settings, signal, runtime);
    if (begun.kind !== 'none') status = begun.status;
    // An interrupted step only reports the interruption and makes no request.
    if (begun.kind === 'failed' && !signal.aborted) return conclude(step, signal, begun.reason);
    await followImages(step, compared.baselines, signal, runtime);
    return conclude(step, signal);
  }

  /**
   * Reports, and gives the commit status its verdict; an interrupted step reports first.
   * @param failed what failed other than an image.
   */
  async function conclude(step: Step, signal: AbortSignal, failed?: Reason): Promise<number> {
    const { settings } = step;
    const [records, snapshot] = [recordsOf(step), snapshotOf(step)];
    const context = settings.deferral?.context ?? '';
    if (status !== undefined && canHandOver(records, (it) => isGreenImage(it, settings))) {
      warnOfMissingBaselines(records, step, runtime);
      const { baseline } = settings;
      const { isDone, problem } = await handOverStatus(
        status,
        { context, baseline },
        records,
        snapshot.product?.id,
        signal,
        workflow,
      );
      return finish(reportOf(isDone ? handOver(records, context) : records, snapshot, problem));
    }
    const report = reportOf(records, snapshot, failed);
    if (status === undefined) return finish(report);
    const code = signal.aborted ? await finish(report) : undefined;
    const problem = await concludeStatus(status, context, report, workflow);
    const final = problem === undefined ? report : withError(report, failed ?? problem);
    if (code === undefined) return finish(final);
    if (problem !== undefined) workflow.info(final.reason);
    return code;
  }

  function finish(report: Report): Promise<number> {
    for (const line of closingLines(report)) workflow.info(line);
    return publish(report, workflow);
  }

  async function crashed(cause: unknown): Promise<void> {
    const report = await publishCrash(cause);
    const context = running?.settings.deferral?.context ?? '';
    if (status !== undefined) await concludeStatus(status, context, report, workflow);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  async function publishCrash(cause: unknown): Promise<Report> {
    try {
      const known = running && { records: recordsOf(running), snapshot: snapshotOf(running) };
      return await published(reportOfCrash(cause, known, clock.wallMs()));
    } catch {
      // What is known may be what the bug is about; only the scan's ID is kept.
      const report = await published(reportOfCrash(cause, undefined, clock.wallMs()));
      const scanId = running && firstScanIdOf(running);
      if (scanId !== undefined) writeScanId(scanId, workflow);
      return report;
    }
  }

  async function published(report: Report): Promise<Report> {
    await publish(report, workflow);
    return report;
  }

  return { run, crashed };
}
