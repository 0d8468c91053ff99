/** The built action when the job is cancelled: `interrupted` with a full report, at every stage that a process can be met in. */
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.ts';
import { always, expectComplete, SCAN, scanIn, takeStep } from './step.ts';

/** Signals once `words` are printed, and again if asked to. On Windows a process is terminated, not signalled. */
function signalAt(words: string, signal: NodeJS.Signals) {
  let sent = false;
  return {
    printed(text: string, child: { kill(signal: NodeJS.Signals): boolean }) {
      if (sent || !text.includes(words)) return;
      sent = true;
      // The line is printed just before the sleep or the request that is to be met.
      setTimeout(() => child.kill(signal), 300);
    },
  };
}

describe.skipIf(process.platform === 'win32').concurrent('a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s while asleep ends in interrupted, with the scan that was followed',
    async (signal) => {
      const result = await takeStep({
        scans: [scanIn('running')],
        inputs: { 'poll-interval': '1h' },
        options: signalAt('is running', signal),
      });
      expectComplete(result);
      expect(result.code).toBe(1);
      expect(result.annotations).toEqual([]);
      expect(result.outputs).toMatchObject({ status: 'interrupted', 'scan-id': SCAN, state: 'running' });
      expect(result.outputs['reason']).toContain(`scan ${SCAN} goes on`);
      expect(result.summary).toContain('interrupted');
      expect(Number(result.outputs['waited-seconds'])).toBeLessThan(60);
    },
  );

  it.each<Fault>([{ kind: 'silent' }, { kind: 'stall', status: 200 }])('in a request: $kind', async (fault) => {
    const result = await takeStep({ faults: always(fault), options: signalAt('Waiting up to', 'SIGTERM') });
    expectComplete(result);
    expect(result.outputs['status']).toBe('interrupted');
    expect(Number(result.outputs['waited-seconds'])).toBeLessThan(25);
  });
});
