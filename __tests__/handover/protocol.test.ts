import { describe, expect, it } from 'vitest';
import {
  beginWait,
  continueWait,
  coveredStatus,
  reportSharing,
  type Writing,
} from '../../src/handover/protocol.ts';
import type { CommitState, NewStatus } from '../../src/model/commit-status.ts';
import type { DeferredWait } from '../../src/model/deferred-wait.ts';
import {
  type End,
  enumerate,
  listed,
  padded,
  statusOf,
  waitOf,
  withoutLookingAfterwards,
} from './interleavings.ts';

type Wrap = (writing: Writing) => Writing;
const asIs: Wrap = (writing) => writing;

/** A step that waits, and then writes one more status. */
function* step(wait: DeferredWait, state: CommitState, wrap: Wrap = asIs): Writing {
  const waiting = { ...wait, isHandedOver: false };
  const begun = yield* wrap(beginWait(waiting, statusOf(waiting, 'pending')));
  if (begun !== 'written') return begun;
  const isHandedOver = state === 'pending';
  return yield* wrap(continueWait(wait, statusOf({ ...wait, isHandedOver }, state)));
}

/** A run of the settle action: it looks for a wait handed over, and finishes it. */
function* sweep(wrap: Wrap = asIs): Writing {
  const [top] = yield { type: 'list' };
  if (top?.state !== 'pending' || top.wait?.isHandedOver !== true) return 'written';
  return yield* wrap(continueWait(top.wait, statusOf(top.wait, 'success')));
}

const [first, rerun] = [waitOf(1), waitOf(1, { attempt: '2', nonce: 'anothernonce' })];

describe('several writers of one commit status', () => {
  const processes = (wrap: Wrap = asIs, rerunEnds: CommitState = 'failure') => [
    { name: 'step', start: () => step(first, 'pending', wrap) },
    { name: 'rerun', start: () => step(rerun, rerunEnds, wrap) },
    { name: 'sweep-a', start: () => sweep(wrap) },
    { name: 'sweep-b', start: () => sweep(wrap) },
  ];
  /** The wait that began last, and the furthest status that it was ever given. */
  const isBad = ({ statuses }: End) => {
    const begins = ['step-0', 'rerun-0'].map((id) => statuses.findIndex((it) => it.id === id));
    const newest = (begins[0] ?? 0) < (begins[1] ?? 0) ? first : rerun;
    const own = statuses.filter(({ wait }) => wait?.nonce === newest.nonce);
    const hasEnded = own.some(({ state }) => state !== 'pending');
    const hasHandedOver = own.some(({ wait }) => wait?.isHandedOver);
    const [top] = statuses;
    if (top?.wait?.nonce !== newest.nonce) return true;
    if (hasEnded) return top.state === 'pending';
    return hasHandedOver && !top.wait.isHandedOver;
  };

  it('leave the newest wait on top, in every order of their requests', () => {
    const { all, bad } = enumerate(processes(), [], isBad);
    expect(bad).toBe(0);
    expect(all).toBeGreaterThan(100_000);
  });

  it('leave the newest wait on top if the re-run is deferred and swept as well', () => {
    expect(enumerate(processes(asIs, 'pending'), [], isBad).bad).toBe(0);
  });

  it('always write the verdict of the newest wait', () => {
    const isLost = ({ statuses }: End) =>
      statuses.findIndex(({ id }) => id === 'rerun-0') <
        statuses.findIndex(({ id }) => id === 'step-0') && statuses[0]?.state !== 'failure';
    expect(enumerate(processes(), [], isLost).bad).toBe(0);
  });

  it('would leave an old success on top if nobody looked afterward', () => {
    const { all, bad } = enumerate(processes(withoutLookingAfterwards), [], isBad);
    expect(bad).toBeGreaterThan(0);
    expect(bad).toBeLessThan(all);
  });

  it('agree with a model on paper: 2,772 orders of a re-run and two sweeps', () => {
    const orders = (wrap: Wrap) =>
      enumerate(
        [
          {
            name: 'rerun',
            start: () => padded(beginWait(rerun, statusOf(rerun, 'pending')), 1),
          },
          ...['a', 'b'].map((name) => ({
            name,
            start: () => padded(wrap(continueWait(first, statusOf(first, 'success'))), 5),
          })),
        ],
        [listed('handed-over', first, 'pending')],
        ({ statuses }) => statuses[0]?.wait?.nonce !== rerun.nonce,
      );
    expect(orders(asIs)).toEqual({ all: 2772, bad: 0 });
    expect(orders(withoutLookingAfterwards)).toEqual({ all: 2772, bad: 616 });
  });
});

