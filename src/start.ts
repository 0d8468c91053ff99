/** Connects the action to the real world: the runner, the clock, the network. */
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { idTokenEndpoint } from './github/id-token.ts';
import { whyCredentialIsMissing } from './github/missing-credential.ts';
import { actionsWorkflow } from './github/workflow.ts';
import { createHttp } from './http/http.ts';
import { ignoredProxy } from './http/proxy.ts';
import { createAction } from './main.ts';
import { runToExit } from './run-to-exit.ts';
import { systemClock } from './util/clock.ts';

const USER_AGENT = 'wait-for-binarly-scan';

/**
 * How long Node tries one address of a host before the next, in milliseconds. Its 250 ms make every
 * connection fail on a slow link without IPv6.
 */
const ADDRESS_ATTEMPT_MS = 5_000;

/** Requests for details that may be under way at once, beside the polls. */
const DETAIL_REQUESTS_AT_ONCE = 4;

/** Runs the waiting step, then ends the process. */
export function start(): Promise<void> {
  // A library's deprecations are not for the log of a workflow: the proxy's agent still calls `new
  // Buffer`.
  process.noDeprecation = true;
  setDefaultAutoSelectFamilyAttemptTimeout(ADDRESS_ATTEMPT_MS);
  const action = createAction({
    workflow: actionsWorkflow,
    clock: systemClock,
    http: createHttp(USER_AGENT, systemClock),
    httpForDetails: createHttp(USER_AGENT, systemClock, DETAIL_REQUESTS_AT_ONCE),
    random: Math.random,
    idTokens: idTokenEndpoint(process.env),
    whyCredentialIsMissing,
    ignoredProxy,
  });
  return runToExit(process, action);
}
