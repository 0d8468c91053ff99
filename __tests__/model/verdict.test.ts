import { describe, expect, it } from 'vitest';
import { overallStatus } from '../../src/model/statuses.ts';
import type { Status } from '../../src/model/verdict.ts';

describe('the status over several images', () => {
  it('is completed only if every image is', () => {
    expect(overallStatus(['completed', 'completed'])).toBe('completed');
    expect(overallStatus(['completed', 'timed-out', 'completed'])).toBe('timed-out');
  });

  // The order of the contract, one neighbor after the other.
  it.each([
    ['error', 'unavailable'],
    ['unavailable', 'failed'],
    ['failed', 'cancelled'],
    ['cancelled', 'no-scan'],
    ['no-scan', 'interrupted'],
    ['interrupted', 'timed-out'],
    ['timed-out', 'completed'],
  ] as const)('is %s if another image is %s', (graver: Status, other: Status) => {
    expect(overallStatus([graver, other])).toBe(graver);
    expect(overallStatus([other, graver])).toBe(graver);
  });

  it('is an error if there is no image at all', () => {
    expect(overallStatus([])).toBe('error');
  });
});
