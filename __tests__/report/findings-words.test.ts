import { expect, it } from 'vitest';
import { describeContradiction, passedLine, policyLine } from '../../src/report/findings-words.ts';
import { policy } from '../support/findings.ts';

it.each([
  ['findings-not-listed', 1, 3, 'the list has 1 finding, but the image reports 3'],
  ['findings-not-listed', 1, undefined, 'the list has 1 finding, but the image reports no number'],
  ['findings-not-listed', 0, 1, 'the list is empty, but the image reports 1 finding'],
  ['findings-not-listed', 0, undefined, 'the list is empty, but the image reports no number'],
  ['kev-not-listed', 1, 2, 'the list has 1 finding in CISA KEV, but the image reports 2'],
  ['kev-not-listed', 0, 2, 'the list has 0 findings in CISA KEV, but the image reports 2'],
] as const)('a contradiction is a clause: %s, %s, %s', (type, listed, counted, clause) => {
  expect(describeContradiction({ type, listed, counted })).toBe(clause);
});

it.each([
  [
    policy(),
    'fail on open findings (new, inProgress) that are high or worse.',
    'no open finding at or above high.',
  ],
  [
    policy({ threshold: 'critical', statuses: ['new'] }),
    'fail on open findings (new) that are critical.',
    'no open finding at or above critical.',
  ],
  [
    policy({ threshold: 'any' }),
    'fail on open findings (new, inProgress) of any severity.',
    'no open finding of any severity.',
  ],
  [
    policy({ threshold: 'any', failOnKev: true }),
    'fail on open findings (new, inProgress) of any severity.',
    'no open finding of any severity.',
  ],
  [
    policy({ failOnKev: true }),
    'fail on open findings (new, inProgress) that are high or worse, or in CISA KEV.',
    'no open finding at or above high or in CISA KEV.',
  ],
  [
    policy({ threshold: 'none', failOnKev: true }),
    'fail on open findings (new, inProgress) in CISA KEV.',
    'no open finding in CISA KEV.',
  ],
])('a policy is announced, and passed, in one sentence each: case %#', (given, begins, passes) => {
  expect(policyLine(given)).toBe(`Policy: ${begins}`);
  expect(passedLine(given)).toBe(`Policy passed: ${passes}`);
});

it.each([
  [{ kind: 'image', imageId: 'image-0\u202e' }, 'image image-0'],
  [{ kind: 'base-branch' }, 'the newest image of the base branch'],
] as const)('a comparison is announced: %j', (baseline, owner) => {
  expect(policyLine(policy({ onFindings: 'warn' }), baseline)).toBe(
    `Policy: warn about open findings (new, inProgress) that are high or worse; ignore those in ${owner}.`,
  );
});

it.each([
  ['the base branch', ' (compared with the base branch)'],
  ['', ''],
])('a comparison with %j passes only what is new', (comparedWith, compared) => {
  expect(passedLine(policy(), comparedWith)).toBe(
    `Policy passed: no new open finding at or above high${compared}.`,
  );
});
