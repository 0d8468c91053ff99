/** The step with a policy on findings, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import { createAction } from '../../../src/steps/wait/main.ts';
import { fakeDependencies } from '../../support/dependencies.ts';
import { reply, scriptedHttp } from '../../support/http.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

const INPUTS = {
  'api-url': 'https://api.example',
  token: 'token-under-test',
  product: '01JZ2ZV5Q4PR0DXCT00000000A',
  image: 'i1',
  'fail-on-severity': 'high',
};

type Page = ReturnType<typeof reply>;

const page = (...severities: readonly string[]) =>
  reply({
    total: severities.length,
    rows: severities.map((severity, index) => ({ id: `f${index}`, severity, status: 'new' })),
  });

/** Runs the step. @param pages answers the n-th request for findings, counted from 1. */
async function run(
  pages: (request: number) => Page,
  inputs: Readonly<Record<string, string>> = {},
  states = ['running', 'completed'],
) {
  const workflow = fakeWorkflow({ ...INPUTS, ...inputs });
  let requests = 0;
  const { http, asked } = scriptedHttp(states, ({ url }) => {
    if (!url.endsWith('/grids/findings:gridList')) return undefined;
    requests += 1;
    return Promise.resolve(pages(requests));
  });
  const action = createAction(fakeDependencies({ workflow, http }));
  const code = await action.run(new AbortController().signal);
  const infos = workflow.said.filter((line) => line.startsWith('info '));
  return { code, infos, asked, ...workflow };
}

describe('the log', () => {
  it('says what findings will do, what was found, and why the step is red', async () => {
    const { code, said, outputs } = await run(() => page('critical', 'low'));
    expect(code).toBe(1);
    expect(said.filter((line) => !line.startsWith('debug') && !line.startsWith('mask'))).toEqual([
      expect.stringMatching(/^info Waiting up to 2 h/),
      'info Policy: fail on open findings (new, inProgress) that are high or worse.',
      expect.stringMatching(/^info After 0 s: following scan s1/),
      'info After 0 s: scan s1 is running.',
      'info After 5 s: scan s1 is completed.',
      'info After 5 s: 2 open findings; 1 finding blocks: 1 critical.',
      'info Result after 5 s: findings (scan s1).',
      'fail 1 finding blocks (critical: f0): fix or triage it in the Binarly dashboard, or change the policy.',
    ]);
    expect(outputs['findings-file']).toMatch(/^\/temp\/findings\.json with \d+ bytes$/);
  });

  it('has one line for an outage that many images share, and one for the result of each', async () => {
    const bad = { ...reply({ message: 'bad gateway' }), status: 502 };
    const { code, infos } = await run((request) => (request <= 4 ? bad : page('low')), {
      image: 'i1\ni2',
    });
    expect(code).toBe(0);
    expect(infos.filter((line) => line.includes('reading the findings failed twice'))).toHaveLength(
      1,
    );
    expect(infos.filter((line) => line.includes('1 open finding, none blocks'))).toHaveLength(2);
  });

  it('has a heartbeat while findings cannot be read', async () => {
    const bad = { ...reply({ message: 'bad gateway' }), status: 502 };
    const { outputs, infos } = await run(() => bad);
    expect(outputs).toMatchObject({ status: 'unavailable', 'waited-seconds': '905' });
    expect(infos).toContainEqual(
      expect.stringMatching(/^info After 5 min .*: still waiting; .*502/),
    );
  });
});

it('the baseline is asked about before the image, and findings in one comparison', async () => {
  const side = { id: 'f0', severity: 'high', status: 'new', compareSide: 'both' };
  const answer = reply({ total: 1, rows: [side] });
  const { code, asked } = await run(() => answer, { 'baseline-image': 'i0' }, ['completed']);
  expect(code).toBe(0);
  const images = `/products/${INPUTS.product}/images`;
  expect(asked).toEqual([
    `${images}/i0/scans?status=true`,
    `${images}/i1/scans?status=true`,
    ...Array.from({ length: 4 }, () => '/grids/findings:gridList'),
    `${images}/i1?withCounts=true`,
    `${images}/i1?withCounts=true`,
  ]);
});
