/** The built action in a process that was stopped and woke up late, as on a suspended machine. */
import { expect, it } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import type { StepOptions } from '../../emulator/runner.ts';
import { hurried } from './preload.ts';
import { expectComplete, once, SCAN, takeStep } from './step.ts';

const RUNNING = {
  id: SCAN,
  createTime: '2026-01-26T15:30:01Z',
  latestScanState: { type: 'running' },
};

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

// It sleeps for 16 s on its own clock, which is three times as fast: past its deadline, and past the
// 10 s that requests get after that.
it.skipIf(process.platform === 'win32')(
  'a process that was stopped past its deadline still makes the poll at the deadline',
  async () => {
    const result = await takeStep({
      faults: once(jsonAnswer(200, { scans: [RUNNING] })),
      inputs: { timeout: '4s', 'poll-interval': '1h' },
      options: { env: hurried(3), printed: stopAt('is running', 16_000 / 3) },
    });
    expectComplete(result);
    expect(result.stdout).toContain('is running');
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
  },
);
