/** The table of poll results, apart from its budgets. */
import { describe, expect, it } from 'vitest';
import { applyingOnceTo, applyingTo, beginPolling } from '../../src/scan/apply-poll-result.ts';
import {
  at,
  endedAtDeadline,
  failedReaching,
  found,
  pollBySeconds,
  RUNNING,
  recordAfter,
  type TimedAnswer,
  UNKNOWN_PRODUCT,
  verdictAfter,
} from '../support/applied-answers.ts';
import { absent, failed, instant, refused } from '../support/builders.ts';

const FRESH_TOKEN_REFUSED = failed({ type: 'fresh-token-refused', message: 'no' });

describe('a scan', () => {
  it.each([
    ['completed', 'completed'],
    ['done', 'completed'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
  ] as const)('that is %s settles the wait as %s', (type, status) => {
    expect(recordAfter([at(1, found(type))])).toMatchObject({
      ended: { status },
      polls: 1,
      lastState: type,
    });
  });

  it.each(['new', 'in_progress', 'running', 'archived', 'constructor'])(
    'that is %s is waited for without a budget',
    (type) => {
      expect(verdictAfter([at(1, found(type))])).toBeUndefined();
      expect(pollBySeconds([at(1, found(type))])).toBe(Infinity);
    },
  );

  it.each([
    ['status_unavailable', { type: 'status-unavailable' }],
    ['no_scans', { type: 'scan-gone', absent: { type: 'no-scans' } }],
    [undefined, { type: 'no-state' }],
  ])('in the state %s is known from then on, but the poll failed', (type, cause) => {
    expect(recordAfter([at(1, found(type))])).toMatchObject({
      ended: undefined,
      scan: { id: 'scan-1' },
      outage: { failure: { cause }, times: 1 },
      lastUsableMs: undefined,
    });
  });

  it('keeps its creation time if a later answer omits it', () => {
    const createTime = instant('2026-01-26T15:30:01Z');
    const later = found('running', { createTime: undefined });
    expect(recordAfter([at(1, found('new')), at(2, later)]).scan?.createTime).toEqual(createTime);
  });

  it('takes the creation time that a later answer gives', () => {
    const createTime = instant('2026-01-26T15:00:00Z');
    const first = found('new', { createTime: undefined });
    const later = found('running', { createTime });
    expect(recordAfter([at(1, first), at(2, later)]).scan).toMatchObject({ createTime });
  });
});

describe('finishedBefore', () => {
  it.each(['completed', 'failed', 'cancelled'])(
    'is true if the first informative poll finds the scan %s',
    (type) => {
      expect(recordAfter([at(1, found(type))]).finishedBefore).toBe(true);
      const afterFailures: readonly TimedAnswer[] = [
        at(1, failed()),
        at(2, found('status_unavailable')),
        at(3, found(type)),
      ];
      expect(recordAfter(afterFailures).finishedBefore).toBe(true);
    },
  );

  it.each([
    ['a scan under way', RUNNING],
    ['no scan', absent()],
  ])('is false if an earlier poll found %s', (_, first) => {
    expect(recordAfter([at(1, first), at(2, found('completed'))]).finishedBefore).toBe(false);
  });
});

describe('the last state', () => {
  it('stays as it was if an answer gives none', () => {
    expect(recordAfter([at(1, RUNNING), at(2, found(undefined)), at(3, failed())])).toMatchObject({
      lastState: 'running',
      lastKnownState: 'running',
    });
  });

  it('may be given in place of a scan', () => {
    const inPlace = failed({ type: 'status-unavailable' }, { state: 'status_unavailable' });
    expect(recordAfter([at(1, inPlace)]).lastState).toBe('status_unavailable');
    expect(recordAfter([at(1, { ...absent(), state: 'no_scans' })]).lastState).toBe('no_scans');
  });

  it('other than status_unavailable is kept apart', () => {
    expect(recordAfter([at(1, RUNNING), at(2, found('status_unavailable'))])).toMatchObject({
      lastState: 'status_unavailable',
      lastKnownState: 'running',
    });
  });

  it('that is undocumented replaces a documented one', () => {
    expect(
      recordAfter([at(1, RUNNING), at(2, found('odd')), at(3, found('status_unavailable'))]),
    ).toMatchObject({ lastKnownState: 'odd' });
  });
});

describe('a token that is refused right after it was issued', () => {
  it('fails the poll', () => {
    expect(recordAfter([at(1, RUNNING), at(2, FRESH_TOKEN_REFUSED)])).toMatchObject({
      ended: undefined,
      outage: { times: 1 },
    });
  });

  it('ends the wait in the second poll in a row', () => {
    const verdict = verdictAfter([at(1, FRESH_TOKEN_REFUSED), at(2, FRESH_TOKEN_REFUSED)]);
    expect(verdict).toEqual({
      status: 'error',
      refused: refused({ type: 'fresh-token-refused', message: 'no' }),
    });
  });

  it.each([
    ['a scan', RUNNING],
    ['no scan', absent()],
    ['another failure', failed()],
  ])('does not end the wait if %s came in between', (_, between) => {
    const answers: readonly TimedAnswer[] = [
      at(1, FRESH_TOKEN_REFUSED),
      at(2, between),
      at(3, FRESH_TOKEN_REFUSED),
    ];
    expect(verdictAfter(answers)).toBeUndefined();
  });
});

describe('the other answers', () => {
  it('end the wait as an error if they are a refusal', () => {
    expect(recordAfter([at(1, refused())])).toMatchObject({
      ended: { status: 'error', refused: refused() },
      polls: 1,
    });
  });

  it('change nothing and count no poll if they are an interruption', () => {
    const before = recordAfter([at(1, RUNNING)]);
    expect(recordAfter([at(1, RUNNING), at(2, { kind: 'interrupted' })])).toEqual(before);
  });
});

it('a poll that saw a scan open, or none, is remembered with the one that saw its end', () => {
  const polled = beginPolling('image', 0);
  const apply = applyingTo(polled, 300_000);
  const answers = [absent(), RUNNING, failed(), found('completed')];
  const openMs = answers.map((answer, index) => {
    apply(answer, (index + 1) * 1_000);
    return polled.openMs;
  });
  expect(openMs).toEqual([undefined, 1_000, 2_000, 2_000]);
});

describe('a single look', () => {
  const notEnded = { kind: 'done', value: undefined };
  it.each([
    ['at a running scan', RUNNING, notEnded],
    ['at a scan in an undocumented state', found('archived'), notEnded],
    ['for a scan that is missing', absent(), notEnded],
    ['at a scan that completed', found('completed'), { value: { status: 'completed' } }],
    ['that fails', failed(), { kind: 'failed', failure: failed() }],
    ['that is refused', refused(), refused()],
  ])('%s decides as far as it can', (_, result, attempt) => {
    const polled = beginPolling('image', 0);
    expect(applyingOnceTo(polled)(result, 1_000)).toMatchObject(attempt);
    expect(polled).toMatchObject({ result, answeredMs: 1_000, record: { polls: 1 } });
  });
});

describe('the deadline', () => {
  it('ends the wait as timed-out if a scan was seen', async () => {
    expect(await endedAtDeadline([at(1, RUNNING)])).toEqual({ status: 'timed-out' });
    const failing = [at(1, RUNNING), at(2, failed())];
    expect(await endedAtDeadline(failing)).toEqual({ status: 'timed-out' });
    const unknown = [at(1, found('status_unavailable'))];
    expect(await endedAtDeadline(unknown)).toEqual({ status: 'timed-out' });
  });

  it('ends the wait as no-scan if the API ever said that there is none', async () => {
    expect(await endedAtDeadline([at(1, absent())])).toEqual({ status: 'no-scan' });
    const failing = [at(1, absent()), at(2, failed())];
    expect(await endedAtDeadline(failing)).toEqual({ status: 'no-scan' });
  });

  it('ends the wait as unavailable if the API never said whether there is a scan', async () => {
    const ended = { status: 'unavailable', failure: failed(), forMs: 60_000, reachedApi: false };
    expect(await endedAtDeadline([at(0, failed()), at(60, failed())])).toEqual(ended);
    const answers = [at(10, failedReaching('api')), at(60, failedReaching('api'))];
    expect(await endedAtDeadline(answers)).toMatchObject({
      status: 'unavailable',
      forMs: 50_000,
      reachedApi: true,
    });
  });

  it('that has passed while a product was unknown ends the wait as an error', async () => {
    expect(await endedAtDeadline([at(1, UNKNOWN_PRODUCT), at(2, failed())])).toMatchObject({
      status: 'error',
      refused: { cause: { type: 'unknown-product', product: { given: 'bord' } } },
    });
  });
});
