import { describe, expect, it } from 'vitest';
import type { FindingsFailure } from '../../../src/model/failure-cause.ts';
import type { ImageRecord } from '../../../src/model/image-record.ts';
import { judge } from '../../../src/model/policy.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { describeCause } from '../../../src/report/failure-words.ts';
import { sentenceOf } from '../../../src/report/sentence.ts';
import { describeChange } from '../../../src/steps/wait/lines.ts';
import { imageReport, reportOf } from '../../../src/steps/wait/report.ts';
import { summaryOf } from '../../../src/steps/wait/summary.ts';
import { warningsOf } from '../../../src/steps/wait/warnings.ts';
import { ended, failed, scanIn, settings, snapshot } from '../../support/builders.ts';
import { finding, findings, policy } from '../../support/findings.ts';

const SETTINGS = settings({ policy: policy() });
const COMPLETED = {
  scan: scanIn('completed'),
  lastState: 'completed',
  lastKnownState: 'completed',
};

function afterScan(verdict: Verdict, overrides: Partial<ImageRecord> = {}): ImageRecord {
  return ended(verdict, { ...COMPLETED, ...overrides });
}

function brokenBy(list = findings(3), given = policy()): ImageRecord {
  const judgement = judge(list, [given]);
  return afterScan({ status: 'findings', judgement, policy: given }, { judgement });
}

function sentence(record: ImageRecord): string | undefined {
  const reason = imageReport(record, SETTINGS).reason;
  return reason && sentenceOf(reason);
}

