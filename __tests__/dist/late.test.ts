/** The built action in a process that was stopped and woke up late, as on a suspended machine. */
import { expect, it } from 'vitest';
import type { StepOptions } from '../../emulator/runner.ts';
import { expectComplete, SCAN, scanIn, takeStep } from './step.ts';

/**
 * Stops the process as soon as `words` are printed, and resumes it after `forMs` milliseconds.
 */
function stopAt(words: string, forMs: number): NonNullable<StepOptions['printed']> {
  let stopped = false;
  return (text, child) => {
    if (stopped || !text.includes(words)) return;
    stopped = child.kill('SIGSTOP');
    setTimeout(() => child.kill('SIGCONT'), forMs);
  };
}

it.skipIf(process.platform === 'win32')(
  'a process that was stopped past its deadline still makes the poll at the deadline',
  async () => {
    const states = [
      { atMs: -1, type: 'running' },
      { atMs: 4_000, type: 'completed' },
    ];
    const result = await takeStep({
      scans: [scanIn('', { states })],
      inputs: { timeout: '3s', 'poll-interval': '2s' },
      options: { printed: stopAt('is running', 14_000) },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
  },
);
