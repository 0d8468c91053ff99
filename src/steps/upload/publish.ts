/** Writes an upload's report where people and later steps read it. */
import type { Workflow } from '../../github/workflow.ts';
import type { Reason } from '../../report/sentence.ts';
import { reasonOfUnwritten } from '../../report/step-error-words.ts';
import { writeSummary } from '../write-summary.ts';
import { UPLOAD_OUTPUTS, uploadOutputs } from './outputs.ts';
import { type UploadReport, withError } from './report.ts';
import { uploadSummary } from './summary.ts';

/**
 * An output that cannot be written makes the step red, because later steps would read nothing.
 * @returns the exit code: 0 if every file was uploaded and the outputs are written, else 1.
 */
export async function publishUpload(report: UploadReport, workflow: Workflow): Promise<0 | 1> {
  const unwritten = writeOutputs(report, workflow);
  if (unwritten === undefined || report.status !== 'uploaded') return conclude(report, workflow);
  const corrected = withError(report, unwritten);
  // The runner takes the last value of an output.
  writeOutputs(corrected, workflow);
  return conclude(corrected, workflow);
}

async function conclude(report: UploadReport, workflow: Workflow): Promise<0 | 1> {
  await writeSummary(() => uploadSummary(report), workflow);
  if (report.status === 'uploaded') return 0;
  // Whoever cancelled the step needs no annotation.
  if (report.status === 'interrupted') workflow.info(report.reason);
  else workflow.fail(report.reasonLines);
  return 1;
}

/** @returns undefined if all were written, else which one failed, and why. */
function writeOutputs(report: UploadReport, workflow: Workflow): Reason | undefined {
  const outputs = uploadOutputs(report);
  let unwritten: Reason | undefined;
  for (const name of UPLOAD_OUTPUTS) {
    try {
      workflow.output(name, outputs[name]);
    } catch (error) {
      unwritten ??= reasonOfUnwritten(name, error);
    }
  }
  return unwritten;
}
