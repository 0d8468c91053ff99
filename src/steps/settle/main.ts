/**
 * The settling step, as a table of contents: read the inputs, find the pending commit statuses,
 * finish those that can be finished, report.
 */
import pLimit from 'p-limit';
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { baseBranchBaselines, imageList } from '../../findings/base-branch.ts';
import { GITHUB_TROUBLE_MS } from '../../github/api.ts';
import { askForBase } from '../../github/base-commits.ts';
import {
  type FoundStatuses,
  findPendingStatuses,
  type PendingStatus,
} from '../../github/find-statuses.ts';
import type { ResolvedProduct } from '../../model/product.ts';
import type { Decided } from '../../polling/attempt.ts';
import { type RetryTools, retryUntilFound } from '../../polling/retry.ts';
import { reasonWithoutRun } from '../../report/commit-status.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { linesOfProblems, reasonOfCrash } from '../../report/step-error-words.ts';
import type { Action } from '../../run-to-exit.ts';
import { connect } from '../connect.ts';
import { type OpenedGitHub, openGitHub } from '../open-github.ts';
import { readStepInputs } from '../read-step-inputs.ts';
import type { Runtime } from '../runtime.ts';
import { queuedGitHub } from './github-queue.ts';
import { readSettleInputs, type SettleSettings } from './inputs.ts';
import { createSharedOutage, INTERVAL, RETRY_MS } from './outage.ts';
import { publishSweep } from './publish.ts';
import { linesOfSearch, reasonWithoutSearch, warningsOfSearch } from './search-words.ts';
import { settleStatus } from './settle-status.ts';
import type { Settlement } from './settlement.ts';
import { warningsOf } from './warnings.ts';
import { describeSettlement, errorsOf } from './words.ts';

/** Statuses that are worked on at once. */
const AT_ONCE = 4;

interface Sweep {
  readonly settlements: readonly Settlement[];
  /** Undefined if no status needed it. */
  readonly product: Decided<ResolvedProduct> | undefined;
}

export function createSettleAction(runtime: Runtime): Action {
  const { workflow, clock, random } = runtime;

  async function run(signal: AbortSignal): Promise<number> {
    const inputs = await readStepInputs(runtime, readSettleInputs);
    if (!inputs.ok) return fail(linesOfProblems(inputs.problems));
    const { settings } = inputs;
    const github = await openGitHub(settings.githubToken, runtime);
    if (!github.ok) return fail([sentenceOf(reasonWithoutRun(github.cause))]);
    const untilMs = clock.monotonicMs() + GITHUB_TROUBLE_MS;
    const { owner, repo } = github.run;
    const where = { owner, repo, contexts: settings.contexts, branches: settings.branches };
    const found = await findPendingStatuses(github.api, where, { untilMs, signal });
    if (!found.ok) return fail([sentenceOf(reasonWithoutSearch(found.problem))]);
    for (const line of linesOfSearch(found.value)) workflow.info(line);
    for (const warning of warningsOfSearch(found.value)) workflow.warning(warning);
    const { settlements, product } = await settleAll(found.value, github, settings, signal);
    for (const settlement of settlements) workflow.info(describeSettlement(settlement));
    for (const warning of warningsOf(settlements, settings)) workflow.warning(warning);
    return publishSweep(settlements, errorsOf(settlements, product, signal.aborted), workflow);
  }

  async function settleAll(
    { statuses, login }: FoundStatuses,
    { run: { owner, repo, pageUrl }, ...github }: OpenedGitHub & { readonly ok: true },
    settings: SettleSettings,
    signal: AbortSignal,
  ): Promise<Sweep> {
    const connection = connect(settings, runtime);
    const { images } = connection;
    const tools = { clock: connection.clock, random, signal };
    const needsProduct = statuses.some(({ wait }) => wait?.productId !== undefined);
    const product = needsProduct ? await findProduct(images, tools) : undefined;
    const productId = product?.kind === 'done' ? product.value.id : undefined;
    const api = queuedGitHub(github.api, clock);
    const list = imageList(images, connection.clock);
    const baselinesOn = (base: PendingStatus['base']) =>
      settings.isCompared
        ? baseBranchBaselines(
            images,
            (call) => askForBase(api, { owner, repo, base }, call),
            connection.clock,
            list,
          )
        : undefined;
    const options = {
      ...tools,
      ...{ api, owner, repo, login, pageUrl, images, productId, baselinesOn },
      ownPolicy: settings.policy,
      onIncomplete: settings.onIncomplete,
      outage: createSharedOutage(connection.clock),
      searchOutage: createSharedOutage(connection.clock),
    };
    const queue = pLimit(AT_ONCE);
    const settlements = await Promise.all(
      statuses.map((it) => queue(() => settleStatus(it, options))),
    );
    return { settlements, product };
  }

  /** Before any status is compared with it. */
  function findProduct(
    images: ProductImages,
    tools: Pick<RetryTools, 'clock' | 'random' | 'signal'>,
  ): Promise<Decided<ResolvedProduct>> {
    const deadlineMs = tools.clock.monotonicMs() + RETRY_MS;
    return retryUntilFound(
      (call) => images.resolve(call),
      (result) => (result.kind === 'failed' ? { kind: 'failed', failure: result } : result),
      { deadlineMs, maxOutageMs: RETRY_MS, interval: INTERVAL },
      tools,
    );
  }

  /** @param errors why nothing could be settled, one line each. */
  function fail(errors: readonly string[]): Promise<number> {
    return publishSweep(undefined, errors, workflow);
  }

  async function crashed(cause: unknown): Promise<void> {
    await fail([sentenceOf(reasonOfCrash(cause))]);
    if (cause instanceof Error) workflow.debug(`${cause.stack}`);
  }

  return { run, crashed };
}
