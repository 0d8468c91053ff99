import { describe, expect, it } from 'vitest';
import type { Reached } from '../../src/model/api-result.ts';
import { createStartGrace, graceEndMs } from '../../src/polling/start-grace.ts';
import { failed } from '../support/builders.ts';

const BEGAN_MS = 1_000;

/** Since when a sign of an API is waited for, after failures that are 10 s apart. */
function sinceAfter(...failures: readonly Reached[]): number {
  const grace = createStartGrace(BEGAN_MS);
  for (const [index, reached] of failures.entries())
    grace.hear(failed(undefined, { reached }), BEGAN_MS + (index + 1) * 10_000);
  return grace.sinceMs();
}

describe('the grace period at the start', () => {
  it('ends two minutes after the start of the step', () => {
    expect(graceEndMs(sinceAfter('nothing', 'unclear'), 900_000)).toBe(BEGAN_MS + 120_000);
  });

  it('ends two minutes after the last sign of a busy server', () => {
    const sinceMs = sinceAfter('busy', 'busy', 'nothing');
    expect(graceEndMs(sinceMs, 900_000)).toBe(BEGAN_MS + 20_000 + 120_000);
  });

  it('ends after max-outage if that is shorter', () => {
    expect(graceEndMs(sinceAfter(), 30_000)).toBe(BEGAN_MS + 30_000);
  });
});
