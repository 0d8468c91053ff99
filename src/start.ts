/** Connects the actions to the real world: the runner, the clock, the network. */
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { idTokenEndpoint } from './credentials/github-id-token.ts';
import { connectToGitHub } from './github/connection.ts';
import { whyCredentialIsMissing } from './github/missing-credential.ts';
import { readRun, triggerOf } from './github/run.ts';
import { connectWorkflow } from './github/workflow.ts';
import { newNonce } from './handover/nonce.ts';
import { createDownload } from './http/download.ts';
import { createHttp } from './http/http.ts';
import { ignoredBypasses, ignoredProxy } from './http/proxy.ts';
import { createPutFile } from './http/put-file.ts';
import { systemClock } from './polling/clock.ts';
import { runToExit } from './run-to-exit.ts';
import { createAction } from './steps/wait/main.ts';

const USER_AGENT = 'wait-for-binarly-scan';

/**
 * How long Node tries one address of a host before the next, in milliseconds. Its default of 250 ms
 * makes every connection fail on a slow link without IPv6.
 */
const ADDRESS_ATTEMPT_MS = 5_000;

/** Requests for details that may be under way at once, in addition to the polls. */
const DETAIL_REQUESTS_AT_ONCE = 4;

/** The wait is in the bundle. The others load only when they run, so that it starts faster. */
const ACTIONS = {
  wait: async () => createAction,
  settle: async () => (await import('./steps/settle/main.ts')).createSettleAction,
  upload: async () => (await import('./steps/upload/main.ts')).createUploadAction,
} as const;

export type ActionName = keyof typeof ACTIONS;

/** Runs the step, then ends the process. */
export async function start(name: ActionName): Promise<void> {
  // Deprecation warnings of libraries do not belong in the log of a workflow: the proxy's agent
  // still calls `new Buffer`.
  process.noDeprecation = true;
  setDefaultAutoSelectFamilyAttemptTimeout(ADDRESS_ATTEMPT_MS);
  const create = await ACTIONS[name]();
  const action = create({
    workflow: connectWorkflow(),
    clock: systemClock,
    http: createHttp(USER_AGENT, systemClock),
    httpForDetails: createHttp(USER_AGENT, systemClock, DETAIL_REQUESTS_AT_ONCE),
    download: createDownload(USER_AGENT, systemClock),
    putFile: createPutFile(USER_AGENT, systemClock),
    workspace: process.env['GITHUB_WORKSPACE'] || process.cwd(),
    github: { readRun, connect: connectToGitHub, newNonce },
    random: Math.random,
    trigger: triggerOf(process.env),
    idTokens: idTokenEndpoint(process.env),
    whyCredentialIsMissing,
    ignoredProxy,
    ignoredBypasses,
  });
  return runToExit(process, action);
}
