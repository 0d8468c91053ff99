/** The action: read the inputs, wait, report. Wires the parts together and decides nothing about scans. */
import { createClient } from './binarly/client.ts';
import { type Credential, clientCredential, expiryOf, staticCredential } from './binarly/credential.ts';
import type { Http } from './binarly/http.ts';
import type { Clock } from './clock.ts';
import type { Workflow } from './github/workflow.ts';
import { type Problem, readInputs, type Settings } from './inputs.ts';
import { closingLines, expiryWarning, lineOf, openingLine } from './report/log.ts';
import { publish } from './report/publish.ts';
import { describe, reasonOfProblems } from './report/reason.ts';
import { crashReport, errorReport, type Report, reportOf } from './report/report.ts';
import type { WaitEvent } from './wait/event.ts';
import { waitForImage } from './wait/image.ts';
import { begin, type Progress } from './wait/progress.ts';

export interface Parts {
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly http: Http;
  /** From [0, 1). */
  readonly random: () => number;
  /** Why a secret is empty, as a clause, where GitHub has a reason. */
  readonly whyMissing: () => Promise<string | undefined>;
}

export interface Action {
  /** Runs the step. @returns the exit code: 0 only for a verdict that means green. */
  run(signal: AbortSignal): Promise<number>;
  /** Reports what `run` did not foresee, with all that is known by then. */
  crashed(cause: unknown): Promise<void>;
}

export function createAction({ workflow, clock, http, random, whyMissing }: Parts): Action {
  /** What is known of the wait so far, for a report that comes early. */
  let known: { wait: Settings; progress: Progress; waitedMs: number } | undefined;

  async function run(signal: AbortSignal): Promise<number> {
    for (const secret of ['token', 'client-secret']) workflow.mask(workflow.input(secret));
    const inputs = readInputs((name) => workflow.input(name));
    if (!inputs.ok) return publish(await unusable(inputs.problems), workflow);
    const { settings } = inputs;
    known = { wait: settings, progress: begin(clock.monotonicMs()), waitedMs: 0 };
    workflow.info(openingLine(settings));
    const client = createClient({ http, apiUrl: settings.apiUrl, credential: credentialOf(settings) });
    const tell = (event: WaitEvent) => {
      known = { wait: settings, progress: event.progress, waitedMs: event.waitedMs };
      if (event.kind === 'chosen') handOver(event.scan.id);
      const { level, text } = lineOf(event, settings);
      workflow[level](text);
    };
    const outcome = await waitForImage(settings, { client, clock, random, signal, tell });
    const report = reportOf(outcome, settings);
    for (const line of closingLines(report)) workflow.info(line);
    return publish(report, workflow);
  }

  async function unusable(problems: readonly Problem[]): Promise<Report> {
    const why = problems.some(isMissingSecret) ? await whyMissing() : undefined;
    const explained = problems.map((problem) =>
      why !== undefined && isMissingSecret(problem) ? { ...problem, text: why } : problem,
    );
    return errorReport(reasonOfProblems(explained));
  }

  function credentialOf({ credential, timeoutMs }: Settings): Credential {
    if (credential.kind === 'client') return clientCredential(credential, { http, clock, received: workflow.mask });
    const warning = expiryWarning(expiryOf(credential.token), clock.wallMs(), timeoutMs);
    if (warning !== undefined) workflow.warning(warning);
    return staticCredential(credential.token, clock);
  }

  /** The ID is written at once, so that it is there however this step ends; the report writes it again and judges a failure. */
  function handOver(scanId: string): void {
    try {
      workflow.output('scan-id', scanId);
    } catch (error) {
      workflow.info(`The output scan-id could not be written (${describe(error)}).`);
    }
  }

  async function crashed(cause: unknown): Promise<void> {
    await publish(crashReport(cause, known), workflow);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  return { run, crashed };
}

function isMissingSecret({ input, kind }: Problem): boolean {
  return (input === 'token' || input === 'client-secret') && kind === 'missing';
}
