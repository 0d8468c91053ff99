/** The entry: wires the real world to the action and lives it. The only file that runs anything when it is imported. */
import { createAction } from './action.ts';
import { whyMissing } from './github/missing-secret.ts';
import { actionsWorkflow } from './github/workflow.ts';
import { createHttp } from './http/http.ts';
import { proxyProblem } from './http/proxy.ts';
import { live } from './lifecycle.ts';
import { systemClock } from './util/clock.ts';

// What libraries deprecate is not for the log of a workflow: the proxy's agent, for one, still calls `new Buffer`.
process.noDeprecation = true;
const http = createHttp('wait-for-binarly-scan', systemClock);
await live(
  process,
  createAction({
    workflow: actionsWorkflow,
    clock: systemClock,
    http,
    random: Math.random,
    whyMissing,
    proxyProblem,
  }),
);
