/** Finds the pending statuses, and says in the log where it looked. */
import { createGitHubApi, GITHUB_TROUBLE_MS, type GitHubApi } from '../../github/api.ts';
import { findPendingStatuses, type PendingStatus } from '../../github/find-statuses.ts';
import type { Run } from '../../github/run.ts';
import { reasonWithoutRun } from '../../report/commit-status.ts';
import { describeThrown, type Reason } from '../../report/sentence.ts';
import type { Uses } from '../runtime.ts';
import { queuedGitHub } from './github-queue.ts';
import type { SettleSettings } from './inputs.ts';
import { lookedLine, MISSING_PARTS, missingPartLine, reasonWithoutSearch } from './search-words.ts';
import { missingBranchesWarning } from './warnings.ts';

export type Searched =
  | {
      readonly ok: true;
      readonly run: Run;
      /** For reading and writing statuses. */
      readonly api: GitHubApi;
      /** The login that the token writes as. */
      readonly login: string;
      /** The oldest wait first. */
      readonly pending: readonly PendingStatus[];
    }
  | { readonly ok: false; readonly reason: Reason };

export async function search(
  { githubToken, contexts, branches }: SettleSettings,
  signal: AbortSignal,
  { github, clock, random, workflow }: Uses<'github' | 'clock' | 'random' | 'workflow'>,
): Promise<Searched> {
  let run: Run;
  try {
    run = await github.readRun();
  } catch (cause) {
    return { ok: false, reason: reasonWithoutRun(describeThrown(cause)) };
  }
  const api = createGitHubApi(await github.connect(githubToken, run.apiUrl), { clock, random });
  const { owner, repo } = run;
  const budget = { untilMs: clock.monotonicMs() + GITHUB_TROUBLE_MS, signal };
  const answer = await findPendingStatuses(api, { owner, repo, contexts, branches }, budget);
  if (!answer.ok) return { ok: false, reason: reasonWithoutSearch(answer.problem) };
  const { looked, errors, login, statuses } = answer.value;
  workflow.info(lookedLine(looked, statuses.length));
  for (const error of errors) workflow.info(missingPartLine(error));
  if (errors.length > 0) workflow.warning(MISSING_PARTS);
  const missing = missingBranchesWarning(looked);
  if (missing !== undefined) workflow.warning(missing);
  return { ok: true, run, api: queuedGitHub(api, clock), login, pending: statuses };
}
