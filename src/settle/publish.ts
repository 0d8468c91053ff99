/** Writes what a sweep did where people and later steps read it. */
import type { Workflow } from '../github/workflow.ts';
import { describeThrown } from '../report/reasons.ts';
import { inertJson } from '../util/inert.ts';
import { nameOf } from './decide.ts';
import type { Settlement } from './settle-status.ts';
import { sweepSummary } from './words.ts';

/** The outputs of the settle action, as in settle/action.yml. */
export const SETTLE_OUTPUTS = ['settled', 'pending'] as const;

type SettleOutput = (typeof SETTLE_OUTPUTS)[number];

/** @param errors what makes the step red, a line each. @returns the exit code. */
export async function publishSweep(
  settlements: readonly Settlement[],
  errors: readonly string[],
  workflow: Workflow,
): Promise<0 | 1> {
  const problems = [...errors];
  for (const [name, value] of Object.entries(sweepOutputs(settlements))) {
    try {
      workflow.output(name, value);
    } catch (error) {
      problems.push(`Could not write the output ${name} (${describeThrown(error)}).`);
    }
  }
  try {
    await workflow.summary(sweepSummary(settlements, problems));
  } catch (error) {
    const why = describeThrown(error);
    workflow.info(`Could not write the job summary (${why}). This does not change the result.`);
  }
  if (problems.length === 0) return 0;
  workflow.fail(problems);
  return 1;
}

export function sweepOutputs(
  settlements: readonly Settlement[],
): Readonly<Record<SettleOutput, string>> {
  const settled = settlements.flatMap(({ sha, wait, images, outcome }) =>
    outcome.kind !== 'settled'
      ? []
      : [
          {
            commit: sha,
            state: outcome.state,
            description: outcome.description,
            productId: wait?.productId ?? '',
            images: images.map((polled) => ({
              imageId: polled.image.imageId,
              scanId: polled.image.scanId ?? '',
              status: nameOf(polled),
            })),
          },
        ],
  );
  return { settled: inertJson(settled), pending: `${settlements.filter(isPending).length}` };
}

/** Whether another sweep must look at it again. */
export function isPending({ outcome: { kind } }: Settlement): boolean {
  return kind === 'pending' || kind === 'running' || kind === 'unwritten' || kind === 'crashed';
}
