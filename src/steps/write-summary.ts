/** Writes the job summary of any step. */
import type { Workflow } from '../github/workflow.ts';
import { describeThrown } from '../report/sentence.ts';

/**
 * A summary that cannot be made or written is a note in the log.
 * @param summary returns it as Markdown.
 */
export async function writeSummary(summary: () => string, workflow: Workflow): Promise<void> {
  try {
    await workflow.summary(summary());
  } catch (error) {
    const why = describeThrown(error);
    workflow.info(`Could not write the job summary (${why}). This does not change the result.`);
  }
}
