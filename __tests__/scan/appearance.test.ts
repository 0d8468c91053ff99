/** What the budgets of a wait make of polls without a scan and of failed polls. */
import { describe, expect, it } from 'vitest';
import type { Absent } from '../../src/model/api-result.ts';
import {
  applyAll,
  at,
  BUDGETS,
  failedReaching,
  found,
  pollBySeconds,
  RUNNING,
  recordAfter,
  type TimedAnswer,
  UNKNOWN_PRODUCT,
  verdictAfter,
} from '../support/applied-answers.ts';
import { absent, failed } from '../support/builders.ts';

describe('no scan', () => {
  it('is the verdict when the appearance timeout ends', () => {
    expect(pollBySeconds([at(60, absent())])).toBe(360);
    expect(verdictAfter([at(60, absent()), at(359.999, absent())])).toBeUndefined();
    expect(verdictAfter([at(60, absent()), at(360, absent())])).toEqual({ status: 'no-scan' });
  });

  it('is the verdict of the first such poll with an appearance timeout of 0 s', () => {
    const budgets = { ...BUDGETS, appearanceTimeoutMs: 0 };
    expect(verdictAfter([at(1, absent())], budgets)).toEqual({ status: 'no-scan' });
  });

  it('needs a poll at the end of its budget during an outage, but no second one', () => {
    expect(pollBySeconds([at(60, absent()), at(100, failed())])).toBe(360);
    expect(pollBySeconds([at(60, absent()), at(100, failed()), at(360, failed())])).toBe(1_000);
  });

  it('is the verdict of a poll after the appearance timeout passed in an outage', () => {
    const answers: readonly TimedAnswer[] = [
      at(60, absent()),
      at(100, failed()),
      at(360, failed()),
      at(400, absent()),
    ];
    expect(verdictAfter(answers)).toEqual({ status: 'no-scan' });
  });

  it.each([
    ['an empty list', absent(), { type: 'empty-list' }],
    ['no_scans', absent({ type: 'no-scans' }), { type: 'no-scans' }],
    ['a 404', UNKNOWN_PRODUCT, UNKNOWN_PRODUCT.cause],
  ] as const)('is a failed poll once a scan was seen: %s', (_, answer: Absent, cause) => {
    const { record, pollByMs } = applyAll([at(1, RUNNING), at(2, answer)]);
    expect(record).toMatchObject({
      ended: undefined,
      absent: undefined,
      outage: { failure: { cause: { type: 'scan-gone', absent: cause }, reached: 'api' } },
    });
    expect(pollByMs).toBe(902_000);
  });
});

describe('a product that is not in the list', () => {
  const error = {
    status: 'error',
    refused: { cause: { type: 'unknown-product', product: { given: 'bord' } } },
  };

  it('is an error after 30 s of 404s', () => {
    expect(pollBySeconds([at(10, UNKNOWN_PRODUCT)])).toBe(40);
    expect(verdictAfter([at(10, UNKNOWN_PRODUCT), at(39.999, UNKNOWN_PRODUCT)])).toBeUndefined();
    expect(verdictAfter([at(10, UNKNOWN_PRODUCT), at(40, UNKNOWN_PRODUCT)])).toMatchObject(error);
  });

  it('is an error at the end of a shorter appearance timeout', () => {
    const budgets = { ...BUDGETS, appearanceTimeoutMs: 20_000 };
    expect(pollBySeconds([at(10, UNKNOWN_PRODUCT)], budgets)).toBe(30);
    expect(verdictAfter([at(10, UNKNOWN_PRODUCT), at(30, UNKNOWN_PRODUCT)], budgets)).toMatchObject(
      error,
    );
  });

  it('has its 30 s from the first 404 after any other answer about its images', () => {
    const listed: readonly TimedAnswer[] = [at(1, absent()), at(100, UNKNOWN_PRODUCT)];
    expect(verdictAfter(listed)).toBeUndefined();
    expect(pollBySeconds(listed)).toBe(130);
    const again: readonly TimedAnswer[] = [
      at(1, UNKNOWN_PRODUCT),
      at(20, absent()),
      at(40, UNKNOWN_PRODUCT),
    ];
    expect(verdictAfter(again)).toBeUndefined();
    expect(pollBySeconds(again)).toBe(70);
  });

  it('exists after all if its image appears', () => {
    expect(verdictAfter([at(1, UNKNOWN_PRODUCT), at(29, RUNNING), at(100, found('done'))])).toEqual(
      {
        status: 'completed',
      },
    );
  });
});

