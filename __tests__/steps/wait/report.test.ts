import { describe, expect, it } from 'vitest';
import { beginRecord } from '../../../src/model/image-record.ts';
import { judge } from '../../../src/model/policy.ts';
import { countsOf } from '../../../src/model/statuses.ts';
import type { Status, Verdict } from '../../../src/model/verdict.ts';
import { sentenceOf } from '../../../src/report/sentence.ts';
import { linesOfProblems, reasonOfCrash } from '../../../src/report/step-error-words.ts';
import {
  imageReport,
  type Report,
  reportOf,
  reportOfCrash,
  reportOfProblems,
  waitedMsOf,
} from '../../../src/steps/wait/report.ts';
import type { OnTimeout } from '../../../src/steps/wait/settings.ts';
import { warningsOf } from '../../../src/steps/wait/warnings.ts';
import {
  ended,
  failed,
  record,
  refused,
  reportFor,
  settings,
  snapshot,
} from '../../support/builders.ts';
import { broken, policy } from '../../support/findings.ts';

const NOW = Date.parse('2026-01-26T17:00:00Z');

/** One verdict of every kind; a status without one does not compile. */
const VERDICTS: { readonly [S in Status]: Extract<Verdict, { status: S }> } = {
  error: { status: 'error', refused: refused() },
  unavailable: { status: 'unavailable', failure: failed(), forMs: 1, reachedApi: true },
  failed: { status: 'failed' },
  cancelled: { status: 'cancelled' },
  'no-scan': { status: 'no-scan' },
  findings: broken(),
  interrupted: { status: 'interrupted' },
  deferred: { status: 'deferred', context: 'binarly-scan', isUnread: false },
  'timed-out': { status: 'timed-out' },
  completed: { status: 'completed' },
};

/** Images `image-0`, `image-1` and so on, which ended like this. */
function over(statuses: readonly Status[], onTimeout: OnTimeout = 'fail'): Report {
  const records = statuses.map((status, index) =>
    ended(VERDICTS[status], { imageId: `image-${index}`, waitedMs: index * 1_000 }),
  );
  return reportOf(
    records,
    snapshot({ onTimeout, imageIds: records.map(({ imageId }) => imageId) }),
  );
}

describe('reportOf', () => {
  it('is green for a completed scan, whatever `on-timeout` is', () => {
    for (const onTimeout of ['fail', 'warn'] as const)
      expect(reportFor(VERDICTS.completed, {}, { onTimeout })).toMatchObject({
        status: 'completed',
        green: true,
        reason: '',
        reasonLines: [],
      });
  });

  it.each(Object.values(VERDICTS).filter(({ status }) => status !== 'completed'))(
    'is red and has the reason of the image: %j',
    (verdict) => {
      const reason = imageReport(ended(verdict), settings()).reason;
      const sentence = reason === undefined ? 'none' : sentenceOf(reason);
      expect(reportFor(verdict)).toMatchObject({
        status: verdict.status,
        // It is a verdict only once its commit status is written.
        green: verdict.status === 'deferred',
        reason: sentence,
        reasonLines: [sentence],
        images: [{ status: verdict.status, reason }],
      });
    },
  );

  it('passes on what is known about the step', () => {
    const known = ended(VERDICTS.completed);
    const given = { ...snapshot(), product: { id: 'product-1', name: 'Board' } };
    expect(reportOf([known], given)).toMatchObject({
      images: [{ record: known }],
      product: given.product,
      settings: given.settings,
      madeWallMs: given.nowWallMs,
    });
  });

  it('assumes the worst of an image without a verdict', () => {
    const report = reportOf([record({ lastState: 'completed' })], snapshot());
    expect(report).toMatchObject({ status: 'error', green: false });
  });

  it('is red if there is no image, because nothing was waited for', () => {
    expect(reportOf([], snapshot())).toMatchObject({ status: 'error', green: false });
  });
});

describe('a timeout with `on-timeout: warn`', () => {
  const lateIn = (lastKnownState: string | undefined) =>
    reportFor(VERDICTS['timed-out'], { lastKnownState }, { onTimeout: 'warn' });

  it.each(['new', 'in_progress', 'running'])('is green if the scan was last known %s', (state) => {
    expect(lateIn(state)).toMatchObject({ status: 'timed-out', green: true });
  });

  it.each(['paused', 'constructor', 'ran', 'Error', 'completed', 'no_scans', '', undefined])(
    'is red if the last known state is not a documented pending one: %s',
    (state) => {
      expect(lateIn(state)).toMatchObject({ status: 'timed-out', green: false });
    },
  );

  it('is green if the platform had no state to give for the pending scan at the end', () => {
    const known = { lastState: 'status_unavailable', lastKnownState: 'in_progress' };
    const report = reportFor(VERDICTS['timed-out'], known, { onTimeout: 'warn' });
    expect(report.green).toBe(true);
  });

  it.each(Object.keys(VERDICTS) as Status[])('makes nothing else green: %s', (status) => {
    const isGreen = ['timed-out', 'deferred', 'completed'].includes(status);
    expect(over([status], 'warn').green).toBe(isGreen);
  });
});

