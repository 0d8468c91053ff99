/** Writes a report where people and later steps read it. The one place that makes the step red. */
import type { Workflow } from './github/workflow.ts';
import { outputsOf } from './outputs.ts';
import { describeThrown } from './report/reasons.ts';
import type { Report } from './report/report.ts';
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
    if (report.status === 'timed-out') workflow.warning(report.reason);
    return 0;
  }
  if (report.status === 'interrupted') return 1;
  workflow.fail(report.green && unwritten !== undefined ? [unwritten] : report.reasonLines);
  return 1;
}

/** @returns undefined if all were written, else the sentence that says which was not. */
function writeOutputs(report: Report, workflow: Workflow): string | undefined {
  let unwritten: string | undefined;
  for (const [name, value] of Object.entries(outputsOf(report))) {
    try {
      workflow.output(name, value);
    } catch (error) {
      unwritten ??= unwrittenOutput(name, error);
    }
  }
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
