/** Writes the results of a sweep where people and later steps read them. */
import type { Workflow } from '../../github/workflow.ts';
import { describeThrown } from '../../report/sentence.ts';
import { shellSafeJson } from '../../util/shell-safe.ts';
import { writeSummary } from '../write-summary.ts';
import { verdictName } from './conclude.ts';
import { isPending, isWritten, type PolledImage, type Settlement } from './settlement.ts';
import { sweepSummary } from './summary.ts';

/** The outputs of the settle action, as in settle/action.yml. */
export const SETTLE_OUTPUTS = ['settled', 'pending'] as const;

type SettleOutput = (typeof SETTLE_OUTPUTS)[number];

/**
 * @param settlements undefined if the pending statuses could not be found.
 * @param errors what makes the step red, one line each.
 * @returns the exit code.
 */
export async function publishSweep(
  settlements: readonly Settlement[] | undefined,
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
  await writeSummary(() => sweepSummary(settlements ?? [], problems), workflow);
  if (problems.length === 0) return 0;
  workflow.fail(problems);
  return 1;
}

function sweepOutputs(
  settlements: readonly Settlement[] | undefined,
): Readonly<Record<SettleOutput, string>> {
  // A workflow that sleeps while nothing is pending must not take an error for that.
  if (settlements === undefined) return { settled: '[]', pending: '' };
  const settled = settlements.flatMap(({ sha, wait, images, outcome }) =>
    !isWritten(outcome) || wait === undefined
      ? []
      : [
          {
            commit: sha,
            state: outcome.state,
            description: outcome.description,
            productId: wait.productId ?? '',
            images: wait.images.map(({ imageId, scanId = '' }) => ({
              imageId,
              scanId,
              status: statusIn(images, imageId),
            })),
          },
        ],
  );
  return { settled: shellSafeJson(settled), pending: `${settlements.filter(isPending).length}` };
}

/** The verdict on an image; `pending` if it was not polled, or if it is too early for one. */
function statusIn(images: readonly PolledImage[], imageId: string): string {
  const polled = images.find(({ image }) => image.imageId === imageId);
  return polled === undefined ? 'pending' : verdictName(polled);
}
