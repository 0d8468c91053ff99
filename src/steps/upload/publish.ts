/** Writes an upload's report where people and later steps read it. */
import type { Workflow } from '../../github/workflow.ts';
import { because, describeThrown, type Reason } from '../../report/sentence.ts';
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
  try {
    await workflow.summary(uploadSummary(report));
  } catch (error) {
    const why = describeThrown(error);
    workflow.info(`Could not write the job summary (${why}). This does not change the result.`);
  }
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
      const why = describeThrown(error);
      unwritten ??= because(
        `could not write the output ${name} (${why}), so later steps would read nothing`,
        'check the disk on the runner',
      );
    }
  }
  return unwritten;
}
