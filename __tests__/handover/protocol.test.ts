import { describe, expect, it } from 'vitest';
import { seenBy } from '../../src/github/statuses.ts';
import { coveredStatus, positionOf } from '../../src/handover/order.ts';
import {
  beginWait,
  continueWait,
  MOST_REWRITES,
  type Outcome,
  reportSharing,
  type Writing,
  type WritingReply,
  type WritingStep,
} from '../../src/handover/protocol.ts';
import type { CommitState, ContextStatus, NewStatus } from '../../src/model/commit-status.ts';
import type { DeferredWait } from '../../src/model/deferred-wait.ts';
import {
  believingEveryList,
  type End,
  enumerate,
  listed,
  padded,
  statusOf,
  US,
  waitOf,
  withoutLookingAfterwards,
} from './interleavings.ts';

type Wrap = (writing: Writing) => Writing;
const asIs: Wrap = (writing) => writing;

const NOTHING: WritingReply = { statuses: [], id: undefined };
const [first, rerun] = [waitOf(1), waitOf(1, { attempt: '2', nonce: 'anothernonce' })];

/** A step that waits, and then writes one more status. It knows the ID of its first one. */
function* step(wait: DeferredWait, state: CommitState, wrap: Wrap = asIs): Writing {
  const waiting = { ...wait, isHandedOver: false };
  const begin = wrap(beginWait(statusOf(waiting, 'pending')));
  let id: number | undefined;
  let result = begin.next(NOTHING);
  while (result.done !== true) {
    const reply: WritingReply = yield result.value;
    id ??= reply.id;
    result = begin.next(reply);
  }
  if (result.value.type === 'shared') return result.value;
  const last = statusOf({ ...wait, isHandedOver: state === 'pending' }, state);
  return yield* wrap(continueWait(last, (it) => it.id === id));
}

/** A run of the settle action: it looks for a wait handed over, and finishes it by its policy. */
function* sweep(state: CommitState, wrap: Wrap = asIs): Writing {
  const { statuses } = yield { type: 'list' };
  const [top] = statuses;
  if (top?.state !== 'pending' || top.wait?.isHandedOver !== true) return { type: 'superseded' };
  const { id, wait } = top;
  return yield* wrap(continueWait(statusOf(wait, state), (it) => it.id === id));
}

