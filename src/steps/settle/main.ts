/**
 * The settling step, as a table of contents: read the inputs, find the pending commit statuses,
 * finish those that can be finished, report.
 */
import pLimit from 'p-limit';
import { createGitHubApi, GITHUB_TROUBLE_MS } from '../../github/api.ts';
import { findPendingStatuses, type PendingStatus } from '../../github/find-statuses.ts';
import type { Run } from '../../github/run.ts';
import { reasonWithoutRun } from '../../report/commit-status.ts';
import { linesOfProblems, reasonOfCrash } from '../../report/errors.ts';
import { describeThrown, sentenceOf } from '../../report/sentence.ts';
import type { Action } from '../../run-to-exit.ts';
import { connect } from '../connect.ts';
import { readStepInputs } from '../read-step-inputs.ts';
import type { Runtime } from '../runtime.ts';
import { type FoundProduct, findProduct } from './find-product.ts';
import { readSettleInputs, type SettleSettings } from './inputs.ts';
import { publishSweep } from './publish.ts';
import { type Settlement, settleStatus } from './settle-status.ts';
import {
  describeSettlement,
  errorsOf,
  MISSING_PARTS,
  missingPartLine,
  reasonWithoutSearch,
} from './words.ts';

/** Commits that are worked on at once. GitHub discourages many concurrent writes. */
const AT_ONCE = 4;

interface Sweep {
  readonly settlements: readonly Settlement[];
  /** Undefined if no status needed it. */
  readonly product: FoundProduct | undefined;
}

export function createSettleAction(runtime: Runtime): Action {
  const { workflow } = runtime;

  async function run(signal: AbortSignal): Promise<number> {
    const inputs = await readStepInputs(runtime, readSettleInputs);
    if (!inputs.ok) return publishSweep([], linesOfProblems(inputs.problems), workflow);
    const found = await find(inputs.settings, signal);
    if (!found.ok) return publishSweep([], [found.error], workflow);
    const { settlements, product } = await settleAll(found, inputs.settings, signal);
    for (const settlement of settlements) workflow.info(describeSettlement(settlement));
    return publishSweep(settlements, errorsOf(settlements, product, signal.aborted), workflow);
  }

  type Found = Extract<Awaited<ReturnType<typeof find>>, { readonly ok: true }>;

  async function find({ githubToken, context, branches }: SettleSettings, signal: AbortSignal) {
    const { readRun } = runtime.github;
    let run: Run;
    try {
      run = await readRun();
    } catch (cause) {
      const error = sentenceOf(reasonWithoutRun(describeThrown(cause)));
      return { ok: false, error } as const;
    }
    const { clock, random } = runtime;
    const api = createGitHubApi(await runtime.github.connect(githubToken, run.apiUrl), {
      clock,
      random,
    });
    const { owner, repo } = run;
    const budget = { untilMs: clock.monotonicMs() + GITHUB_TROUBLE_MS, signal };
    const where = { owner, repo, contexts: [context], branches };
    const answer = await findPendingStatuses(api, where, budget);
    if (!answer.ok)
      return { ok: false, error: sentenceOf(reasonWithoutSearch(answer.problem)) } as const;
    const { statuses, errors } = answer.value;
    for (const error of errors) workflow.info(missingPartLine(error));
    if (errors.length > 0) workflow.warning(MISSING_PARTS);
    return { ok: true, run, api, statuses } as const;
  }

  async function settleAll(
    { run: { owner, repo, pageUrl }, api, statuses }: Found,
    settings: SettleSettings,
    signal: AbortSignal,
  ): Promise<Sweep> {
    const { random } = runtime;
    const { clock, images } = connect(settings, runtime);
    const { context, policy: ownPolicy } = settings;
    const polling = { images, ownPolicy, clock, random, signal };
    const found = statuses.some(namesProduct) ? await findProduct(polling) : undefined;
    const productId = found?.ok === true ? found.id : undefined;
    const options = { ...polling, api, owner, repo, context, pageUrl, productId };
    const queue = pLimit(AT_ONCE);
    const settlements = await Promise.all(
      statuses.map((status) => queue(() => settleStatus(status, options))),
    );
    return { settlements, product: found };
  }

  async function crashed(cause: unknown): Promise<void> {
    await publishSweep([], [sentenceOf(reasonOfCrash(cause))], workflow);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  return { run, crashed };
}

function namesProduct({ wait }: PendingStatus): boolean {
  return wait?.productId !== undefined;
}
