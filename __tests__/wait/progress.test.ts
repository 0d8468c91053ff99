import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/binarly/answer.ts';
import type { Scan } from '../../src/binarly/scan.ts';
import {
  type Budgets,
  begin,
  type Observation,
  observe,
  verdictAtDeadline,
} from '../../src/wait/progress.ts';

const BUDGETS: Budgets = { appearanceTimeoutMs: 300_000, maxOutageMs: 900_000 };

function found(type?: string, id = 's1'): Answer<Scan> {
  const state = type === undefined ? undefined : { type, since: undefined };
  return { kind: 'found', value: { id, createTime: undefined, state }, retryAfterMs: undefined };
}
const absent: Answer<Scan> = {
  kind: 'absent',
  detail: 'the list of scans is empty',
  retryAfterMs: undefined,
};
function trouble(contact: 'made' | 'unclear' | 'none', detail = 'HTTP 502'): Answer<Scan> {
  return { kind: 'trouble', detail, contact, retryAfterMs: undefined };
}

/** Answers, each with the second at which it came; the wait begins at second 0. */
function observing(
  steps: readonly (readonly [number, Answer<Scan>])[],
  budgets = BUDGETS,
): Observation {
  let observation: Observation = { progress: begin(0), verdict: undefined, dueMs: Infinity };
  for (const [seconds, answer] of steps) {
    expect(observation.verdict).toBeUndefined();
    observation = observe(observation.progress, answer, seconds * 1_000, budgets);
  }
  return observation;
}

