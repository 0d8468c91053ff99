/** The action: read the inputs, wait, report. Wires the parts together and decides nothing about scans. */
import { createClient } from './binarly/client.ts';
import {
  type Credential,
  clientCredential,
  expiryOf,
  staticCredential,
} from './binarly/credential.ts';
import { type ImagesOfProduct, imagesOf } from './binarly/product.ts';
import type { Workflow } from './github/workflow.ts';
import type { Http } from './http/http.ts';
import { type Problem, readInputs, type Settings } from './inputs.ts';
import { closingLines, expiryWarning, openingLine } from './report/log.ts';
import { createNarrator, type Narrator } from './report/narrator.ts';
import { publish } from './report/publish.ts';
import { describe, reasonOfCrash, reasonOfProblems, sentenceOf } from './report/reason.ts';
import { crashReport, errorReport, type Report, reportOf, type Step } from './report/report.ts';
import type { Clock } from './util/clock.ts';
import type { WaitEvent } from './wait/event.ts';
import { heartbeat } from './wait/heartbeat.ts';
import { waitForImages } from './wait/images.ts';

export interface Parts {
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly http: Http;
  /** From [0, 1). */
  readonly random: () => number;
  /** Why a secret is empty, as a clause, where GitHub has a reason. */
  readonly whyMissing: () => Promise<string | undefined>;
  /** A line on the proxy for an address, where it is named and cannot be used. */
  readonly proxyProblem: (url: URL) => string | undefined;
}

export interface Action {
  /** Runs the step. @returns the exit code: 0 only for a verdict that means green. */
  run(signal: AbortSignal): Promise<number>;
  /** Reports what `run` did not foresee, with all that is known by then. */
  crashed(cause: unknown): Promise<void>;
}

/** After the deadline, a poll ends within 10 s, and so do the findings behind it. */
const LONGEST_AFTER_MS = 20_000;

export function createAction({
  workflow,
  clock,
  http,
  random,
  whyMissing,
  proxyProblem,
}: Parts): Action {
  /** What is being waited for, for a report that comes early. */
  let known: { settings: Settings; client: ImagesOfProduct; narrator: Narrator } | undefined;

  async function run(signal: AbortSignal): Promise<number> {
    for (const secret of ['token', 'client-secret']) workflow.mask(workflow.input(secret));
    const inputs = readInputs((name) => workflow.input(name));
    if (!inputs.ok) return publish(await unusable(inputs.problems), workflow);
    const { settings } = inputs;
    workflow.info(openingLine(settings));
    const problem = proxyProblem(new URL(settings.apiUrl));
    if (problem !== undefined) workflow.info(problem);
    const credential = credentialOf(settings);
    const client = imagesOf(
      settings.product,
      createClient({ http, apiUrl: settings.apiUrl, credential }),
    );
    const narrator = createNarrator(settings, clock, ({ level, text }) => workflow[level](text));
    known = { settings, client, narrator };
    const tell = (imageId: string, event: WaitEvent) => {
      // The single-scan outputs describe the first image.
      if (event.kind === 'chosen' && imageId === settings.imageIds[0]) handOver(event.scan.id);
      narrator.tell(imageId, event);
    };
    const over = new AbortController();
    const untilMs = clock.monotonicMs() + settings.timeoutMs + LONGEST_AFTER_MS;
    const life = { clock, signal: AbortSignal.any([signal, over.signal]), untilMs };
    const beating = heartbeat(life, narrator.saidMs, narrator.beat);
    const waits = { ...settings, productId: settings.product };
    await waitForImages(waits, { client, clock, random, signal, tell, ended: narrator.ended });
    over.abort();
    await beating;
    const report = reportOf(narrator.endings(), stepOf(settings, client));
    for (const line of closingLines(report)) workflow.info(line);
    return publish(report, workflow);
  }

  function stepOf(settings: Settings, client: ImagesOfProduct): Step {
    return { settings, productId: client.productId(), nowWallMs: clock.wallMs() };
  }

  async function unusable(problems: readonly Problem[]): Promise<Report> {
    const why = problems.some(isMissingSecret) ? await whyMissing() : undefined;
    const explained = problems.map((problem) =>
      why !== undefined && isMissingSecret(problem) ? { ...problem, text: why } : problem,
    );
    return errorReport(reasonOfProblems(explained), clock.wallMs());
  }

  function credentialOf({ credential, timeoutMs }: Settings): Credential {
    if (credential.kind === 'client')
      return clientCredential(credential, { http, clock, received: workflow.mask });
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
    const report =
      known === undefined
        ? errorReport(sentenceOf(reasonOfCrash(cause)), clock.wallMs())
        : crashReport(cause, {
            step: stepOf(known.settings, known.client),
            endings: known.narrator.endings(cause),
          });
    await publish(report, workflow);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  return { run, crashed };
}

function isMissingSecret({ input, kind }: Problem): boolean {
  return (input === 'token' || input === 'client-secret') && kind === 'missing';
}
