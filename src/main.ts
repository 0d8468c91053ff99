/** The waiting step, as a table of contents: read the inputs, wait for the images, report. */
import { followImages } from './follow-images.ts';
import type { Problem } from './inputs/problems.ts';
import { readInputs } from './inputs/read-inputs.ts';
import { SECRET_INPUTS } from './inputs/settings.ts';
import { publish } from './publish.ts';
import { closingLines } from './report/lines.ts';
import { reportOf, reportOfCrash, reportOfProblems } from './report/report.ts';
import type { Action } from './run-to-exit.ts';
import { beginStep, type Dependencies, factsOf, recordsOf, type Step } from './step.ts';

export function createAction(dependencies: Dependencies): Action {
  const { workflow, clock, idTokens } = dependencies;
  /** What is known by now, for a crash to report. */
  let running: Step | undefined;

  async function run(signal: AbortSignal): Promise<number> {
    for (const input of SECRET_INPUTS) workflow.mask(workflow.input(input));
    const inputs = readInputs((name) => workflow.input(name), idTokens);
    if (!inputs.ok) {
      const problems = await explained(inputs.problems, dependencies);
      return publish(reportOfProblems(problems, clock.wallMs()), workflow);
    }
    const { credential } = inputs.settings;
    if (credential.kind === 'oidc') workflow.mask(credential.endpoint.requestToken);
    const step = beginStep(inputs.settings, dependencies);
    running = step;
    await followImages(step, signal, dependencies);
    const report = reportOf(recordsOf(step), factsOf(step, clock));
    for (const line of closingLines(report)) workflow.info(line);
    return publish(report, workflow);
  }

  async function crashed(cause: unknown): Promise<void> {
    const known = running && { records: recordsOf(running), facts: factsOf(running, clock) };
    await publish(reportOfCrash(cause, known, clock.wallMs()), workflow);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  return { run, crashed };
}

/**
 * If GitHub withheld the credential from this run, that is the one problem: it withholds variables
 * from such runs too, so other inputs may be empty for the same reason.
 */
async function explained(
  problems: readonly Problem[],
  { whyCredentialIsMissing }: Dependencies,
): Promise<readonly Problem[]> {
  const missing = problems.find(({ kind }) => kind === 'missing-credential');
  if (missing === undefined) return problems;
  const why = await whyCredentialIsMissing(missing.input);
  return why === undefined ? problems : [{ ...missing, text: why }];
}