describe('observe: a scan', () => {
  it.each([
    ['completed', 'completed'],
    ['done', 'completed'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
  ] as const)('%s settles as %s', (type, status) => {
    expect(observing([[1, found(type)]])).toMatchObject({
      verdict: { status },
      progress: { polls: 1, stateText: type },
    });
  });

  it.each(['new', 'in_progress', 'running', 'archived', 'constructor'])(
    '%s waits, without a budget',
    (type) => {
      expect(observing([[1, found(type)]])).toMatchObject({
        verdict: undefined,
        dueMs: Infinity,
        progress: { informedMs: 1_000, failuresInRow: 0 },
      });
    },
  );

  it.each([
    ['status_unavailable', 'the API reports `status_unavailable`'],
    ['no_scans', 'the API reports `no_scans`'],
    [undefined, 'the API gives no state of the scan'],
  ])('%s teaches nothing, but the scan is known and the API has answered', (type, detail) => {
    const { verdict, progress, dueMs } = observing([[1, found(type)]]);
    expect(verdict).toBeUndefined();
    expect(dueMs).toBe(900_000);
    expect(progress).toMatchObject({
      contact: true,
      scan: { id: 's1' },
      informedMs: 0,
      failuresInRow: 1,
      trouble: { detail },
    });
  });

  it('keeps the last state where none is given', () => {
    expect(
      observing([
        [1, found('running')],
        [2, found()],
      ]).progress.stateText,
    ).toBe('running');
  });
});

describe('observe: no scan', () => {
  it('has the appearance timeout from the first time on that the API says so', () => {
    expect(observing([[60, absent]])).toMatchObject({ verdict: undefined, dueMs: 360_000 });
    expect(
      observing([
        [60, absent],
        [359.999, absent],
      ]).verdict,
    ).toBeUndefined();
    expect(
      observing([
        [60, absent],
        [360, absent],
      ]).verdict,
    ).toEqual({
      status: 'no-scan',
      detail: 'the list of scans is empty',
      trouble: undefined,
    });
  });

  it('is the verdict of the first poll that says so if there is no time for it', () => {
    expect(observing([[1, absent]], { ...BUDGETS, appearanceTimeoutMs: 0 }).verdict?.status).toBe(
      'no-scan',
    );
  });

  it('wants its poll at the end of its budget in an outage too, but no second one', () => {
    expect(
      observing([
        [60, absent],
        [100, trouble('unclear')],
      ]).dueMs,
    ).toBe(360_000);
    expect(
      observing([
        [60, absent],
        [100, trouble('unclear')],
        [360, trouble('unclear')],
      ]).dueMs,
    ).toBe(960_000);
  });

  it('teaches nothing of a scan that was seen', () => {
    expect(
      observing([
        [1, found('running')],
        [2, { ...absent, state: 'no_scans' }],
      ]),
    ).toMatchObject({
      verdict: undefined,
      progress: {
        stateText: 'no_scans',
        trouble: { detail: 'the list of scans is empty, though the scan was there before' },
      },
      dueMs: 901_000,
    });
  });
});

describe('observe: trouble', () => {
  it('has max-outage from the last poll on that learned something', () => {
    expect(
      observing([
        [10, found('running')],
        [20, trouble('none')],
      ]).dueMs,
    ).toBe(910_000);
    expect(
      observing([
        [10, found('running')],
        [20, trouble('none')],
        [909.999, trouble('none')],
      ]).verdict,
    ).toBeUndefined();
    expect(
      observing([
        [10, found('running')],
        [20, trouble('none')],
        [910, trouble('none', 'last')],
      ]).verdict,
    ).toEqual({
      status: 'unavailable',
      trouble: trouble('none', 'last'),
      forMs: 900_000,
      contact: true,
    });
  });

  it('begins anew after any poll that learned something', () => {
    const steps = [
      [10, found('running')],
      [900, trouble('made')],
      [905, absent],
      [906, found('running')],
      [1_700, trouble('made')],
    ] as const;
    expect(observing(steps)).toMatchObject({
      verdict: undefined,
      progress: { failuresInRow: 1 },
      dueMs: 1_806_000,
    });
  });

  it.each(['none', 'unclear', 'made'] as const)(
    'ends with the first such poll if there is no time for it: %s',
    (contact) => {
      expect(
        observing([[1, trouble(contact)]], { ...BUDGETS, maxOutageMs: 0 }).verdict?.status,
      ).toBe('unavailable');
    },
  );

  it('that shows no API is borne for two minutes only until one has answered', () => {
    expect(observing([[1, trouble('none')]]).dueMs).toBe(120_000);
    expect(
      observing([
        [1, trouble('none')],
        [120, trouble('none')],
      ]).verdict,
    ).toMatchObject({ status: 'unavailable', contact: false });
  });

  it('that shows no API is borne no longer than max-outage', () => {
    expect(observing([[1, trouble('none')]], { ...BUDGETS, maxOutageMs: 30_000 }).dueMs).toBe(
      30_000,
    );
  });

  it.each(['unclear', 'made'] as const)(
    'that a server or the API answers with has all of max-outage: %s',
    (contact) => {
      expect(
        observing([
          [1, trouble(contact)],
          [899, trouble(contact)],
        ]),
      ).toMatchObject({ verdict: undefined, dueMs: 900_000 });
    },
  );

  it("counts as first contact once the API's own error was seen, and not before", () => {
    expect(
      observing([
        [1, trouble('made')],
        [200, trouble('none')],
      ]),
    ).toMatchObject({ verdict: undefined, dueMs: 900_000 });
    expect(
      observing([
        [1, trouble('unclear')],
        [200, trouble('none')],
      ]),
    ).toMatchObject({ verdict: undefined, dueMs: 320_000 });
  });

  it('keeps the state that the API gave in place of a scan', () => {
    expect(
      observing([[1, { ...trouble('made'), state: 'status_unavailable' } as Answer<Scan>]]).progress
        .stateText,
    ).toBe('status_unavailable');
  });
});

describe('observe: the rest', () => {
  it('settles a refusal as an error', () => {
    const refusal = { kind: 'refusal', detail: 'no', advice: 'do' } as const;
    expect(observing([[1, refusal]])).toMatchObject({
      verdict: { status: 'error', refusal },
      progress: { polls: 1 },
    });
  });

  it('learns nothing from an interruption and does not count it', () => {
    const before = begin(0);
    expect(observe(before, { kind: 'interrupted' }, 5, BUDGETS)).toEqual({
      progress: before,
      verdict: undefined,
      dueMs: Infinity,
    });
  });
});

describe('verdictAtDeadline', () => {
  const at = (steps: Parameters<typeof observing>[0]) =>
    verdictAtDeadline(observing(steps).progress, 60_000);
  it('is unavailable if the API never answered', () => {
    expect(at([[1, trouble('unclear')]])).toEqual({
      status: 'unavailable',
      trouble: trouble('unclear'),
      forMs: 60_000,
      contact: false,
    });
  });
  it('is no-scan if none was ever seen, whatever was last', () => {
    expect(at([[1, absent]])).toEqual({
      status: 'no-scan',
      detail: 'the list of scans is empty',
      trouble: undefined,
    });
    expect(
      at([
        [1, absent],
        [2, trouble('none')],
      ]),
    ).toMatchObject({ status: 'no-scan', trouble: { detail: 'HTTP 502' } });
    expect(at([[1, trouble('made')]])).toMatchObject({
      status: 'no-scan',
      detail: undefined,
      trouble: { detail: 'HTTP 502' },
    });
  });
  it('is timed-out else, with the trouble that runs', () => {
    expect(at([[1, found('running')]])).toEqual({ status: 'timed-out', trouble: undefined });
    expect(
      at([
        [1, found('running')],
        [2, trouble('none')],
      ]),
    ).toMatchObject({ status: 'timed-out', trouble: { detail: 'HTTP 502' } });
  });
});
