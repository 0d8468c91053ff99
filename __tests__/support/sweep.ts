/** The settling step, on a clock that jumps and a GitHub in memory. */
import { createApi } from '../../src/binarly/api.ts';
import { imagesOfProduct } from '../../src/binarly/resolve-product.ts';
import { staticCredential } from '../../src/credentials/credential.ts';
import type { Http } from '../../src/http/http.ts';
import type { DeferredWait } from '../../src/model/deferred-wait.ts';
import { createSettleAction } from '../../src/steps/settle/main.ts';
import { createSharedOutage } from '../../src/steps/settle/outage.ts';
import type { ImageOptions } from '../../src/steps/settle/settle-image.ts';
import { fakeDependencies } from './dependencies.ts';
import { deferredWait, type FakeGitHub, fakeGitHub, pendingStatus } from './github.ts';
import { scriptedHttp } from './http.ts';
import { createJumpingClock, type JumpingClock } from './jumping-clock.ts';
import { fakeWorkflow } from './workflow.ts';

export const SETTLE_INPUTS = {
  'api-url': 'https://api.example',
  token: 'token-under-test',
  product: '01JZ2ZV5Q4PR0DXCT00000000A',
  'github-token': 'token-of-the-job',
};

export interface Given {
  readonly github?: FakeGitHub;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly others?: Parameters<typeof scriptedHttp>[1];
  readonly idTokens?: { readonly url: string; readonly requestToken: string };
  readonly clock?: JumpingClock;
  readonly outputFails?: boolean;
  readonly summaryFails?: boolean;
}

/** The headers of a rate limit that is used up. */
export const USED_UP = {
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': `${Date.parse('2026-01-26T16:00:00Z') / 1000}`,
};

/** A GitHub with these waits, each on a commit of its own: `c0`, `c1` and so on. */
export function githubWith(
  waits: readonly DeferredWait[],
  ...fault: Parameters<typeof fakeGitHub>
) {
  const github = fakeGitHub(...fault);
  for (const [index, wait] of waits.entries()) github.add(pendingStatus(wait, `c${index}`));
  return github;
}

export async function sweep(states: readonly string[], given: Given = {}) {
  const { github = githubWith([deferredWait()]), inputs = {}, others } = given;
  const { clock = createJumpingClock() } = given;
  const workflow = fakeWorkflow({ ...SETTLE_INPUTS, ...inputs });
  const { http, asked } = scriptedHttp(states, others);
  const fail = () => {
    throw new Error('disk full');
  };
  const dependencies = fakeDependencies({
    workflow: {
      ...workflow,
      ...(given.outputFails ? { output: fail } : {}),
      ...(given.summaryFails ? { summary: () => Promise.reject(new Error('disk full')) } : {}),
    },
    clock,
    http,
    github: github.access,
    idTokens: given.idTokens,
  });
  const action = createSettleAction(dependencies);
  const code = await action.run(given.signal ?? new AbortController().signal);
  const top = (sha: string) => github.statuses.find((status) => status.sha === sha);
  const fails = workflow.said.filter((line) => line.startsWith('fail '));
  const warnings = workflow.said.filter((line) => line.startsWith('warning '));
  return { code, action, github, asked, top, fails, warnings, clock, ...workflow };
}

/** What settling an image needs, on a platform that answers like this; without a policy of its own. */
export function imageOptions(
  http: Http,
  clock: JumpingClock,
  more: Partial<ImageOptions> = {},
): ImageOptions {
  const credential = staticCredential('t', clock);
  const askApi = createApi({ http, apiUrl: 'https://api.example', credential });
  return {
    images: imagesOfProduct({ given: SETTLE_INPUTS.product, claimedId: undefined }, askApi),
    ownPolicy: undefined,
    onIncomplete: 'fail',
    ownBaselines: undefined,
    outage: createSharedOutage(clock),
    searchOutage: createSharedOutage(clock),
    clock,
    random: () => 0.5,
    signal: new AbortController().signal,
    ...more,
  };
}