describe('several writers of one commit status', () => {
  const processes = (wrap: Wrap = asIs, rerunEnds: CommitState = 'failure') => ({
    step: { name: 'step', start: () => step(first, 'pending', wrap) },
    rerun: { name: 'rerun', start: () => step(rerun, rerunEnds, wrap) },
    strict: { name: 'strict', start: () => sweep('failure', wrap) },
    lax: { name: 'lax', start: () => sweep('success', wrap) },
  });
  const newestOf = (statuses: End['statuses']) => {
    const [begun = 0, begunAgain = 0] = [first, rerun].map(({ nonce }) =>
      statuses.findLastIndex(({ wait }) => wait?.nonce === nonce),
    );
    return begun < begunAgain ? first : rerun;
  };
  /** The furthest status of the wait that began last, a red one above a green one. */
  const isWrong = ({ statuses }: End) => {
    const newest = newestOf(statuses);
    const own = statuses.filter(({ wait }) => wait?.nonce === newest.nonce);
    const [top] = statuses;
    if (top?.wait?.nonce !== newest.nonce) return true;
    if (own.some((it) => it.state === 'failure')) return top.state !== 'failure';
    if (own.some((it) => it.state === 'success')) return top.state !== 'success';
    return own.some(({ wait }) => wait?.isHandedOver) && !top.wait.isHandedOver;
  };
  /** Whether a writer exceeds its bound; the steps write two statuses. */
  const isExcessive = ({ writes }: End) =>
    ['strict', 'lax'].some((name) => (writes[name] ?? 0) > 1 + MOST_REWRITES) ||
    ['step', 'rerun'].some((name) => (writes[name] ?? 0) > 2 + 2 * MOST_REWRITES);
  const isBad = (end: End) => isWrong(end) || isExcessive(end);

  it('leave the newest wait on top, red over green, however the lists lag', () => {
    const { all, bad } = enumerate(Object.values(processes()), [], isBad);
    expect(bad).toBe(0);
    expect(all).toBeGreaterThan(1e9);
  }, 600_000);

  it('always write the verdict of the newest wait', () => {
    const { step, rerun: again, lax } = processes();
    const isLost = ({ statuses }: End) =>
      newestOf(statuses) === rerun && statuses[0]?.state !== 'failure';
    expect(enumerate([step, again, lax], [], isLost).bad).toBe(0);
  });

  it('leave the newest wait on top if the re-run is deferred and swept as well', () => {
    const { step, rerun: again, strict, lax } = processes(asIs, 'pending');
    expect(enumerate([step, again, strict], [], isBad).bad).toBe(0);
    expect(enumerate([step, again, lax], [], isBad).bad).toBe(0);
  });

  it('would leave an old success on top if nobody looked afterward', () => {
    const { step, rerun: again, lax } = processes(withoutLookingAfterwards);
    const { all, bad } = enumerate([step, again, lax], [], isBad, 'none');
    expect(bad).toBeGreaterThan(0);
    expect(bad).toBeLessThan(all);
  });

  it('would leave an old success on top if they believed a list without their own write', () => {
    const waiting = { ...rerun, isHandedOver: false };
    const orders = (wrap: Wrap) => {
      const begin = () => wrap(beginWait(statusOf(waiting, 'pending')));
      const { lax } = processes(wrap);
      return enumerate(
        [{ name: 'rerun', start: begin }, lax],
        [listed(1, first, 'pending')],
        isWrong,
      );
    };
    expect(orders(asIs).bad).toBe(0);
    expect(orders(believingEveryList).bad).toBeGreaterThan(0);
  });

  /** A sweep that has found the first wait. */
  function continuing(wrap: Wrap): Writing {
    return wrap(continueWait(statusOf(first, 'success'), (it) => it.id === 1));
  }

  it('agree with a model on paper: 2,772 orders of a re-run and two sweeps', () => {
    const orders = (wrap: Wrap) =>
      enumerate(
        [
          { name: 'rerun', start: () => padded(beginWait(statusOf(rerun, 'pending')), 1) },
          ...['a', 'b'].map((name) => ({ name, start: () => padded(continuing(wrap), 5) })),
        ],
        [listed(1, first, 'pending')],
        ({ statuses }) => statuses[0]?.wait?.nonce !== rerun.nonce,
        'none',
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
    if (outcome.type !== 'shared') return outcome;
    return yield* reportSharing(statusOf(wait, 'error'));
  }

  it('end with an error on top, in every order of their requests', () => {
    const tally = enumerate(
      [
        { name: 'one', start: () => job(first) },
        { name: 'other', start: () => job(other) },
        { name: 'sweep', start: () => sweep('success') },
      ],
      [],
      ({ statuses, outcomes }) =>
        statuses[0]?.state !== 'error' ||
        Object.values(outcomes).every(({ type }) => type !== 'shared'),
    );
    expect(tally.bad).toBe(0);
    expect(tally.all).toBeGreaterThan(100);
  });

  it('keep that error on top of the result of either, even after a late status', () => {
    const older = waitOf(0);
    const error = listed(5, other, 'error');
    const statuses = [
      listed(7, older, 'success'),
      listed(6, first, 'success'),
      error,
      listed(4, other, 'pending'),
      listed(3, first, 'pending'),
      listed(2, older, 'pending'),
    ];
    expect(coveredStatus(statuses)).toBe(error);
    expect(coveredStatus(statuses.slice(1))).toBe(error);
    expect(coveredStatus([error, ...statuses.slice(3)])).toBeUndefined();
  });

  it('are found even if one of them had ended before the other began', () => {
    const lists = [[listed(2, other, 'pending'), listed(1, first, 'success')]];
    const pending = statusOf(other, 'pending');
    expect(play(beginWait(pending), lists, 2).at(-1)).toEqual({ type: 'shared' });
  });
});

/**
 * The requests of a writing that is given these lists in turn, then its outcome.
 * @param id of the status that it writes.
 */
function play(
  writing: Writing,
  lists: readonly (readonly ContextStatus[])[],
  id = 100,
): (WritingStep | Outcome)[] {
  const made: (WritingStep | Outcome)[] = [];
  const left = [...lists];
  let reply = NOTHING;
  for (;;) {
    const result = writing.next(reply);
    if (result.done === true) return [...made, result.value];
    const { type } = result.value;
    made.push(result.value);
    if (type === 'list') reply = { statuses: left.shift() ?? [], id: undefined };
    else reply = type === 'pause' ? NOTHING : { statuses: [], id };
  }
}

function writeOf(status: NewStatus): WritingStep {
  return { type: 'write', status };
}

function putBackOf({ state, description, targetUrl }: ContextStatus): WritingStep {
  return { type: 'put-back', status: { state, description, targetUrl } };
}

const success = statusOf(first, 'success');
const handedOver = [listed(1, first, 'pending')];
const isHandedOver = ({ id }: ContextStatus) => id === 1;
const LOOK = { type: 'list' };
const PAUSE = { type: 'pause' };

describe('one writer', () => {
  it('writes only if no newer wait has begun', () => {
    const statuses = [listed(2, rerun, 'pending'), ...handedOver];
    const made = play(continueWait(success, isHandedOver), [statuses]);
    expect(made).toEqual([LOOK, { type: 'superseded' }]);
  });

  it('writes if the newest status is a late one of an older wait', () => {
    const statuses = [listed(3, first, 'success'), listed(2, rerun, 'pending'), ...handedOver];
    const verdict = statusOf(rerun, 'failure');
    const after = [listed(100, rerun, 'failure'), ...statuses];
    const made = play(
      continueWait(verdict, ({ id }) => id === 2),
      [statuses, after],
    );
    expect(made).toEqual([LOOK, writeOf(verdict), LOOK, { type: 'written' }]);
  });

  it('needs no look before it writes if it has just seen a list', () => {
    const after = [listed(100, first, 'success'), ...handedOver];
    const made = play(continueWait(success, isHandedOver, handedOver), [after]);
    expect(made).toEqual([writeOf(success), LOOK, { type: 'written' }]);
  });

  it('treats a context without a status as no status that must be on top', () => {
    expect(coveredStatus([])).toBeUndefined();
    expect(positionOf(first, [])).toEqual({ type: 'superseded' });
  });
});

describe('a final status', () => {
  it.each([
    ['a failure', 'failure', 'success'],
    ['a success', 'success', 'failure'],
    ['a success', 'success', 'success'],
    ['an error', 'error', 'success'],
  ] as const)('that is %s is not replaced by the same wait (%s, %s)', (_, is, comes) => {
    const statuses = [listed(2, first, is), ...handedOver];
    const writing = continueWait(statusOf(first, comes), isHandedOver);
    expect(play(writing, [statuses])).toEqual([LOOK, { type: 'finished', state: is }]);
  });

  it('is not replaced if a copy of the pending status covers it', () => {
    const statuses = [listed(3, first, 'pending'), listed(2, first, 'failure'), ...handedOver];
    const made = play(continueWait(success, isHandedOver), [statuses]);
    expect(made.at(-1)).toEqual({ type: 'finished', state: 'failure' });
  });

  it.each([
    [['failure', 'success'], 'failure'],
    [['success', 'failure'], 'failure'],
    [['success', 'error'], 'error'],
  ] as const)('is the red one if several are written at once: %j', (states, counts) => {
    const finals = states.map((state, index) => listed(3 - index, first, state));
    const covered = coveredStatus([...finals, ...handedOver]);
    expect(covered?.state ?? finals[0]?.state).toBe(counts);
  });

  it('that is green gives way to a red one that came in between', () => {
    const failure = listed(2, first, 'failure');
    const written = [listed(100, first, 'success'), failure, ...handedOver];
    const rewritten = [{ ...listed(101, first, 'failure'), id: 100 }, ...written.slice(1)];
    const made = play(continueWait(success, isHandedOver), [handedOver, written, rewritten]);
    expect(made).toEqual([
      LOOK,
      writeOf(success),
      LOOK,
      putBackOf(listed(1, first, 'failure')),
      LOOK,
      { type: 'finished', state: 'failure' },
    ]);
  });
});

describe('a list that lags', () => {
  it('decides nothing as long as it lacks our own status', () => {
    const stale = [listed(2, rerun, 'pending'), ...handedOver];
    const whole = [listed(100, first, 'success'), ...handedOver];
    const made = play(continueWait(success, isHandedOver, handedOver), [stale, [], whole]);
    expect(made.slice(1)).toEqual([LOOK, PAUSE, LOOK, PAUSE, LOOK, { type: 'written' }]);
  });

  it('is looked at for 10 s, before and after the write, and that is then what is wrong', () => {
    const looks = [...Array.from({ length: 10 }, () => [LOOK, PAUSE]).flat(), LOOK];
    const before = play(continueWait(success, isHandedOver), []);
    expect(before).toEqual([...looks, { type: 'unlisted' }]);
    const after = play(beginWait(success), []);
    expect(after).toEqual([writeOf(success), ...looks, { type: 'unlisted' }]);
  });
});

describe('a writer whose status others keep covering', () => {
  it('rewrites five times, a second apart, and gives up', () => {
    const covered = [
      listed(101, waitOf(0), 'success'),
      listed(100, first, 'success'),
      ...handedOver,
      listed(0, waitOf(0), 'pending'),
    ];
    const writing = continueWait(success, isHandedOver, handedOver);
    const made = play(writing, Array<typeof covered>(10).fill(covered));
    const rewrite = putBackOf(listed(1, first, 'success'));
    const again = [PAUSE, rewrite, LOOK];
    expect(made).toEqual([
      ...[writeOf(success), LOOK, rewrite, LOOK],
      ...[...again, ...again, ...again, ...again],
      { type: 'contended' },
    ]);
  });
});

describe("someone else's status", () => {
  const OTHER = 'release-bot[bot]';
  const seen = (statuses: readonly ContextStatus[]) => seenBy(US, statuses);
  const foreign = (state: CommitState, id = 2) => listed(id, first, state, OTHER);

  it('is no wait of ours, whatever its address carries', () => {
    const [forged] = seen([foreign('pending')]);
    expect(forged?.wait).toBeUndefined();
    expect(seen([listed(1, first, 'pending', US.toUpperCase())])[0]?.wait).toEqual(first);
  });

  it('on top is respected, and called an override', () => {
    const statuses = seen([foreign('success'), ...handedOver]);
    const made = play(continueWait(success, isHandedOver), [statuses]);
    expect(made).toEqual([LOOK, { type: 'overridden', by: OTHER }]);
    expect(coveredStatus(statuses)).toBeUndefined();
  });

  it('is never put back if it is a success, because it would then be ours', () => {
    const covered = [listed(3, waitOf(0), 'success'), foreign('success'), ...handedOver];
    const whole = seen([...covered, listed(0, waitOf(0), 'pending')]);
    expect(coveredStatus(whole)).toBe(whole[2]);
    const own = seen([listed(3, first, 'success'), foreign('success'), ...handedOver]);
    expect(coveredStatus(own)).toBeUndefined();
  });

  it.each(['failure', 'error', 'pending'] as const)(
    'is put back if it is %s and we have covered it, without the wait that it carries',
    (state) => {
      const whole = seen([listed(100, first, 'success'), foreign(state), ...handedOver]);
      const ours = { ...listed(101, first, state), wait: undefined };
      const made = play(continueWait(success, isHandedOver, handedOver), [
        whole,
        [{ ...ours, id: 100 }, ...whole],
      ]);
      expect(made.slice(2)).toEqual([
        {
          type: 'put-back',
          status: { state, description: state, targetUrl: 'https://github.test/run' },
        },
        LOOK,
        { type: 'overridden', by: US },
      ]);
    },
  );

  it('never becomes a success or a wait of ours, in any order and with any lag', () => {
    const forger = { name: 'forger', login: OTHER };
    function* post(state: CommitState): Writing {
      yield { type: 'write', status: statusOf({ ...first, nonce: 'forgednonce' }, state) };
      return { type: 'written' };
    }
    const writers = [
      { name: 'rerun', start: () => step(rerun, 'failure') },
      { name: 'lax', start: () => sweep('failure') },
    ];
    for (const state of ['pending', 'success', 'failure'] as const) {
      const { all, bad } = enumerate(
        [...writers, { ...forger, start: () => post(state) }],
        handedOver,
        ({ statuses }) =>
          statuses.some(
            ({ creator, wait, state: is }) =>
              creator === US && (wait?.nonce === 'forgednonce' || is === 'success'),
          ),
      );
      expect(bad).toBe(0);
      expect(all).toBeGreaterThan(10);
    }
  });
});
