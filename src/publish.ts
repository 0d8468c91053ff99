/** Writes a report where people and later steps read it. The one place that makes the step red. */
import type { Workflow } from './github/workflow.ts';
import { OUTPUTS, type OutputName, outputsOf } from './outputs.ts';
import { findingsFile } from './report/findings-file.ts';
import { describeThrown } from './report/reasons.ts';
import { type Report, warningsOf } from './report/report.ts';
import { summaryOf } from './report/summary.ts';

/**
 * Writes the outputs, the summary and the annotation. A summary that cannot be written is a note in
 * the log; an output that cannot be written makes the step red, because later steps would read
 * nothing.
 * @returns the exit code: 0 if the report is green and its outputs are written, else 1.
 */
export async function publish(report: Report, workflow: Workflow): Promise<0 | 1> {
  const unwritten = writeOutputs(report, workflow);
  try {
    await workflow.summary(summaryOf(report));
  } catch (error) {
    const why = describeThrown(error);
    workflow.info(`Could not write the job summary (${why}). This does not change the result.`);
  }
  if (report.green && unwritten === undefined) {
    for (const warning of warningsOf(report)) workflow.warning(warning);
    return 0;
  }
  if (report.status === 'interrupted') return 1;
  workflow.fail(report.green && unwritten !== undefined ? [unwritten] : report.reasonLines);
  return 1;
}

/** @returns undefined if all were written, else the sentence that says which was not. */
function writeOutputs(report: Report, workflow: Workflow): string | undefined {
  let unwritten: string | undefined;
  const attempt = (name: OutputName, write: () => void): void => {
    try {
      write();
    } catch (error) {
      unwritten ??= unwrittenOutput(name, error);
    }
  };
  let path = '';
  attempt('findings-file', () => {
    const parts = findingsFile(report.images.map(({ record }) => record));
    if (parts !== undefined) path = workflow.file('findings.json', parts);
  });
  const outputs = outputsOf(report, path);
  for (const name of OUTPUTS) attempt(name, () => workflow.output(name, outputs[name]));
  if (unwritten !== undefined && !report.green) workflow.info(unwritten);
  return unwritten;
}

function unwrittenOutput(name: string, error: unknown): string {
  const why = describeThrown(error);
  return (
    `Could not write the output ${name} (${why}), so later steps would read nothing: ` +
    'check the disk of the runner.'
  );
}
