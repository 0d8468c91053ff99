/** What the step needs of the world, faked; a test gives the parts that it is about. */
import type { Runtime } from '../../src/steps/runtime.ts';
import { noGitHub } from './github.ts';
import { scriptedHttp } from './http.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { fakeWorkflow } from './workflow.ts';

/** Details are asked for by `http` too, unless a test gives `httpForDetails`. */
export function fakeDependencies(overrides: Partial<Runtime> = {}): Runtime {
  const http = overrides.http ?? scriptedHttp(['completed']).http;
  return {
    workflow: fakeWorkflow(),
    clock: createJumpingClock(),
    http,
    httpForDetails: http,
    putFile: () => Promise.reject(new Error('this step sends no file')),
    workspace: '/workspace',
    download: () => Promise.resolve({ kind: 'saved', bytes: 2 }),
    random: () => 0.5,
    trigger: { event: 'push', ref: 'refs/heads/main', sha: 'head' },
    idTokens: undefined,
    github: noGitHub,
    whyCredentialIsMissing: () => Promise.resolve(undefined),
    ignoredProxy: () => undefined,
    ignoredBypasses: () => undefined,
    ...overrides,
  };
}