describe('the reason', () => {
  it('says what blocks and what to do', () => {
    expect(sentence(brokenBy())).toBe(
      '3 findings block (3 high; the worst is CVE-2024-0001 in openssl): ' +
        'fix or triage them in the Binarly dashboard, or change the policy.',
    );
    expect(sentence(brokenBy(findings(1)))).toBe(
      '1 finding blocks (high: CVE-2024-0001 in openssl): ' +
        'fix or triage it in the Binarly dashboard, or change the policy.',
    );
  });

  const LATER = 'look at the image in the Binarly dashboard, and run the job again later.';

  const CONTRADICTED =
    'check that the credential may view all findings of the product, or set `on-incomplete` to ' +
    'warn to judge the list as it is.';
  const MAINTAINERS = 'report this to the maintainers of this action: no request failed.';

  it('says that GitHub kept the baseline from being found', () => {
    const problem = { type: 'network', message: 'reset' } as const;
    const failure = failed({ type: 'github', problem }, { endpoint: 'github' });
    const times = { forMs: 900_000, reachedApi: true, findings: 'max-outage' } as const;
    const known = { status: 'unavailable', ...times, baseline: true } as const;
    expect(sentence(afterScan({ ...known, failure }))).toBe(
      'Could not find what to compare the image with for 15 min ' +
        '(last: no connection to GitHub: reset): run the job again when GitHub is back.',
    );
    expect(sentence(afterScan({ ...known, failure: failed() }))).toMatch(
      /^Could not find what to compare the image with for 15 min \(last: .+\): run the job again when the API is back, /,
    );
  });

  it.each<[FindingsFailure, string]>([
    [{ type: 'findings-not-found', absent: { type: 'not-found', message: 'no' } }, LATER],
    [{ type: 'findings-changed', from: 2, to: 3 }, LATER],
    [{ type: 'finding-listed-twice' }, LATER],
    [{ type: 'findings-missing', total: 3, read: 2 }, LATER],
    [{ type: 'findings-unfinished', read: 1, total: 2 }, 'raise `timeout`.'],
    [{ type: 'findings-not-listed', listed: 0, counted: 1 }, CONTRADICTED],
    [{ type: 'kev-not-listed', listed: 0, counted: 1 }, CONTRADICTED],
    [{ type: 'finding-unreadable', row: 1, lacks: 'id' }, MAINTAINERS],
    [
      { type: 'baseline-unfinished', state: 'running' },
      'run the job again when that scan has completed, or use another `baseline-image`.',
    ],
  ])('says what to do about findings that could not be read, case %#', (cause, advice) => {
    const failure = failed(cause);
    const verdict = {
      status: 'unavailable',
      failure,
      forMs: 900_000,
      reachedApi: true,
      findings: 'max-outage',
    } as const;
    const text = sentence(afterScan(verdict));
    expect(text).toMatch(/^The findings of scan scan-1 could not be read for 15 min \(last: /);
    expect(text?.endsWith(`): ${advice}`)).toBe(true);
  });

  it('blames the API for findings that it does not return', () => {
    const cause = { type: 'http-status', status: 502, message: undefined } as const;
    const failure = failed(cause);
    const known = { failure, forMs: 0, reachedApi: true, findings: 'time' } as const;
    expect(sentence(afterScan({ status: 'unavailable', ...known }))).toBe(
      'The findings of scan scan-1 could not be read (last: HTTP 502): ' +
        'run the job again when the API is back, or raise `max-outage` or `timeout`.',
    );
  });

  it('says after an interruption that the findings were not judged', () => {
    expect(sentence(afterScan({ status: 'interrupted' }))).toBe(
      'The step was interrupted before the findings of scan scan-1 were judged: run the job again.',
    );
  });
});

describe('the words', () => {
  it.each<[FindingsFailure, string]>([
    [
      { type: 'findings-changed', from: 3, to: 3 },
      'the list of findings changed while it was read',
    ],
    [
      { type: 'findings-not-listed', listed: 0, counted: undefined },
      'the list of findings is empty, and the image has no readable counts to confirm that',
    ],
    [
      { type: 'kev-not-listed', listed: 0, counted: undefined },
      'the image has no readable count of findings in CISA KEV',
    ],
    [
      { type: 'finding-unreadable', row: 2, lacks: 'compareSide' },
      'row 2 of a page of findings has no `compareSide`',
    ],
    [
      { type: 'baseline-unfinished', state: undefined },
      'the scan of `baseline-image` is without a state',
    ],
  ])('say what little is known of a failure, case %#', (cause, clause) => {
    expect(describeCause(cause, 'api')).toBe(clause);
  });

  it('say in the log what happened to the findings', () => {
    const cause = { type: 'finding-listed-twice' } as const;
    const failure = failed(cause);
    expect(describeChange({ kind: 'unread', what: 'findings', failure }, SETTINGS)).toBe(
      'reading the findings failed twice (the list of findings has the same finding twice); still trying',
    );
    expect(describeChange({ kind: 'unread', what: 'baseline', failure }, SETTINGS)).toMatch(
      /^looking for the baseline failed twice /,
    );
    const judgement = judge([], [policy()]);
    const judged = { kind: 'judged', judgement, policy: policy(), pairs: 1 } as const;
    expect(describeChange(judged, SETTINGS)).toBe('0 open findings, none blocks');
    expect(describeChange({ ...judged, pairs: 3 }, SETTINGS)).toBe(
      '0 open findings, none blocks; it took 3 pairs of reads',
    );
  });
});

describe('the report', () => {
  const timedOut = ended(
    { status: 'timed-out' },
    { imageId: 'image-2', lastState: 'running', lastKnownState: 'running' },
  );
  const letPass = brokenBy(findings(3), policy({ onFindings: 'warn' }));
  const report = (...records: readonly ImageRecord[]) =>
    reportOf(records, snapshot({ onTimeout: 'warn' }));

  it('is green with findings only if they may pass', () => {
    expect(report(brokenBy()).green).toBe(false);
    expect(report(letPass).green).toBe(true);
    expect(report(letPass, brokenBy()).green).toBe(false);
    expect(warningsOf(report(brokenBy(), timedOut))).toEqual([]);
  });

  it('warns once of findings that pass and once of a timeout that passes', () => {
    const both = report(letPass, letPass, timedOut);
    expect(warningsOf(both)).toEqual([
      expect.stringMatching(
        /^2 images with findings, 1 timed-out; image image-1: 3 findings block \(3 high; /,
      ),
      expect.stringMatching(
        /^2 images with findings, 1 timed-out; image image-2: scan scan-1 was still running/,
      ),
    ]);
    expect(summaryOf(both)).toMatch(/`on-findings` is `warn`[\s\S]*`on-timeout` is `warn`/);
  });

  it('puts the counts and the worst findings into the summary', () => {
    const summary = summaryOf(report(brokenBy([finding({ severity: 'critical' })])));
    expect(summary).toMatch(/^## ❌ Blocking Binarly findings\n\n1 finding blocks /);
    expect(summary).toContain('| critical | 1 |');
    expect(summary).toContain('| critical | CVE&#45;2024&#45;0001 | openssl |');
    expect(summary).not.toContain('green anyway');
  });
});
