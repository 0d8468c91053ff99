import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../../../src/model/image-record.ts';
import { judge } from '../../../../src/model/policy.ts';
import type { Verdict } from '../../../../src/model/verdict.ts';
import { verdictFile } from '../../../../src/steps/wait/evidence/verdict-file.ts';
import { reportOf, reportOfProblems, withError } from '../../../../src/steps/wait/report.ts';
import type { Settings } from '../../../../src/steps/wait/settings.ts';
import { details, ended, failed, record, snapshot } from '../../../support/builders.ts';
import { broken, policy } from '../../../support/findings.ts';

const PAGE = 'https://github.example/acme/firmware/actions/runs/7/attempts/2';

interface Predicate {
  readonly result: string;
  readonly configuration: readonly { readonly name: string; readonly content: string }[];
  readonly url?: string;
  readonly passedTests: readonly string[];
  readonly warnedTests: readonly string[];
  readonly failedTests: readonly string[];
}

function predicateOf(records: readonly ImageRecord[], given: Partial<Settings> = {}): Predicate {
  return JSON.parse(`${verdictFile(reportOf(records, snapshot(given)), PAGE)}`) as Predicate;
}

const UNAVAILABLE = {
  status: 'unavailable',
  failure: failed(),
  forMs: 900_000,
  reachedApi: true,
} as const;

describe('the verdict as a test result', () => {
  it('has the required fields of the predicate, and the page of the run', () => {
    const predicate = predicateOf([ended({ status: 'completed' }, { details: details() })]);
    expect(predicate).toEqual({
      result: 'PASSED',
      configuration: [{ name: 'binarly-policy', content: expect.any(String) }],
      url: PAGE,
      passedTests: ['scan scan-1 of image image-1 (Board 1.2): completed'],
      warnedTests: [],
      failedTests: [],
    });
  });

  it('has no page if the runner does not say which', () => {
    const report = reportOf([ended({ status: 'completed' })], snapshot());
    expect(JSON.parse(`${verdictFile(report, undefined)}`)).not.toHaveProperty('url');
  });

  it.each<readonly [string, Verdict, string, Partial<Settings>]>([
    ['a scan that completed', { status: 'completed' }, 'PASSED', {}],
    ['a scan that failed', { status: 'failed' }, 'FAILED', {}],
    ['a timeout', { status: 'timed-out' }, 'FAILED', {}],
    ['a timeout let pass', { status: 'timed-out' }, 'WARNED', { onTimeout: 'warn' }],
    ['findings', broken(), 'FAILED', { policy: policy() }],
    [
      'findings let pass',
      broken(policy({ onFindings: 'warn' })),
      'WARNED',
      { policy: policy({ onFindings: 'warn' }) },
    ],
    ['an outage', UNAVAILABLE, 'FAILED', {}],
    ['an interruption', { status: 'interrupted' }, 'FAILED', {}],
    ['a deferred wait', { status: 'deferred', context: 'c', isUnread: false }, 'FAILED', {}],
  ])('of %s', (_, verdict, result, given) => {
    const predicate = predicateOf([ended(verdict)], given);
    expect(predicate.result).toBe(result);
    const lists = { PASSED: 'passedTests', WARNED: 'warnedTests', FAILED: 'failedTests' } as const;
    const text = `scan scan-1 of image image-1: ${verdict.status}`;
    for (const [name, list] of Object.entries(lists))
      expect(predicate[list]).toEqual(name === result ? [text] : []);
  });

  it('warns of a list that was judged although the counts contradict it', () => {
    const contradiction = { type: 'findings-not-listed', listed: 0, counted: 3 } as const;
    const judgement = { ...judge([], [policy()]), contradiction };
    expect(predicateOf([ended({ status: 'completed' }, { judgement })]).result).toBe('WARNED');
  });

  it('of several images is the worst, and each has its list', () => {
    const images = [
      ended({ status: 'completed' }),
      ended({ status: 'timed-out' }, { imageId: 'image-2', scan: undefined }),
    ];
    expect(predicateOf(images)).toMatchObject({
      result: 'FAILED',
      passedTests: ['scan scan-1 of image image-1: completed'],
      failedTests: ['scan unknown of image image-2: timed-out'],
    });
    expect(predicateOf(images.slice(0, 1)).result).toBe('PASSED');
    expect(predicateOf(images, { onTimeout: 'warn' }).result).toBe('WARNED');
  });

  it('of a step that failed is FAILED, whatever its images are', () => {
    const passed = reportOf([ended({ status: 'completed' })], snapshot());
    const report = withError(passed, { happened: 'x', advice: 'y' });
    expect(JSON.parse(`${verdictFile(report, PAGE)}`)).toMatchObject({ result: 'FAILED' });
  });

  it('of a step that crashed is FAILED', () => {
    expect(predicateOf([record()])).toMatchObject({
      result: 'FAILED',
      failedTests: ['scan scan-1 of image image-1: error'],
    });
  });

  it('does not exist if an input was invalid', () => {
    expect(verdictFile(reportOfProblems([], 0), PAGE)).toBeUndefined();
  });

  it('names no command of the runner', () => {
    const named = { details: details({ name: 'x\n##[error]y' }) };
    const report = reportOf([ended({ status: 'completed' }, named)], snapshot());
    expect(verdictFile(report, 'https://x/##[y')).not.toContain('##[');
  });
});

describe('the configuration of the test', () => {
  function configuration(
    given: Partial<Settings>,
    records = [ended({ status: 'completed' })],
  ): unknown {
    const [{ content = '' } = {}] = predicateOf(records, given).configuration;
    return JSON.parse(Buffer.from(content, 'base64').toString());
  }

  it('is the policy, and the baseline of each image', () => {
    const given = policy({ threshold: 'critical', failOnKev: true });
    const found = { kind: 'image', imageId: 'image-0', scannedMs: 0, origin: undefined } as const;
    const baselines = [found, undefined];
    const records = baselines.map((baseline, index) =>
      ended({ status: 'completed' }, { imageId: `image-${index + 1}`, baseline }),
    );
    expect(configuration({ policy: given }, records)).toEqual({
      product: 'product-1',
      failOnSeverity: 'critical',
      failOnKev: true,
      failOnStatus: ['new', 'inProgress'],
      images: [
        { imageId: 'image-1', baselineImageId: 'image-0' },
        { imageId: 'image-2', baselineImageId: '' },
      ],
    });
  });

  it('names a baseline that was given, even if it was not needed', () => {
    const baseline = { kind: 'image', imageId: 'image-0' } as const;
    expect(configuration({ baseline }, [ended({ status: 'failed' })])).toMatchObject({
      images: [{ imageId: 'image-1', baselineImageId: 'image-0' }],
    });
  });

  it('says that findings decide nothing without a policy', () => {
    expect(configuration({})).toMatchObject({
      failOnSeverity: 'none',
      failOnKev: false,
      failOnStatus: [],
      images: [{ imageId: 'image-1', baselineImageId: '' }],
    });
  });

  it('has no product before it is resolved', () => {
    const report = reportOf([ended({ status: 'completed' })], {
      ...snapshot(),
      product: undefined,
    });
    const { configuration } = JSON.parse(`${verdictFile(report, PAGE)}`) as Predicate;
    const text = Buffer.from(`${configuration[0]?.content}`, 'base64').toString();
    expect(JSON.parse(text)).toMatchObject({ product: '' });
  });
});