describe('an outage', () => {
  it('is counted from the end of the first failed poll in a row', () => {
    const answers: readonly TimedAnswer[] = [at(10, RUNNING), at(800, failed())];
    expect(pollBySeconds(answers)).toBe(1_700);
    expect(verdictAfter([...answers, at(1_699.999, failed())])).toBeUndefined();
    expect(verdictAfter([...answers, at(1_700, failed())])).toEqual({
      status: 'unavailable',
      failure: failed(undefined, { reached: 'api' }),
      forMs: 900_000,
      reachedApi: true,
    });
  });

  it('does not end the wait if one poll fails long after the last good one', () => {
    expect(verdictAfter([at(10, RUNNING), at(5_000, failed())])).toBeUndefined();
  });

  it('is over as soon as one poll is informative', () => {
    const answers: readonly TimedAnswer[] = [
      at(10, RUNNING),
      at(20, failed()),
      at(900, RUNNING),
      at(905, failed()),
    ];
    expect(recordAfter(answers).outage?.times).toBe(1);
    expect(pollBySeconds(answers)).toBe(1_805);
  });

  it('is over if the API says that there is no scan', () => {
    expect(recordAfter([at(10, failed()), at(20, absent())])).toMatchObject({
      outage: undefined,
      lastUsableMs: 20_000,
    });
  });

  it.each(['nothing', 'unclear', 'busy', 'api'] as const)(
    'ends with its first poll if max-outage is 0 s, having reached: %s',
    (reached) => {
      const budgets = { ...BUDGETS, maxOutageMs: 0 };
      expect(verdictAfter([at(1, failedReaching(reached))], budgets)?.status).toBe('unavailable');
    },
  );

  it('of a server that never answers in the API’s format lasts from the first poll on', () => {
    const answers: readonly TimedAnswer[] = [at(1, failed()), at(600, failed()), at(901, failed())];
    expect(verdictAfter(answers)).toMatchObject({ forMs: 900_000, reachedApi: false });
  });
});

describe('the grace period at the start', () => {
  const nothing = failedReaching('nothing');

  it('is waited for until two minutes after the start of the step', () => {
    expect(pollBySeconds([at(30, nothing)])).toBe(120);
    expect(verdictAfter([at(30, nothing), at(119.999, nothing)])).toBeUndefined();
    expect(verdictAfter([at(30, nothing), at(120, nothing)])).toMatchObject({
      status: 'unavailable',
      forMs: 120_000,
      reachedApi: false,
    });
  });

  it('is waited for no longer than max-outage', () => {
    expect(pollBySeconds([at(10, nothing)], { ...BUDGETS, maxOutageMs: 30_000 })).toBe(30);
  });

  it('is waited for until two minutes after the last 408, 429 or 5xx', () => {
    const answers: readonly TimedAnswer[] = [
      at(1, nothing),
      at(110, failedReaching('busy')),
      at(115, nothing),
    ];
    expect(pollBySeconds(answers)).toBe(230);
    expect(verdictAfter([...answers, at(230, nothing)])).toMatchObject({
      status: 'unavailable',
      forMs: 229_000,
      reachedApi: false,
    });
  });

  it('is not moved by an answer that proves nothing', () => {
    expect(
      pollBySeconds([at(1, nothing), at(110, failedReaching('unclear')), at(115, nothing)]),
    ).toBe(120);
  });

  it.each(['unclear', 'busy', 'api'] as const)(
    'does not shorten max-outage for a server that answers: %s',
    (reached) => {
      const answer = failedReaching(reached);
      expect(verdictAfter([at(1, answer), at(899, answer)])).toBeUndefined();
      expect(pollBySeconds([at(1, answer), at(899, answer)])).toBe(901);
    },
  );

  it.each([
    ['an error in the API’s own format', failedReaching('api')],
    ['a scan', RUNNING],
    ['no scan', absent()],
  ])('is made by %s, and then silence has all of max-outage', (_, first) => {
    expect(verdictAfter([at(1, first), at(200, nothing), at(250, nothing)])).toBeUndefined();
  });
});
