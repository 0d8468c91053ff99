/** Writes a report where people and later steps read it. The one place that makes the step red. */
import type { Workflow } from '../../github/workflow.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { reasonOfUnwritten } from '../../report/step-error-words.ts';
import { writeSummary } from '../write-summary.ts';
import { FILES_OF_THE_END, writeFiles } from './evidence/write-files.ts';
import { OUTPUTS, type OutputName, outputsOf } from './outputs.ts';
import { type Report, withError } from './report.ts';
import { summaryOf } from './summary.ts';
import { warningsOf } from './warnings.ts';

/**
 * Writes the outputs, the summary and the annotation. A summary that cannot be written is a note in
 * the log; an output that cannot be written makes the step red, because later steps would read
 * nothing.
 * @returns the exit code: 0 if the report is green and its outputs are written, else 1.
 */
export async function publish(report: Report, workflow: Workflow): Promise<0 | 1> {
  const unwritten = writeOutputs(report, workflow);
  if (unwritten === undefined) return conclude(report, workflow);
  const { reason } = unwritten;
  if (report.green)
    return conclude(corrected({ ...withError(report, reason), unwritten }, workflow), workflow);
  workflow.info(sentenceOf(reason));
  return conclude({ ...report, unwritten }, workflow);
}

async function conclude(report: Report, workflow: Workflow): Promise<0 | 1> {
  await writeSummary(() => summaryOf(report), workflow);
  if (report.green) {
    for (const warning of warningsOf(report)) workflow.warning(warning);
    return 0;
  }
  if (report.status !== 'interrupted') workflow.fail(report.reasonLines);
  return 1;
}

/** @returns undefined if all were written, else which one failed, and why. */
function writeOutputs(report: Report, workflow: Workflow): Report['unwritten'] {
  let unwritten: Report['unwritten'];
  const attempt = (name: OutputName, write: () => void): void => {
    try {
      write();
    } catch (error) {
      unwritten ??= { name, reason: reasonOfUnwritten(name, error) };
    }
  };
  const outputs = outputsOf(report, writeFiles(report, workflow, attempt));
  for (const name of OUTPUTS) attempt(name, () => workflow.output(name, outputs[name]));
  return unwritten;
}

/** Rewrites what no longer holds: the runner takes the last value of an output. */
function corrected(report: Report, workflow: Workflow): Report {
  const files = writeFiles(report, workflow, attemptOnly, FILES_OF_THE_END);
  const outputs = outputsOf(report, files);
  for (const name of ['status', 'reason', ...FILES_OF_THE_END] as const)
    attemptOnly(name, () => workflow.output(name, outputs[name]));
  return report;
}

function attemptOnly(_: OutputName, write: () => void): void {
  try {
    write();
  } catch {
    // The step is red for this very reason.
  }
}
