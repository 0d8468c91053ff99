import { describe, expect, it } from 'vitest';
import { endedGreen, endedRed, overallStatus } from '../../src/model/statuses.ts';
import type { Ended, Status } from '../../src/model/verdict.ts';
import { failed, refused } from '../support/builders.ts';
import { broken, policy } from '../support/findings.ts';

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

describe('how a wait ended', () => {
  const unavailable = {
    status: 'unavailable',
    failure: failed(),
    forMs: 0,
    reachedApi: true,
  } as const;

  it.each<readonly [string, Ended | undefined, 'green' | 'red' | 'neither']>([
    ['completed', { status: 'completed' }, 'green'],
    ['findings', broken(), 'red'],
    ['findings that are let pass', broken(policy({ onFindings: 'warn' })), 'green'],
    ['failed', { status: 'failed' }, 'red'],
    ['cancelled', { status: 'cancelled' }, 'red'],
    ['timed-out', { status: 'timed-out' }, 'neither'],
    ['no-scan', { status: 'no-scan' }, 'neither'],
    ['unavailable', unavailable, 'neither'],
    ['interrupted', { status: 'interrupted' }, 'neither'],
    ['error', { status: 'error', refused: refused() }, 'neither'],
    ['not at all', undefined, 'neither'],
  ])('lets a merge through, or keeps it back for good: %s', (_, ended, result) => {
    expect([endedGreen(ended), endedRed(ended)]).toEqual([result === 'green', result === 'red']);
  });
});