describe('over several images', () => {
  /** In the order of the contract. */
  const ORDER = [
    'error',
    'unavailable',
    'failed',
    'cancelled',
    'no-scan',
    'interrupted',
    'timed-out',
    'completed',
  ] as const;

  it.each(ORDER.slice(0, -1).map((status, index) => [status, ORDER[index + 1]] as const))(
    '%s outweighs %s, whichever comes first',
    (graver, lighter) => {
      if (lighter === undefined) throw new Error('not a pair');
      expect(over([lighter, graver]).status).toBe(graver);
      expect(over([graver, lighter]).status).toBe(graver);
    },
  );

  it('the reason is the counts and the sentence of the first image that decides', () => {
    const report = over(['timed-out', 'completed', 'failed', 'failed']);
    const reason = report.images[2]?.reason;
    expect(report.reason).toBe(
      '2 failed, 1 timed-out, 1 completed; ' +
        `image image-2: ${reason?.happened}: ${reason?.advice}.`,
    );
    expect(report.reasonLines).toEqual([report.reason]);
  });

  it('the reason is one printable line whatever the IDs are', () => {
    const records = ['a', 'b'].map((id) => ended(VERDICTS.failed, { imageId: `\n::error::${id}` }));
    expect(reportOf(records, snapshot()).reason).toContain('; image : :error::a: ');
  });

  it('the images stay in the order given', () => {
    const { images } = over(['completed', 'failed', 'timed-out']);
    expect(images.map(({ record: { imageId } }) => imageId)).toEqual([
      'image-0',
      'image-1',
      'image-2',
    ]);
  });

  it('the step is green only if every image is', () => {
    expect(over(['completed', 'completed'])).toMatchObject({ status: 'completed', green: true });
    expect(over(['completed', 'timed-out'])).toMatchObject({ status: 'timed-out', green: false });
    expect(over(['completed', 'timed-out'], 'warn').green).toBe(true);
    expect(over(['timed-out', 'failed'], 'warn')).toMatchObject({ status: 'failed', green: false });
  });

  it('the longest wait is that of the step', () => {
    expect(waitedMsOf(over(['completed', 'completed', 'completed']))).toBe(2_000);
    expect(waitedMsOf(reportOfProblems([], NOW))).toBe(0);
  });

  it('the counts begin with the gravest', () => {
    expect(countsOf(['completed', 'error', 'completed'])).toBe('1 error, 2 completed');
  });
});

describe('reportOfProblems', () => {
  const token = { input: 'token', kind: 'missing-credential', text: 'is empty' } as const;
  const timeout = { input: 'timeout', kind: 'invalid', text: '"5" has no unit' } as const;

  it('has each problem on a line of its own, and all in the reason', () => {
    const [headline] = linesOfProblems([token, timeout]);
    expect(reportOfProblems([token, timeout], NOW)).toEqual({
      status: 'error',
      headline: 'Invalid inputs',
      green: false,
      reason: `${headline}: \`token\` is empty; \`timeout\` "5" has no unit.`,
      reasonLines: [`${headline}:`, '`token` is empty.', '`timeout` "5" has no unit.'],
      images: [],
      product: undefined,
      settings: undefined,
      madeWallMs: NOW,
    });
  });
});

describe('reportOfCrash', () => {
  const cause = new Error('a bug');
  const sentence = sentenceOf(reasonOfCrash(cause));

  it('is red before anything is known', () => {
    expect(reportOfCrash(cause, undefined, NOW)).toMatchObject({
      status: 'error',
      green: false,
      reason: sentence,
      reasonLines: [sentence],
      images: [],
    });
  });

  it('says how far the wait had come, and is red even if the scan was seen completed', () => {
    const known = record({ lastState: 'completed', lastKnownState: 'completed' });
    const records = [known, beginRecord('image-2')];
    const report = reportOfCrash(
      cause,
      { records, snapshot: snapshot({ onTimeout: 'warn' }) },
      NOW,
    );
    expect(report).toMatchObject({ status: 'error', green: false, reason: sentence });
    expect(report.product).toEqual(snapshot().product);
    expect(report.settings?.onTimeout).toBe('warn');
    expect(report.images).toEqual([
      { record: known, status: 'error', green: false, reason: reasonOfCrash(cause) },
      {
        record: beginRecord('image-2'),
        status: 'error',
        green: false,
        reason: reasonOfCrash(cause),
      },
    ]);
  });

  it('is red even if every image has a verdict, and changes none of them', () => {
    const records = [ended(VERDICTS.completed), ended(VERDICTS.failed)];
    const report = reportOfCrash(cause, { records, snapshot: snapshot() }, NOW);
    expect(report).toMatchObject({ status: 'error', green: false, reason: sentence });
    expect(report.images).toEqual(reportOf(records, snapshot()).images);
  });
});

describe('what on-incomplete lets pass', () => {
  it('is one warning of a green step, for the first image', () => {
    const contradiction = { type: 'findings-not-listed', listed: 1, counted: 3 } as const;
    const passed = { ...judge([], [policy()]), contradiction };
    const records = ['image-0', 'image-1', 'image-2'].map((imageId, index) =>
      ended({ status: 'completed' }, { imageId, ...(index > 0 ? { judgement: passed } : {}) }),
    );
    const imageIds = records.map(({ imageId }) => imageId);
    expect(warningsOf(reportOf(records, snapshot({ imageIds })))).toEqual([
      'Image image-1: the list has 1 finding, but the image reports 3; judged as listed, because `on-incomplete` is warn.',
    ]);
  });
});
