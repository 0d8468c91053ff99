/** GitHub for tests of what must not use it. */
import type { GitHubAccess } from '../../src/defer/step-status.ts';

function unexpected(): never {
  throw new Error('GitHub must not be used');
}

export const noGitHub: GitHubAccess = {
  readRun: unexpected,
  connect: unexpected,
  newNonce: unexpected,
};
