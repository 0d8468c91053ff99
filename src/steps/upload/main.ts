/** The upload step, as a table of contents: find the files, read the inputs, upload, report. */
import type { Action } from '../../run-to-exit.ts';
import { readStepInputs } from '../read-step-inputs.ts';
import type { Runtime } from '../runtime.ts';
import { findFiles } from './files.ts';
import { readUploadInputs } from './inputs.ts';
import { logStart } from './opening.ts';
import { publishUpload } from './publish.ts';
import { reportOfCrash, reportOfProblems, reportOfUpload } from './report.ts';
import { beginUpload, type UploadStep, uploadFiles } from './step.ts';
import { warnOfVersion } from './version-warning.ts';

export function createUploadAction(runtime: Runtime): Action {
  const { workflow, workspace } = runtime;
  /** What is known so far, for the report of a crash. */
  let running: UploadStep | undefined;

  async function run(signal: AbortSignal): Promise<number> {
    const found = await findFiles(workflow.input('file'), workspace);
    const inputs = await readStepInputs(runtime, (get, idTokens) =>
      readUploadInputs(get, idTokens, found),
    );
    if (!inputs.ok) return publishUpload(reportOfProblems(inputs.problems), workflow);
    running = beginUpload(inputs.settings, runtime);
    logStart(inputs.settings, runtime);
    await warnOfVersion(inputs.settings, runtime);
    const failed = await uploadFiles(running, signal, runtime);
    return publishUpload(reportOfUpload(running, failed), workflow);
  }

  async function crashed(cause: unknown): Promise<void> {
    await publishUpload(reportOfCrash(cause, running), workflow);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  return { run, crashed };
}
