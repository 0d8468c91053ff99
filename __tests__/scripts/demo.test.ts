/** `npm start`, in its shortest scenario. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { SCENARIOS } from '../../scripts/demo-scenarios.ts';

function demo(scenario: string) {
  return spawnSync(process.execPath, ['scripts/demo.ts', scenario], { encoding: 'utf8' });
}

it('the demo shows a readable summary and what to try next', () => {
  const { status, stdout } = demo('inputs');
  expect(status).toBe(0);
  expect(stdout).not.toMatch(/&#|<\w|::/);
  expect(stdout).toContain('status: error');
  for (const other of Object.keys(SCENARIOS).filter((name) => name !== 'inputs'))
    expect(stdout).toContain(`npm start -- ${other} `);
});

it('an unknown scenario is answered with the names of all scenarios', () => {
  const { status, stderr } = demo('unheard-of');
  expect(status).toBe(2);
  for (const name of Object.keys(SCENARIOS)) expect(stderr).toContain(`npm start -- ${name} `);
});
