/**
 * The settling step, as a table of contents: read the inputs, find the pending commit statuses,
 * finish those that can be finished, report.
 */
import pLimit from 'p-limit';
import { baseBranchBaselines, imageList } from '../../findings/base-branch.ts';
import { askForBase } from '../../github/base-commits.ts';
import type { PendingStatus } from '../../github/find-statuses.ts';
import { linesOfProblems, reasonOfCrash } from '../../report/errors.ts';
import { sentenceOf } from '../../report/sentence.ts';
import type { Action } from '../../run-to-exit.ts';
import { connect } from '../connect.ts';
import { readStepInputs } from '../read-step-inputs.ts';
import type { Runtime } from '../runtime.ts';
import { type FoundProduct, findProduct } from './find-product.ts';
import { readSettleInputs, type SettleSettings } from './inputs.ts';
import { createSharedOutage } from './outage.ts';
import { publishSweep } from './publish.ts';
import { type Searched, search } from './search.ts';
import { type Settlement, settleStatus } from './settle-status.ts';
import { warningsOf } from './warnings.ts';
import { describeSettlement, errorsOf } from './words.ts';

/** Statuses that are worked on at once. */
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
    if (!inputs.ok) return publishSweep(undefined, linesOfProblems(inputs.problems), workflow);
    const { settings } = inputs;
    const searched = await search(settings, signal, runtime);
    if (!searched.ok) return publishSweep(undefined, [sentenceOf(searched.reason)], workflow);
    const { settlements, product } = await settleAll(searched, settings, signal);
    for (const settlement of settlements) workflow.info(describeSettlement(settlement));
    for (const warning of warningsOf(settlements, settings)) workflow.warning(warning);
    return publishSweep(settlements, errorsOf(settlements, product, signal.aborted), workflow);
  }

  async function settleAll(
    { run: { owner, repo, pageUrl }, api, login, pending }: Searched & { readonly ok: true },
    settings: SettleSettings,
    signal: AbortSignal,
  ): Promise<Sweep> {
    const { clock, images } = connect(settings, runtime);
    const tools = { clock, random: runtime.random, signal };
    const needsProduct = pending.some(({ wait }) => wait?.productId !== undefined);
    const product = needsProduct ? await findProduct(images, tools) : undefined;
    const productId = product?.ok === true ? product.id : undefined;
    const outage = createSharedOutage(clock);
    const ownPolicy = settings.policy;
    const list = imageList(images, clock);
    const baselinesOn = (base: PendingStatus['base']) =>
      settings.isCompared
        ? baseBranchBaselines(
            images,
            (limits) => askForBase(api, { owner, repo, base }, limits),
            clock,
            list,
          )
        : undefined;
    const github = { api, owner, repo, login, pageUrl };
    const searchOutage = createSharedOutage(clock);
    const options = { ...tools, ...github, images, ownPolicy, baselinesOn, outage, searchOutage };
    const queue = pLimit(AT_ONCE);
    const settlements = await Promise.all(
      pending.map((it) => queue(() => settleStatus(it, { ...options, productId }))),
    );
    return { settlements, product };
  }

  async function crashed(cause: unknown): Promise<void> {
    await publishSweep(undefined, [sentenceOf(reasonOfCrash(cause))], workflow);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  return { run, crashed };
}
