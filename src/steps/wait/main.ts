/** The waiting step, as a table of contents: read the inputs, wait for the images, report. */
import { canDefer } from '../../handover/can-defer.ts';
import {
  beginStepStatus,
  type StepStatus,
  type StepStatusOptions,
} from '../../handover/step-status.ts';
import { explainProblems } from '../../inputs/problems.ts';
import type { Action } from '../../run-to-exit.ts';
import { followImages, writeScanId } from './follow-images.ts';
import { readInputs } from './inputs.ts';
import { closingLines } from './lines.ts';
import { publish } from './publish.ts';
import { type Report, reportOf, reportOfCrash, reportOfProblems, withError } from './report.ts';
import { SECRET_INPUTS, type Settings } from './settings.ts';
import {
  beginStep,
  type Dependencies,
  factsOf,
  firstScanIdOf,
  recordsOf,
  type Step,
} from './step.ts';

export function createAction(dependencies: Dependencies): Action {
  const { workflow, clock, idTokens } = dependencies;
  /** What is known so far, for the report of a crash. */
  let running: Step | undefined;
  /** The commit status that is pending and must not stay pending. */
  let status: StepStatus | undefined;

  async function run(signal: AbortSignal): Promise<number> {
    for (const input of SECRET_INPUTS) workflow.mask(workflow.input(input));
    const inputs = readInputs((name) => workflow.input(name), idTokens);
    if (!inputs.ok) {
      const problems = await explainProblems(inputs.problems, dependencies.whyCredentialIsMissing);
      return publish(reportOfProblems(problems, clock.wallMs()), workflow);
    }
    const { credential } = inputs.settings;
    if (credential.kind === 'oidc') workflow.mask(credential.endpoint.requestToken);
    const step = beginStep(inputs.settings, dependencies);
    running = step;
    const { deferral } = step.settings;
    if (deferral !== undefined) {
      const begun = await beginStepStatus(step.settings, deferral, statusOptions(signal));
      if (begun.ok) status = begun.status;
      // An interrupted step only reports the interruption and makes no request.
      else if (!signal.aborted) return finish(withError(reportNow(step), begun.reason));
    }
    await followImages(step, signal, dependencies);
    return conclude(reportNow(step), step.settings, signal);
  }

  /** The commit status may change the verdict, except that an interrupted step has no time. */
  async function conclude(
    report: Report,
    settings: Settings,
    signal: AbortSignal,
  ): Promise<number> {
    if (status === undefined) return finish(report);
    if (!signal.aborted || canDefer(report, settings)) return finish(await status.conclude(report));
    const code = await finish(report);
    const concluded = await status.conclude(report);
    if (concluded !== report) workflow.info(concluded.reason);
    return code;
  }

  function finish(report: Report): Promise<number> {
    for (const line of closingLines(report)) workflow.info(line);
    return publish(report, workflow);
  }

  function reportNow(step: Step): Report {
    return reportOf(recordsOf(step), factsOf(step, clock));
  }

  function statusOptions(signal: AbortSignal): StepStatusOptions {
    return { access: dependencies.github, clock, signal, info: workflow.info };
  }

  async function crashed(cause: unknown): Promise<void> {
    const report = await publishCrash(cause);
    await status?.conclude(report);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  async function publishCrash(cause: unknown): Promise<Report> {
    try {
      const known = running && { records: recordsOf(running), facts: factsOf(running, clock) };
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
