/** Writes a report where people and later steps read it. The one place where the step is made red. */
import type { Workflow } from '../github/workflow.ts';
import { describe } from './reason.ts';
import { outputsOf, type Report } from './report.ts';
import { summaryOf } from './summary.ts';

/**
 * Writes outputs, summary and annotation. A summary that cannot be written is a note in the log; an output that cannot be
 * written makes the step red, for later steps would read nothing.
 * @returns the exit code: 0 if the report is green and its outputs are written, else 1.
 */
export async function publish(report: Report, workflow: Workflow): Promise<0 | 1> {
  const unwritten = writeOutputs(report, workflow);
  try {
    await workflow.summary(summaryOf(report));
  } catch (error) {
    workflow.info(`The job summary could not be written (${describe(error)}); the verdict stands.`);
  }
  if (report.green && unwritten === undefined) {
    if (report.status === 'timed-out') workflow.warning(report.reason);
    return 0;
  }
  if (report.status === 'interrupted') return 1;
  workflow.fail(report.green && unwritten !== undefined ? unwritten : report.reason);
  return 1;
}

/** @returns undefined if all were written, else the sentence that says which was not. */
function writeOutputs(report: Report, workflow: Workflow): string | undefined {
  let unwritten: string | undefined;
  for (const [name, value] of Object.entries(outputsOf(report))) {
    try {
      workflow.output(name, value);
    } catch (error) {
      unwritten ??= `The output ${name} could not be written (${describe(error)}): later steps would read nothing of this one, so it fails; check the disk of the runner.`;
    }
  }
  if (unwritten !== undefined && !report.green) workflow.info(unwritten);
  return unwritten;
}