describe('two jobs of one run that share a context', () => {
  const other = { ...first, nonce: 'ofanotherjob' };
  /** What the step does: it writes `error` once it sees the other job. */
  function* job(wait: DeferredWait): Writing {
    const outcome = yield* step(wait, 'success');
    if (outcome !== 'shared') return outcome;
    return yield* reportSharing(statusOf(wait, 'error'));
  }

  it('end with an error on top, in every order of their requests', () => {
    const tally = enumerate(
      [
        { name: 'one', start: () => job(first) },
        { name: 'other', start: () => job(other) },
        { name: 'sweep', start: () => sweep() },
      ],
      [],
      ({ statuses, outcomes }) =>
        statuses[0]?.state !== 'error' || !Object.values(outcomes).includes('shared'),
    );
    expect(tally.bad).toBe(0);
    expect(tally.all).toBeGreaterThan(100);
  });

  it('keep that error above what one of them comes to, even after a late status', () => {
    const older = waitOf(0);
    const error = listed('3', other, 'error');
    const statuses = [
      listed('5', older, 'success'),
      listed('4', first, 'success'),
      error,
      listed('2', other, 'pending'),
      listed('1', first, 'pending'),
      listed('0', older, 'pending'),
    ];
    expect(coveredStatus(statuses)).toBe(error);
    expect(coveredStatus(statuses.slice(1))).toBe(error);
    expect(coveredStatus([error, ...statuses.slice(3)])).toBeUndefined();
  });

  it('are found even if one of them had ended before the other began', () => {
    const writing = beginWait(other, statusOf(other, 'pending'));
    expect(writing.next([]).value).toMatchObject({ type: 'write' });
    expect(writing.next([]).value).toEqual({ type: 'list' });
    const statuses = [listed('2', other, 'pending'), listed('1', first, 'success')];
    expect(writing.next(statuses)).toEqual({ done: true, value: 'shared' });
  });
});

describe('one writer', () => {
  /** The requests of a writing that is given these lists in turn. */
  function requests(writing: Writing, lists: readonly (typeof handedOver)[]): unknown[] {
    const made: unknown[] = [];
    const left = [...lists];
    for (let result = writing.next([]); ; result = writing.next(left.shift() ?? [])) {
      made.push(result.value);
      if (result.done === true) return made;
      if (result.value.type === 'write') left.unshift([]);
    }
  }
  const success: NewStatus = statusOf(first, 'success');
  const handedOver = [listed('1', first, 'pending')];

  it('writes only if no newer wait has begun', () => {
    const statuses = [listed('2', rerun, 'pending'), ...handedOver];
    const made = requests(continueWait(first, success), [statuses]);
    expect(made).toEqual([{ type: 'list' }, 'superseded']);
  });

  it('writes if the newest status is a late one of an older wait', () => {
    const statuses = [listed('3', first, 'success'), listed('2', rerun, 'pending'), ...handedOver];
    const verdict = statusOf(rerun, 'failure');
    const after = [listed('4', rerun, 'failure'), ...statuses];
    expect(requests(continueWait(rerun, verdict), [statuses, after])).toEqual([
      { type: 'list' },
      { type: 'write', status: verdict },
      { type: 'list' },
      'written',
    ]);
  });

  it('does not write over a status that someone else set by hand', () => {
    const byHand = { ...handedOver[0], id: '2', wait: undefined } as (typeof handedOver)[0];
    expect(requests(continueWait(first, success), [[byHand, ...handedOver]])).toEqual([
      { type: 'list' },
      'superseded',
    ]);
  });

  it('writes nothing twice', () => {
    const statuses = [listed('2', first, 'success'), ...handedOver];
    expect(requests(continueWait(first, success), [statuses, statuses])).toEqual([
      { type: 'list' },
      { type: 'list' },
      'written',
    ]);
  });

  it('treats a context without a status as not its own', () => {
    expect(requests(continueWait(first, success), [[]])).toEqual([{ type: 'list' }, 'superseded']);
    expect(coveredStatus([])).toBeUndefined();
  });

  it('leaves a status on top that somebody else set by hand', () => {
    const byHand = { ...listed('2', first, 'pending'), wait: undefined };
    expect(coveredStatus([byHand, ...handedOver])).toBeUndefined();
    const late = listed('3', first, 'success');
    expect(coveredStatus([late, byHand, ...handedOver])).toBe(byHand);
  });
});
