import { describe, expect, it } from 'vitest';
import { givenAs } from '../../../src/model/commit-status.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { beginRecord, end, type ImageRecord } from '../../../src/model/image-record.ts';
import { judge } from '../../../src/model/policy.ts';
import type { Ended } from '../../../src/model/verdict.ts';
import { decide } from '../../../src/steps/settle/conclude.ts';
import type { PolledImage } from '../../../src/steps/settle/settlement.ts';
import { absent, failed, refused } from '../../support/builders.ts';
import { finding, policy } from '../../support/findings.ts';
import { deferredWait } from '../../support/github.ts';

const END_MS = Date.parse('2026-01-27T15:00:00Z');

function polled(
  record: Partial<ImageRecord>,
  ended?: Ended,
  more: Partial<PolledImage> = {},
): PolledImage {
  const begun = { ...beginRecord('i1'), ...record };
  const image = { imageId: 'i1', scanId: 's1' };
  return { image, record: ended === undefined ? begun : end(begun, ended), ...more };
}

function withFindings(findings: readonly Finding[], isNewOnly = false): PolledImage {
  const anything = policy({ threshold: 'any' });
  const judgement = judge(findings, [anything]);
  const judgedBy = { ...anything, baselineImageId: isNewOnly ? 'before' : undefined };
  return polled({ judgement }, { status: 'findings', judgement, policy: judgedBy });
}

const [critical, high, strange] = ['critical', 'high', 'odd'].map((severity, index) =>
  finding({ id: `f${index}`, severity }),
) as [Finding, Finding, Finding];

function over(...images: readonly PolledImage[]) {
  return decide(deferredWait(), images, END_MS);
}

describe('the description of a status that failed for findings', () => {
  it.each([
    ['1 finding blocks: 1 high', [withFindings([high])]],
    ['2 findings block: 1 critical, 1 high', [withFindings([high, critical])]],
    ['2 new findings block: 1 critical, 1 high', [withFindings([critical, high], true)]],
    ['1 finding blocks: 1 unknown', [withFindings([strange])]],
    [
      '3 findings block in 2 of 3 images: 2 critical, 1 high',
      [withFindings([critical, high]), withFindings([critical], true), polled({})],
    ],
    [
      '1 failed, 1 image with findings',
      [withFindings([critical]), polled({}, { status: 'failed' } as Ended)],
    ],
  ])('says %s', (description, images) => {
    expect(decide(deferredWait(), images, undefined)).toEqual({ state: 'failure', description });
  });
});

describe('at the end of settle-within, the description says what was last known', () => {
  const unavailable = { status: 'unavailable', failure: failed(), forMs: 0, reachedApi: true };

  it.each([
    [
      'a state',
      polled({ lastState: 'running' }),
      'failure',
      ': 1 pending, its last state is running',
    ],
    [
      'an undocumented state',
      polled({ lastState: 'paused' }),
      'failure',
      ': 1 pending, its state paused is not documented',
    ],
    [
      'that the scan is gone',
      polled({ absent: absent({ type: 'not-found', message: '' }) }),
      'failure',
      ': 1 pending, its scan is gone',
    ],
    ['nothing', polled({}), 'failure', ': 1 pending'],
    ['silence', polled({}, unavailable as Ended), 'error', '; no usable answer from Binarly'],
    [
      'findings that could not be read',
      polled({}, { ...unavailable, findings: 'time' } as Ended),
      'error',
      '; the findings could not be read',
    ],
    [
      'a baseline that could not be found',
      polled({}, { ...unavailable, findings: 'time', baseline: true } as Ended),
      'error',
      '; the baseline could not be found',
    ],
    [
      'a baseline that is scanned again',
      polled({}, undefined, { isBaselineUnfinished: true }),
      'failure',
      ': 1 pending, its baseline is being scanned again',
    ],
    [
      'a refusal',
      polled({}, { status: 'error', refused: refused() }),
      'error',
      '; the API refused the request',
    ],
  ] as const)('%s', (_, image, state, lastKnown) => {
    const decision = over(image);
    expect(decision?.state).toBe(state);
    expect(decision?.description).toContain(
      `settle-within ended at 2026-01-27 15:00:00 UTC${lastKnown}`,
    );
  });

  it('is cut to 140 characters', () => {
    const states = Array.from({ length: 10 }, (_, index) =>
      polled({ lastState: `${index}-${'x'.repeat(100)}` }),
    );
    const decision = over(...states);
    expect(decision?.description.length).toBeGreaterThan(140);
    const status = decision && {
      ...decision,
      page: 'https://github.test/run',
      wait: deferredWait(),
    };
    expect(status && givenAs(status).description.length).toBe(140);
  });
});
