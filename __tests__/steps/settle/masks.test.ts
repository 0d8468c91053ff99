/** What the settling step asks the runner to mask. */
import { expect, it } from 'vitest';
import type { Runtime } from '../../../src/steps/runtime.ts';
import { createSettleAction } from '../../../src/steps/settle/main.ts';
import { fakeDependencies } from '../../support/dependencies.ts';
import { fakeGitHub } from '../../support/github.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

const INPUTS = {
  'api-url': 'https://api.example',
  product: '01JZ2ZV5Q4PR0DXCT00000000A',
  'github-token': 'token-of-the-job',
};

/** @returns what the step said, in order. */
async function sweep(
  inputs: Readonly<Record<string, string>>,
  idTokens?: Runtime['idTokens'],
): Promise<readonly string[]> {
  const workflow = fakeWorkflow({ ...INPUTS, ...inputs });
  const github = fakeGitHub().access;
  await createSettleAction(fakeDependencies({ workflow, github, idTokens })).run(
    new AbortController().signal,
  );
  return workflow.said;
}

it('the settling step masks every secret input before it says anything else', async () => {
  const said = await sweep({ token: 'token-under-test', 'client-secret': 'secret-of-the-client' });
  expect(said.slice(0, 3)).toEqual([
    'mask token-under-test',
    'mask secret-of-the-client',
    'mask token-of-the-job',
  ]);
  expect(said[3]).toMatch(/^fail /);
});

it('the settling step masks the token for ID tokens before it says anything else', async () => {
  const oidc = { oidc: 'true', 'token-url': 'https://sso.example/token', 'oidc-audience': 'x' };
  const idTokens = { url: 'https://id.example', requestToken: 'request-token' };
  const said = await sweep(oidc, idTokens);
  expect(said.slice(0, 2)).toEqual(['mask token-of-the-job', 'mask request-token']);
});
